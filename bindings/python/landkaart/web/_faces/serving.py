# SPDX-License-Identifier: EUPL-1.2
"""Serves an application with uvicorn, for `python -m landkaart.web` and `landkaart preview`."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
import sys
import threading
from typing import Any

import uvicorn

from ..._errors import ErrorCode, error_from_core
from .._http.connections import Connections, Limits
from .served import served


def listen(host: str, port: int) -> socket.socket:
    """Opens a listening socket. Port 0 takes a free port.

    Raises:
        FileError: Another program uses the port, or the process lacks permission to use it.
        InvalidArgument: The port is not in the range 0 to 65535.
    """
    if not 0 <= port <= 65535:
        message = f"the port must be 0 to 65535, not {port}"
        raise error_from_core(ErrorCode.INVALID_ARGUMENT, message, "", None, 0)
    try:
        return socket.create_server((host, port))
    except OSError as error:
        number = max(error.errno or 0, 0)  # negative when the host name is unknown
        # The text of the error itself repeats the host and port, so the text of its number is used.
        reason = os.strerror(number) if number else error.strerror
        message = f"cannot serve on {host}:{port}: {reason}"
        if error.errno == errno.EADDRINUSE:
            message += "; choose another with --port"
        raise error_from_core(ErrorCode.IO, message, "", None, number) from error


def address_of(listening: socket.socket) -> str:
    """The address of a listening socket, such as "http://127.0.0.1:8080"."""
    host, port = listening.getsockname()[:2]
    return f"http://{host}:{port}"


class Server(uvicorn.Server):
    """A server of uvicorn whose connections have bounds."""

    def __init__(self, application: Any, limits: Limits) -> None:
        self._connections = Connections(limits)
        super().__init__(
            uvicorn.Config(
                served(application, limits.head_bytes, limits.body_bytes),
                http=self._connections.make,  # type: ignore[arg-type]
                ws="none",
                backlog=self._connections.accepted_at_once,
                log_config=None,
                log_level="critical",  # uvicorn logs a traceback for each invalid request
                access_log=False,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to accept connections. asyncio uses one number for the queue of the operating
        system and for the connections that it accepts in one step; here the queue is longer."""
        await super().startup(sockets=sockets)
        for listening in sockets or []:
            listening.listen(self._connections.limits.backlog)

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serves until a signal."""
        watching = asyncio.create_task(self._connections.watch())
        stopping = asyncio.create_task(self._stop_in_time())
        try:
            await super().serve(sockets=sockets)
        finally:
            watching.cancel()
            stopping.cancel()

    async def _stop_in_time(self) -> None:
        """Closes the connections that are still open some seconds after the signal to stop."""
        while not self.should_exit:
            await asyncio.sleep(0.1)
        await asyncio.sleep(self._connections.limits.stop_seconds)
        self._connections.close_all()


def server_of(application: Any, limits: Limits | None = None) -> Server:
    """A server that logs only errors. `run(sockets=[...])` serves until SIGTERM, or until Ctrl-C,
    which may raise KeyboardInterrupt.

    Args:
        application: An ASGI application.
        limits: The bounds on clients.
    """
    # uvicorn stops at SIGTERM. Newer releases then send the signal to the process once more.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    return Server(application, limits or Limits())
