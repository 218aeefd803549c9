"""The WSGI application that servers load."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probe.settings")
django_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - once Django is set up
from django.core.cache import cache  # noqa: E402

from probe.pages import KeptPages, release_of  # noqa: E402

PLACES = [settings.BASE_DIR / name for name in ("people", "probe", "static", "templates")]
application = KeptPages(django_application, cache, release_of(*PLACES))
