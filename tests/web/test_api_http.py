# SPDX-License-Identifier: EUPL-1.2
"""The behaviour of /v1 over HTTP: errors, unknown addresses, headers and hostile input."""

import json
from typing import Any
from urllib.parse import quote

import fastapi
import pytest
from api_client import ApiClient
from hypothesis import given, settings
from hypothesis import strategies as st

import landkaart
from landkaart.web import Settings, create_app
from landkaart.web._api import api_router

PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def api(pack: landkaart.Pack) -> ApiClient:
    return ApiClient(create_app(pack))


@pytest.fixture(scope="module")
def small_api(samples: landkaart.Pack) -> ApiClient:
    return ApiClient(create_app(samples))


def problem(api: ApiClient, address: str, status: int) -> dict[str, Any]:
    answer = api.get(address)
    assert answer.status_code == status, (address, answer.text)
    assert answer.headers["content-type"] == PROBLEM
    assert answer.headers["cache-control"] == "no-store"
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert told["title"] and told["detail"]
    return told


def mistakes(api: ApiClient, address: str) -> dict[str, str]:
    return {one["naam"]: one["uitleg"] for one in problem(api, address, 400)["fouten"]}


def test_a_response_lists_all_mistakes_of_a_query(api: ApiClient) -> None:
    told = mistakes(
        api,
        "/v1/werkvormen?groepsgrote=8&doel=samenleren&maximaleDuur=lang&thema=krachtenvelt"
        "&obstakel=wv-troika&aantal=0&pagina=1&pagina=2&maximaleMoeilijkheid=4",
    )
    assert list(told) == [
        "groepsgrote",
        "doel",
        "maximaleDuur",
        "thema",
        "obstakel",
        "aantal",
        "pagina",
        "maximaleMoeilijkheid",
    ]
    assert told["groepsgrote"].endswith("Bedoelde je groepsgrootte?")
    assert told["doel"].endswith("Bedoelde je samen-leren?")
    assert told["thema"].endswith("Bedoelde je krachtenveld?")
    assert told["aantal"] == "'0' kan hier niet. Geef een heel getal van 1 tot en met 100."
    assert told["pagina"] == "Dit staat er meer dan een keer. Geef één waarde."


def test_a_missing_parameter_is_named(api: ApiClient) -> None:
    told = mistakes(api, "/v1/zoekresultaten")
    assert told == {"zoekterm": "Dit ontbreekt. Geef een tekst van hoogstens 500 tekens."}


def test_an_unknown_parameter_gets_a_list_of_the_parameters(api: ApiClient) -> None:
    assert mistakes(api, "/v1/themas?x=1")["x"].endswith("Hier kan: aantal, pagina, thema.")


def test_an_empty_search_has_no_results_and_no_error(api: ApiClient) -> None:
    assert api.json("/v1/zoekresultaten?zoekterm=")["totaal"] == 0
    assert api.json("/v1/suggesties?tekst=")["resultaten"] == []


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("/v1/werkvormen/wv-trojka", "wv-troika"),
        ("/v1/werkvormen/regeldruk-op-kantoor", None),
        ("/v1/werkvormen/ob-regeldruk", "ob-regeldruk"),
        ("/v1/obstakels/ob-regeldrug/route", "ob-regeldruk"),
        ("/v1/obstakels/wv-troika/route", "wv-troika"),
    ],
)
def test_an_unknown_id_gets_suggestions_of_similar_items(
    api: ApiClient, address: str, meant: str | None
) -> None:
    told = problem(api, address, 404)
    assert told["suggesties"]
    assert meant is None or told["suggesties"][0]["id"] == meant
    for suggested in told["suggesties"]:
        assert api.get(suggested["_links"]["self"]["href"]).status_code == 200


def test_an_id_unlike_any_other_gets_the_address_of_the_list(api: ApiClient) -> None:
    told = problem(api, "/v1/reizen/qqqqqqqq", 404)
    assert told["detail"].endswith("Alle id's staan in /v1/reizen.")
    assert told["suggesties"] == []


def test_an_old_id_redirects_to_the_new_one(small_api: ApiClient) -> None:
    answer = small_api.get("/v1/verhalen/oude-tuin")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/v1/verhalen/vh-buurttuin"
    assert answer.headers["api-version"]


@pytest.mark.parametrize("path", ["/v1/", "/v1/themas/", "/v1/werkvormen/wv-troika/"])
def test_an_address_with_a_slash_at_the_end_is_explained(api: ApiClient, path: str) -> None:
    assert "schuine streep" in problem(api, path, 404)["detail"]


def test_a_mistyped_collection_gets_a_suggestion(api: ApiClient) -> None:
    assert "Bedoelde je werkvormen?" in problem(api, "/v1/werkvorm?aantal=3", 404)["detail"]
    assert "Bedoelde je werkvormen?" in problem(api, "/v1//werkvorm/wv-troika", 404)["detail"]
    assert problem(api, "/v1/a/b/c/../d", 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/v1", "/v1/themas", "/v1/nergens"])
def test_other_methods_than_get_and_head_are_not_allowed(
    api: ApiClient, method: str, path: str
) -> None:
    answer = api.send(method, path)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert answer.headers["content-type"] == PROBLEM


@pytest.mark.parametrize(
    "address",
    [
        "/v1",
        "/v1/openapi.json",
        "/v1/werkvormen?groepsgrootte=8",
        "/v1/werkvormen/wv-troika",
        "/v1/obstakels/ob-regeldruk/route",
        "/v1/zoekresultaten?zoekterm=regels",
        "/v1/suggesties?tekst=re",
        "/v1/kaart",
        "/v1/interfacewoorden",
    ],
)
class TestEveryAnswer:
    def test_has_the_headers_of_the_api_design_rules(self, api: ApiClient, address: str) -> None:
        headers = api.get(address).headers
        assert headers["api-version"] == "1.0.0"
        assert headers["content-type"] == "application/json"
        assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "max-age=300" in headers["cache-control"]
        assert "access-control-allow-origin" not in headers
        assert "set-cookie" not in headers

    def test_answers_304_to_a_current_entity_tag(self, api: ApiClient, address: str) -> None:
        tag = api.get(address).headers["etag"]
        again = api.get(address, if_none_match=f'W/"other", {tag}')
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == tag
        assert again.headers["api-version"]
        assert api.get(address, if_none_match='"other"').status_code == 200

    def test_has_the_same_headers_for_head(self, api: ApiClient, address: str) -> None:
        got, headed = api.get(address), api.send("HEAD", address)
        assert headed.status_code == 200
        assert headed.headers == got.headers


def test_a_search_stays_out_of_shared_caches(api: ApiClient) -> None:
    assert api.get("/v1/zoekresultaten?zoekterm=x").headers["cache-control"].startswith("private")
    assert api.get("/v1/suggesties?tekst=x").headers["cache-control"].startswith("private")


def test_a_setting_adds_strict_transport_security(pack: landkaart.Pack) -> None:
    base_url = "https://gemeente.example"
    without = ApiClient(create_app(pack, base_url=base_url))
    assert "strict-transport-security" not in without.get("/v1").headers
    secure = ApiClient(create_app(pack, settings=Settings(base_url=base_url, hsts_seconds=600)))
    assert secure.get("/v1").headers["strict-transport-security"] == "max-age=600"


def test_only_configured_origins_get_cors_headers(pack: landkaart.Pack) -> None:
    friend, stranger = "https://intranet.example", "https://elders.example"
    api = ApiClient(create_app(pack, settings=Settings(cors_origins=(friend,))))
    allowed = api.get("/v1/themas", origin=friend)
    assert allowed.headers["access-control-allow-origin"] == friend
    assert allowed.headers["access-control-allow-credentials"] == "true"
    for answer in (allowed, api.get("/v1/kaart"), api.get("/v1/themas", origin=stranger)):
        assert "Origin" in answer.headers["vary"]
    assert "access-control-allow-origin" not in api.get("/v1/themas", origin=stranger).headers
    for path in ("/v1/themas", "/v1/kaart"):
        asked = {"access_control_request_method": "GET", "origin": friend}
        assert api.send("OPTIONS", path, **asked).status_code == 200
    problem_too = api.get("/v1/themas?x=1", origin=friend)
    assert problem_too.headers["access-control-allow-origin"] == friend


def test_a_star_in_cors_origins_allows_every_origin(pack: landkaart.Pack) -> None:
    api = ApiClient(create_app(pack, settings=Settings(cors_origins=("*",))))
    answer = api.get("/v1/kaart", origin="https://elders.example", accept="image/svg+xml")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


def test_a_damaged_pack_gives_a_problem_with_status_500(pack: landkaart.Pack) -> None:
    packs = [pack]

    def newest() -> landkaart.Pack:
        if not packs:
            raise landkaart.PackError("a page is damaged", landkaart.ErrorCode.DAMAGED)
        return packs[0]

    application = fastapi.FastAPI()
    application.include_router(api_router(newest, Settings()))
    api = ApiClient(application)
    assert api.get("/v1/themas").status_code == 200
    packs.clear()
    assert "niet goed te lezen" in problem(api, "/v1/themas", 500)["detail"]


@pytest.mark.parametrize(
    "query",
    [
        "zoekterm=" + "a" * 60_000,
        "zoekterm=%ff%fe%00%c3%28",
        "zoekterm=" + quote("<script>alert(1)</script>"),
        "zoekterm=x&aantal=" + "9" * 10_000,
        "zoekterm=x&vanaf=-1",
        "zoekterm=x&aantal=1e400",
        "zoekterm=x&aantal=%D9%A3",
        "zoekterm=x&thema=" + "%00" * 300,
        "zoekterm=x&soort=%ff",
        "%ff=%ff&zoekterm=x",
        "&&&=&zoekterm=x&=",
        "zoekterm[]=x",
        "zoekterm=" + quote('"' * 500),
        "zoekterm=" + quote("-" * 250 + "*" * 250),
    ],
)
def test_hostile_queries_get_status_200_or_400(api: ApiClient, query: str) -> None:
    answer = api.get(f"/v1/zoekresultaten?{query}")
    assert answer.status_code in (200, 400)
    assert len(answer.content) < 100_000
    answer.json()


@pytest.mark.parametrize("query", [b"zoekterm=\xff\xfe", b"\xff=\x00", b"zoekterm=x&\xc3\x28=&="])
def test_bytes_that_are_not_utf_8_get_status_200_or_400(api: ApiClient, query: bytes) -> None:
    assert api.send_raw(query) in (200, 400)


@pytest.mark.parametrize(
    "id", ["%00", "%ff%fe", "a" * 10_000, "..%2f..%2fetc", "%3Cscript%3E", "%F0%9F%98%80", "%20"]
)
def test_hostile_ids_get_a_short_404(api: ApiClient, id: str) -> None:
    for path in (f"/v1/werkvormen/{id}", f"/v1/obstakels/{id}/route", f"/v1/{id}"):
        assert len(problem(api, path, 404)["detail"]) < 300


NAMES = st.sampled_from(
    ["thema", "soort", "doel", "aantal", "vanaf", "pagina", "taal", "route", "gekozen", "kleuren"]
)
VALUES = st.one_of(
    st.text(max_size=40),
    st.integers().map(str),
    st.sampled_from(["krachtenveld", "werkvorm", "samen-leren", "3", "", "nan", "Infinity"]),
)


@settings(max_examples=150, deadline=None)
@given(
    path=st.sampled_from(["/zoekresultaten", "/werkvormen", "/kaart", "/suggesties", "/themas"]),
    asked=st.lists(st.tuples(NAMES | st.text(max_size=8), VALUES), max_size=5),
    typed=st.text(max_size=60),
)
def test_no_query_gives_a_server_error(path: str, asked: list[tuple[str, str]], typed: str) -> None:
    asked = [*asked, ("zoekterm", typed), ("tekst", typed)]
    query = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in asked)
    answer = SMALL.get(f"/v1{path}?{query}")
    assert answer.status_code in (200, 400)
    json.loads(answer.content)


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


SMALL = ApiClient(create_app(landkaart.cocreatie()))
