"""Settings of the tests: the site's own, in a directory that is deleted afterwards, never in var/."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from probe.old_names import OLD_NAMES

# A developer's own settings are not what is tested. DATABASE_URL says which database is.
SETTINGS = {
    *("ALLOWED_HOSTS", "API_RATE_LIMIT", "CACHE_URL", "CORRECTIONS_CONTACT", "CSRF_TRUSTED_ORIGINS", "DEBUG"),
    *("EXPORT_CONCURRENCY", "EXPORT_RATE_LIMIT", "HOST", "HTTPS", "NUM_PROXIES", "PORT", "SECRET_KEY"),
    *("SECURITY_CONTACT", "SEED", "SITE_URL", "WEB_CONCURRENCY", "WORKER_TIMEOUT"),
}
for name in SETTINGS | OLD_NAMES.keys():
    os.environ.pop(name, None)
# The tests ask for more exports in a minute than anybody may.
os.environ["EXPORT_RATE_LIMIT"] = "1000000"

# pytest-xdist's workers import this as well, and each takes a directory of its own.
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="probe-tests-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

from probe.settings import *  # noqa: E402, F403
from probe.settings import DATA_DIR, DATABASES, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In a file as in production: in memory, the browser tests' threads would share one connection.
    DATABASES["default"]["TEST"] = {"NAME": Path(DATA_DIR) / "test.sqlite3"}

# The tests need no `collectstatic`: each file is found where it is written, under its own name.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
