# SPDX-License-Identifier: EUPL-1.2
"""The search page: results, corrections, filters, and hostile queries."""

import itertools
from collections.abc import Callable
from urllib.parse import quote_plus

import pytest
from conftest import Ask
from markup import Markup

import landkaart
from landkaart.web import Portal, Request, Settings

Read = Callable[[str], Markup]


def hits(page: Markup) -> list[str]:
    """The ids of the results, in order."""
    html = [found for tag, found, _ in page.elements]
    start = next(
        (i for i, found in enumerate(html) if found.get("class") == "landkaart-hits"), None
    )
    links = (
        [found["href"] for found in html[start:] if found.get("class") == "nl-link"]
        if start
        else []
    )
    known = (
        "/onderwerpen/",
        "/obstakels/",
        "/werkvormen/",
        "/artikelen/",
        "/verhalen/",
        "/videos/",
    )
    return [link.rpartition("/")[2] for link in links if any(folder in link for folder in known)]


def test_the_first_result_for_standing_alone_is_the_lonely_collaborator(read: Read) -> None:
    page = read("/zoeken?zoekterm=ik+sta+er+alleen+voor")
    assert hits(page)[0] == "ob-eenzame-samenwerker"
    assert page.values("value", "input", name="zoekterm") == ["ik sta er alleen voor"]


def test_matched_words_are_marked(read: Read) -> None:
    assert "griffie" in [word.lower() for word in read("/zoeken?zoekterm=griffie").texts("mark")]


def test_without_a_query_the_page_lists_obstacles(read: Read) -> None:
    page = read("/zoeken")
    assert page.texts("h1") == ["Zoeken"]
    assert any("/obstakels/" in link for link in page.values("href", "a"))


def test_a_mistyped_word_gets_a_link_to_the_corrected_query(read: Read) -> None:
    page = read("/zoeken?zoekterm=participasie")
    assert "/landkaart/zoeken?zoekterm=participatie" in page.values("href", "a")


def test_a_query_with_people_and_time_links_to_the_finder(read: Read) -> None:
    page = read("/zoeken?zoekterm=energizer+voor+8+personen+in+een+half+uur")
    link = "/landkaart/werkvormen?groepsgrootte=8&maximaleDuur=30"
    assert link in page.values("href", "a")
    assert read(link.removeprefix("/landkaart")).texts("h1") == ["Kies een werkvorm"]


def test_facets_link_to_the_search_with_and_without_a_filter(read: Read) -> None:
    page = read("/zoeken?zoekterm=raad")
    narrow = "/landkaart/zoeken?zoekterm=raad&soort=verhaal"
    assert narrow in page.values("href", "a")
    narrowed = read(narrow.removeprefix("/landkaart"))
    assert set(map(str, hits(narrowed))) and all(id.startswith("st-") for id in hits(narrowed))
    assert "/landkaart/zoeken?zoekterm=raad" in narrowed.values("href", "a")
    both = "/landkaart/zoeken?zoekterm=raad&soort=verhaal&thema=krachtenveld"
    assert both in narrowed.values("href", "a")


def test_next_links_lead_through_all_results(read: Read, pack: landkaart.Pack) -> None:
    found: list[str] = []
    address = "/zoeken?zoekterm=raad&soort=onderwerp"
    for _ in range(20):
        page = read(address)
        found += hits(page)
        following = page.values("href", "a", rel="next")
        if not following:
            break
        address = following[0].removeprefix("/landkaart")
    wanted = pack.search("raad", kind="topic", limit=1000)
    assert found == [hit.id for hit in wanted]
    assert len(found) > 10


def test_a_page_number_beyond_the_end_gives_the_last_results(read: Read) -> None:
    page = read("/zoeken?zoekterm=griffie&pagina=999")
    assert hits(page) != []
    assert page.values("href", "a", rel="next") == []


def test_filters_without_results_have_a_link_that_removes_them(
    read: Read, pack: landkaart.Pack
) -> None:
    assert pack.search("griffie", kind="journey").total == 0
    page = read("/zoeken?zoekterm=griffie&soort=reis")
    assert "/landkaart/zoeken?zoekterm=griffie" in page.values("href", "a")


@pytest.mark.parametrize("page", ["0", "-1", "999999999999", "twee", "2.5", "٢"])
def test_an_invalid_page_number_is_no_error(ask: Ask, page: str) -> None:
    assert ask(f"/zoeken?zoekterm=raad&pagina={quote_plus(page)}").status == 200


def test_a_search_without_results_says_so_and_lists_obstacles(read: Read) -> None:
    page = read("/zoeken?zoekterm=qqqqzzzz")
    assert "Niets gevonden voor" in page.text
    assert any("/obstakels/" in link for link in page.values("href", "a"))


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE raad; --",
    "{{ 7 * 7 }} {% raise %}",
    "</title></script><svg onload=alert(1)>",
    "javascript:alert(1)",
    "../../etc/passwd",
    'kind:work-form theme:weg -raad "half',
    "raad\u202e\u0000\u0007achteruit",
    "\U0001f9d1\u200d\U0001f91d\u200d\U0001f9d1 é \u0130",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_escaped(ask: Ask, query: str) -> None:
    answer = ask("/zoeken?zoekterm=" + quote_plus(query))
    page = Markup(answer.body.decode())
    assert answer.status == 200
    shown = page.values("value", "input", name="zoekterm")[0]
    assert "".join(shown.split()) == "".join(
        sign for sign in query if sign.isprintable() and sign != " "
    )
    assert page.inline_scripts == [] and "onerror" not in itertools.chain(
        *(found for _, found, _ in page.elements)
    )
    assert page.texts("img") == []
    assert page.things


@pytest.mark.parametrize(
    "raw", ["zoekterm=%ff%fe%00", "zoekterm=%ED%A0%80", "%%%=%", "zoekterm", "&&==&"]
)
def test_broken_queries_are_no_error(ask: Ask, raw: str) -> None:
    assert ask("/zoeken?" + raw).status == 200


def test_a_very_long_query_is_cut(ask: Ask) -> None:
    answer = ask("/zoeken?zoekterm=" + "regel+" * 50_000)
    assert answer.status == 200
    assert len(answer.body) < 100_000


def test_results_are_private_and_not_indexed(ask: Ask, read: Read) -> None:
    assert ask("/zoeken?zoekterm=raad").headers["cache-control"] == "private, no-cache"
    assert read("/zoeken?zoekterm=raad").values("content", "meta", name="robots") == ["noindex"]


def test_a_static_site_lists_every_title_instead_of_a_search(pack: landkaart.Pack) -> None:
    portal = Portal(pack, Settings(static=True))
    page = Markup(portal.answer(Request("GET", "/zoeken")).body.decode())
    links = page.values("href", "a")
    assert {f"/werkvormen/{form.id}" for form in pack.work_forms} <= set(links)
    assert page.values("action", "form") == []
