# SPDX-License-Identifier: EUPL-1.2
"""Answers requests to /v1. The API is an ASGI application, so each Django request becomes one ASGI
call."""

from __future__ import annotations

import functools
from collections.abc import MutableMapping
from typing import Any

from asgiref.sync import async_to_sync
from django.http import HttpRequest
from fastapi import FastAPI

from landkaart.web import Portal
from landkaart.web._api import api_router
from landkaart.web._api.route import ROOT

from . import _configuration

_Message = MutableMapping[str, Any]


_Answer = tuple[int, list[tuple[str, str]], bytes]


def answer(request: HttpRequest, path: str, root: str) -> _Answer:
    """The status, headers and body of the response of the API.

    Args:
        request: The Django request.
        path: The path after the prefix of the portal, such as "/v1/werkvormen".
        root: The prefix of the portal, such as "/landkaart".
    """
    headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1", "replace"))
        for name, value in request.headers.items()
    ]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": request.scheme,
        "path": path,
        "raw_path": path.encode(),
        ROOT: root,
        "query_string": request.META.get("QUERY_STRING", "").encode("latin-1", "replace"),
        "headers": headers,
        "server": None,
        "client": None,
    }
    return async_to_sync(_ask)(scope)


async def _ask(scope: dict[str, Any]) -> _Answer:
    messages: list[_Message] = []

    async def receive() -> _Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: _Message) -> None:
        messages.append(message)

    await _application(_configuration.portal())(scope, receive, send)
    start, *parts = messages
    headers = [
        (name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]
    ]
    return start["status"], headers, b"".join(part.get("body", b"") for part in parts)


@functools.lru_cache(1)
def _application(portal: Portal) -> FastAPI:
    application = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    application.include_router(
        api_router(lambda: portal.pack, portal.settings, portal.counters, portal.admission)
    )
    return application
