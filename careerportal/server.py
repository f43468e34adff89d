"""Gunicorn's settings, for a local site and a real host.

On a real host: `gunicorn -c python:careerportal.server careerportal.wsgi`.
"""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from careerportal import tick

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerportal.settings")

bind = os.environ.get("BIND", f"127.0.0.1:{os.environ.get('PORT', '8000')}")
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_class = "gthread"
preload_app = True  # shares the memory of the code, and a broken site fails at once instead of in a loop
max_requests = 0
timeout = 60
graceful_timeout = 10
keepalive = 15
loglevel = "warning"
# By default gunicorn lets clients on this machine, and any behind a socket, set SCRIPT_NAME, PATH_INFO and
# the scheme by headers. A proxy is trusted only as far as TRUSTED_PROXY_HEADER says, which Django reads.
forwarder_headers = ""
forwarded_allow_ips = ""
secure_scheme_headers: dict[str, str] = {}
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108  # a worker's heartbeat should never wait for a disk
    worker_tmp_dir = "/dev/shm"  # noqa: S108


def pre_fork(server: Any, worker: Any) -> None:
    """Close the parent's connections; two processes must not talk over one."""
    connections.close_all()


def post_worker_init(worker: Any) -> None:
    """Start the clock after the fork, which threads do not survive."""
    if settings.TICK_IN_SERVER:
        tick.start_thread()
