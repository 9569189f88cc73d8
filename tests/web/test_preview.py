# SPDX-License-Identifier: EUPL-1.2
"""`landkaart preview`: shows a folder as pages while it is edited, with mistakes and findings."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

import landkaart
from landkaart.web._workbench import Workbench

SECONDS = 20  # time limit; long, because the machine may be busy
LONG = "Deze zin gaat maar door, " * 9 + "en niemand weet nog hoe het ooit begon."


class Preview:
    """A running preview and its folder."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.process = subprocess.Popen(
            [sys.executable, "-m", "landkaart", "preview", str(source), "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stdout
        self.said: list[str] = []
        while not (line := self.process.stdout.readline()).startswith("http://"):
            assert line, self.process.communicate()
            self.said.append(line)
        self.address = line.split()[0]

    def page(self, path: str) -> str:
        return read(self.address + path)[1]

    def proofs(self) -> Iterator[int]:
        """The number of the current proof, and of each later proof, from the event stream."""
        asked = urllib.request.urlopen(self.address + "/voorvertoning/proeven", timeout=SECONDS)
        assert asked.headers["Content-Type"].startswith("text/event-stream")
        with asked:
            while line := asked.readline().decode():
                if line.startswith("data:"):
                    yield int(line.removeprefix("data:"))

    def save(self, file: str, text: str) -> None:
        (self.source / file).write_text(text, encoding="utf-8")

    def close(self) -> int:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=SECONDS)
        return self.process.returncode


def read(address: str) -> tuple[int, str, HTTPResponse]:
    try:
        answer = urllib.request.urlopen(address, timeout=SECONDS)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.read().decode(), answer


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def panel(page: str) -> str:
    (found,) = re.findall(
        r"<aside class=\"landkaart-root landkaart-preview\".*?</aside>", page, re.DOTALL
    )
    return found


@pytest.fixture
def source(tmp_path: Path) -> Path:
    landkaart.init(tmp_path / "source")
    return tmp_path / "source"


@pytest.fixture
def start() -> Iterator[Callable[[Path], Preview]]:
    running: list[Preview] = []

    def started(source: Path) -> Preview:
        running.append(Preview(source))
        return running[-1]

    yield started
    for preview in running:
        preview.process.kill()
        preview.process.communicate()


@pytest.fixture
def preview(start: Callable[[Path], Preview], source: Path) -> Preview:
    return start(source)


def test_a_save_is_announced_and_shown(preview: Preview) -> None:
    topic = next(preview.source.glob("topics/*.md"))
    proofs = preview.proofs()
    before = next(proofs)
    begun = time.perf_counter()
    topic.write_text(topic.read_text(encoding="utf-8") + "\nEen nieuwe zin.\n", encoding="utf-8")
    after = next(proofs)
    took = time.perf_counter() - begun
    page = preview.page(f"/onderwerpen/{topic.stem}")
    assert after == before + 1
    assert "Een nieuwe zin." in page
    assert f'data-proof="{after}"' in page
    assert took < 5  # seconds; on an idle machine it takes a quarter of a second


def test_findings_are_shown_on_the_page_of_their_item(preview: Preview) -> None:
    topic = next(preview.source.glob("topics/*.md"))
    proofs = preview.proofs()
    next(proofs)
    text = topic.read_text(encoding="utf-8")
    topic.write_text(f"{text}\n{LONG}\n", encoding="utf-8")
    next(proofs)
    line = text.count("\n") + 2
    beside = panel(preview.page(f"/onderwerpen/{topic.stem}"))
    assert f"topics/{topic.name}:{line}:1" in beside
    assert "long-sentence" in beside
    elsewhere = panel(preview.page("/over"))
    assert "long-sentence" not in elsewhere
    assert "/voorvertoning" in elsewhere
    assert f"topics/{topic.name}:{line}:1" in preview.page("/voorvertoning")


def test_the_file_of_an_item_is_found_by_its_id(preview: Preview) -> None:
    proofs = preview.proofs()
    next(proofs)
    (preview.source / "articles" / "oud").mkdir(parents=True)
    preview.save("articles/oud/anders.md", "---\nid: genoemd\ntitle: Genoemd\n---\nTekst.\n")
    lines = ['{"id": "een", "title": "Een", "body": "Kort."}']
    lines.append(f'{{"id": "twee", "title": "Twee", "body": "{LONG}"}}')
    preview.save("articles/veel.jsonl", "\n".join(lines) + "\n")
    wait_until(lambda: read(preview.address + "/artikelen/twee")[0] == 200)
    assert "articles/oud/anders.md" in panel(preview.page("/artikelen/genoemd"))
    assert "long-sentence" not in panel(preview.page("/artikelen/een"))
    assert "articles/veel.jsonl:2" in panel(preview.page("/artikelen/twee"))
    assert "long-sentence" in panel(preview.page("/artikelen/twee"))


def test_a_mistake_is_shown_and_the_old_pages_stay(preview: Preview) -> None:
    topic = next(preview.source.glob("topics/*.md"))
    before = preview.page(f"/onderwerpen/{topic.stem}")
    proofs = preview.proofs()
    next(proofs)
    good = topic.read_text(encoding="utf-8")
    topic.write_text(good.replace("title:", "titel:", 1), encoding="utf-8")
    next(proofs)
    page = preview.page(f"/onderwerpen/{topic.stem}")
    assert re.search("<h1.*</h1>", page)[0] == re.search("<h1.*</h1>", before)[0]
    assert f"topics/{topic.name}:2:1" in panel(page)
    assert "did you mean title?" in panel(page)
    topic.write_text(good, encoding="utf-8")
    next(proofs)
    assert "did you mean" not in preview.page(f"/onderwerpen/{topic.stem}")


def test_a_folder_that_never_compiled_shows_its_mistakes(
    start: Callable[[Path], Preview], source: Path
) -> None:
    manifest = (source / "pack.yaml").read_text(encoding="utf-8")
    (source / "pack.yaml").write_text("titel: <b>Mis</b>\n", encoding="utf-8")
    preview = start(source)
    status, page, _ = read(preview.address + "/")
    assert status == 503
    assert "pack.yaml:1:1" in page
    assert "<b>Mis" not in page
    assert read(preview.address + "/static/landkaart.css")[0] == 200
    proofs = preview.proofs()
    next(proofs)
    preview.save("pack.yaml", manifest)
    next(proofs)
    assert read(preview.address + "/")[0] == 200
    assert preview.close() == 0


def test_the_preview_answers_the_api(preview: Preview) -> None:
    topic = next(preview.source.glob("topics/*.md")).stem
    assert topic in preview.page("/v1/onderwerpen")
    assert read(preview.address + "/v1/interfacewoorden")[0] == 200


def test_pages_of_the_preview_have_the_security_headers(preview: Preview) -> None:
    for path in ("/voorvertoning", "/"):
        _, page, answer = read(preview.address + path)
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
    scripts = re.findall(r"<script(.*?)>", page)
    assert any("/static/preview.js" in script for script in scripts)
    assert 'href="/static/preview.css"' in page
    assert all("src=" in script or "application/ld+json" in script for script in scripts)
    assert "<style" not in page and " style=" not in page


def test_ctrl_c_stops_the_preview_while_a_page_listens(preview: Preview) -> None:
    proofs = preview.proofs()
    next(proofs)
    assert preview.close() == 0


def test_the_preview_prints_mistakes(start: Callable[[Path], Preview], source: Path) -> None:
    (source / "topics" / "mis.md").write_text("---\ntitel: Mis\n---\n", encoding="utf-8")
    preview = start(source)
    assert any("topics/mis.md:2:1" in line for line in preview.said)


def test_a_folder_that_was_removed_is_a_mistake_of_the_next_build(source: Path) -> None:
    workbench = Workbench(source)
    built = workbench.build()
    shutil.rmtree(source)
    proof = workbench.build()
    assert proof.number == built.number + 1
    assert proof.pack is not None and proof.pack == built.pack
    assert proof.findings == ()
    assert [mistake.file for mistake in proof.mistakes] == [str(source)]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "landkaart", "preview", str(tmp_path / "weg"), "--port", "0"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ,
        timeout=SECONDS,
    )
    assert done.returncode == landkaart.ErrorCode.IO
    assert done.stderr == f"landkaart: there is no folder {tmp_path / 'weg'}\n"
