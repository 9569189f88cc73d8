# SPDX-License-Identifier: EUPL-1.2
"""The system check of Django for this app: reports mistakes in the configuration at startup."""

from __future__ import annotations

import difflib
import importlib.util
from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Warning
from django.core.exceptions import ImproperlyConfigured
from django.template import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse


def check_landkaart(**_: Any) -> list[CheckMessage]:
    """The mistakes in how the Django project configures the portal. When a needed package is
    missing, only that mistake is reported."""
    missing = [name for name in ("jinja2", "fastapi") if importlib.util.find_spec(name) is None]
    if missing:
        hint = "Install the extra: pip install 'landkaart[web]'."
        return [Error(f"Landkaart needs {' and '.join(missing)}.", hint, id="landkaart.E001")]
    return [*_unknown_keys(), *_portal(), *_base_template(), *_addresses()]


def _unknown_keys() -> Iterator[CheckMessage]:
    from . import _configuration

    keys = _configuration.keys()
    for key in sorted(set(_configuration.configured()) - set(keys)):
        near = difflib.get_close_matches(key, keys, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else f"The keys are {', '.join(keys)}."
        yield Error(f"LANDKAART has an unknown key {key!r}.", hint, id="landkaart.E002")


def _portal() -> Iterator[CheckMessage]:
    from landkaart import Error as LandkaartError

    from . import _configuration

    try:
        _configuration.portal()
    except ImproperlyConfigured:  # an unknown key, which _unknown_keys reports
        pass
    except LandkaartError as error:
        yield Error(f"LANDKAART['pack'] cannot be opened: {error}", id="landkaart.E003")
    except (TypeError, ValueError) as error:
        yield Error(f"LANDKAART has a wrong value: {error}", id="landkaart.E004")


def _base_template() -> Iterator[CheckMessage]:
    from . import _configuration

    base = _configuration.base_template()
    if not base:
        return
    for name in (base, "landkaart/page.html"):
        try:
            get_template(name)
        except TemplateDoesNotExist:
            hint = "Check DIRS and APP_DIRS in the setting TEMPLATES."
            yield Error(f"There is no template {name!r}.", hint, id="landkaart.E005")
            return
    yield from _blocks(base)


def _blocks(base: str) -> Iterator[CheckMessage]:
    """Warns for each block that the base template lacks: fills every block with a unique text,
    renders the page, and reports the blocks whose text is not in it."""
    marks = {name: f"landkaart-{name}-came-through" for name in ("title", "head", "content")}
    shown = {"landkaart": {"base_template": base, **marks}}
    try:
        page = render_to_string("landkaart/page.html", shown, RequestFactory().get("/"))
    except Exception:  # the base template may need a real request, so no block can be checked
        return
    for name, mark in marks.items():
        if mark not in page:
            hint = "Add the block, or write your own landkaart/page.html that fills your blocks."
            yield Warning(f"{base!r} has no block {name!r}.", hint, id="landkaart.W001")


def _addresses() -> Iterator[CheckMessage]:
    try:
        reverse("landkaart:home")
    except NoReverseMatch:
        hint = 'Add path("landkaart/", include("landkaart.django.urls")) to your urls.'
        yield Warning("The urls do not include the portal.", hint, id="landkaart.W002")
