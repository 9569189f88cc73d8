# SPDX-License-Identifier: EUPL-1.2
"""ApiRoute: the behaviour that all routes of /v1 share.

A route answers HEAD like GET, ignores empty query values (except of "zoekterm" and "tekst"),
reports the mistakes in a query together, handles entity tags, and adds headers, also those for
scripts of other origins (CORS). The host application needs no exception handlers or middleware for
this.
"""

from __future__ import annotations

import contextlib
import functools
import logging
from collections.abc import Awaitable, Callable, Hashable, Iterable
from typing import Any, ClassVar, cast
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Match
from starlette.types import ASGIApp, Receive, Scope, Send

from ..._errors import PackError
from .._edition import OpenedPack
from .._http.admission import Admission, Overloaded
from .._http.messages import Content, respond
from .._http.messages import Request as Asked
from .._http.security import transport_security
from .._pages.counters import Counters
from .._settings import Settings
from .parameters import MAY_BE_EMPTY, mistakes_in
from .problem import Problem, overloaded, wrong_query
from .view import Answer, View

API_VERSION = "1.0.0"
# The key in an ASGI scope for the root path of the portal, which the path of that scope does not
# include. The standard key "root_path" does not serve, because some releases of Starlette remove it
# from the path and others do not.
ROOT = "landkaart.root"
_MAX_CACHED_ROOTS = 4
_LOG = logging.getLogger(__name__)


class Service:
    """The state that the routes of one router share.

    Args:
        source: A pack, or a function that returns the newest pack.
        settings: The options of the portal.
        counters: Counts searches without results, if settings.count_searches is true; None for no
            counting.
        admission: Bounds the searches that run at once; None for the bound of the settings.

    Attributes:
        settings: The options of the portal.
    """

    def __init__(
        self,
        source: OpenedPack,
        settings: Settings,
        counters: Counters | None,
        admission: Admission | None,
    ) -> None:
        self.settings = settings
        self._admission = admission or Admission(
            settings.searches_at_once, settings.searches_waiting, settings.search_seconds
        )
        self._headers = {
            "api-version": API_VERSION,
            "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            **transport_security(settings),
        }
        self._varies_by_origin = bool(settings.cors_origins) and "*" not in settings.cors_origins
        self._source = source
        self._counters = counters if settings.count_searches else None
        self._view = functools.lru_cache(_MAX_CACHED_ROOTS)(View)

    def begin(self, request: Request, names: frozenset[str]) -> None:
        """Stores in the request which pack answers it, and which names its query may have."""
        scope = request.scope
        root = self.settings.base_url or quote(scope.get(ROOT) or scope.get("root_path", ""))
        pack = self._source() if callable(self._source) else self._source
        request.state.view = self._view(pack, root, self._admission)
        request.state.names = names

    def view(self, request: Request) -> View:
        """The pack that answers a request, and the root path of the request."""
        return cast("View", request.state.view)

    def send(self, request: Request, content: Content) -> Response:
        """The response to a request: the content, or 304 when the client's copy is still
        current."""
        made = respond(Asked("GET", request.scope["path"], headers=request.headers), content)
        headers = {**self._headers, **made.headers}
        if self._varies_by_origin:
            headers["vary"] = "Origin, " + headers["vary"] if "vary" in headers else "Origin"
        return Response(made.body, made.status, headers)

    def answer(self, request: Request, make: Callable[..., Answer], *asked: Hashable) -> Answer:
        """The answer that `make` gives for these arguments, from the cache of the view if possible.

        Raises:
            Problem: The query has mistakes.
            Overloaded: The request has a query, and too many others wait or it took too long.
        """
        return self._kept(request, make, *asked) or self._made(request, make, *asked)

    async def search(
        self, request: Request, make: Callable[..., Answer], *asked: Hashable
    ) -> Answer:
        """Like `answer`, for an event loop: only an answer that must be made takes a thread."""
        kept = self._kept(request, make, *asked)
        if kept is not None:
            return kept
        if self._admission.is_full:
            raise Overloaded
        return await run_in_threadpool(self._made, request, make, *asked)

    def _kept(
        self, request: Request, make: Callable[..., Answer], *asked: Hashable
    ) -> Answer | None:
        mistakes = self._mistakes(request, ())
        if mistakes:
            raise wrong_query(mistakes)
        return self.view(request).cached.find(make, *asked)

    def _made(self, request: Request, make: Callable[..., Answer], *asked: Hashable) -> Answer:
        # Any number of queries makes an answer that is not kept, so each takes a turn.
        has_query = bool(request.scope["query_string"])
        with self._admission.turn() if has_query else contextlib.nullcontext():
            answer = self.view(request).cached(make, *asked)
        assert answer is not None
        return answer

    def reply(self, request: Request, make: Callable[..., Answer], *asked: Hashable) -> Response:
        """The response with the result of `answer`."""
        return self.send(request, self.answer(request, make, *asked).content)

    def refuse(self, request: Request, names: Iterable[str]) -> Problem:
        """The error for a query in which FastAPI rejected the values of these names."""
        return wrong_query(self._mistakes(request, names))

    def count(self, query: str) -> None:
        """Counts a search without results, unless counting is off."""
        if self._counters is not None:
            self._counters.count(query)

    def _mistakes(self, request: Request, refused: Iterable[str]) -> list[dict[str, str]]:
        pack = self.view(request).pack
        return mistakes_in(request.query_params, request.state.names, refused, pack)


class ApiRoute(APIRoute):
    """A route of /v1. Each router makes a subclass, whose class attribute holds its service."""

    service: ClassVar[Service]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._answer: ASGIApp = super().handle
        origins = self.service.settings.cors_origins
        if origins:
            self._answer = CORSMiddleware(
                self._answer,
                allow_origins=origins,
                allow_methods=("GET", "HEAD"),
                allow_headers=("If-None-Match",),
                # Pages of a named origin can be behind the same login as /v1. Browsers refuse
                # cookies for "*".
                allow_credentials="*" not in origins,
                expose_headers=("API-Version", "ETag", "Retry-After"),
                max_age=86400,
            )

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Matches HEAD wherever GET matches."""
        return super().matches(_as_get(scope))

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers HEAD like GET. The server leaves out the body of a response to HEAD."""
        await self._answer(_as_get(scope), receive, send)

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """The handler of FastAPI, in which exceptions become problem details."""
        handle = super().get_route_handler()
        names = frozenset(field.alias for field in self.dependant.query_params)

        async def answered(request: Request) -> Response:
            request = _without_empty_values(request)
            try:
                self.service.begin(request, names)
                return await handle(request)
            except RequestValidationError as error:
                refused = dict.fromkeys(str(one["loc"][1]) for one in error.errors())
                problem = self.service.refuse(request, refused)
            except Problem as found:
                problem = found
            except Overloaded as error:
                problem = overloaded(error.retry_after)
            except PackError:
                _LOG.exception("cannot read the pack")
                problem = Problem(500, "De stof is op dit moment niet goed te lezen.")
            return self.service.send(request, problem.content)

        return answered


def _as_get(scope: Scope) -> Scope:
    return {**scope, "method": "GET"} if scope.get("method") == "HEAD" else scope


def _without_empty_values(request: Request) -> Request:
    """The request without empty query values, except those of MAY_BE_EMPTY. Forms send every
    field, also the empty ones."""
    given = request.query_params.multi_items()
    filled = [(name, value) for name, value in given if value or name in MAY_BE_EMPTY]
    if len(filled) == len(given):
        return request
    query = urlencode(filled).encode()
    return Request({**request.scope, "query_string": query}, request.receive)


def preferred(request: Request, *media_types: str) -> str:
    """The media type that the Accept header of a request prefers; the first one without that
    header.

    Args:
        request: The request.
        media_types: The available media types.
    """
    likes: dict[str, float] = {}
    for part in request.headers.get("accept", "").split(","):
        name, *parameters = (piece.strip() for piece in part.lower().split(";"))
        weights = [piece[2:] for piece in parameters if piece.startswith("q=")]
        likes[name] = _weight(weights[0]) if weights else 1.0
    others = likes.get("*/*", 0.0)
    return max(media_types, key=lambda name: likes.get(name, others))


def _weight(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
