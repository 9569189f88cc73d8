# SPDX-License-Identifier: EUPL-1.2
"""create_app: makes the portal, with its API under /v1, as an ASGI application on FastAPI."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .._edition import PackSource
from .._portal import Portal
from .._settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from .asgi import Layout


def create_app(
    pack: PackSource,
    *,
    base_url: str = "",
    theme: str = "",
    settings: Settings | None = None,
    layout: Layout | None = None,
) -> FastAPI:
    """Makes the portal as an application, to serve or to mount: `host.mount("/landkaart", app)`.

    Args:
        pack: A pack, the path of one, or a function that returns the newest pack and is called for
            each request.
        base_url: The public address of the portal; replaces the one in `settings`.
        theme: The class of an NL Design System theme; replaces the one in `settings`.
        settings: The other options of the portal.
        layout: A function that puts the content of a page inside a page of the host application,
            and returns HTML. Its keyword arguments are `request` (of Starlette), `title`,
            `language`, `head` and `content`. The `render` method of a Jinja template fits.

    Example:
        >>> from landkaart.web import create_app
        >>> app = create_app(pack, base_url="https://intranet.example.org/landkaart")
    """
    # Imported here because Django projects use this package without FastAPI.
    from fastapi import FastAPI

    from .._api import api_router
    from .asgi import portal_route

    portal = Portal(pack, _chosen(settings or Settings(), base_url, theme, layout))
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.include_router(
        api_router(lambda: portal.pack, portal.settings, portal.counters, portal.admission)
    )
    app.router.routes.append(portal_route(portal, layout))
    return app


def _chosen(settings: Settings, base_url: str, theme: str, layout: Layout | None) -> Settings:
    return replace(
        settings,
        base_url=base_url or settings.base_url,
        theme=theme or settings.theme,
        content_only=settings.content_only or layout is not None,
    )
