"""An editor of a site that runs: signed in by a session made beside it, so that no form has to be found."""

import os
import subprocess
import sys
from http.client import HTTPConnection
from urllib.parse import urlencode

from django.conf import settings

from tests.serving import LIMIT, Site

# Prints the key of a session in which an administrator is signed in.
SIGN_IN = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
user = get_user_model().objects.create_superuser("editor", password="a long password")
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session.save()
print("session", session.session_key)
"""
TOKEN = "t" * 32


class SiteAnswer:
    """What the site answered."""

    def __init__(self, connection: HTTPConnection) -> None:
        response = connection.getresponse()
        self.status, self.headers = response.status, response.headers
        self.text = response.read().decode()


class Editor:
    """Sends requests in a session."""

    def __init__(self, site: Site, **variables: str) -> None:
        self.port = site.port
        done = subprocess.run(
            [sys.executable, "manage.py", "shell", "-v0", "-c", SIGN_IN],
            cwd=settings.BASE_DIR,
            env=os.environ
            | {"DJANGO_SETTINGS_MODULE": "probe.settings", "DATABASE_URL": "", "DATA_DIR": str(site.directory)}
            | variables,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=True,
        )
        self.cookie = f"sessionid={done.stdout.split()[-1]}; csrftoken={TOKEN}"

    def ask(self, method: str, address: str, body: str | None = None) -> SiteAnswer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        try:
            headers = {"Cookie": self.cookie} | (
                {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
            )
            connection.request(method, address, body, headers)
            return SiteAnswer(connection)
        finally:
            connection.close()

    def post(self, address: str, **fields: str) -> SiteAnswer:
        return self.ask("POST", address, urlencode({"csrfmiddlewaretoken": TOKEN, **fields}))
