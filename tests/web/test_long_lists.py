# SPDX-License-Identifier: EUPL-1.2
"""Long lists are divided into pages, and a long sitemap into parts."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest
from markup import Markup

import landkaart
from landkaart.web import Portal, Request, Settings

TERMS = 430
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> landkaart.Pack:
    folder: Path = tmp_path_factory.mktemp("lang")
    landkaart.init(folder / "bron")
    terms = folder / "bron" / "terms"
    terms.mkdir(exist_ok=True)
    for number in range(TERMS):
        front = f"---\nid: tm-woord-{number}\ntitle: Woord {number:03}\nsummary: Een woord.\n---\n"
        (terms / f"tm-woord-{number}.md").write_text(front, encoding="utf-8")
    landkaart.build(folder / "bron", folder / "lang.lkp")
    return landkaart.open(folder / "lang.lkp")


@pytest.fixture(scope="module")
def read(many: landkaart.Pack) -> Callable[[str], Markup]:
    portal = Portal(many, Settings(base_url="https://gemeente.example"))

    def page(address: str) -> Markup:
        path, _, query = address.partition("?")
        return Markup(portal.answer(Request("GET", path, query)).body.decode())

    return page


def terms_on(page: Markup) -> list[str]:
    return [link for link in page.values("href", "a") if link.startswith("/begrippen/tm-")]


def test_next_links_lead_through_all_pages_of_a_long_list(read: Callable[[str], Markup]) -> None:
    found: list[str] = []
    address, pages = "/begrippen", 0
    while address:
        page = read(address)
        found += terms_on(page)
        pages += 1
        address = next(iter(page.values("href", "a", rel="next")), "")
    assert pages == 3
    assert len(found) == len(set(found)) == TERMS


def test_each_page_has_an_address_and_title_of_its_own(read: Callable[[str], Markup]) -> None:
    first, second = read("/begrippen"), read("/begrippen?pagina=2")
    assert second.values("href", "link", rel="canonical") == [
        "https://gemeente.example/begrippen?pagina=2"
    ]
    assert second.values("href", "a", rel="prev") == ["/begrippen"]
    assert first.texts("title") != second.texts("title")


def test_a_page_number_beyond_the_end_gives_the_last_page(read: Callable[[str], Markup]) -> None:
    assert terms_on(read("/begrippen?pagina=99")) == terms_on(read("/begrippen?pagina=3")) != []


def test_with_static_settings_a_long_list_is_one_page(many: landkaart.Pack) -> None:
    answer = Portal(many, Settings(static=True)).answer(Request("GET", "/begrippen"))
    page = Markup(answer.body.decode())
    assert len(terms_on(page)) == TERMS
    assert page.values("href", "a", rel="next") == []


def test_a_long_sitemap_is_divided_into_parts(
    many: landkaart.Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("landkaart.web._pages.files._MAX_LISTED", 200)
    portal = Portal(many, Settings(base_url="https://gemeente.example"))

    def places(query: str) -> list[str]:
        tree = ElementTree.fromstring(portal.answer(Request("GET", "/sitemap.xml", query)).body)
        return [place.text or "" for place in tree.iter(f"{SITEMAPS}loc")]

    parts = places("")
    assert parts[0] == "https://gemeente.example/sitemap.xml?deel=1"
    listed = [place for part in parts for place in places(part.partition("?")[2])]
    assert len(listed) == len(set(listed)) > TERMS
    assert places("deel=99") == places("deel=0") == places("deel=twee") == parts
    assert len(places("deel=1")) == 200


@pytest.mark.parametrize(("more", "root"), [(0, "urlset"), (1, "sitemapindex")])
def test_a_sitemap_is_divided_only_above_the_limit(
    many: landkaart.Pack, monkeypatch: pytest.MonkeyPatch, more: int, root: str
) -> None:
    portal = Portal(many, Settings(base_url="https://gemeente.example"))
    limit = len(portal._editions.newest().addresses) - more
    monkeypatch.setattr("landkaart.web._pages.files._MAX_LISTED", limit)
    tree = ElementTree.fromstring(portal.answer(Request("GET", "/sitemap.xml")).body)
    assert tree.tag == f"{SITEMAPS}{root}"
