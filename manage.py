#!/usr/bin/env python
"""Django's command line for Probe."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from probe.modes import make_private


def main() -> None:
    """Run a management command; a bad setting or an absent database ends it with one line."""
    make_private()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probe.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Probe cannot start: {error}")
    except OperationalError as error:
        sys.exit(f"The database does not answer: {str(error).partition(chr(10))[0]}")


if __name__ == "__main__":
    main()
