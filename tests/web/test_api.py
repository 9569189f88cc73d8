# SPDX-License-Identifier: EUPL-1.2
"""The responses of /v1: lists, items, routes, search, suggestions, the map and texts."""

from urllib.parse import quote_plus

import pytest
from api_client import ApiClient

import landkaart
from landkaart.web import Settings, create_app

COLLECTIONS = {
    "themas": "theme",
    "onderwerpen": "topic",
    "obstakels": "obstacle",
    "werkvormen": "work-form",
    "artikelen": "article",
    "videos": "video",
    "verhalen": "story",
    "begrippen": "term",
    "reizen": "journey",
}


@pytest.fixture(scope="module")
def api(pack: landkaart.Pack) -> ApiClient:
    return ApiClient(create_app(pack))


@pytest.fixture(scope="module")
def small_api(samples: landkaart.Pack) -> ApiClient:
    return ApiClient(create_app(samples))


def ids(listed: list[dict[str, object]]) -> list[object]:
    return [one["id"] for one in listed]


def test_the_root_links_to_addresses_that_all_answer(api: ApiClient) -> None:
    links = api.json("/v1")["_links"]
    assert set(COLLECTIONS) < set(links)
    needs_a_text = {"zoekresultaten": "?zoekterm=", "suggesties": "?tekst="}
    for name, link in links.items():
        assert api.get(link["href"] + needs_a_text.get(name, "")).status_code == 200, name


@pytest.mark.parametrize(("collection", "kind"), COLLECTIONS.items())
def test_the_next_links_of_a_collection_give_all_its_items(
    api: ApiClient, pack: landkaart.Pack, collection: str, kind: landkaart.Kind
) -> None:
    address = f"/v1/{collection}?aantal=7"
    found: list[object] = []
    while address:
        page = api.json(address)
        found += ids(page["resultaten"])
        address = page["_links"].get("volgende", {}).get("href", "")
    expected = list(pack.where(kind=kind).ids)
    assert found == expected
    assert page["totaal"] == len(expected)
    assert page["_links"]["laatste"] == page["_links"]["self"]


def test_a_page_beyond_the_last_is_empty_and_links_to_the_last(api: ApiClient) -> None:
    page = api.json("/v1/themas?pagina=999")
    assert page["totaal"] == 4
    assert page["resultaten"] == []
    assert page["_links"]["laatste"]["href"] == "/v1/themas?pagina=1&aantal=20"
    assert "volgende" not in page["_links"]


def test_the_filter_on_theme_lists_the_items_of_the_theme(
    api: ApiClient, pack: landkaart.Pack
) -> None:
    found = api.json("/v1/onderwerpen?thema=krachtenveld")
    assert ids(found["resultaten"]) == list(pack["krachtenveld"].topics.ids)


@pytest.mark.parametrize(
    ("asked", "filters"),
    [
        ("groepsgrootte=8&maximaleDuur=30", {"group_size": 8, "max_minutes": 30}),
        ("doel=samen-leren", {"purpose": "learn-together"}),
        ("maximaleMoeilijkheid=1", {"max_difficulty": 1}),
        ("thema=krachtenveld&groepsgrootte=20", {"theme": "krachtenveld", "group_size": 20}),
        ("obstakel=ob-regeldruk", {"obstacle": "ob-regeldruk"}),
        ("doel=&groepsgrootte=&maximaleDuur=15", {"max_minutes": 15}),
    ],
)
def test_work_form_filters_give_the_same_as_the_package(
    api: ApiClient, pack: landkaart.Pack, asked: str, filters: dict[str, object]
) -> None:
    found = api.json(f"/v1/werkvormen?aantal=100&{asked}")
    expected = pack.work_forms.where(**filters)  # type: ignore[arg-type]
    assert expected
    assert ids(found["resultaten"]) == list(expected.ids)


def test_a_work_form_in_a_list_has_purpose_size_duration_and_difficulty(api: ApiClient) -> None:
    troika = next(
        form
        for form in api.json("/v1/werkvormen?aantal=100")["resultaten"]
        if form["id"] == "wv-troika"
    )
    assert troika["doel"] == "competenties-opbouwen"
    assert troika["groepsgrootte"] == {"minimum": 3, "maximum": 60}
    assert troika["duur"] == {"minimum": 30, "maximum": 45}
    assert troika["moeilijkheid"] == 1
    assert troika["_links"]["self"]["href"] == "/v1/werkvormen/wv-troika"
    assert troika["_links"]["pagina"]["href"] == "/werkvormen/wv-troika"


def test_an_item_has_all_its_fields(api: ApiClient, pack: landkaart.Pack) -> None:
    form = pack["wv-troika"]
    said = api.json("/v1/werkvormen/wv-troika")
    assert said["titel"] == form.title
    assert said["andereTitels"] == ["Troika Consulting", "Troika"]
    assert said["licentie"] == "CC-BY-4.0"
    assert said["stappen"][0] == {"titel": "Vraag vertellen", "minuten": 2}
    assert ids(said["onderwerpen"]) == list(form.linked("topics").ids)
    assert said["geldigVanaf"] == str(form.valid_from)


def test_links_in_a_body_have_the_addresses_of_pages(api: ApiClient) -> None:
    html = api.json("/v1/obstakels/ob-regeldruk")["html"]
    assert 'href="/onderwerpen/kv-regeldruk"' in html
    assert "item:" not in html


def test_the_files_of_a_video_can_be_fetched(api: ApiClient) -> None:
    video = api.json("/v1/videos/vi-luisteren")
    for name in ("bestand", "ondertiteling", "poster"):
        assert api.get(video[name]["href"]).status_code == 200, name
    assert video["speelduur"] == 60


def test_a_journey_lists_its_stops(api: ApiClient, pack: landkaart.Pack) -> None:
    journey = api.json("/v1/reizen/jo-eerste-keer")
    assert ids(journey["haltes"]) == list(pack["jo-eerste-keer"].linked("stops").ids)


def test_a_route_lists_the_items_that_help_with_an_obstacle(
    api: ApiClient, pack: landkaart.Pack
) -> None:
    obstacle = pack["ob-eenzame-samenwerker"]
    assert isinstance(obstacle, landkaart.Obstacle)
    route = api.json("/v1/obstakels/ob-eenzame-samenwerker/route")
    assert route["obstakel"]["id"] == obstacle.id
    stops = [*route["onderwerpen"], *route["werkvormen"], *route["artikelen"], *route["verhalen"]]
    assert ids(stops) == list(obstacle.route.stops.ids)
    assert route["andereWeg"] == obstacle.another_way


def test_keys_that_begin_with_x_are_extensions(small_api: ApiClient) -> None:
    assert small_api.json("/v1/artikelen/ar-tuinen")["uitbreidingen"] == {"x-lezers": 1200}


def test_a_translation_names_its_original(small_api: ApiClient) -> None:
    translated = small_api.json("/v1/artikelen/ar-rain-gardens")
    assert translated["taal"] == "en"
    assert ids(translated["vertalingVan"]) == ["ar-tuinen"]


def test_the_first_result_for_standing_alone_is_the_lonely_collaborator(api: ApiClient) -> None:
    found = api.json("/v1/zoekresultaten?zoekterm=ik+sta+er+alleen+voor")
    first = found["resultaten"][0]
    assert first["id"] == "ob-eenzame-samenwerker"
    assert first["fragment"]["tekst"]


@pytest.mark.parametrize("query", ["te veel regels", "griffie raad", "café É😀 boze bewoners"])
def test_search_gives_the_same_results_as_the_package(
    api: ApiClient, pack: landkaart.Pack, query: str
) -> None:
    found = api.json(f"/v1/zoekresultaten?zoekterm={quote_plus(query)}&aantal=5")
    expected = pack.search(query, limit=5)
    assert found["zoekterm"] == query
    assert found["totaal"] == expected.total
    assert ids(found["resultaten"]) == [hit.id for hit in expected]
    for said, hit in zip(found["resultaten"], expected, strict=True):
        assert said["fragment"]["tekst"] == hit.snippet.text
        marked = [said["fragment"]["tekst"][a:b] for a, b in said["fragment"]["markeringen"]]
        assert marked == [hit.snippet.text[a:b] for a, b in hit.snippet.highlights]


def test_facets_ignore_the_filter_in_their_own_dimension(api: ApiClient) -> None:
    every = api.json("/v1/zoekresultaten?zoekterm=regels")
    narrowed = api.json("/v1/zoekresultaten?zoekterm=regels&soort=werkvorm&thema=krachtenveld")
    assert narrowed["totaal"] < every["totaal"]
    assert {one["soort"] for one in narrowed["resultaten"]} == {"werkvorm"}
    assert len(narrowed["facetten"]["soorten"]) > 1
    assert len(narrowed["facetten"]["themas"]) > 1


def counts(counted: list[dict[str, object]]) -> dict[object, object]:
    return {one["waarde"]: one["aantal"] for one in counted}


def test_search_filters_by_kind_theme_and_purpose(api: ApiClient, pack: landkaart.Pack) -> None:
    address = "/v1/zoekresultaten?zoekterm=regels&aantal=100"
    every = api.json(address)
    kind = api.json(f"{address}&soort=werkvorm")
    theme = api.json(f"{address}&thema=krachtenveld")
    purpose = api.json(f"{address}&doel=samen-leren")
    expected = {
        "soort": pack.search("regels", limit=100, kind="work-form"),
        "thema": pack.search("regels", limit=100, theme="krachtenveld"),
        "doel": pack.search("regels", limit=100, purpose="learn-together"),
    }
    for name, found in (("soort", kind), ("thema", theme), ("doel", purpose)):
        assert ids(found["resultaten"]) == [hit.id for hit in expected[name]]
        assert 0 < found["totaal"] == expected[name].total < every["totaal"]
    assert counts(kind["facetten"]["soorten"]) == counts(every["facetten"]["soorten"])
    assert counts(kind["facetten"]["themas"]) == expected["soort"].facets.themes
    assert counts(theme["facetten"]["themas"]) == counts(every["facetten"]["themas"])
    assert sum(counts(theme["facetten"]["soorten"]).values()) == theme["totaal"]  # type: ignore[arg-type]


def test_the_counts_per_kind_add_up_to_the_total(api: ApiClient) -> None:
    found = api.json("/v1/zoekresultaten?zoekterm=raad")
    assert sum(one["aantal"] for one in found["facetten"]["soorten"]) == found["totaal"]


def test_next_and_previous_links_page_through_results(api: ApiClient, pack: landkaart.Pack) -> None:
    first = api.json("/v1/zoekresultaten?zoekterm=raad&aantal=3")
    second = api.json(first["_links"]["volgende"]["href"])
    assert ids(first["resultaten"] + second["resultaten"]) == [
        hit.id for hit in pack.search("raad", limit=6)
    ]
    assert api.json(second["_links"]["vorige"]["href"]) == first


def test_search_offers_filters_and_suggests_a_correction(api: ApiClient) -> None:
    found = api.json("/v1/zoekresultaten?zoekterm=energizer+voor+8+personen+in+een+half+uur")
    offer = found["aanbod"]
    assert (offer["groepsgrootte"], offer["maximaleDuur"]) == (8, 30)
    assert offer["_links"]["pagina"]["href"] == "/werkvormen?groepsgrootte=8&maximaleDuur=30"
    assert api.json(offer["_links"]["werkvormen"]["href"])["totaal"] > 0
    mended = api.json("/v1/zoekresultaten?zoekterm=participasie")
    assert mended["suggestie"] == "participatie"
    assert mended["aanbod"] == {}


def test_a_repeated_search_without_results_is_counted_each_time(
    samples: landkaart.Pack,
) -> None:
    app = create_app(samples, settings=Settings(count_searches=True))
    api = ApiClient(app)
    for _ in range(5):
        assert api.json("/v1/zoekresultaten?zoekterm=kwijtschelding")["totaal"] == 0
        api.json("/v1/zoekresultaten?zoekterm=")
        api.json("/v1/zoekresultaten?zoekterm=raad&soort=video&doel=overleven")
    assert api.json("/tellers")["words"] == [{"word": "kwijtschelding", "count": 5}]
    assert api.json("/tellers")["searches-without-answer"] == 5


def test_suggestions_are_those_of_the_package(api: ApiClient, pack: landkaart.Pack) -> None:
    found = api.json("/v1/suggesties?tekst=krachtenv&aantal=3")["resultaten"]
    assert [one["tekst"] for one in found] == [
        one.text for one in pack.suggest("krachtenv", limit=3)
    ]
    assert found[0]["_links"]["pagina"]["href"] == "/begrippen/tm-krachtenveld"


def test_the_map_as_data_has_the_order_of_its_list(api: ApiClient, pack: landkaart.Pack) -> None:
    places = api.json("/v1/kaart")["plaatsen"]
    lands = [territory.id for territory in pack.map.territories]
    assert ids(places)[: len(lands)] == lands
    points = {place.id: list(place.at) for place in (*pack.map.places, *pack.map.hazards)}
    assert {place["id"]: place["punt"] for place in places[len(lands) :]} == points
    listed = [place["thema"] for place in places[len(lands) :]]
    assert listed == sorted(listed, key=lands.index)
    assert all(place["omtrek"][0] == place["omtrek"][-1] for place in places[: len(lands)])


def test_the_map_as_data_numbers_the_stops_of_a_route(api: ApiClient, pack: landkaart.Pack) -> None:
    places = api.json("/v1/kaart?route=jo-eerste-keer")["plaatsen"]
    stops = pack["jo-eerste-keer"].linked("stops").ids
    numbered = {place["id"]: place["nummer"] for place in places if "nummer" in place}
    assert numbered == {id: stops.index(id) + 1 for id in numbered}
    assert numbered["kv-college"] == 2


def test_the_map_is_svg_when_the_accept_header_prefers_it(api: ApiClient) -> None:
    drawn = api.get("/v1/kaart?route=ob-regeldruk&gekozen=kv-college", accept="image/svg+xml")
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert drawn.headers["vary"] == "Accept"
    assert 'href="/onderwerpen/kv-college"' in drawn.text
    assert 'class="landkaart-map"' in drawn.text
    printed = api.get("/v1/kaart?kleuren=druk", accept="image/svg+xml")
    assert 'class="landkaart-map"' not in printed.text


def test_the_map_is_css_when_the_accept_header_prefers_it(api: ApiClient) -> None:
    assert api.get("/v1/kaart", accept="text/css").text == landkaart.Map.stylesheet()


def test_unknown_ids_do_not_change_the_drawing(api: ApiClient) -> None:
    plain = api.get("/v1/kaart", accept="image/svg+xml")
    asked = api.get("/v1/kaart?route=weg&gekozen=weg&gekozen=ook-weg", accept="image/svg+xml")
    assert asked.text == plain.text


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("image/svg+xml;q=0.5, application/json", "application/json"),
        ("image/svg+xml, */*;q=0.1", "image/svg+xml"),
        ("image/svg+xml;q=weird,,;;", "application/json"),
    ],
)
def test_the_media_type_is_the_one_that_the_accept_header_prefers(
    api: ApiClient, accept: str, media_type: str
) -> None:
    answer = api.get("/v1/kaart", accept=accept)
    assert answer.headers["content-type"].startswith(media_type)


def test_an_item_is_available_as_json_ld(api: ApiClient) -> None:
    answer = api.get("/v1/werkvormen/wv-troika", accept="application/ld+json")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json()["@context"] == "https://schema.org"
    assert "HowTo" in answer.json()["@type"]


def test_interface_words_cover_every_kind_purpose_and_difficulty(api: ApiClient) -> None:
    words = api.json("/v1/interfacewoorden?taal=nl-NL")
    assert words["taal"] == "nl"
    assert set(words["soorten"]) == {
        item["soort"] for name in COLLECTIONS for item in api.json(f"/v1/{name}")["resultaten"]
    }
    assert list(words["doelen"]) == ["overleven", "competenties-opbouwen", "samen-leren"]
    assert list(words["moeilijkheden"]) == ["1", "2", "3"]
    assert api.json("/v1/interfacewoorden?taal=fy")["woorden"] != words["woorden"]
    assert api.json("/v1/interfacewoorden?taal=tlh") == words


def test_links_begin_with_the_path_of_the_mount(pack: landkaart.Pack) -> None:
    mounted = ApiClient(create_app(pack), root="/landkaart")
    theme = mounted.json("/v1/themas?aantal=1")["resultaten"][0]
    assert theme["_links"]["self"]["href"].startswith("/landkaart/v1/themas/")
    assert theme["_links"]["pagina"]["href"].startswith("/landkaart/themas/")
    drawn = mounted.get("/v1/kaart", accept="image/svg+xml")
    assert 'href="/landkaart/onderwerpen/kv-college"' in drawn.text


def test_links_begin_with_the_base_url(pack: landkaart.Pack) -> None:
    public = ApiClient(create_app(pack, base_url="https://gemeente.example/kaart/"))
    links = public.json("/v1")["_links"]
    assert links["themas"]["href"] == "https://gemeente.example/kaart/v1/themas"


def test_each_request_is_answered_from_the_newest_pack(
    pack: landkaart.Pack, samples: landkaart.Pack
) -> None:
    packs = [samples]
    api = ApiClient(create_app(lambda: packs[-1]))
    before = api.get("/v1/themas")
    packs.append(pack)
    after = api.get("/v1/themas", if_none_match=before.headers["etag"])
    assert before.json()["totaal"] == 2
    assert after.json()["totaal"] == 4
