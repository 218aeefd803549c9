"""Settings of a site that has exports of our own beside its own."""

from probe.settings import *  # noqa: F403

ROOT_URLCONF = "tests.faults.export_urls"
EXPORT_CONCURRENCY = 1
