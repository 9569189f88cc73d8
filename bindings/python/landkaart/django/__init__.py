# SPDX-License-Identifier: EUPL-1.2
"""The portal as a Django app.

Add "landkaart.django" to INSTALLED_APPS, and path("landkaart/", include("landkaart.django.urls"))
to the urls. The optional setting LANDKAART configures the portal; docs/portal.md describes it.
"""
