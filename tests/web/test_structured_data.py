# SPDX-License-Identifier: EUPL-1.2
"""The structured data of pages: JSON-LD in the vocabulary of schema.org, and Dublin Core."""

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from markup import Markup

import landkaart
from landkaart.web import Portal, Request
from landkaart.web._addresses import every_address

Read = Callable[[str], Markup]
BASE = "https://gemeente.example/landkaart"


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value, also nested ones."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            yield from objects(inner)


def test_every_page_describes_one_thing_and_its_breadcrumbs(
    read: Read, pack: landkaart.Pack
) -> None:
    for address in every_address(pack):
        things = read(address).things
        named = [thing for thing in things if thing["@type"] != "BreadcrumbList"]
        assert len(named) == 1, address
        assert named[0]["name"], address
        assert ("BreadcrumbList" in [thing["@type"] for thing in things]) == (address != "/")


def test_every_object_has_a_type_or_refers_to_one(read: Read, pack: landkaart.Pack) -> None:
    for address in every_address(pack):
        for thing in objects(read(address).things):
            assert thing.get("@type") or set(thing) == {"@id"}, (address, thing)
            assert None not in thing.values() and "" not in thing.values(), (address, thing)


def test_every_address_is_absolute(read: Read, pack: landkaart.Pack) -> None:
    found: set[str] = set()
    for address in every_address(pack):
        for thing in objects(read(address).things):
            for name in ("@id", "url", "item", "contentUrl", "thumbnailUrl", "inDefinedTermSet"):
                if name in thing:
                    assert thing[name].startswith(f"{BASE}/"), (address, thing)
                    found.add(name)
    assert len(found) == 6


def test_a_work_form_is_a_how_to_with_steps_time_and_supplies(
    read: Read, pack: landkaart.Pack
) -> None:
    thing = read("/werkvormen/wv-troika").thing("HowTo")
    form = pack["wv-troika"]
    assert isinstance(form, landkaart.WorkForm)
    assert thing["@type"] == ["HowTo", "LearningResource"]
    assert thing["totalTime"] == "PT45M"
    assert [step["name"] for step in thing["step"]] == [step.title for step in form.steps]
    assert thing["step"][0]["timeRequired"] == "PT2M"
    assert [supply["name"] for supply in thing["supply"]] == list(form.materials)
    assert thing["isBasedOn"]["name"] == form.origin
    assert thing["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert thing["inLanguage"] == "nl"


def test_a_video_has_the_fields_that_search_engines_require(
    read: Read, pack: landkaart.Pack
) -> None:
    thing = read("/videos/vi-luisteren").thing("VideoObject")
    video = pack["vi-luisteren"]
    assert isinstance(video, landkaart.Video)
    assert thing["contentUrl"] == f"{BASE}/bestanden/videos/vi-luisteren.webm"
    assert thing["thumbnailUrl"] == f"{BASE}/bestanden/videos/vi-luisteren.webp"
    assert thing["duration"] == "PT1M"
    assert thing["transcript"] == video.transcript
    assert thing["accessibilityFeature"] == ["captions", "transcript"]
    assert datetime.date.fromisoformat(thing["uploadDate"])


@pytest.mark.parametrize(
    ("address", "type"),
    [
        ("/", "WebSite"),
        ("/kaart", "CollectionPage"),
        ("/over", "AboutPage"),
        ("/zoeken", "SearchResultsPage"),
        ("/begrippen", "DefinedTermSet"),
        ("/begrippen/tm-avg", "DefinedTerm"),
        ("/themas/krachtenveld", "Collection"),
        ("/obstakels/ob-regeldruk", "Article"),
        ("/verhalen/st-tunnel", "Article"),
        ("/reizen/jo-eerste-keer", "ItemList"),
        ("/reizen/jo-eerste-keer/1", "Article"),
    ],
)
def test_each_sort_of_page_has_its_type(read: Read, address: str, type: str) -> None:
    assert read(address).thing(type)


def test_the_website_has_a_search_action(read: Read) -> None:
    action = read("/").thing("WebSite")["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{BASE}/zoeken?zoekterm={{zoekterm}}"
    assert action["query-input"] == "required name=zoekterm"


def test_a_journey_lists_its_stops_in_order(read: Read, pack: landkaart.Pack) -> None:
    thing = read("/reizen/jo-eerste-keer").thing("ItemList")
    journey = pack["jo-eerste-keer"]
    assert isinstance(journey, landkaart.Journey)
    assert [stop["name"] for stop in thing["itemListElement"]] == [s.title for s in journey.stops]
    assert [stop["position"] for stop in thing["itemListElement"]] == list(range(1, 9))


def test_json_ld_cannot_end_the_script_that_holds_it(tmp_path) -> None:  # type: ignore[no-untyped-def]
    landkaart.init(tmp_path / "bron")
    hostile = "</script><!--<script>alert(1)//&amp;"
    for file in (tmp_path / "bron" / "topics").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^title: .*$", f"title: '{hostile}'", text)
        file.write_text(text, encoding="utf-8")
    landkaart.build(tmp_path / "bron", tmp_path / "boos.lkp")
    pack = landkaart.open(tmp_path / "boos.lkp")
    topic = pack.topics[0]
    html = Portal(pack).answer(Request("GET", f"/onderwerpen/{topic.id}")).body.decode()
    assert topic.title == hostile
    assert html.count("</script>") == 1
    assert Markup(html).thing("Article")["name"] == hostile
    assert Markup(html).texts("h1") == [hostile]


def test_dublin_core_has_title_publisher_licence_and_subjects(read: Read) -> None:
    page = read("/werkvormen/wv-troika")

    def said(name: str) -> list[str]:
        return page.values("content", "meta", name=f"DCTERMS.{name}")

    assert said("title") == ["Trio-advies"]
    assert said("language") == ["nl"]
    assert said("identifier") == [f"{BASE}/werkvormen/wv-troika"]
    assert said("license") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert said("publisher") == ["Landkaart"]
    assert "Organiseren van het krachtenveld" in said("subject")


def test_open_graph_describes_each_page_that_search_engines_may_list(read: Read) -> None:
    def told(path: str) -> dict[str, str]:
        page = read(path)
        names = page.values("property", "meta")
        return {name: page.values("content", "meta", property=name)[0] for name in names}

    assert told("/werkvormen/wv-troika") == {
        "og:type": "article",
        "og:title": "Trio-advies",
        "og:description": read("/werkvormen/wv-troika").values(
            "content", "meta", name="description"
        )[0],
        "og:url": f"{BASE}/werkvormen/wv-troika",
        "og:site_name": "Landkaart co-creatie",
    }
    assert told("/")["og:type"] == "website"
    assert told("/zoeken?zoekterm=raad") == {}


def test_open_graph_has_no_relative_address(pack: landkaart.Pack) -> None:
    page = Markup(Portal(pack).answer(Request("GET", "/over")).body.decode())
    assert "og:title" in page.values("property", "meta")
    assert "og:url" not in page.values("property", "meta")
