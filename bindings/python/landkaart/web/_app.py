# SPDX-License-Identifier: EUPL-1.2
"""create_app: the portal and its /v1 as an ASGI application, on FastAPI."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Union

from markupsafe import Markup

from ._edition import PackSource
from ._http import Request, Response
from ._portal import Portal
from ._settings import Settings

if TYPE_CHECKING:
    import fastapi
    from starlette.requests import Request as HttpRequest
    from starlette.types import Receive, Scope, Send

Layout = Callable[..., str]


def create_app(
    pack: PackSource,
    *,
    base_url: str = "",
    theme: str = "",
    settings: Settings | None = None,
    layout: Layout | None = None,
) -> fastapi.FastAPI:
    """The portal as an application, to serve or to mount: `host.mount("/landkaart", app)`.

    Args:
        pack: A pack, or what gives the newest one.
        base_url: The public address; instead of that in `settings`.
        theme: Class of a theme of NL Design System; instead of that in `settings`.
        settings: What else the host chooses.
        layout: Puts content in a page of the host. It is called with `request` (of Starlette),
            `title`, `language`, `head` and `content`, and gives HTML; the `render` of a Jinja
            template is one.

    Example:
        >>> from landkaart.web import create_app
        >>> app = create_app(pack, base_url="https://intranet.example.org/landkaart")
    """
    import fastapi

    from ._api import api_router

    chosen = settings or Settings()
    chosen = replace(
        chosen,
        base_url=base_url or chosen.base_url,
        theme=theme or chosen.theme,
        content_only=chosen.content_only or layout is not None,
    )
    portal = Portal(pack, chosen)
    app = fastapi.FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.include_router(api_router(pack, chosen, portal.counters if chosen.count_searches else None))
    app.add_route("/{path:path}", _Pages(portal, layout), include_in_schema=False)
    return app


class _Pages:
    """The portal as the ASGI application of a route that takes every path."""

    def __init__(self, portal: Portal, layout: Layout | None) -> None:
        self._portal = portal
        self._layout = layout

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        from starlette.concurrency import run_in_threadpool
        from starlette.requests import Request as HttpRequest
        from starlette.responses import Response as HttpResponse

        answer = await run_in_threadpool(self._portal.answer, _request(scope))
        body = answer.body
        if answer.page is not None and self._layout is not None:
            body = _in_layout(self._layout, HttpRequest(scope), answer)
        headers = dict(answer.headers)
        await HttpResponse(body, answer.status, headers)(scope, receive, send)


def _request(scope: Scope) -> Request:
    return Request(
        method=scope["method"],
        path="/" + scope["path_params"]["path"],
        query=scope["query_string"].decode("latin-1"),
        headers={name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]},
        root=scope.get("root_path", ""),
    )


def _in_layout(layout: Layout, request: HttpRequest, answer: Response) -> bytes:
    part = answer.page
    assert part is not None
    html = layout(
        request=request,
        title=part.title,
        language=part.language,
        head=Markup(part.head),
        content=Markup(answer.body.decode()),
    )
    return html.encode()
