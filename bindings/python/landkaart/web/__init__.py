# SPDX-License-Identifier: EUPL-1.2
"""The portal: web pages and an API for a pack, to mount in a web application.

Example:
    >>> from landkaart.web import create_app
    >>> app = create_app(pack, base_url="https://intranet.example.org/landkaart")
"""

from ._faces.fastapi import create_app
from ._faces.site import SiteReport, write_site
from ._http.messages import Request, Response
from ._portal import Portal
from ._settings import Settings

__all__ = [
    "Portal",
    "Request",
    "Response",
    "Settings",
    "SiteReport",
    "create_app",
    "write_site",
]
