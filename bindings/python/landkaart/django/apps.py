# SPDX-License-Identifier: EUPL-1.2
"""The configuration of the app, which Django finds through INSTALLED_APPS."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import register


class LandkaartConfig(AppConfig):
    """The app "landkaart". It has no models, so it needs no migrations."""

    name = "landkaart.django"
    label = "landkaart"
    verbose_name: str = "Landkaart"

    def ready(self) -> None:
        """Registers the system check."""
        from ._checks import check_landkaart

        register(check_landkaart, "landkaart")
