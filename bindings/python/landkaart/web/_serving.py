# SPDX-License-Identifier: EUPL-1.2
"""Serves an application with uvicorn, for `python -m landkaart.web` and `landkaart preview`."""

from __future__ import annotations

import errno
import os
import socket
from typing import Any

import uvicorn

from .._errors import ErrorCode, error_from_core


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


def server_of(application: Any) -> uvicorn.Server:
    """A server that logs only warnings and errors. `run(sockets=[...])` serves until Ctrl-C."""
    return uvicorn.Server(uvicorn.Config(application, log_level="warning", access_log=False))
