# SPDX-License-Identifier: EUPL-1.2
"""The portal as a Django app: path("landkaart/", include("landkaart.django.urls")).

INSTALLED_APPS names "landkaart.django"; the setting LANDKAART may say more, see docs/portal.md.
"""
