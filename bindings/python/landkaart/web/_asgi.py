# SPDX-License-Identifier: EUPL-1.2
"""The portal as an ASGI endpoint: Starlette's requests and responses, and ours."""

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

from ._http import Part, Request, Response
from ._portal import Portal

Layout = Callable[..., str]


class _AnyText(Convertor[str]):
    """Everything, also what the "path" of Starlette leaves out, such as a new line."""

    regex = "(?s:.*)"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("landkaart", _AnyText())


def portal_route(portal: Portal, layout: Layout | None = None) -> Route:
    """The route that takes every path; it comes last.

    Args:
        portal: Who answers.
        layout: Puts content in a page of the host, if it does.
    """
    return Route("/{path:landkaart}", _Endpoint(portal, layout))


class _Endpoint:
    """The portal as an ASGI application."""

    def __init__(self, portal: Portal, layout: Layout | None) -> None:
        self._portal = portal
        self._layout = layout

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, in a thread so that a search does not hold up others."""
        request = HttpRequest(scope)
        response = await run_in_threadpool(self._answer, request)
        await response(scope, receive, send)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        answer = self._portal.answer(request_of(request))
        if answer.page is None or self._layout is None:
            return response_of(answer)
        html = _in_layout(self._layout, request, answer.page, answer.text)
        return HttpResponse(html, answer.status, dict(answer.headers))


def request_of(request: HttpRequest) -> Request:
    """What is asked, of a request to a route with `{path:path}`."""
    return Request(
        method=request.method,
        path="/" + request.path_params["path"],
        query=request.scope["query_string"].decode("latin-1"),
        headers=dict(request.headers),
        root=request.scope.get("root_path", ""),
    )


def response_of(response: Response) -> HttpResponse:
    """What is answered; what is long in pieces."""
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
