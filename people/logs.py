"""What is logged of rows that should not be there: the site goes on without them."""

import logging
from functools import lru_cache

logger = logging.getLogger("people")

# So many different messages are remembered.
MAX_REMEMBERED_MESSAGES = 1_000


@lru_cache(MAX_REMEMBERED_MESSAGES)
def warn_once(message: str) -> None:
    """Log a warning the first time that this process has reason to."""
    logger.warning(message)
