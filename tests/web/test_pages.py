# SPDX-License-Identifier: EUPL-1.2
"""The content of each sort of page, as HTML without JavaScript."""

from collections.abc import Callable

import pytest
from conftest import Ask
from markup import Markup

import landkaart
from landkaart.web import Portal, Request, Settings
from landkaart.web._pages.body import without_route

Read = Callable[[str], Markup]


def test_home_shows_the_map_its_list_and_a_search_form(read: Read) -> None:
    page = read("/")
    assert page.texts("h1") == ["Landkaart co-creatie"]
    assert "/landkaart/zoeken" in page.values("action", "form", role="search")
    assert "landkaart-map" in page.values("class", "svg")
    places = page.values("href", "a").count("/landkaart/obstakels/ob-eenzame-samenwerker")
    assert places >= 2  # one in the drawing and one in the list


def test_a_theme_shows_the_topics_in_it(read: Read, pack: landkaart.Pack) -> None:
    page = read("/themas/krachtenveld")
    for topic in pack["krachtenveld"].topics:
        assert f"/landkaart/onderwerpen/{topic.id}" in page.values("href")


def test_an_obstacle_shows_its_route_and_its_map(read: Read, pack: landkaart.Pack) -> None:
    page = read("/obstakels/ob-eenzame-samenwerker")
    route = pack.route("ob-eenzame-samenwerker")
    assert route is not None
    links = page.values("href", "a")
    assert "/landkaart/werkvormen/wv-troika" in links
    assert set(route.stops.ids) <= {link.rpartition("/")[2] for link in links}
    assert route.another_way in page.text
    assert "landkaart-map" in page.values("class", "svg")


def test_an_obstacle_does_not_repeat_its_route_in_prose(read: Read, pack: landkaart.Pack) -> None:
    for obstacle in pack.obstacles:
        page = read(f"/obstakels/{obstacle.id}")
        headings = page.texts("h2")
        assert "De route, stap voor stap" in headings and "De route" not in headings
        assert "Waarom deze stappen helpen" in page.texts("summary")


def test_without_route_keeps_sections_with_links_to_other_items() -> None:
    html = (
        '<h2>Zo</h2><p><a href="item:a">A</a> en <a href="item:b">B</a></p>'
        '<h2>En</h2><p><a href="item:a">A</a> en <a href="item:c">C</a></p><h2>Ook</h2><p>x</p>'
    )
    kept, told = without_route(html, ["a", "b"])
    assert kept == html[html.index("<h2>En") :]
    assert told == '<p><a href="item:a">A</a> en <a href="item:b">B</a></p>'
    assert without_route(html, []) == (html, "")


def test_without_route_keeps_the_targets_of_links() -> None:
    html = '<h2 id="zo">Zo</h2><p><a href="item:a#kop">A</a></p><h2 id="en">En</h2><p>x</p>'
    kept, told = without_route(html, ["a"])
    assert kept == '<h2 id="en">En</h2><p>x</p>'
    assert told == '<span id="zo"></span><p><a href="item:a#kop">A</a></p>'


def test_a_work_form_shows_group_size_duration_and_steps(read: Read, pack: landkaart.Pack) -> None:
    page = read("/werkvormen/wv-troika")
    form = pack["wv-troika"]
    assert isinstance(form, landkaart.WorkForm)
    for said in ("3 tot 60 mensen", "30 tot 45 minuten", form.steps[0].title, form.when_not):
        assert said in page.text
    assert "/landkaart/werkvormen/wv-troika/printen" in page.values("href")


def test_a_printable_sheet_has_the_steps_and_a_link_back(read: Read) -> None:
    page = read("/werkvormen/wv-troika/printen")
    assert page.texts("h1") == ["Trio-advies"]
    assert "Vraag vertellen" in page.text
    assert "/landkaart/werkvormen/wv-troika" in page.values("href", "a")


def test_a_video_has_captions_a_poster_and_a_transcript(read: Read, pack: landkaart.Pack) -> None:
    page = read("/videos/vi-luisteren")
    video = pack["vi-luisteren"]
    assert isinstance(video, landkaart.Video)
    folder = "/landkaart/bestanden/videos"
    assert page.values("src", "source") == [f"{folder}/vi-luisteren.webm"]
    assert page.values("src", "track", kind="captions", srclang="nl") == [
        f"{folder}/vi-luisteren.vtt"
    ]
    assert page.values("poster") == [f"{folder}/vi-luisteren.webp"]
    assert video.transcript in page.text


def test_terms_are_grouped_by_first_letter(read: Read, pack: landkaart.Pack) -> None:
    page = read("/begrippen")
    for term in pack.terms:
        assert f"/landkaart/begrippen/{term.id}" in page.values("href")
    letters = [title for title in page.texts("h2") if len(title) == 1]
    assert letters == sorted(letters)


def test_a_journey_links_to_its_stops_and_shows_its_map(read: Read, pack: landkaart.Pack) -> None:
    page = read("/reizen/jo-eerste-keer")
    journey = pack["jo-eerste-keer"]
    assert isinstance(journey, landkaart.Journey)
    for number in range(1, len(journey.stops) + 1):
        assert f"/landkaart/reizen/jo-eerste-keer/{number}" in page.values("href", "a")
    assert "landkaart-map" in page.values("class", "svg")


def test_a_stop_links_to_the_previous_and_the_next_stop(read: Read) -> None:
    page = read("/reizen/jo-eerste-keer/3")
    assert set(page.values("href", "a", rel="prev")) == {"/landkaart/reizen/jo-eerste-keer/2"}
    assert set(page.values("href", "a", rel="next")) == {"/landkaart/reizen/jo-eerste-keer/4"}
    first, last = read("/reizen/jo-eerste-keer/1"), read("/reizen/jo-eerste-keer/8")
    assert first.values("href", "a", rel="prev") == []
    assert last.values("href", "a", rel="next") == []


def test_the_canonical_address_of_a_stop_is_that_of_its_item(
    read: Read, pack: landkaart.Pack
) -> None:
    journey = pack["jo-eerste-keer"]
    assert isinstance(journey, landkaart.Journey)
    page = read("/reizen/jo-eerste-keer/1")
    kept = page.values("href", "link", rel="canonical")
    assert kept == [f"https://gemeente.example/landkaart/onderwerpen/{journey.stops[0].id}"]


@pytest.mark.parametrize("address", ["/obstakels", "/begrippen", "/werkvormen", "/reizen"])
def test_a_list_has_an_introduction(read: Read, address: str) -> None:
    page = read(address)
    said = page.texts("p", class_="nl-paragraph nl-paragraph--lead")
    assert said == page.values("content", "meta", name="description")


def test_breadcrumbs_list_the_pages_from_home_to_this_page(read: Read) -> None:
    page = read("/werkvormen/wv-troika/printen")
    crumbs = page.thing("BreadcrumbList")["itemListElement"]
    assert [crumb["name"] for crumb in crumbs] == [
        "Begin",
        "Werkvormen",
        "Trio-advies",
        "Printblad: Trio-advies",
    ]
    assert crumbs[1]["item"] == "https://gemeente.example/landkaart/werkvormen"
    assert "item" not in crumbs[-1]


def test_the_query_value_route_draws_a_path_on_the_map(read: Read) -> None:
    plain, path = read("/kaart"), read("/kaart?route=ob-regeldruk")
    assert "halte 1" not in plain.text
    assert "halte 1" in path.text
    assert read("/kaart?route=<script>").text == plain.text


def test_an_item_in_another_language_has_a_lang_attribute(samples: landkaart.Pack) -> None:
    answer = Portal(samples).answer(Request("GET", "/artikelen/ar-rain-gardens"))
    page = Markup(answer.body.decode())
    assert page.values("lang", "html") == ["nl"]
    assert page.values("lang", "h1") == ["en"]


def test_pictures_in_a_body_have_the_addresses_of_files(samples: landkaart.Pack) -> None:
    answer = Portal(samples).answer(Request("GET", "/onderwerpen/regentonnen", root="/water"))
    page = Markup(answer.body.decode())
    assert page.values("src", "img") == ["/water/bestanden/images/ton.svg"]


def test_links_in_a_body_to_other_sites_have_rel_noopener(samples: landkaart.Pack) -> None:
    answer = Portal(samples).answer(Request("GET", "/artikelen/ar-tuinen"))
    page = Markup(answer.body.decode())
    assert page.values("rel", "a", href="https://kaart.example/?wijk=1&jaar=2024") == ["noopener"]


@pytest.mark.parametrize("offset", [0, 1, 5])
def test_heading_offset_shifts_the_levels_of_headings(pack: landkaart.Pack, offset: int) -> None:
    portal = Portal(pack, Settings(heading_offset=offset, content_only=True))
    page = Markup(portal.answer(Request("GET", "/obstakels/ob-regeldruk")).body.decode())
    levels = [
        int(tag[1]) for tag, _, _ in page.elements if tag in ("h1", "h2", "h3", "h4", "h5", "h6")
    ]
    assert min(levels) == 1 + offset
    assert levels.count(1 + offset) == 1 or offset == 5


def test_content_only_gives_no_document_and_no_security_headers(pack: landkaart.Pack) -> None:
    portal = Portal(pack, Settings(content_only=True, base_url="https://gemeente.example/kaart"))
    answer = portal.answer(Request("GET", "/werkvormen/wv-troika"))
    assert answer.page is not None
    assert answer.page.title == "Trio-advies - Werkvorm"
    assert answer.page.language == "nl"
    assert b"<html" not in answer.body and b"<main" not in answer.body
    assert 'rel="canonical"' in answer.page.head and "ld+json" in answer.page.head
    assert {"etag", "content-security-policy", "x-frame-options"}.isdisjoint(answer.headers)


def test_the_interface_has_the_language_of_the_settings(pack: landkaart.Pack) -> None:
    page = Markup(Portal(pack, Settings(language="en")).answer(Request("GET", "/")).body.decode())
    assert page.values("lang", "html") == ["en"]


def test_a_pack_without_a_map_or_journeys_has_pages_too(tmp_path) -> None:  # type: ignore[no-untyped-def]
    landkaart.init(tmp_path / "bron")
    landkaart.build(tmp_path / "bron", tmp_path / "klein.lkp")
    portal = Portal(landkaart.open(tmp_path / "klein.lkp"))
    for path in ("/", "/kaart", "/reizen", "/videos", "/begrippen", "/zoeken", "/over"):
        assert portal.answer(Request("GET", path)).status == 200, path


def test_head_has_the_headers_of_get_and_no_body(ask: Ask) -> None:
    whole, head = ask("/over"), ask("/over", "HEAD")
    assert head.body == b""
    assert head.headers == whole.headers


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/kaart", "route"),
        ("/begrippen", "pagina"),
        ("/zoeken?zoekterm=raad", "pagina"),
        ("/werkvormen?doel=samen-leren", "pagina"),
    ],
)
def test_unused_query_values_do_not_add_pages_to_the_cache(
    samples: landkaart.Pack, address: str, key: str
) -> None:
    portal = Portal(samples)
    path, _, query = address.partition("?")
    asked = [query, *(f"{query}&x={number}" for number in range(9)), f"a=b&{query}&{key}="]
    answers = {portal.answer(Request("GET", path, one)).body for one in asked}
    assert len(answers) == 1
    assert len(portal._editions.newest().page) == 1


def test_a_table_has_a_name_and_can_be_scrolled_with_the_keyboard(read: Read) -> None:
    page = read("/onderwerpen/pw-verantwoording")
    names = page.values("aria-label", "div", class_="landkaart-table")
    assert names == ["Wie legt uit?, Aan wie?, Wanneer?, En als het niet goed genoeg is?"]
    assert page.values("tabindex", "div", class_="landkaart-table") == ["0"]
