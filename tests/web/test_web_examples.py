# SPDX-License-Identifier: EUPL-1.2
"""The examples of docs/portal.md start with the command in their README, and show the portal."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
SECONDS = 30
Start = Callable[[str], str]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def command_of(example: str) -> list[str]:
    """The last line of the first shell block in the README of an example."""
    readme = (EXAMPLES / example / "README.md").read_text(encoding="utf-8")
    block = re.search("```sh\n(.*?)```", readme, re.DOTALL)
    assert block
    return block[1].splitlines()[-1].split()


@pytest.fixture
def start() -> Iterator[Start]:
    running: list[subprocess.Popen[bytes]] = []

    def started(example: str, *arguments: str) -> str:
        port = str(free_port())
        python, *rest = command_of(example)
        assert python == "python3"
        rest = [port if word == "8080" else word for word in rest]
        if port not in rest:
            rest += ["--port", port]
        command = [sys.executable, *rest, *arguments]
        running.append(
            subprocess.Popen(
                command,
                cwd=EXAMPLES.parent,
                env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        address = f"http://127.0.0.1:{port}"
        wait_for(address, running[-1])
        return address

    yield started
    for process in running:
        process.kill()
        process.wait()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, "the example ended"
        try:
            read(address)
            return
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError("the example does not answer")


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=SECONDS) as answer:
        return answer.read().decode()


def check_layout(page: str) -> None:
    """Checks that a page of the portal is in the layout of the example and loads landkaart.css."""
    assert "De eenzame samenwerker" in page and "Trio-advies" in page
    assert page.count("Intranet Voorbeeldstad</a>") == 1
    assert page.count("<main") == page.count("<h1") == page.count("<title>") == 1
    assert "landkaart.css" in page.split("</head>")[0]


def test_the_fastapi_app_shows_the_portal_in_its_layout(start: Start) -> None:
    address = start("fastapi-app")
    home = read(f"{address}/")
    first = re.search('href="(/landkaart/obstakels/[a-z-]+)"', home)
    assert first and "Intranet Voorbeeldstad" in read(address + first[1])
    check_layout(read(f"{address}/landkaart/obstakels/ob-eenzame-samenwerker"))
    assert "--nl-link-color" in read(f"{address}/huisstijl.css")
    assert '"resultaten"' in read(f"{address}/landkaart/v1/werkvormen?groepsgrootte=8")


def test_the_django_project_shows_the_portal_in_its_base_template(start: Start) -> None:
    address = start("django-project", "--noreload")
    home = read(f"{address}/")
    assert '<landkaart-zoek api="/landkaart/v1">' in home
    script = re.search('src="(/landkaart/static/[^"]+)"', home)
    assert script and read(address + script[1])
    check_layout(read(f"{address}/landkaart/obstakels/ob-eenzame-samenwerker"))
    assert '"resultaten"' in read(f"{address}/landkaart/v1/werkvormen?groepsgrootte=8")


def test_the_django_project_passes_its_checks() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--tag", "landkaart"],
        cwd=EXAMPLES / "django-project",
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
    )
    assert done.returncode == 0
    assert done.stdout.startswith("System check identified no issues")
