# SPDX-License-Identifier: EUPL-1.2
"""The portal as an ASGI endpoint. Converts requests and responses between Starlette and the
portal."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request as HttpRequest
from starlette.responses import Response as HttpResponse
from starlette.responses import StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from .._http.messages import Part, Request, Response
from .._portal import Portal

Layout = Callable[..., str]


class _AnyText(Convertor[str]):
    """A path parameter that matches any text, also line breaks, which Starlette's "path"
    rejects."""

    regex = "(?s:.*)"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("landkaart", _AnyText())


def portal_route(portal: Portal, layout: Layout | None = None) -> Route:
    """The route of the portal. It matches every path, so it must be the last route.

    Args:
        portal: The portal that answers.
        layout: As in `create_app`.
    """
    return Route("/{path:landkaart}", _Endpoint(portal, layout))


class _Endpoint:
    """The portal as an ASGI application."""

    def __init__(self, portal: Portal, layout: Layout | None) -> None:
        self._portal = portal
        self._layout = layout

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request. What is kept is sent at once; the rest is made in a thread, so that
        a slow search does not delay other requests."""
        request = HttpRequest(scope)
        kept = self._portal.kept(request_of(request))
        if kept is not None:
            response = response_of(kept)
        else:
            response = await run_in_threadpool(self._answer, request)
        await response(scope, receive, send)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        answer = self._portal.answer(request_of(request))
        if answer.page is None or self._layout is None:
            return response_of(answer)
        html = _in_layout(self._layout, request, answer.page, answer.text)
        return HttpResponse(html, answer.status, dict(answer.headers))


def request_of(request: HttpRequest) -> Request:
    """Converts a request of Starlette, to a route with a parameter named "path"."""
    return Request(
        method=request.method,
        path="/" + request.path_params["path"],
        query=request.scope["query_string"].decode("latin-1"),
        headers=dict(request.headers),
        root=request.scope.get("root_path", ""),
    )


def response_of(response: Response) -> HttpResponse:
    """Converts a response of the portal. A long body, such as a pack file, is sent in pieces."""
    if isinstance(response.body, memoryview):
        return StreamingResponse(response.pieces(), response.status, dict(response.headers))
    return HttpResponse(response.body, response.status, dict(response.headers))


def _in_layout(layout: Layout, request: HttpRequest, part: Part, content: str) -> str:
    return layout(
        request=request,
        title=part.title,
        language=part.language,
        head=Markup(part.head),
        content=Markup(content),
    )
