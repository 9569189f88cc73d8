# SPDX-License-Identifier: EUPL-1.2
"""`landkaart preview`: shows a folder as pages while it is edited, with mistakes and findings."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest
from served import rest

import landkaart
from landkaart.web._preview.workbench import Workbench

SECONDS = 20  # time limit; long, because the machine may be busy
LONG = "Deze zin gaat maar door, " * 9 + "en niemand weet nog hoe het ooit begon."


class Preview:
    """A running preview and its folder."""

    def __init__(self, source: Path, *arguments: str) -> None:
        self.source = source
        self.process = subprocess.Popen(
            [sys.executable, "-m", "landkaart", "preview", str(source), "--port", "0", *arguments],
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

    def started(source: Path, *arguments: str) -> Preview:
        running.append(Preview(source, *arguments))
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


def test_the_preview_gives_messages_in_the_language_that_is_asked(
    start: Callable[..., Preview], source: Path
) -> None:
    (source / "topics" / "mis.md").write_text("---\ntitel: Mis\n---\n", encoding="utf-8")
    for options, words in (("--messages-in=nl", "ontbreekt"), ("--messages-in=en", "is missing")):
        preview = start(source, options)
        assert any(f'"title" {words}' in line for line in preview.said), options
        assert f"&#34;title&#34; {words}" in preview.page("/voorvertoning"), options


def test_the_locale_decides_the_language_of_messages(
    monkeypatch: pytest.MonkeyPatch, start: Callable[..., Preview], source: Path
) -> None:
    (source / "topics" / "mis.md").write_text("---\ntitel: Mis\n---\n", encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    assert any('"title" ontbreekt' in line for line in start(source).said)


def test_the_preview_shows_the_items_of_a_build_unless_asked_for_more(
    start: Callable[..., Preview], source: Path
) -> None:
    for id, line in (("concept", "draft: true"), ("later", "valid-from: 2999-01-01")):
        (source / "topics" / f"{id}.md").write_text(f"---\ntitle: A\n{line}\n---\n")

    def shown(*options: str) -> tuple[list[int], str]:
        preview = start(source, *options)
        pages = [preview.address + f"/onderwerpen/{id}" for id in ("concept", "later")]
        return [read(page)[0] for page in pages], preview.said[0]

    statuses, said = shown()
    assert statuses == [404, 404]
    assert "drafts left out: 1" in said
    assert "items that hold later left out: 1, the first from 2999-01-01" in said
    assert shown("--drafts")[0] == [200, 404]
    assert shown("--future")[0] == [404, 200]
    assert shown("--valid-on", "2999-01-01")[0] == [404, 200]
    statuses, said = shown("--drafts", "--future")
    assert statuses == [200, 200]
    assert "left out" not in said


def test_a_date_that_does_not_exist_is_refused(source: Path) -> None:
    command = [sys.executable, "-m", "landkaart", "preview", str(source), "--valid-on"]
    done = subprocess.run(
        [*command, "2026-02-30"], capture_output=True, encoding="utf-8", timeout=SECONDS
    )
    assert done.returncode == 2
    assert "write YYYY-MM-DD" in done.stderr


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


def host_answer(preview: Preview, *hosts: str) -> int:
    """The status of a request with these Host headers."""
    port = int(preview.address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=SECONDS) as connection:
        lines = "".join(f"Host: {host}\r\n" for host in hosts)
        connection.sendall(f"GET /v1 HTTP/1.1\r\n{lines}Connection: close\r\n\r\n".encode())
        return int(rest(connection).split(b" ", 2)[1])


def test_the_preview_answers_only_to_its_own_names(
    start: Callable[..., Preview], source: Path
) -> None:
    preview = start(source, "--name", "werkplek.example")
    for own in (
        *("localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]:8080", "[::1]"),
        *("werkplek.example", "Werkplek.example:8080"),
    ):
        assert host_answer(preview, own) == 200, own
    for other in (
        *("kwaad.example", "kwaad.example:8080", "localhost.kwaad.example", "127.0.0.1.example"),
        *("localhost@kwaad.example", "kwaad.example#localhost", "[::2]", "::1", "localhost:", ""),
    ):
        assert host_answer(preview, other) in (400, 421), other
    assert host_answer(preview, "localhost", "kwaad.example") == 400
    assert host_answer(preview) == 400


@pytest.mark.parametrize("link", ["assets/geheim.txt", "topics/geheim.md", "assets/map"])
def test_a_file_outside_the_folder_is_not_published(
    source: Path, tmp_path: Path, link: str
) -> None:
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "geheim.txt").write_text("wachtwoord")
    (source / link).parent.mkdir(exist_ok=True)
    target = "../../geheim" if link.endswith("map") else "../../geheim/geheim.txt"
    (source / link).symlink_to(target)
    workbench = Workbench(source)
    proof = workbench.build()
    assert proof.pack is None
    (mistake,) = proof.mistakes
    assert mistake.file == link
    assert str(tmp_path / "geheim") in mistake.problem


def test_a_hidden_file_is_not_published(source: Path) -> None:
    (source / ".git").mkdir()
    (source / ".git" / "config").write_text("wachtwoord")
    (source / ".git" / "python").symlink_to(sys.executable)  # not published, so no mistake
    assert Workbench(source).build().pack is not None
    (source / "assets").mkdir(exist_ok=True)
    (source / "assets" / "instellingen.txt").symlink_to("../.git/config")
    assert [mistake.file for mistake in Workbench(source).build().mistakes] == [
        "assets/instellingen.txt"
    ]


def test_a_link_within_the_folder_is_no_mistake(source: Path) -> None:
    (source / "assets").mkdir(exist_ok=True)
    (source / "assets" / "een.txt").write_text("tekst")
    (source / "assets" / "twee.txt").symlink_to("een.txt")
    assert Workbench(source).build().pack is not None
