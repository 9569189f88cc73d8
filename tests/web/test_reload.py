# SPDX-License-Identifier: EUPL-1.2
"""A newer pack is served without a restart, and threads can share a portal."""

import gc
import json
import os
import re
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from api_client import ApiClient
from conftest import TOP
from fastapi import FastAPI

import landkaart
from landkaart.web import Portal, Request, Settings, create_app


def test_a_newer_pack_is_served_from_the_next_request(
    pack: landkaart.Pack, samples: landkaart.Pack
) -> None:
    newest = [samples]
    portal = Portal(lambda: newest[0])
    old = portal.answer(Request("GET", "/"))
    assert "Proefpack" in old.body.decode()
    newest[0] = pack
    new = portal.answer(Request("GET", "/"))
    assert "Landkaart co-creatie" in new.body.decode()
    assert new.headers["etag"] != old.headers["etag"]
    assert portal.answer(Request("GET", "/onderwerpen/regentonnen")).status == 404


def test_the_example_of_the_documentation_serves_a_file_that_was_replaced(
    samples: landkaart.Pack,
    pack: landkaart.Pack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = (TOP / "docs" / "portal.md").read_text(encoding="utf-8")
    [example] = [
        code for code in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "def newest" in code
    ]
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "cocreatie.lkp"
    file.write_bytes(bytes(samples._core))
    names: dict[str, Any] = {"landkaart": landkaart, "create_app": create_app, "host": FastAPI()}
    exec(example, names)
    api = ApiClient(names["host"])
    assert api.get("/altijd-nieuw/v1").json()["titel"] == samples.manifest.title
    newer = tmp_path / "newer.lkp"
    newer.write_bytes(bytes(pack._core))
    os.utime(newer, ns=(0, file.stat().st_mtime_ns + 1))
    newer.replace(file)
    assert api.get("/altijd-nieuw/v1").json()["titel"] == pack.manifest.title


def test_reopening_an_equal_pack_changes_no_response(samples: landkaart.Pack) -> None:
    opened: list[landkaart.Pack] = []

    def open_again() -> landkaart.Pack:
        opened.append(landkaart.open(bytes(samples._core)))
        return opened[-1]

    portal = Portal(open_again)
    first = portal.answer(Request("GET", "/"))
    second = portal.answer(Request("GET", "/"))
    assert first == second
    assert len(opened) == 3


def test_the_previous_pack_is_served_when_a_newer_one_cannot_be_opened(
    samples: landkaart.Pack, caplog: pytest.LogCaptureFixture
) -> None:
    files = [bytes(samples._core)]
    portal = Portal(lambda: landkaart.open(files[-1]))
    files.append(b"geen pack")
    assert portal.answer(Request("GET", "/")).status == 200
    portal.answer(Request("GET", "/kaart"))
    health = json.loads(portal.answer(Request("GET", "/healthz")).body)
    assert health["status"] == "degraded" and "pack" in health["problem"]
    assert len(caplog.messages) == 1
    files.append(files[0])
    assert json.loads(portal.answer(Request("GET", "/healthz")).body)["status"] == "ok"


def test_health_does_not_show_the_reason_because_it_can_name_files(
    samples: landkaart.Pack, caplog: pytest.LogCaptureFixture
) -> None:
    sources = [samples]

    def newest() -> landkaart.Pack:
        return sources.pop() if sources else landkaart.open("/srv/geheim/nieuwste.lkp")

    portal = Portal(newest)
    portal.answer(Request("GET", "/"))
    answer = portal.answer(Request("GET", "/healthz")).body.decode()
    assert "degraded" in answer and "geheim" not in answer
    assert "/srv/geheim/nieuwste.lkp" in caplog.text


@pytest.mark.parametrize("problem", [OSError("de schijf is weg"), KeyError("pad"), RuntimeError()])
def test_any_exception_of_the_function_keeps_the_previous_pack(
    samples: landkaart.Pack, problem: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    sources = [samples]

    def newest() -> landkaart.Pack:
        if sources:
            return sources.pop()
        raise problem

    portal = Portal(newest)
    assert portal.answer(Request("GET", "/")).status == 200
    assert b"degraded" in portal.answer(Request("GET", "/healthz")).body
    assert repr(problem) in caplog.text
    sources.append(samples)
    assert b"degraded" not in portal.answer(Request("GET", "/healthz")).body


def test_a_portal_opens_the_pack_of_a_path(samples: landkaart.Pack, tmp_path: Path) -> None:
    file = tmp_path / "proef.lkp"
    file.write_bytes(bytes(samples._core))
    for source in (file, str(file), lambda: file):
        assert "Proefpack" in Portal(source).answer(Request("GET", "/")).body.decode()


def test_a_portal_does_not_start_without_a_pack(tmp_path: Path) -> None:
    with pytest.raises(landkaart.PackError):
        Portal(lambda: landkaart.open(b"geen pack"))
    with pytest.raises(landkaart.FileMissing):
        create_app(str(tmp_path / "x.lkp"))
    with pytest.raises(landkaart.InvalidArgument, match="not NoneType"):
        Portal(None)  # type: ignore[arg-type]


def test_an_old_edition_is_freed(pack: landkaart.Pack, samples: landkaart.Pack) -> None:
    newest = [samples]
    portal = Portal(lambda: newest[0])
    old = portal._editions.newest()
    gone = threading.Event()
    weakref.finalize(old, gone.set)
    portal.answer(Request("GET", "/"))
    newest[0] = pack
    portal.answer(Request("GET", "/"))
    del old
    gc.collect()
    assert gone.is_set()


def test_threads_get_the_same_answers(pack: landkaart.Pack) -> None:
    portal = Portal(pack, Settings(count_searches=True))
    asked = [
        Request("GET", path, query)
        for path, query in (
            ("/", ""),
            ("/kaart", "route=ob-regeldruk"),
            ("/zoeken", "zoekterm=te+veel+regels"),
            ("/zoeken", "zoekterm=qwxzzq"),
            ("/werkvormen", "groepsgrootte=8"),
            ("/reizen/jo-eerste-keer/2", ""),
            ("/pakket", ""),
            ("/nergens", ""),
        )
    ] * 40
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(portal.answer, asked))
    for request, answer in zip(asked, answers, strict=True):
        assert answer == portal.answer(request)
    assert portal.counters.report()["searches-without-answer"] == 80
