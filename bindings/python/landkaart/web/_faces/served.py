# SPDX-License-Identifier: EUPL-1.2
"""The application as the server runs it: refuses long requests, turns an exception into a
response, and logs status, route and time, but never a path or a query, because a query holds the
words that a visitor typed. Entry point: served."""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from .._addresses import find
from .._words.kinds import KIND_FOLDERS

_LOG = logging.getLogger("landkaart.web")
_TEXT = (b"content-type", b"text/plain; charset=utf-8")
_CLOSE = (b"connection", b"close")
_API_ROUTES = ("zoekresultaten", "suggesties", "kaart", "interfacewoorden", "openapi.json")

_Scope = MutableMapping[str, Any]
_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_Application = Callable[[_Scope, _Receive, _Send], Awaitable[None]]


def served(application: _Application, head_bytes: int, body_bytes: int) -> _Application:
    """The application with the behaviour of this module.

    Args:
        application: An ASGI application.
        head_bytes: The most bytes in the address and headers of a request. A longer head gets
            status 431.
        body_bytes: The most bytes in the body of a request. A longer one gets status 413.
    """

    async def answer(scope: _Scope, receive: _Receive, send: _Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        begun, status = time.perf_counter(), 0

        async def sent(message: _Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                if _has_body(scope):  # the server closes it without receiving the rest of the body
                    message["headers"] = [*message.get("headers", ()), _CLOSE]
            await send(message)

        try:
            if _head_length(scope) > head_bytes:
                await _plain(sent, 431, b"Request Header Fields Too Large")
            elif _is_too_long(scope, body_bytes):
                await _plain(sent, 413, b"Content Too Large")
            else:
                await application(scope, receive, sent)
        except Exception as error:
            _LOG.error("%s: %s", _route(scope["path"]), _place_of(error))
            if not status:
                await _plain(sent, 500, b"Internal Server Error")
        milliseconds = (time.perf_counter() - begun) * 1000
        _LOG.info("%d %s %.1f ms", status, _route(scope["path"]), milliseconds)

    return answer


def _head_length(scope: _Scope) -> int:
    # h11 applies its limit only to a head that is incomplete when bytes arrive.
    lengths = (len(name) + len(value) for name, value in scope["headers"])
    return len(scope["path"]) + len(scope["query_string"]) + sum(lengths)


def _has_body(scope: _Scope) -> bool:
    return any(name in (b"content-length", b"transfer-encoding") for name, _ in scope["headers"])


def _is_too_long(scope: _Scope, most: int) -> bool:
    """Whether the headers announce a longer body, or one of unknown length."""
    return any(
        name == b"transfer-encoding"
        or (name == b"content-length" and not (value.isdigit() and int(value) <= most))
        for name, value in scope["headers"]
    )


async def _plain(send: _Send, status: int, text: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [_TEXT]})
    await send({"type": "http.response.body", "body": text})


def _place_of(error: Exception) -> str:
    """The type of an exception and where it was raised. Its message may repeat what a visitor
    typed."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames[-3:]]
    return " < ".join([type(error).__name__, *reversed(places)])


def _route(path: str) -> str:
    """The name of the route of a path; "unknown" for a path that is not in the tables. Never a part
    of the path itself."""
    first, _, rest = path.lstrip("/").partition("/")
    if first == "v1":
        below = rest.partition("/")[0]
        known = below in _API_ROUTES or below in KIND_FOLDERS.values()
        return f"v1/{below}" if known else "v1"
    target = find(path)
    return target.name if target is not None else "unknown"
