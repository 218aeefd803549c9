"""Reading the version of the data."""

from django.db import connection

# Written out, as it is asked with every request: the ORM would take longer over it than the database.
VERSION = "SELECT SUM(number) FROM people_dataversion"

# For so many seconds after a version was last known to be the current one, pages made under it may be sent on while
# the site can't answer.
STALE_IF_ERROR = 600


def data_version() -> str:
    """Return the version of the data, as this connection sees them: another one whenever anything was written.

    What is made of the data is never older than the version that was read before.
    """
    with connection.cursor() as cursor:
        cursor.execute(VERSION)
        (number,) = cursor.fetchone() or (None,)
    return f"{int(number or 0):x}"
