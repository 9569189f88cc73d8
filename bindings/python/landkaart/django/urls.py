# SPDX-License-Identifier: EUPL-1.2
"""The URL patterns of the portal, to include under a prefix of the project.

In a template `{% url 'landkaart:home' %}` gives the address of the home page, and
`{% url 'landkaart:page' 'werkvormen' %}` that of any other page.
"""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from . import _views

app_name = "landkaart"
urlpatterns: list[URLPattern] = [
    path("", _views.page, name="home"),
    re_path(r"^(?P<path>v1(?:/.*)?)$", _views.api, name="api"),
    path("<path:path>", _views.page, name="page"),
]
