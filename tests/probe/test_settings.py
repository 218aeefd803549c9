import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

HOSTS = "host names without scheme and port"
CONTACT = "it must be a mail address, or the address of a page (https://…)"
ORIGINS = "origins like https://probe.example.org"
SITE = "it must be a scheme and a host like https://probe.example.org, and no more"


def check(tmp_path: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command, `manage.py check` by default, on the site's own settings, with these variables."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "probe.settings", "DATA_DIR": str(tmp_path)} | variables
    command = [sys.executable, "manage.py", *(arguments or ["check"])]
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_settings_need_no_variable(tmp_path: Path) -> None:
    done = check(tmp_path)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("PORT", "http", "PORT is 'http'; it must be a whole number from 1 to 65535"),
        ("WEB_CONCURRENCY", "0", "WEB_CONCURRENCY is '0'; it must be a whole number from 1 to 64"),
        ("HOST", "localhost", "HOST is 'localhost'; it must be an IP address such as 127.0.0.1, 0.0.0.0 or ::1"),
        ("HOST", "fe80::1%eth0", "HOST is 'fe80::1%eth0'; it must be an IP address such as 127.0.0.1, 0.0.0.0 or ::1"),
        ("DEBUG", "maybe", "DEBUG is 'maybe'; it must be true or false"),
        ("HTTPS", "https", "HTTPS is 'https'; it must be true or false"),
        ("CORRECTIONS_CONTACT", "nowhere", f"CORRECTIONS_CONTACT is 'nowhere'; {CONTACT}"),
        ("SECURITY_CONTACT", "http://a.example", f"SECURITY_CONTACT is 'http://a.example'; {CONTACT}"),
        ("SITE_URL", "probe.example.org", f"SITE_URL is 'probe.example.org'; {SITE}"),
        ("SITE_URL", "https://a.example/probe", f"SITE_URL is 'https://a.example/probe'; {SITE}"),
        ("SECRET_KEY", "short", "SECRET_KEY is too short; it must have at least 32 characters"),
        ("DATABASE_URL", "mysql://db/probe", "DATABASE_URL must begin with sqlite:/// or postgres://"),
        ("ALLOWED_HOSTS", "http://a", f"ALLOWED_HOSTS has 'http://a'; it must list {HOSTS}, separated by commas"),
        ("CSRF_TRUSTED_ORIGINS", "a", f"CSRF_TRUSTED_ORIGINS has 'a'; it must list {ORIGINS}, separated by commas"),
        ("DATA_DIR", "/dev/null/x", "DATA_DIR is '/dev/null/x', where no directory can be made: Not a directory"),
    ],
)
def test_settings_refuse_a_value_in_one_line(tmp_path: Path, name: str, value: str, line: str) -> None:
    done = check(tmp_path, **{name: value})

    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"Probe cannot start: {line}\n")


def test_settings_read_an_old_name_and_say_the_new_one(tmp_path: Path) -> None:
    done = check(tmp_path, WORKERS="0")

    assert (done.returncode, done.stderr.splitlines()) == (
        1,
        [
            "WORKERS is now called WEB_CONCURRENCY; the old name will be ignored in the next release",
            "Probe cannot start: WEB_CONCURRENCY is '0'; it must be a whole number from 1 to 64",
        ],
    )


def test_commands_say_in_one_line_that_the_database_is_out_of_reach(tmp_path: Path) -> None:
    done = check(tmp_path, "migrate", DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")

    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["The database does not answer"]
