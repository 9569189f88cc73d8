# SPDX-License-Identifier: EUPL-1.2
"""The portal, its API and the site of files, with packs that try to make them serve or write
something else. An answer that needs the hostile part of a pack is an error; the other answers hold
nothing of it."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from api_client import ApiClient
from conftest import BASE, TOP

import landkaart
from landkaart.web import Portal, Request, Response, Settings, create_app, write_site
from landkaart.web._faces.served import served
from landkaart.web._http.connections import Limits

sys.path.append(str(TOP / "tests" / "hostile"))
from pack_maker import pack, text, varint

SCRIPT = b"document.title='EVIL'"
MARKUP = 'x"><script/src=/bestanden/e.js></script>'
LINK = '<p><a href="item:x&quot;&gt;&lt;script/src=/bestanden/e.js&gt;&lt;/script&gt;">k</a></p>'
# The messages of the errors.
ID = "an id is empty or has other characters"
ADDRESS = "an address that begins with item: must go on with an id"
NAME = "the name of an asset is not a relative path"
TYPE = "the media type of an asset is not the one that belongs to its name"
# The addresses of the portal and of its API, with the status that a good pack gives.
STATUS = {
    "/": 200,
    "/artikelen": 200,
    "/artikelen/b": 200,
    "/zoeken?zoekterm=b": 200,
    "/items/b": 301,
    "/sitemap.xml": 200,
    "/artikelen/weg": 404,
    "/v1/artikelen": 200,
    "/v1/artikelen/b": 200,
    "/v1/zoekresultaten?zoekterm=b": 200,
}
ALL_IDS = ("/artikelen", "/sitemap.xml", "/artikelen/weg", "/v1/artikelen")  # need all ids
BODY = ("/artikelen/b", "/v1/artikelen/b")  # need the body of item b
PAGES = [address for address in STATUS if not address.startswith("/v1")]


@dataclass(frozen=True)
class Hostile:
    """A pack with one mistake.

    Attributes:
        content: The bytes of the pack.
        problem: The message of the error for an answer that needs the hostile part.
        refused: The addresses whose answers need the hostile part.
    """

    content: bytes
    problem: str
    refused: tuple[str, ...] = ()


def item(id: str, body: str = "") -> dict[str, object]:
    document = b'{"html":"' + body.replace('"', '\\"').encode() + b'"}'
    return {"id": id, "kind": "article", "title": "B", "document": document}


def with_asset(name: str, media_type: str) -> bytes:
    place = varint(0) + varint(len(SCRIPT)) + text(media_type)
    made = pack([item("b")], assets=[(name.encode(), place)], replaced={"asst": SCRIPT})
    return bytes(made)


def packs() -> Iterator[tuple[str, Hostile]]:
    yield "id-is-markup", Hostile(pack([item(MARKUP), item("b")]), ID, ALL_IDS)
    yield "id-has-a-slash", Hostile(pack([item("../../over"), item("b")]), ID, ALL_IDS)
    yield "link-is-markup", Hostile(pack([item("b", LINK)]), ADDRESS, BODY)
    for old in ("..", "../../x", ".", "a/b"):
        yield f"redirect-{old}", Hostile(pack([item("b")], redirects=[(old, 0)]), ID)
    for name in NAMES:
        # The media type belongs to the name, so that the name is the only mistake.
        media_type = "text/plain" if name.endswith(".txt") else "application/octet-stream"
        yield f"asset-{name}", Hostile(with_asset(name, media_type), NAME)
    for media_type in TYPES:
        yield f"type-{media_type}", Hostile(with_asset("e.svg", media_type), TYPE)


NAMES = ("../static/landkaart.css", "/etc/cron.d/x", "a//b.txt", "a/./b.txt", "..", "a\\b", "e.js")
TYPES = ("text/javascript", "text/html", "image/svg+xml\r\nX: y", "")
NAMED = dict(packs())


@pytest.fixture(params=NAMED)
def hostile(request: pytest.FixtureRequest) -> Hostile:
    return NAMED[request.param]


def asked(content: bytes, address: str) -> Response:
    path, _, query = address.partition("?")
    portal = Portal(landkaart.open(content), Settings(base_url=BASE))
    return portal.answer(Request("GET", path, query))


def client(content: bytes) -> ApiClient:
    """The application as the included server runs it."""
    application = create_app(landkaart.open(content), base_url=BASE)
    return ApiClient(served(application, Limits.head_bytes, Limits.body_bytes))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_refused_or_holds_nothing_hostile(hostile: Hostile, address: str) -> None:
    if address in hostile.refused:
        with pytest.raises(landkaart.PackError, match=hostile.problem):
            asked(hostile.content, address)
        return
    answer = asked(hostile.content, address)
    assert answer.status == STATUS[address]
    assert b"<script/" not in bytes(answer.body)
    assert "script-src 'self';" in answer.headers["content-security-policy"]


def test_the_server_answers_500_to_what_is_refused(hostile: Hostile) -> None:
    server = client(hostile.content)
    for address, status in STATUS.items():
        answer = server.get(address)
        assert answer.status_code == (500 if address in hostile.refused else status), address
        assert "<script/" not in answer.text and "EVIL" not in answer.text
        assert f"artikelen/{MARKUP[:3]}" not in answer.text


@pytest.mark.parametrize("old", ["..", "../../x", ".", "a/b"])
def test_an_old_id_that_is_no_id_redirects_nowhere(old: str) -> None:
    hostile = NAMED[f"redirect-{old}"]
    for address in (f"/items/{old}", f"/artikelen/{old}", f"/{old}"):
        assert asked(hostile.content, address).status == 404, address
    with pytest.raises(landkaart.PackError, match=ID):
        landkaart.open(hostile.content).redirects  # noqa: B018 (reading it raises)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_with_a_name_that_leaves_its_folder_or_is_a_script_does_not_exist(name: str) -> None:
    assert asked(NAMED[f"asset-{name}"].content, f"/bestanden/{name}").status == 404
    answer = client(NAMED[f"asset-{name}"].content).get(f"/bestanden/{quote(name)}")
    assert SCRIPT not in answer.content


@pytest.mark.parametrize("media_type", TYPES)
def test_a_file_with_another_media_type_than_its_name_has_is_refused(media_type: str) -> None:
    hostile = NAMED[f"type-{media_type}"]
    with pytest.raises(landkaart.PackError, match=TYPE):
        asked(hostile.content, "/bestanden/e.svg")
    answer = client(hostile.content).get("/bestanden/e.svg")
    assert answer.status_code == 500 and SCRIPT not in answer.content


def test_the_site_of_files_is_not_written(hostile: Hostile, tmp_path: Path) -> None:
    with pytest.raises(landkaart.PackError, match=hostile.problem):
        write_site(landkaart.open(hostile.content), tmp_path / "boven" / "site")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_pack_of_the_same_maker_without_a_mistake_is_served(tmp_path: Path) -> None:
    good = with_asset("map/e.txt", "text/plain")
    for address, status in STATUS.items():
        assert client(good).get(address).status_code == status, address
    answer = asked(good, "/bestanden/map/e.txt")
    assert (answer.status, answer.body) == (200, SCRIPT)
    assert answer.headers["content-type"] == "text/plain"
    assert answer.headers["x-content-type-options"] == "nosniff"
    write_site(landkaart.open(good), tmp_path / "site")
    assert (tmp_path / "site/bestanden/map/e.txt").read_bytes() == SCRIPT
