# SPDX-License-Identifier: EUPL-1.2
"""The OpenAPI document of /v1: every response of the API fits it."""

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from api_client import ApiClient

import landkaart
from landkaart.web import Settings, create_app
from landkaart.web._words.kinds import KIND_FOLDERS

CONTACT = {
    "name": "Team Participatie",
    "email": "team@gemeente.example",
    "url": "https://gemeente.example/contact",
}


@pytest.fixture(scope="module")
def api(pack: landkaart.Pack) -> ApiClient:
    named = {f"contact_{key}": value for key, value in CONTACT.items()}
    return ApiClient(create_app(pack, settings=Settings(**named)))


@pytest.fixture(scope="module")
def document(api: ApiClient) -> dict[str, Any]:
    found: dict[str, Any] = api.json("/v1/openapi.json")
    return found


class Shapes:
    """Validates responses against the document. A key that it does not name is an error."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self._schemas = {
            name: schema | {"additionalProperties": False}
            for name, schema in document["components"]["schemas"].items()
        }

    def operation(self, address: str) -> dict[str, Any]:
        path = address.partition("?")[0].removeprefix("/v1") or "/"
        for pattern, operations in self.document["paths"].items():
            if re.fullmatch(pattern.replace("{id}", "[^/]+"), path):
                found: dict[str, Any] = operations["get"]
                return found
        raise AssertionError(f"the document does not have {path}")

    def check(self, address: str, status: int, answer: Any) -> None:
        media_type = "application/json" if status == 200 else "application/problem+json"
        response = self.operation(address)["responses"][str(status)]
        schema = response["content"][media_type]["schema"]
        whole = schema | {"components": {"schemas": self._schemas}}
        jsonschema.Draft202012Validator(whole).validate(answer)


@pytest.fixture(scope="module")
def shapes(document: dict[str, Any]) -> Shapes:
    return Shapes(document)


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in document["paths"].values():
        yield from path.values()


def test_every_item_and_list_of_the_default_pack_fits_the_document(
    api: ApiClient, shapes: Shapes
) -> None:
    items = 0
    for name, link in api.json("/v1")["_links"].items():
        if (
            name not in shapes.document["paths"]
            and f"/{name}/{{id}}" not in shapes.document["paths"]
        ):
            continue
        listed = api.json(f"{link['href']}?aantal=100")
        shapes.check(link["href"], 200, listed)
        for item in listed["resultaten"]:
            address = item["_links"]["self"]["href"]
            shapes.check(address, 200, api.json(address))
            items += 1
    assert items == len(landkaart.cocreatie())


def test_every_item_of_the_fixture_pack_fits_the_document(
    samples: landkaart.Pack, shapes: Shapes
) -> None:
    api = ApiClient(create_app(samples))
    for item in samples.values():
        address = f"/v1/{KIND_FOLDERS[item.kind]}/{item.id}"
        shapes.check(address, 200, api.json(address))


def test_every_other_response_fits_the_document(
    api: ApiClient, pack: landkaart.Pack, shapes: Shapes
) -> None:
    addresses = [
        "/v1",
        "/v1/kaart",
        "/v1/kaart?route=jo-eerste-keer",
        "/v1/interfacewoorden?taal=fy",
    ]
    for item in (*pack.obstacles, *pack.topics):
        addresses += [
            f"/v1/zoekresultaten?zoekterm={item.title}",
            f"/v1/suggesties?tekst={item.title[:4]}",
        ]
    addresses += [f"/v1/obstakels/{id}/route" for id in pack.obstacles.ids]
    addresses += [
        "/v1/zoekresultaten?zoekterm=",
        "/v1/zoekresultaten?zoekterm=participasie",
        "/v1/zoekresultaten?zoekterm=voor+8+mensen+in+een+half+uur&soort=werkvorm&vanaf=5",
    ]
    for address in addresses:
        shapes.check(address, 200, api.json(address))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/v1/werkvormen?aantal=0", 400),
        ("/v1/zoekresultaten", 400),
        ("/v1/werkvormen/wv-trojka", 404),
        ("/v1/obstakels/weg/route", 404),
    ],
)
def test_every_problem_fits_the_document(
    api: ApiClient, shapes: Shapes, address: str, status: int
) -> None:
    answer = api.get(address)
    assert answer.status_code == status
    shapes.check(address, status, answer.json())


def test_the_document_states_contact_version_and_server(
    document: dict[str, Any], api: ApiClient
) -> None:
    assert document["info"]["contact"] == CONTACT
    assert document["info"]["version"] == api.get("/v1").headers["api-version"]
    assert document["servers"] == [{"url": "/v1"}]


def test_every_parameter_and_response_has_a_description(document: dict[str, Any]) -> None:
    for operation in operations(document):
        assert operation["summary"] and operation["operationId"]
        for parameter in operation.get("parameters", ()):
            assert parameter["description"], parameter["name"]
        assert {"200", "304", "400", "500", "default"} <= set(operation["responses"])
        for status, response in operation["responses"].items():
            assert response["description"]
            if status in ("200", "304"):
                assert set(response["headers"]) == {"API-Version", "ETag", "Cache-Control"}
            if status not in ("200", "301", "304"):
                assert list(response["content"]) == ["application/problem+json"]


def test_the_document_lists_every_kind_and_purpose(document: dict[str, Any]) -> None:
    search = document["paths"]["/zoekresultaten"]["get"]["parameters"]
    shown = {parameter["name"]: str(parameter["schema"]) for parameter in search}
    assert all(word in shown["soort"] for word in ("thema", "werkvorm", "reis"))
    assert all(word in shown["doel"] for word in ("overleven", "samen-leren"))


def test_names_of_keys_and_paths_follow_the_api_design_rules(document: dict[str, Any]) -> None:
    for path in document["paths"]:
        assert re.fullmatch(r"/|(/([a-z-]+|\{id\}))+", path)
    for operation in operations(document):
        for parameter in operation.get("parameters", ()):
            assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", parameter["name"])
    for schema in document["components"]["schemas"].values():
        for name in schema.get("properties", ()):
            assert re.fullmatch(r"_links|[a-z]+([A-Z][a-z]+)*", name)
