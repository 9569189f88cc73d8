# SPDX-License-Identifier: EUPL-1.2
"""The views: `page` answers with the portal, inside the project's template if configured; `api`
answers requests to /v1."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable

from django import VERSION
from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt

from landkaart.web import Request, Response
from landkaart.web._addresses import find

from . import _configuration

# The headers that each middleware sets. If the portal set them too, the middleware would keep the
# portal's value; the project's choice must win, so the portal leaves them out.
_DECIDED_BY = {
    "django.middleware.security.SecurityMiddleware": (
        "referrer-policy",
        "strict-transport-security",
        "x-content-type-options",
        *(["cross-origin-opener-policy"] if VERSION >= (4, 0) else []),
    ),
    "django.middleware.clickjacking.XFrameOptionsMiddleware": ("x-frame-options",),
    "django.middleware.csp.ContentSecurityPolicyMiddleware": ("content-security-policy",),
    "csp.middleware.CSPMiddleware": ("content-security-policy",),
}


@csrf_exempt  # no request changes data; a POST gets 405 (method not allowed) instead of 403
def page(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """Answers a request for a page or file of the portal."""
    asked = Request(
        method=request.method or "GET",
        path="/" + path,
        query=request.META.get("QUERY_STRING", ""),
        headers={name.lower(): value for name, value in request.headers.items()},
        root=_root(request, path),
    )
    answer = _configuration.portal().answer(asked)
    target = find(asked.path)
    of_pack = target is not None and target.name == "asset"
    if isinstance(answer.body, memoryview):
        return _with_headers(_streamed(request, answer), answer.headers.items(), of_pack)
    body = answer.body if answer.page is None else _in_host_page(request, answer)
    made = HttpResponse(body, status=answer.status)
    return _with_headers(made, answer.headers.items(), of_pack)


@csrf_exempt
def api(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answers a request to the API, /v1."""
    from . import _api  # imported here because it loads FastAPI, which pages do not need

    status, headers, body = _api.answer(request, "/" + path, _root(request, path))
    return _with_headers(HttpResponse(body, status=status), headers)


def _root(request: HttpRequest, path: str) -> str:
    """The prefix of the portal in the urls of the project, such as "/landkaart"."""
    return request.path[: len(request.path) - len(path)].rstrip("/")


def _streamed(request: HttpRequest, answer: Response) -> StreamingHttpResponse:
    """A response that sends a long body in pieces.

    From version 4.2 on Django first collects a synchronous iterator into a list when it runs under
    ASGI, so an asynchronous iterator is used there.
    """

    async def pieces() -> AsyncIterator[bytes]:
        for piece in answer.pieces():
            yield piece

    awaited = isinstance(request, ASGIRequest) and VERSION >= (4, 2)
    return StreamingHttpResponse(pieces() if awaited else answer.pieces(), status=answer.status)


def _with_headers(
    response: HttpResponseBase, headers: Iterable[tuple[str, str]], of_pack: bool = False
) -> HttpResponseBase:
    """The response with the headers of the portal, without those that the middleware decides. A
    file of the pack keeps all of them, because they stop its scripts."""
    decided: set[str] = set()
    if not of_pack:
        decided = {name for by in settings.MIDDLEWARE for name in _DECIDED_BY.get(by, ())}
    for name, value in headers:
        if name.lower() not in decided:
            response[name] = value
    return response


def _in_host_page(request: HttpRequest, answer: Response) -> str:
    """Renders landkaart/page.html, which fills the blocks of the project's base template."""
    assert answer.page is not None
    shown = {
        "base_template": _configuration.base_template(),
        "title": answer.page.title,
        "language": answer.page.language,
        "head": mark_safe(answer.page.head),
        "content": mark_safe(answer.text),
    }
    return render_to_string("landkaart/page.html", {"landkaart": shown}, request)
