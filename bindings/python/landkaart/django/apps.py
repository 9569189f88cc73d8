# SPDX-License-Identifier: EUPL-1.2
"""The app, as INSTALLED_APPS finds it."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import register


class LandkaartConfig(AppConfig):
    """The portal; it has no models, so there is nothing to migrate."""

    name = "landkaart.django"
    label = "landkaart"
    verbose_name: str = "Landkaart"

    def ready(self) -> None:
        """Adds the system checks."""
        from ._checks import check_landkaart

        register(check_landkaart, "landkaart")
