# SPDX-License-Identifier: EUPL-1.2
"""The setting LANDKAART of the host, and the portal that follows from it."""

from __future__ import annotations

import dataclasses
import functools
import os
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed

import landkaart
from landkaart.web import Portal, Settings

_OWN_KEYS = ("pack", "base_template")
_NOT_OF_A_HOST = ("content_only", "static")  # these follow from how the portal is used


def keys() -> tuple[str, ...]:
    """What LANDKAART may hold: the keys of this app, and the fields of landkaart.web.Settings."""
    fields = (field.name for field in dataclasses.fields(Settings))
    return (*_OWN_KEYS, *(name for name in fields if name not in _NOT_OF_A_HOST))


def configured() -> Mapping[str, Any]:
    """LANDKAART as the host wrote it; nothing has to be there."""
    return getattr(settings, "LANDKAART", {})


def base_template() -> str:
    """The template of the host that the pages stand in; empty when they are whole by themselves."""
    return str(configured().get("base_template", ""))


@functools.cache
def source() -> Any:
    """A path is opened; a pack, or a callable that gives one, is taken as it is."""
    named = configured().get("pack")
    if named is None:
        return landkaart.cocreatie()
    return landkaart.open(named) if isinstance(named, (str, os.PathLike)) else named


@functools.cache
def portal() -> Portal:
    """The one portal of this process, made at the first request.

    Raises:
        ImproperlyConfigured: LANDKAART has a key that means nothing.
    """
    unknown = sorted(set(configured()) - set(keys()))
    if unknown:
        raise ImproperlyConfigured(f"LANDKAART has no key {unknown[0]!r}; see manage.py check")
    of_portal = {key: value for key, value in configured().items() if key not in _OWN_KEYS}
    return Portal(source(), Settings(content_only=bool(base_template()), **of_portal))


def _forget(*, setting: str, **_: Any) -> None:
    if setting == "LANDKAART":
        source.cache_clear()
        portal.cache_clear()


setting_changed.connect(_forget)  # sent by override_settings, in tests of the host
