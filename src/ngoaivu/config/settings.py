"""Settings: one file, everything that differs between machines read from the environment."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

env = environ.Env()
BASE = Path(env.str("NGOAIVU_HOME", default=str(Path.cwd() / "var")))
PACKAGE = Path(__file__).resolve().parent.parent

DEBUG = env.bool("NGOAIVU_DEBUG", default=False)
SECRET_KEY = env.str("NGOAIVU_SECRET_KEY", default="demonstration-only-set-NGOAIVU_SECRET_KEY")
ALLOWED_HOSTS = env.list("NGOAIVU_HOSTS", default=["127.0.0.1", "localhost", "testserver"])
WAGTAILADMIN_BASE_URL = env.str("NGOAIVU_ADDRESS", default="http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

# The machines whose X-Forwarded-For is believed; of anybody else's the address counts from which it comes.
NGOAIVU_PROXIES = env.list("NGOAIVU_PROXIES", default=[])

# Memory the processes of one server share to count a reader once; `ngoaivu serve` sets it, nobody else.
NGOAIVU_VISITORS = env.str("NGOAIVU_VISITORS", default="")

INSTALLED_APPS = [
    "ngoaivu.portal",
    "ngoaivu.publications",
    "ngoaivu.indicators",
    "ngoaivu.registry.casework",
    "ngoaivu.registry.community",
    "ngoaivu.registry.aid",
    "ngoaivu.registry.events",
    "ngoaivu.registry.delegations",
    "ngoaivu.registry.agreements",
    "ngoaivu.registry.partners",
    "ngoaivu.registry.desk",
    "ngoaivu.documents",
    "ngoaivu.accounts",
    "ngoaivu.core",
    "wagtail.users",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail.contrib.simple_translation",
    "wagtail",
    "django_tasks",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ngoaivu.portal.middleware.public_site",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "ngoaivu.publications.refusing.Refusing",
    "ngoaivu.publications.gate.Gate",
]

NGOAIVU_DESK = ["/lam-viec/", "/tep/"]  # every other address is public: guarded, without session and log-in

ROOT_URLCONF = "ngoaivu.config.urls"
WSGI_APPLICATION = "ngoaivu.config.wsgi.application"
TEMPLATES = [
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
    }
]

DATABASES = {"default": env.db("NGOAIVU_DATABASE", default=f"sqlite:///{BASE / 'ngoaivu.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers take turns from their first statement: without it a revision could commit out of order.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-65536;",
    }
# A request that has to open its connection first spends a tenth of its time on that.
DATABASES["default"]["CONN_MAX_AGE"] = 600
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache("NGOAIVU_CACHE", default="locmemcache://")}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = BASE / "files"
MEDIA_URL = "/files/"
STATIC_ROOT = BASE / "static"
STATIC_URL = "/static/"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["ngoaivu.accounts.backends.AppointmentBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = "ngoaivu.locale"
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

WAGTAIL_SITE_NAME = "Ngoại Vụ"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Neither avatars nor version checks may call out (no third-party request from any page).
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_DATE_FORMAT, WAGTAIL_TIME_FORMAT, WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y", "%H:%M", "%d/%m/%Y %H:%M"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
LOGIN_URL = "wagtailadmin_login"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
