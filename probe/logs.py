"""What the log says of requests that were refused."""

import logging

# Requests that Django refuses for what is in them, such as a Host that isn't ours.
REFUSED = "django.security"
LONGEST = 200  # characters


class OneLine(logging.Filter):
    """Has a request that was refused take one line: the fault is the client's, and no part of our code."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return that the record is kept, shortened if it is of such a request."""
        if record.name.startswith(REFUSED):
            record.msg, record.args = repr(record.getMessage()[:LONGEST])[1:-1], None
            record.exc_info = record.exc_text = None
        return True
