# SPDX-License-Identifier: EUPL-1.2
"""Addresses: redirects to canonical ones, and the page for unknown ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ask
from markup import Markup

import landkaart
from landkaart.web import Portal, Request
from landkaart.web._addresses import Addresses, every_address, find, item_at

Read = Callable[[str], Markup]
TROIKA = "/landkaart/werkvormen/wv-troika"


@pytest.mark.parametrize(
    ("asked", "location"),
    [
        ("/items/wv-troika", TROIKA),
        ("/wv-troika", TROIKA),
        ("/onderwerpen/wv-troika", TROIKA),
        ("/werkvormen/WV-Troika", TROIKA),
        ("/werkvormen/wv-troika/", TROIKA),
        ("/werkvormen/wv-troika/printen/", f"{TROIKA}/printen"),
        ("/kaart/", "/landkaart/kaart"),
        ("/zoeken/?zoekterm=te+veel+regels", "/landkaart/zoeken?zoekterm=te+veel+regels"),
    ],
)
def test_other_addresses_of_a_page_redirect_to_its_canonical_address(
    ask: Ask, asked: str, location: str
) -> None:
    answer = ask(asked)
    assert (answer.status, answer.headers["location"]) == (301, location)


def test_an_old_id_redirects_to_the_item_that_replaces_it(samples: landkaart.Pack) -> None:
    portal = Portal(samples)
    for old in ("/verhalen/oude-tuin", "/items/nog-ouder", "/oude-tuin"):
        answer = portal.answer(Request("GET", old))
        assert (answer.status, answer.headers["location"]) == (301, "/verhalen/vh-buurttuin")


def test_old_ids_of_sheets_and_stops_redirect_too(tmp_path: Path) -> None:
    source = tmp_path / "source"
    landkaart.init(source)
    for folder in ("work-forms", "journeys"):
        (source / folder).mkdir(exist_ok=True)
    facts = (
        "purpose: survive\ngroup-size: {min: 2, max: 4}\nminutes: {min: 5, max: 5}\ndifficulty: 1"
    )
    form = source / "work-forms" / "nieuwe-vorm.md"
    form.write_text(f"---\ntitle: Vorm\n{facts}\n---\nTekst.\n", encoding="utf-8")
    journey = source / "journeys" / "nieuwe-reis.md"
    journey.write_text("---\ntitle: Reis\nstops: [nieuwe-vorm]\n---\nTekst.\n", encoding="utf-8")
    with (source / "pack.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("redirects:\n  oude-vorm: nieuwe-vorm\n  oude-reis: nieuwe-reis\n")
    landkaart.build(source, tmp_path / "pack.lkp")
    portal = Portal(landkaart.open(tmp_path / "pack.lkp"))
    for old, new in (
        ("/werkvormen/oude-vorm/printen", "/werkvormen/nieuwe-vorm/printen"),
        ("/reizen/oude-reis/1", "/reizen/nieuwe-reis/1"),
    ):
        answer = portal.answer(Request("GET", old))
        assert (answer.status, answer.headers["location"]) == (301, new)
        assert portal.answer(Request("GET", new)).status == 200
    assert portal.answer(Request("GET", "/reizen/nieuwe-reis/2")).status == 404


@pytest.mark.parametrize(
    "path", ["//elders.example/", "/\\elders.example/", "/https://elders.example/", "/../../etc/"]
)
def test_no_path_redirects_to_another_site(pack: landkaart.Pack, path: str) -> None:
    assert Portal(pack).answer(Request("GET", path)).status == 404


@pytest.mark.parametrize(
    ("asked", "suggested"),
    [
        ("/werkvormen/wv-trojka", "wv-troika"),
        ("/obstakels/ob-regeldrukte", "ob-regeldruk"),
        ("/te-veel-regels", "ob-regeldruk"),
        ("/wegwijzer/eenzame-samenwerker", "ob-eenzame-samenwerker"),
    ],
)
def test_an_unknown_address_gets_a_page_that_suggests_similar_items(
    ask: Ask, read: Read, asked: str, suggested: str
) -> None:
    assert ask(asked).status == 404
    page = read(asked)
    assert page.texts("h1") == ["Deze pagina is er niet"]
    assert suggested in {link.rpartition("/")[2] for link in page.values("href", "a")}
    assert page.values("content", "meta", name="robots") == ["noindex"]


@pytest.mark.parametrize(
    "path",
    [
        "/<script>alert(1)</script>",
        "/werkvormen/" + "x" * 20_000,
        "/werkvormen/\x00\x01\u202e",
        "/\ufffd\ufffd",
        "/a\nb",
        "/werkvormen/%27%22",
        "",
        "/reizen/jo-eerste-keer/0",
        "/reizen/jo-eerste-keer/9999",
        "/reizen/wv-troika/1",
        "/reizen/jo-eerste-keer/٣",
        "/werkvormen/ob-regeldruk/printen",
        "/bestanden/../../etc/passwd",
        "/static/../_portal.py",
        "/bestanden/geen.png",
        "/v2",
    ],
)
def test_hostile_paths_get_an_escaped_404_page(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status == (200 if path == "" else 404)
    assert b"<script>alert" not in answer.body
    assert len(answer.body) < 200_000


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "brul"])
def test_methods_other_than_get_and_head_are_not_allowed(ask: Ask, method: str) -> None:
    answer = ask("/zoeken", method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_find_matches_every_address_of_the_portal(pack: landkaart.Pack) -> None:
    addresses = list(every_address(pack))
    assert len(set(addresses)) == len(addresses) > len(pack)
    assert [address for address in addresses if find(address) is None] == []


def test_item_at_gives_the_id_in_the_path_of_a_page(pack: landkaart.Pack) -> None:
    for item in pack.values():
        assert item_at(Addresses("")(item)) == item.id
    assert item_at("/werkvormen/wv-troika/printen") == "wv-troika"
    assert item_at("/zoeken") is None and item_at("/bestanden/a/b.png") is None


@pytest.mark.parametrize(
    "name",
    [
        *("../static/map.css", "a/../../b", "..", ".", "./a", "a//b", "a/", "/a", ""),
        *("a\\b", "a\nb", "a\0b"),
    ],
)
def test_a_file_has_only_a_normal_relative_path_as_name(name: str) -> None:
    assert find(f"/bestanden/{name}") is None


@pytest.mark.parametrize("name", ["a", "plaat.svg", "a/b/c d.txt", "..a", "a..b/...", "é.png"])
def test_other_names_of_files_are_allowed(name: str) -> None:
    target = find(f"/bestanden/{name}")
    assert target is not None and target.fields == {"name": name}


@pytest.mark.parametrize("id", ["", "A", "a/b", 'x"><script', "../a", "a\n", "é", "a" * 129])
def test_an_id_that_is_markup_is_never_part_of_an_address(id: str) -> None:
    class Hostile(landkaart.Item):
        def __init__(self) -> None:
            pass

        id = property(lambda self: name)
        kind = property(lambda self: landkaart.Kind.TERM)

    name = id
    with pytest.raises(landkaart.PackError, match="an id is 1 to 128"):
        Addresses("")(Hostile())
