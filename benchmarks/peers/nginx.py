"""The same bytes as a file of nginx: what a machine does at best."""

import shutil
from pathlib import Path

PACKAGE = "nginx"
USER = "user root;"
CONFIGURATION = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr crit;
worker_processes {workers};
{user}
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    client_body_temp_path {folder}/body_temp;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    keepalive_requests 1000000000;
    default_type "text/html; charset=utf-8";
    open_file_cache max=10;
    server {{
        listen 127.0.0.1:{port};
        root {folder};
        location = / {{ try_files /body =404; {encoding} }}
    }}
}}
"""


def program() -> str | None:
    """Return nginx's path; Debian keeps it off the PATH of ordinary users."""
    return shutil.which(PACKAGE) or shutil.which(PACKAGE, path="/usr/sbin:/usr/local/sbin")


def command(folder: Path, port: int, workers: int, *, root: bool, encoding: str = "") -> list[str]:
    """Return the command that serves the file `body` of the folder, for which it writes a configuration there.

    Args:
        folder: Where the file is.
        port: Where to listen on this machine.
        workers: How many processes answer.
        root: Whether we are root, whose files nginx would otherwise read as somebody else.
        encoding: How the body is compressed; empty if it isn't.
    """
    added = f"add_header Content-Encoding {encoding};" if encoding else ""
    text = CONFIGURATION.format(folder=folder, workers=workers, port=port, user=USER if root else "", encoding=added)
    file = folder / "nginx.conf"
    file.write_text(text)
    return [program() or PACKAGE, "-p", str(folder), "-c", str(file)]
