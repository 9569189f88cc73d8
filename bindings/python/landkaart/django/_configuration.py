# SPDX-License-Identifier: EUPL-1.2
"""Reads the setting LANDKAART of the Django project, and makes the portal that it describes."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed

import landkaart
from landkaart.web import Portal, Settings

_OWN_KEYS = ("pack", "base_template")
_NOT_CONFIGURABLE = ("content_only", "static")  # fields of Settings that this app sets itself


def keys() -> tuple[str, ...]:
    """The allowed keys of LANDKAART: those of this app, and the fields of
    landkaart.web.Settings."""
    fields = (field.name for field in dataclasses.fields(Settings))
    return (*_OWN_KEYS, *(name for name in fields if name not in _NOT_CONFIGURABLE))


def configured() -> Mapping[str, Any]:
    """The setting LANDKAART; empty when the project has none."""
    return getattr(settings, "LANDKAART", {})


def base_template() -> str:
    """The name of the project's template around the pages; empty for complete pages of the
    portal."""
    return str(configured().get("base_template", ""))


def _source() -> Any:
    """The pack of the portal: the key "pack" is a path, a pack, or a callable that returns a
    pack."""
    named = configured().get("pack")
    return landkaart.cocreatie() if named is None else named


@functools.cache
def portal() -> Portal:
    """The portal of this process. The first call makes it.

    Raises:
        ImproperlyConfigured: LANDKAART has an unknown key.
    """
    unknown = sorted(set(configured()) - set(keys()))
    if unknown:
        raise ImproperlyConfigured(
            f"LANDKAART has an unknown key {unknown[0]!r}; run manage.py check for help"
        )
    of_portal = {key: value for key, value in configured().items() if key not in _OWN_KEYS}
    return Portal(_source(), Settings(content_only=bool(base_template()), **of_portal))


def _forget(*, setting: str, **_: Any) -> None:
    if setting == "LANDKAART":
        portal.cache_clear()


setting_changed.connect(_forget)  # sent when a test of the project uses override_settings
