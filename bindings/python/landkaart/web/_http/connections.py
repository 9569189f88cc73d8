# SPDX-License-Identifier: EUPL-1.2
"""Connections: the open connections of a server, with a bound on their number and on the time that
each waits for its client.

A connection waits for its client while the head of a request is incomplete, between two requests,
and while the client does not read the response. An attacker can hold every connection in this state
with one open socket for each, and sends almost nothing (Slowloris, R. Hansen, 2009). So `watch`
closes the connections that wait too long. When the number of connections is at its bound, a new
connection takes the place of the one that has waited longest for its client. A connection that
waits for the application stays open.
"""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

_KEPT_FILES = 64  # descriptors that are not connections: the pack, the listening socket, libraries
_CHECKS = 20  # `watch` makes this many checks within the shortest time limit


@dataclass(frozen=True)
class Limits:
    """The bounds on the clients of a server.

    Attributes:
        connections: The most connections that are open at once. It is lowered where the limit of
            the process on open files (`ulimit -n`) leaves room for fewer.
        request_seconds: The most time in which a client must send the head of a request. A
            connection without a request is closed after this time too.
        response_seconds: The most time in which a client must take 256 KiB of a response.
        stop_seconds: The most time that the server waits for responses when it stops.
        head_bytes: The most bytes in the request line and headers of a request.
        body_bytes: The most bytes in the body of a request. The portal reads no bodies.
        accepted_at_once: The most connections that the server accepts in one step of the event
            loop.
        backlog: The most connections that wait to be accepted.
    """

    connections: int = 512
    request_seconds: float = 10.0
    response_seconds: float = 30.0
    stop_seconds: float = 5.0
    head_bytes: int = 16 << 10
    body_bytes: int = 64 << 10
    accepted_at_once: int = 64
    backlog: int = 1024


class Connections:
    """The open connections of one server. All methods run in the event loop of that server.

    Args:
        limits: The bounds.

    Attributes:
        limits: The bounds.
        accepted_at_once: The most connections that the server accepts in one step of the event
            loop. It is lower than in the bounds where the process may open few files.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        files = _open_files()
        self.accepted_at_once = max(min(limits.accepted_at_once, files // 16), 1)
        # A connection is reported two steps of the event loop after it was accepted, and the one
        # that it replaces is closed a step later. In each step the server accepts more.
        kept = 4 * self.accepted_at_once + _KEPT_FILES
        self._most = min(limits.connections, max(files - kept, 1))
        # A dictionary keeps the order, which decides between connections of the same moment.
        self._open: dict[Connection, None] = {}

    def make(self, *arguments: Any, **named: Any) -> Connection:
        """Makes the protocol of a new connection, with the arguments that uvicorn gives."""
        return Connection(self, *arguments, **named)

    def opened(self, connection: Connection) -> None:
        """Adds a connection. At the bound, the connection that has waited longest for its client is
        closed; without such a connection, the new one."""
        if len(self._open) >= self._most:
            waiting = (one for one in self._open if one.waits)
            oldest = min(waiting, key=lambda one: one.since, default=connection)
            self._drop(oldest)
            if oldest is connection:
                return
        self._open[connection] = None

    def closed(self, connection: Connection) -> None:
        """Removes a connection."""
        self._open.pop(connection, None)

    async def watch(self) -> None:
        """Closes the connections that wait too long for their clients, until it is cancelled."""
        pause = min(self.limits.request_seconds, self.limits.response_seconds) / _CHECKS
        while True:
            await asyncio.sleep(min(pause, 0.5))
            now = asyncio.get_running_loop().time()
            for connection in [one for one in self._open if one.is_late(now)]:
                self._drop(connection)

    def close_all(self) -> None:
        """Closes every connection at once."""
        for connection in list(self._open):
            self._drop(connection)

    def _drop(self, connection: Connection) -> None:
        self._open.pop(connection, None)
        # abort, because close first sends what is left, and waits for the client to take it.
        connection.transport.abort()


class Connection(H11Protocol):
    """A connection of uvicorn that reports to Connections.

    Attributes:
        since: The time of the event loop at which it began to wait for its client.
    """

    def __init__(self, all: Connections, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.conn = h11.Connection(h11.SERVER, max_incomplete_event_size=all.limits.head_bytes)
        self.since = 0.0
        self._all = all
        self._is_full = False  # the buffer of the response: the client does not read

    @property
    def waits(self) -> bool:
        """Whether it waits for its client, and not for the application."""
        return self._is_full or self.cycle is None or self.cycle.response_complete

    def is_late(self, now: float) -> bool:
        """Whether it has waited too long for its client."""
        if not self.waits:
            self.since = now
        limits = self._all.limits
        return now - self.since > (
            limits.response_seconds if self._is_full else limits.request_seconds
        )

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the event loop for a new connection."""
        self.since = self.loop.time()
        _send_at_once(transport)
        super().connection_made(transport)  # type: ignore[arg-type]
        self._all.opened(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the event loop when the connection is closed."""
        self._all.closed(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Called by the event loop with bytes of the client."""
        try:
            super().data_received(data)
        except h11.ProtocolError:  # a mistake of the client in the middle of a response
            self.transport.abort()
        if not self.waits:
            self.since = self.loop.time()

    def pause_writing(self) -> None:
        """Called by the event loop when the client reads more slowly than the response is made."""
        self._is_full = True
        self.since = self.loop.time()
        super().pause_writing()

    def resume_writing(self) -> None:
        """Called by the event loop when the client has read most of the response."""
        self._is_full = False
        self.since = self.loop.time()
        super().resume_writing()


def _send_at_once(transport: asyncio.BaseTransport) -> None:
    """Sets TCP_NODELAY. Without it the body of a response waits until the client confirms the
    headers, which takes about 40 ms. asyncio sets it only when the listening socket names its
    protocol, and that of socket.create_server does not."""
    connected = transport.get_extra_info("socket")
    if connected is not None and connected.family != getattr(socket, "AF_UNIX", None):
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _open_files() -> int:
    """The most files that this process may have open at once."""
    try:
        import resource
    except ImportError:  # Windows, which has no such limit
        return 1 << 20
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 1 << 20 if soft == resource.RLIM_INFINITY else soft
