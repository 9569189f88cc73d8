# SPDX-License-Identifier: EUPL-1.2
"""Answers only requests for known host names. Entry point: only_for.

The preview of a folder listens on this machine, where no page of another site should reach it. A
site can give its own name the address 127.0.0.1 (DNS rebinding), and a browser then lets its
scripts read the preview. The Host header shows that name.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any

_LOCAL = frozenset(["localhost", "127.0.0.1", "[::1]"])
_HOST = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")

_Scope = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
_Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
_Application = Callable[[_Scope, _Receive, _Send], Awaitable[None]]


def only_for(names: Collection[str], application: _Application) -> _Application:
    """The application, which answers requests for this machine and for the given names. Others get
    status 421.

    Args:
        names: Host names without a port, such as "werkplek.example".
        application: An ASGI application.
    """
    known = _LOCAL | {name.lower() for name in names}

    async def answer(scope: _Scope, receive: _Receive, send: _Send) -> None:
        if scope["type"] != "http" or host_name(scope) in known:
            await application(scope, receive, send)
            return
        text = b"The preview does not answer to this host name. Start it with --name and the name."
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(text)).encode()),
        ]
        await send({"type": "http.response.start", "status": 421, "headers": headers})
        await send({"type": "http.response.body", "body": text})

    return answer


def host_name(scope: _Scope) -> str:
    """The name in the Host header, in lower case and without the port; "" when there is none, when
    it is invalid, and when there are several."""
    given = [value for name, value in scope["headers"] if name == b"host"]
    found = _HOST.fullmatch(given[0].decode("latin-1")) if len(given) == 1 else None
    return found[1].lower() if found else ""
