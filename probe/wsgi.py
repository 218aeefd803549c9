"""The WSGI application that servers load."""

import gc
import os
from importlib import import_module
from pathlib import Path

from django.core.wsgi import get_wsgi_application

from probe.modes import make_private, tighten

make_private()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probe.settings")
django_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - once Django is set up
from django.core.cache import cache  # noqa: E402
from django.db import connections  # noqa: E402

from probe import limits  # noqa: E402
from probe.pages import Application, PageCache, release_digest  # noqa: E402

PLACES = [settings.BASE_DIR / name for name in ("locale", "people", "probe", "static", "templates")]
page_cache = PageCache(django_application, cache, release_digest(settings, *PLACES))
# Who changes a template wants to see it.
application: Application = django_application if settings.DEBUG else page_cache

# What was made before files were private, or by another program.
tighten(
    [settings.BASE_DIR / "var", settings.MEDIA_ROOT],
    [Path(one.settings_dict["NAME"]) for one in connections.all() if one.vendor == "sqlite"],
)
limits.install()

# Every view is loaded now rather than by the first request, and what is loaded stays: Python's garbage collector
# would go through all of it again and again, which holds up whoever waits just then. As many rows as a download reads
# at once are not looked through either while they are read: that took longer than to write them. What is left behind
# meanwhile stays as little as by Python's own thresholds, because all of it is looked through sooner.
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 5, 2)
