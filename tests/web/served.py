# SPDX-License-Identifier: EUPL-1.2
"""Runs `python -m landkaart.web`, and talks to it over sockets."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

SECONDS = 30  # time limit; long, because the machine may be busy


class Server:
    """A running server. Its log is in a file, because a full pipe would stop it."""

    def __init__(self, log: Path, *arguments: str, open_files: int = 0) -> None:
        command = [sys.executable, "-m", "landkaart.web", "--port", "0", *arguments]
        if open_files:
            command = ["sh", "-c", f'ulimit -n {open_files}; exec "$@"', "sh", *command]
        self._log = log
        with log.open("wb") as errors:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors)
        assert self.process.stdout
        self.said = self.process.stdout.readline().decode()
        assert self.said.startswith("http://127.0.0.1:"), self.log
        self.port = int(self.said.split()[0].rpartition(":")[2])

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS)

    def get(self, path: str, headers: str = "") -> tuple[int, bytes, float]:
        """Status, whole response and seconds of a request on a connection of its own."""
        begun = time.perf_counter()
        with self.connect() as connection:
            head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"
            connection.sendall(head.encode())
            answer = rest(connection)
        return int(answer.split(b" ", 2)[1]), answer, time.perf_counter() - begun

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Sends a signal; returns the exit status, and the seconds until the end."""
        begun = time.perf_counter()
        self.process.send_signal(number)
        status = self.process.wait(timeout=SECONDS)
        return status, time.perf_counter() - begun


@contextlib.contextmanager
def running(log: Path, *arguments: str, open_files: int = 0) -> Iterator[Server]:
    server = Server(log, *arguments, open_files=open_files)
    try:
        yield server
    finally:
        with contextlib.suppress(OSError):
            os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        assert server.process.stdout
        server.process.stdout.close()


def rest(connection: socket.socket) -> bytes:
    """Everything until the server closes the connection, also when it does so with a reset."""
    parts = []
    with contextlib.suppress(ConnectionResetError):
        while part := connection.recv(1 << 16):
            parts.append(part)
    return b"".join(parts)


def response(connection: socket.socket) -> bytes:
    """One response with a Content-Length, without its body."""
    answer = b""
    while b"\r\n\r\n" not in answer:
        part = connection.recv(1 << 16)
        assert part, answer
        answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    (length,) = (line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
    left = int(length.partition(b":")[2]) - len(body)
    while left:
        left -= len(connection.recv(left))
    return head
