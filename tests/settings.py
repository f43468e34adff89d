"""The settings under test: a local site with a data folder of its own, and nothing that only costs time."""

import os
from pathlib import Path

os.environ["LOCAL"] = "1"
os.environ.setdefault("DATA_FOLDER", str(Path(__file__).resolve().parent.parent / ".data" / "tests"))

from careerportal.settings import *  # noqa: F403  # the environment must be set before they are read

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # static files from where they lie, without collecting
