"""A real site refuses to start until it is set well; a local one starts with nothing set."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from careerportal.environment import Essentials, kept_secret_key, read_essentials

ROOT = Path(__file__).resolve().parent.parent.parent
GOOD = {
    "DATABASE_URL": "postgres://portal:word@db.example.org:5432/portal",
    "SECRET_KEY": "kZ8w-2yQ4vN7tR1pL5mX9cB3fH6jD0sGaEuViWoTxYqMnKrUzP",
    "ALLOWED_HOSTS": "careers.example.org,www.example.org",
}


def read(variables: Mapping[str, str], data_folder: Path) -> Essentials:
    env = environ.Env()
    env.ENVIRON = dict(variables)
    return read_essentials(env, data_folder)


def test_real_site_takes_its_essentials_from_the_environment(tmp_path: Path) -> None:
    essentials = read(GOOD, tmp_path)

    assert not essentials.is_local
    assert not essentials.has_embedded_database
    assert essentials.database["HOST"] == "db.example.org"
    assert essentials.secret_key == GOOD["SECRET_KEY"]
    assert essentials.allowed_hosts == ["careers.example.org", "www.example.org"]


def test_real_site_names_every_problem_at_once(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        read({}, tmp_path)

    assert "DATABASE_URL is not set" in str(refusal.value)
    assert "SECRET_KEY is not set" in str(refusal.value)
    assert "ALLOWED_HOSTS is not set" in str(refusal.value)
    assert "make run" in str(refusal.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        pytest.param("SECRET_KEY", "short", "SECRET_KEY is too easy", id="short key"),
        pytest.param("SECRET_KEY", "a" * 60, "SECRET_KEY is too easy", id="one letter"),
        pytest.param("SECRET_KEY", "change-me-" + GOOD["SECRET_KEY"], "too easy", id="the example's key"),
        pytest.param("ALLOWED_HOSTS", "*", "lets in every host", id="any host"),
        pytest.param("ALLOWED_HOSTS", "example.org,*", "lets in every host", id="any host among others"),
        pytest.param("DATABASE_URL", "sqlite:///db.sqlite3", "Postgres", id="another engine"),
        pytest.param("DATABASE_URL", "postgres://host", "no database", id="no database's name"),
        pytest.param("DATABASE_URL", "portal", "Postgres", id="no address"),
        pytest.param("DATABASE_URL", "postgres://u:p@host:port/db", "can't be read", id="port in letters"),
        pytest.param("DEBUG", "1", "DEBUG is on", id="debug on a real site"),
    ],
)
def test_real_site_refuses(name: str, value: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=words):
        read({**GOOD, name: value}, tmp_path)


def test_local_site_needs_nothing(tmp_path: Path) -> None:
    essentials = read({"LOCAL": "1"}, tmp_path)

    assert essentials.has_embedded_database
    assert not essentials.debug
    assert essentials.allowed_hosts == ["localhost", "127.0.0.1", "[::1]"]


def test_local_site_answers_to_loopback_hosts_whatever_is_set(tmp_path: Path) -> None:
    essentials = read({"LOCAL": "1", "ALLOWED_HOSTS": "*"}, tmp_path)

    assert "*" not in essentials.allowed_hosts


def test_local_site_uses_a_database_that_is_given(tmp_path: Path) -> None:
    essentials = read({"LOCAL": "1", "DATABASE_URL": GOOD["DATABASE_URL"]}, tmp_path)

    assert not essentials.has_embedded_database
    assert essentials.database["NAME"] == "portal"


def test_local_key_is_made_once_and_is_private(tmp_path: Path) -> None:
    first = kept_secret_key(tmp_path)
    again = kept_secret_key(tmp_path)

    assert first == again
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def ask_django(code: str, variables: Mapping[str, str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a line of Python in a process whose settings are read from these variables alone."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_FOLDER": str(folder), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_real_site_that_is_not_set_well_does_not_start(tmp_path: Path) -> None:
    # An empty value stands for "not set" and keeps a developer's own .env out of the test.
    unset = {"LOCAL": "0", "DATABASE_URL": "", "SECRET_KEY": "", "ALLOWED_HOSTS": ""}

    done = ask_django("import careerportal.wsgi", unset, tmp_path)

    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr


def test_real_site_keeps_to_https(tmp_path: Path) -> None:
    code = (
        "import careerportal.settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS, s.DEBUG, s.SECURE_PROXY_SSL_HEADER)"
    )

    real = ask_django(code, {**GOOD, "LOCAL": "0", "TRUSTED_PROXY_HEADER": "X-Forwarded-Proto"}, tmp_path)
    local = ask_django(code, {"LOCAL": "1", "DATABASE_URL": "", "SECURE_SSL_REDIRECT": "1"}, tmp_path)

    assert real.stdout.strip() == "True True True 31536000 False ('HTTP_X_FORWARDED_PROTO', 'https')"
    assert local.stdout.strip() == "False False False 0 False None"


def test_every_variable_is_in_the_example() -> None:
    in_python = r"""\b(?:env(?:\.\w+)?|os\.environ(?:\.get)?)[(\[]\s*["']([A-Z_]+)["']"""
    pattern = re.compile(in_python + r"|\$\{([A-Z_]+):-")  # and in the shell
    packages = ("careerportal", "careers", "schools", "tests")
    in_packages = (path for package in packages for path in ROOT.glob(f"{package}/**/*.py"))
    sources = [*ROOT.glob(".ci/*"), *in_packages]
    ours = {name for path in sources for pair in pattern.findall(path.read_text()) for name in pair if name}
    example = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)

    assert len(example) == len(set(example))
    assert set(example) == {name for name in ours - {"PATH"} if not name.startswith("DJANGO_")}


def test_public_pages_have_a_strict_policy(client: Client) -> None:
    policy = set(client.get("/healthz").headers["Content-Security-Policy"].split("; "))

    assert policy == {
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("style", "font", "img", "script", "connect", "manifest")),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    }


@pytest.mark.django_db
def test_only_the_admin_may_evaluate_scripts(client: Client) -> None:
    policy = client.get("/admin/login/").headers["Content-Security-Policy"]

    assert "'unsafe-eval'" in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
