# SPDX-License-Identifier: EUPL-1.2
"""The URL patterns of the intranet. The portal is included below landkaart/."""

from django.urls import include, path
from django.views.generic import TemplateView

urlpatterns = [
    path("", TemplateView.as_view(template_name="home.html"), name="home"),
    path("landkaart/", include("landkaart.django.urls")),
]
