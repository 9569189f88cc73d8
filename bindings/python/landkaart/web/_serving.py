# SPDX-License-Identifier: EUPL-1.2
"""Serves an application on this machine, for who looks at a pack or works on one."""

from __future__ import annotations

import errno
import os
import socket
from typing import Any

import uvicorn

from .._errors import ErrorCode, error_from_core


def listen(host: str, port: int) -> socket.socket:
    """A socket that waits for visitors; port 0 takes any that is free.

    Raises:
        FileError: Something else uses the port, or it may not be used.
        InvalidArgument: There is no such port.
    """
    if not 0 <= port <= 65535:
        message = f"a port is 0 to 65535, not {port}"
        raise error_from_core(ErrorCode.INVALID_ARGUMENT, message, "", None, 0)
    try:
        return socket.create_server((host, port))
    except OSError as error:
        number = max(error.errno or 0, 0)  # negative for a host that there is not
        reason = os.strerror(number) if number else error.strerror  # its own text says where twice
        message = f"cannot serve on {host}:{port}: {reason}"
        if error.errno == errno.EADDRINUSE:
            message += "; choose another with --port"
        raise error_from_core(ErrorCode.IO, message, "", None, number) from error


def address_of(listening: socket.socket) -> str:
    """Where a browser finds it."""
    host, port = listening.getsockname()[:2]
    return f"http://{host}:{port}"


def server_of(application: Any) -> uvicorn.Server:
    """A server that speaks when something is wrong; `run(sockets=[...])` serves until Ctrl-C."""
    return uvicorn.Server(uvicorn.Config(application, log_level="warning", access_log=False))
