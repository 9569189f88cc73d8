# SPDX-License-Identifier: EUPL-1.2
"""The examples for nginx and Caddy in docs/portal.md, with these servers themselves. A test is
skipped, and says so, where its server is not installed. cmake/setup.sh installs neither, because
the Debian packages also start a web server on the machine."""

import contextlib
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import TOP
from served import SECONDS, Server, rest, running

NAME = "landkaart.example.org"
WORD = "gemeentegeheim"
Connect = Callable[[], ssl.SSLSocket]


def example(language: str) -> str:
    text = (TOP / "docs/portal.md").read_text(encoding="utf-8")
    (block,) = re.findall(f"```{language}\n(.*?)```", text, re.DOTALL)
    return str(block)


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with each part replaced. Each part must be in it."""
    for part, other in changes:
        assert part in text, part
        text = text.replace(part, other)
    return text


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def nginx(folder: Path, port: int, portal: int) -> list[str]:
    if shutil.which("nginx") is None or shutil.which("openssl") is None:
        pytest.skip("nginx and openssl are not installed: apt-get install nginx-light openssl")
    key = ["-keyout", str(folder / "key"), "-out", str(folder / "pem"), "-subj", f"/CN={NAME}"]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *key]
    subprocess.run(make, check=True, capture_output=True)
    written = changed(
        example("nginx"),
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("/etc/ssl/landkaart.pem", str(folder / "pem")),
        ("/etc/ssl/landkaart.key", str(folder / "key")),
        ("/var/log/nginx/", f"{folder}/log-"),
        ("127.0.0.1:8080", f"127.0.0.1:{portal}"),
        ("client_header_timeout 10s", "client_header_timeout 1s"),
    )
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    whole = f"pid {folder}/pid;\nevents {{}}\nhttp {{\n{temporary}{written}}}\n"
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    told = ["-e", str(folder / "log-start"), "-g", "daemon off;"]
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), *told]


def caddy(folder: Path, port: int, portal: int) -> list[str]:
    if shutil.which("caddy") is None:
        pytest.skip("caddy is not installed: apt-get install caddy")
    written = changed(
        example("caddy"),
        ("{\n\tservers", "{\n\tadmin off\n\tskip_install_trust\n\tservers"),
        ("read_header 10s", "read_header 1s"),
        (f"{NAME} {{", f"https://{NAME}:{port} {{\n\tbind 127.0.0.1\n\ttls internal"),
        ("127.0.0.1:8080", f"127.0.0.1:{portal}"),
    )
    http_port = f"{{\n\thttp_port {free_port()}\n\tstorage file_system {folder}/caddy\n"
    (folder / "Caddyfile").write_text(written.replace("{\n", http_port, 1), encoding="utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("portal") / "log"
    with running(log, "--base-url", f"https://{NAME}") as server:
        yield server


class Proxy:
    """A running proxy. `log` is everything that it wrote."""

    def __init__(self, port: int, folder: Path) -> None:
        self.port = port
        self.folder = folder

    @property
    def log(self) -> str:
        return "".join(file.read_text(encoding="utf-8") for file in self.folder.glob("log-*"))

    def connect(self) -> ssl.SSLSocket:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS)
        return context.wrap_socket(plain, server_hostname=NAME)

    def get(self, path: str, more: str = "", method: str = "GET") -> str:
        with self.connect() as connection:
            head = f"{method} {path} HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n{more}\r\n"
            with contextlib.suppress(OSError):  # refused before everything was sent
                connection.sendall(head.encode())
                return rest(connection).decode()
        return ""


@contextlib.contextmanager
def started(make: Callable[[Path, int, int], list[str]], folder: Path, to: int) -> Iterator[Proxy]:
    """Runs a proxy in front of a port of this machine."""
    port = free_port()
    command = make(folder, port, to)
    with (folder / "log-output").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder)
    made = Proxy(port, folder)
    try:
        end = time.monotonic() + SECONDS
        while True:
            try:
                made.connect().close()
                break
            except OSError:
                assert process.poll() is None and time.monotonic() < end, made.log
                time.sleep(0.05)
        yield made
    finally:
        process.terminate()
        process.wait(SECONDS)


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def proxy(
    request: pytest.FixtureRequest, portal: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Proxy]:
    with started(request.param, tmp_path_factory.mktemp("proxy"), portal.port) as made:
        yield made


def test_pages_pass_with_the_headers_of_the_portal(proxy: Proxy) -> None:
    head, _, page = proxy.get("/").partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 200")
    assert "content-security-policy: default-src 'none'" in head.lower()
    assert "strict-transport-security: max-age=" in head.lower()
    assert f'<link rel="canonical" href="https://{NAME}/">' in page
    assert "nginx/" not in head and "caddy" not in head.lower()


def test_a_slow_client_is_disconnected(proxy: Proxy) -> None:
    begun = time.perf_counter()
    with proxy.connect() as slow:
        slow.sendall(f"GET / HTTP/1.1\r\nHost: {NAME}\r\n".encode())
        rest(slow)
    assert time.perf_counter() - begun < 8  # seconds; the test sets the limit to 1 s


def test_long_requests_are_refused(proxy: Proxy) -> None:
    assert proxy.get("/" + "x" * 40_000).split()[1:2] in (["414"], ["431"], [])
    body = "Content-Length: 70000\r\n"
    with proxy.connect() as connection:
        connection.sendall(f"POST / HTTP/1.1\r\nHost: {NAME}\r\n{body}\r\n".encode())
        with contextlib.suppress(ConnectionError):  # refused before everything was sent
            connection.sendall(b"x" * 70_000)
        assert connection.recv(12) == b"HTTP/1.1 413"


def test_no_typed_word_is_in_a_log(proxy: Proxy, portal: Server) -> None:
    assert proxy.get(f"/zoeken?zoekterm={WORD}").startswith("HTTP/1.1 200")
    proxy.get(f"/zoeken?zoekterm={WORD}", "Range: bytes=x\r\n", "BREW")
    for _ in range(60):
        proxy.get(f"/zoeken?zoekterm={WORD}")
    assert WORD not in proxy.log
    assert portal.log == ""


@pytest.mark.parametrize("make", [nginx, caddy], ids=["nginx", "caddy"])
def test_no_typed_word_is_in_a_log_while_the_portal_is_stopped(
    make: Callable[[Path, int, int], list[str]], tmp_path: Path
) -> None:
    with started(make, tmp_path, free_port()) as proxy:
        assert proxy.get(f"/zoeken?zoekterm={WORD}").startswith("HTTP/1.1 502")
        assert WORD not in proxy.log


@pytest.mark.parametrize("proxy", [nginx], indirect=True, ids=["nginx"])
def test_nginx_limits_the_requests_of_one_visitor(proxy: Proxy) -> None:
    with proxy.connect() as connection:
        head = f"GET /healthz HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode()
        connection.sendall(head * 150 + head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        answers = rest(connection)
    assert b"HTTP/1.1 200" in answers and b"HTTP/1.1 429" in answers
