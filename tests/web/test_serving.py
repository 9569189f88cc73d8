# SPDX-License-Identifier: EUPL-1.2
"""`python -m landkaart.web`, which `make portal` runs: serves a pack on this machine."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import landkaart

MODULE = [sys.executable, "-m", "landkaart.web"]
SECONDS = 30


def shown(*arguments: str) -> tuple[str, str, int]:
    """The first line that the server prints, its home page, and its exit status after Ctrl-C."""
    with subprocess.Popen(
        [*MODULE, "--port", "0", *arguments], stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        said = process.stdout.readline()
        try:
            with urllib.request.urlopen(said.split()[0], timeout=SECONDS) as answer:
                page = answer.read().decode()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=SECONDS)
    return said, page, process.returncode


def test_the_server_shows_the_default_pack_until_ctrl_c() -> None:
    said, page, status = shown()
    assert re.match(r"http://127\.0\.0\.1:\d+ shows Landkaart co-creatie", said)
    assert "De eenzame samenwerker" in page
    assert status == 0


def test_the_server_shows_a_pack_file(tmp_path: Path) -> None:
    landkaart.init(tmp_path / "source")
    landkaart.build(tmp_path / "source", tmp_path / "mine.lkp")
    title = landkaart.open(tmp_path / "mine.lkp").manifest.title
    _, page, _ = shown(str(tmp_path / "mine.lkp"))
    assert title in page


def test_a_port_in_use_and_a_missing_pack_are_errors() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*MODULE, "--port", port], capture_output=True, encoding="utf-8", timeout=SECONDS
        )
    assert done.returncode == landkaart.ErrorCode.IO
    assert "already in use; choose another with --port" in done.stderr
    missing = subprocess.run(
        [*MODULE, "weg.lkp"], capture_output=True, encoding="utf-8", timeout=SECONDS
    )
    assert missing.returncode == landkaart.ErrorCode.IO
