"""Reading the environment variables, and refusing settings that a real site must not run with."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from careerportal.local.database.embedded import connection_settings

LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
MIN_SECRET_KEY_LENGTH = 50
EXAMPLE_SECRET_KEY = "change-me"  # noqa: S105  # it is there to be refused


@dataclass(frozen=True)
class Essentials:
    """The settings that differ between a local site and a real one.

    `has_embedded_database` is true where the portal starts and stops its own Postgres server.
    """

    is_local: bool
    debug: bool
    database: dict[str, Any]
    has_embedded_database: bool
    secret_key: str
    allowed_hosts: list[str]


def read_essentials(env: environ.Env, data_folder: Path) -> Essentials:
    """Read the essentials, filling in safe ones for a local site.

    Raises `ImproperlyConfigured`, naming every problem at once, so that nobody has to start the
    site four times to learn four things.
    """
    is_local = env.bool("LOCAL", default=False)
    problems = [] if is_local else _problems_of_a_real_site(env)
    database_url = env.str("DATABASE_URL", default="")
    if database_url or not is_local:
        problems += _problems_of_a_database(database_url)
    if problems:
        raise ImproperlyConfigured(_refusal(problems))
    embedded = not database_url
    return Essentials(
        is_local=is_local,
        debug=env.bool("DEBUG", default=False),
        database=connection_settings(data_folder) if embedded else _database(database_url),
        has_embedded_database=embedded,
        secret_key=env.str("SECRET_KEY", default="") or kept_secret_key(data_folder),
        allowed_hosts=LOOPBACK_HOSTS if is_local else env.list("ALLOWED_HOSTS"),
    )


def kept_secret_key(data_folder: Path) -> str:
    """The local site's own key, made the first time and kept, so that a restart logs nobody out."""
    path = data_folder / "secret-key"
    data_folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f"secret-key.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64))
        _publish_once(draft, path)
    return path.read_text().strip()


def _publish_once(draft: Path, path: Path) -> None:
    """Give the draft its name unless another process, starting at the same moment, was first."""
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _database(url: str) -> dict[str, Any]:
    return dict(environ.Env.db_url_config(url))


def _problems_of_a_real_site(env: environ.Env) -> list[str]:
    problems = []
    key = env.str("SECRET_KEY", default="")
    if len(key) < MIN_SECRET_KEY_LENGTH or len(set(key)) < 10 or key.startswith(EXAMPLE_SECRET_KEY):
        problems.append(
            f"SECRET_KEY {'is not set' if not key else 'is too easy to guess'}. It must be at least "
            f"{MIN_SECRET_KEY_LENGTH} random characters. Make one with: "
            'python -c "import secrets; print(secrets.token_urlsafe(64))"'
        )
    hosts = env.list("ALLOWED_HOSTS", default=[])
    if not hosts:
        problems.append("ALLOWED_HOSTS is not set. Name the site's hosts, for example: careers.example.org")
    elif any(host.strip() in ("*", "") for host in hosts):
        problems.append("ALLOWED_HOSTS has an entry that lets in every host. Name the site's hosts instead.")
    if env.bool("DEBUG", default=False):
        problems.append("DEBUG is on, which shows the site's inside to visitors. It works with LOCAL=1 only.")
    return problems


def _problems_of_a_database(url: str) -> list[str]:
    example = "for example: postgres://user:password@host:5432/database"
    if not url:
        return [f"DATABASE_URL is not set. Give the address of a Postgres database, {example}"]
    if not url.startswith(("postgres://", "postgresql://")):
        return [f"DATABASE_URL must be the address of a Postgres database, {example}"]
    try:
        database = _database(url)
    except (ValueError, ImproperlyConfigured) as error:
        return [f"DATABASE_URL can't be read ({error}). Give the address of a Postgres database, {example}"]
    if not database.get("NAME"):
        return [f"DATABASE_URL names no database. Give its whole address, {example}"]
    return []


def _refusal(problems: list[str]) -> str:
    lines = "\n".join(f"  - {problem}" for problem in problems)
    hint = "To try the portal on this machine, use `make run`, or set LOCAL=1."
    return f"The portal can't start:\n{lines}\n{hint} Every variable is explained in .env.example."
