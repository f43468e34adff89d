"""The portal's settings, all from the environment; `.env.example` explains each variable."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE

from careerportal.admin_look import unfold_settings
from careerportal.environment import read_essentials

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")

# Where the portal keeps what it makes: the embedded database, the local key, collected static files.
DATA_FOLDER = Path(env.str("DATA_FOLDER", default=str(BASE_DIR / ".data"))).expanduser().resolve()

_essentials = read_essentials(env, DATA_FOLDER)
LOCAL = _essentials.is_local
HAS_EMBEDDED_DATABASE = _essentials.has_embedded_database
DEBUG = _essentials.debug
SECRET_KEY = _essentials.secret_key
ALLOWED_HOSTS = _essentials.allowed_hosts

INSTALLED_APPS = [
    "unfold",  # before the admin, whose templates it replaces
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "unfold.contrib.inlines",
    "unfold.contrib.import_export",  # before import_export, likewise
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",  # allauth's page of security keys says how long ago in words
    "csp",
    "import_export",
    "careerportal",  # before allauth, whose pages it dresses
    "careers",
    "careers.editorial",
    "schools",
    "schools.editorial",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "careerportal.middleware.ContentSecurityPolicyMiddleware",
    "careerportal.middleware.HealthMiddleware",
    "careerportal.api.middleware.ApiMiddleware",  # outside of all that may answer below /api/
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "careerportal.accounts.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "careerportal.urls"
WSGI_APPLICATION = "careerportal.wsgi.application"
ADMIN_PATH = "admin/"

TEMPLATES = [
    {
        # The public pages. Only its own folder, so that the admin's templates stay with Django's engine.
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "careerportal.jinja.environment", "autoescape": True},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": {
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        **_essentials.database,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"  # only editors log in
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "careerportal.accounts.adapter.EditorsAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]  # nobody signs up; checks read it
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by an administrator
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "20/5m/ip,5/5m/key"}
# Where the visitor's own address stands, for throttling, if a proxy that always sets it is before the site.
ALLAUTH_TRUSTED_CLIENT_IP_HEADER = env.str("TRUSTED_CLIENT_IP_HEADER", default="") or None
MFA_ADAPTER = "careerportal.accounts.adapter.EditorsSecondStep"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute off
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=False)
SESSION_COOKIE_AGE = env.int("SESSION_COOKIE_AGE", default=12 * 3600)

# Counts wrong passwords across all processes. A table, so that it needs no server of its own.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "desk_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# What the site calls itself, and its one public address (https://careers.example.org), for links that leave
# it.
SITE_NAME = env.str("SITE_NAME", default="Waymark")
SITE_ADDRESS = env.str("SITE_ADDRESS", default="").rstrip("/")
UNFOLD = unfold_settings(SITE_NAME)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a whole profile with its rows is one form
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "change"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "view"
# The next click may meet another process, which would not find a file in a temporary folder.
IMPORT_EXPORT_TMP_STORAGE_CLASS = "import_export.tmp_storages.CacheStorage"
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True

# Memory for whole pages, in each server process; 0 keeps none.
PAGE_CACHE_MEGABYTES = env.int("PAGE_CACHE_MEGABYTES", default=64)

# What must happen at a time: functions without arguments that say in words what they did, or None. Each is
# run every minute, must do nothing when nothing is due, and must bear being run twice.
TICK_JOBS: list[str] = [
    "careers.publishing.addresses.assign_due",
    "careers.search.reindex.reindex_due",
    "careerportal.page_views.flush",
    "careerportal.accounts.sessions.delete_ended",
]
TICK_IN_SERVER = env.bool("TICK_IN_SERVER", default=True)

LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env.str("TIME_ZONE", default="America/New_York")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(DATA_FOLDER / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"] if (BASE_DIR / "static").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(DATA_FOLDER / "media")))
MEDIA_URL = "/media/"
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=True)

# A local site speaks plain HTTP on the loopback address; browsers would refuse Secure cookies there,
# and would remember HSTS for every other program on "localhost".
SESSION_COOKIE_SECURE = not LOCAL
CSRF_COOKIE_SECURE = not LOCAL
SECURE_SSL_REDIRECT = not LOCAL and env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # probes come from inside, without TLS
SECURE_HSTS_SECONDS = 0 if LOCAL else env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=False)
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_proxy_header = env.str("TRUSTED_PROXY_HEADER", default="")
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_" + _proxy_header.upper().replace("-", "_"), "https") if _proxy_header else None
)
# Whether subdomains and preload lists are ready for HTTPS is for the owner of the domain to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# Unfold is built on Alpine, which evaluates attributes and sets styles; only editors meet it.
ADMIN_CONTENT_SECURITY_POLICY = {
    "style-src": [SELF, UNSAFE_INLINE],
    "script-src": [SELF, UNSAFE_EVAL],
    "img-src": [SELF, "data:"],
}

# Mail to editors and subscribers. Unless a server is given (smtp+tls://user:password@host:587), it is
# printed.
_mail = env.email_url("EMAIL_URL", default="consolemail://")
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_BACKEND"], _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.get("EMAIL_USE_TLS", False), _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="careers@localhost")

# Whether schools may pay to be named apart from the neutral lists. A site for grades K to 12 turns it off.
PAID_PLACEMENTS = env.bool("PAID_PLACEMENTS", default=True)

# How often one address may ask the open API in a minute, in each server process; 0 sets no limit.
API_REQUESTS_PER_MINUTE = env.int("API_REQUESTS_PER_MINUTE", default=600)

# What the open API says about the use of editors' texts. Those that come with the portal are under its own.
TEXT_LICENSE = env.str("TEXT_LICENSE", default="MIT")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    # Django's own handler prints only while DEBUG is on, and mails the rest to ADMINS; we want the console.
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
