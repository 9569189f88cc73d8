# SPDX-License-Identifier: EUPL-1.2
"""The settings of the intranet. It needs no database, because the portal has no models."""

import os
from pathlib import Path

HERE = Path(__file__).parent

SECRET_KEY = os.environ.get("SECRET_KEY") or os.urandom(32).hex()
DEBUG = os.environ.get("DEBUG", "1") == "1"  # on by default, because an example runs on one machine
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

INSTALLED_APPS = ["django.contrib.staticfiles", "landkaart.django"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "intranet.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static"]
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

LANDKAART = {"base_template": "base.html"}
