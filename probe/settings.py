"""Settings of Probe, driven by the environment; docs/configuration.md lists the variables."""

import datetime as dt
import os
from pathlib import Path

from csp.constants import NONE, SELF

from probe.environment import (
    HOST_NAME,
    ORIGIN,
    cache,
    contact,
    database,
    directory,
    flag,
    ip,
    number,
    secret_key,
    site_url,
    throttling_cache,
    words,
)
from probe.messages import compiled_messages
from probe.old_names import adopt_old_names

adopt_old_names(os.environ)

BASE_DIR = Path(__file__).resolve().parent.parent

DATA_DIR = directory("DATA_DIR", BASE_DIR / "var")
DEBUG = flag("DEBUG")
HTTPS = flag("HTTPS")
SECRET_KEY = secret_key(DATA_DIR / "secret-key")
# Where `manage.py serve` listens.
HOST = ip("HOST", "127.0.0.1")
local_hosts = ["localhost", "127.0.0.1", "[::1]", f"[{HOST}]" if ":" in HOST else HOST]
ALLOWED_HOSTS = words("ALLOWED_HOSTS", local_hosts, HOST_NAME, "host names without scheme and port")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS", [], ORIGIN, "origins like https://probe.example.org")
# What absolute addresses and the identifiers in feeds begin with; nothing for what the request asks for.
SITE_URL = site_url("SITE_URL")
# How many proxies in front append to X-Forwarded-For the address that they see; without HTTPS, that header is the
# client's own invention.
NUM_PROXIES = number("NUM_PROXIES", 1, most=10) if HTTPS else 0

# Where readers may send corrections; the about page names it.
CORRECTIONS_CONTACT = contact("CORRECTIONS_CONTACT")
# Who is told of a weakness of the site: /.well-known/security.txt says so, and its RFC wants HTTPS.
SECURITY_CONTACT = contact("SECURITY_CONTACT", schemes=("https",))

# With how many processes `manage.py serve` listens, and on which port.
PORT = number("PORT", 8000, most=65_535)
WEB_CONCURRENCY = number("WEB_CONCURRENCY", min(2, os.cpu_count() or 1), most=64)
# How many seconds one of them may give no sign of life before it is replaced.
WORKER_TIMEOUT = number("WORKER_TIMEOUT", 30, most=3600)

# How many exports of whole lists a process makes at once; each keeps it busy for as long as it takes.
EXPORT_CONCURRENCY = number("EXPORT_CONCURRENCY", 2, most=64)

INSTALLED_APPS = [
    "people",
    # Before the admin, so that failures are counted when they are logged.
    "axes",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "csp",
]

MIDDLEWARE = [
    "people.middleware.ResourcePolicyMiddleware",
    "people.middleware.HealthMiddleware",
    "people.middleware.CorsMiddleware",
    "people.middleware.LanguageMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "people.middleware.ForgedInputMiddleware",
    "people.middleware.UnsavedFormMiddleware",
    "people.middleware.UnavailableMiddleware",
]

ROOT_URLCONF = "probe.urls"
WSGI_APPLICATION = "probe.wsgi.application"

# The readers' pages are Jinja2: a page of 50 people takes a tenth of the time it takes in Django's
# own templates. The admin's few overrides stay Django templates, in people/templates.
TEMPLATES = [
    {
        "NAME": "jinja2",
        "BACKEND": "people.translated_templates.TranslatedJinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "people.jinja.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {"default": database(DATA_DIR / "probe.sqlite3")}
CACHES = {"default": cache()}
CACHES["throttling"] = throttling_cache(CACHES["default"])
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
SEED = flag("SEED", default="true")

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# Wrong passwords are counted for each address in the database, so that all processes share the count; one that is
# locked out is refused before any password is looked at, and nothing more is written.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_CLIENT_IP_CALLABLE = "people.requests.client_address"
AXES_FAILURE_LIMIT = 15
AXES_COOLOFF_TIME = dt.timedelta(minutes=30)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = ["ip_address"]
AXES_LOCKOUT_CALLABLE = "people.admin.sign_in.locked_out"
# The log has a line for each attempt.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
# What is not kept of a sign-in that failed, besides passwords: the last is the form that was typed (unsaved.KEPT).
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "typed"]
AXES_VERBOSE = False

# Readers' pages in other languages are below the language's code: /es/people/. docs/development.md says how to add one.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [compiled_messages(BASE_DIR / "locale", DATA_DIR / "locale")]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "probe.storage.StaticFilesStorage"},
}
# `manage.py runserver` collects no static files: they are served from where they are written.
WHITENOISE_USE_FINDERS = DEBUG or not (STATIC_ROOT / "staticfiles.json").exists()

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "people.admin.sessions.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# The API is for everybody alike: it knows no accounts, so it reads no cookie, and speaks JSON alone.
# Its framework is no installed app, because all that would add is a browsable form with inline script.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "people.api.schema.ApiAutoSchema",
    "EXCEPTION_HANDLER": "people.api.errors.problem_response",
    "DEFAULT_THROTTLE_CLASSES": ["people.api.throttling.ApiThrottle"],
    # Without CACHE_URL counted in each process's own memory: several of them let as many times more through.
    "DEFAULT_THROTTLE_RATES": {
        "anon": f"{number('API_RATE_LIMIT', 600, most=1_000_000)}/min",
        "exports": f"{number('EXPORT_RATE_LIMIT', 30, most=1_000_000)}/min",
    },
    "NUM_PROXIES": NUM_PROXIES,
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Probe",
    "DESCRIPTION": (
        "A who's who of the Russia probe that shows its sources. Every line rests on passages, written "
        "source/section/sentence; every allegation comes with its answers; null stands for what is not recorded."
    ),
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    # Each list of choices where it is used: many keys are called kind, and mean different ones.
    "POSTPROCESSING_HOOKS": [],
}

# Without this, Django prints no error at all where DEBUG is off.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"one_line": {"()": "probe.logs.OneLine"}},
    "formatters": {"dated": {"format": "{asctime} {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["one_line"]},
        "dated": {"class": "logging.StreamHandler", "formatter": "dated"},
    },
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO" if DEBUG else "WARNING"},
        "people": {"handlers": ["console"]},
        # A page that isn't there is the reader's business, not the operator's.
        "django.request": {"level": "ERROR"},
        # It tells several times of each sign-in what `probe.signin` tells once.
        "axes": {"handlers": ["console"], "level": "ERROR"},
        "probe.signin": {"handlers": ["dated"], "level": "INFO"},
    },
}
