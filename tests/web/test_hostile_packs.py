# SPDX-License-Identifier: EUPL-1.2
"""The portal and the site of files with packs that try to make them serve or write anything else.
The reader refuses these packs; neither may an answer get through when it does not."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from api_client import ApiClient
from conftest import TOP

import landkaart
from landkaart.web import Portal, Request, Response, create_app, write_site

sys.path.append(str(TOP / "tests" / "hostile"))
from pack_maker import pack, text, varint

SCRIPT = b"document.title='EVIL'"
MARKUP = 'x"><script/src=/bestanden/e.js></script>'
LINK = '<p><a href="item:x&quot;&gt;&lt;script/src=/bestanden/e.js&gt;&lt;/script&gt;">k</a></p>'


def item(id: str, body: str = "") -> dict[str, object]:
    document = b'{"html":"' + body.replace('"', '\\"').encode() + b'"}'
    return {"id": id, "kind": "article", "title": "B", "document": document}


def with_asset(name: str, media_type: str) -> bytes:
    place = varint(0) + varint(len(SCRIPT)) + text(media_type)
    made = pack([item("b")], assets=[(name.encode(), place)], replaced={"asst": SCRIPT})
    return bytes(made)


def packs() -> Iterator[tuple[str, bytes]]:
    yield "id-is-markup", pack([item(MARKUP), item("b", LINK)])
    yield "id-has-a-slash", pack([item("../../over"), item("b")])
    for old in ("..", "../../x", ".", "a/b"):
        yield f"redirect-{old}", pack([item("b")], redirects=[(old, 0)])
    for name in ("../static/landkaart.css", "/etc/cron.d/x", "a//b.txt", "a/./b.txt", "..", "a\\b"):
        yield f"asset-{name}", with_asset(name, "text/plain")
    for media_type in ("text/javascript", "text/html", "image/svg+xml\r\nX: y", ""):
        yield f"type-{media_type}", with_asset("e.js", media_type)


NAMED = dict(packs())
PAGES = ("/", "/artikelen", "/artikelen/b", "/zoeken?zoekterm=b", "/items/b", "/sitemap.xml")


@pytest.fixture(params=NAMED)
def hostile(request: pytest.FixtureRequest) -> bytes:
    return NAMED[request.param]


def answers(hostile: bytes) -> Iterator[Response]:
    """The responses of the portal to every address that could be misused."""
    portal = Portal(landkaart.open(hostile))
    files = ("e.js", "../static/landkaart.css", "/etc/cron.d/x", "a//b.txt", "..", "a\\b")
    for address in (*PAGES, *(f"/bestanden/{name}" for name in files)):
        path, _, query = address.partition("?")
        with contextlib.suppress(landkaart.PackError):
            yield portal.answer(Request("GET", path, query))


def test_no_page_of_the_portal_has_a_script_of_the_pack(hostile: bytes) -> None:
    with contextlib.suppress(landkaart.PackError):
        for answer in answers(hostile):
            assert b"<script/" not in bytes(answer.body)
            policy = answer.headers.get("content-security-policy", "")
            assert "script-src 'self';" in policy or "default-src 'none'; img-src" in policy


def test_no_file_of_the_portal_is_a_script(hostile: bytes) -> None:
    with contextlib.suppress(landkaart.PackError):
        for answer in answers(hostile):
            if bytes(answer.body) == SCRIPT:
                assert answer.headers["content-type"] in ("text/plain", "application/octet-stream")
                assert answer.headers["x-content-type-options"] == "nosniff"
                assert "\r" not in "".join(answer.headers.values())


def test_the_api_has_no_address_with_markup(hostile: bytes) -> None:
    with contextlib.suppress(landkaart.PackError):
        api = ApiClient(create_app(landkaart.open(hostile)))
        for path in ("/v1/artikelen", "/v1/artikelen/b", "/v1/zoekresultaten?zoekterm=b"):
            answer = api.get(path)
            assert answer.status_code in (200, 404, 500)
            assert f"artikelen/{MARKUP[:3]}" not in answer.text
            assert "<script" not in answer.text


def test_the_site_of_files_is_not_written(hostile: bytes, tmp_path: Path) -> None:
    with pytest.raises(landkaart.PackError):
        write_site(landkaart.open(hostile), tmp_path / "boven" / "site")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_pack_of_the_same_maker_without_a_mistake_is_served(tmp_path: Path) -> None:
    made = landkaart.open(with_asset("map/e.txt", "text/plain"))
    answer = Portal(made).answer(Request("GET", "/bestanden/map/e.txt"))
    assert (answer.status, answer.body) == (200, SCRIPT)
    write_site(made, tmp_path / "site")
    assert (tmp_path / "site/bestanden/map/e.txt").read_bytes() == SCRIPT
