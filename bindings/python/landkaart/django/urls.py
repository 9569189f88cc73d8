# SPDX-License-Identifier: EUPL-1.2
"""Every address of the portal, to include under a prefix of the host.

`{% url 'landkaart:home' %}` is its home, and `{% url 'landkaart:page' 'werkvormen' %}` any page.
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
