# SPDX-License-Identifier: EUPL-1.2
"""The OpenAPI document of /v1. FastAPI makes it from the routes; this module adds the information
that the routes lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from starlette.routing import BaseRoute

from .._pages.structured_data import licence_address
from .._settings import Settings
from .models import Probleem
from .route import API_VERSION
from .view import PREFIX, Answer, JsonObject, View, answer

_DESCRIPTION = """\
De stof van de landkaart als gegevens: thema's, onderwerpen, obstakels, werkvormen, artikelen,
video's, verhalen, begrippen en reizen, de kaart en de zoekmachine. Alles is openbaar en alleen te
lezen.

Wat er niet is, staat niet in een antwoord; `null` komt niet voor. Sleutels kunnen erbij komen, dus
sla over wat je niet kent. Een antwoord hangt alleen af van het pakket met de stof en van de vraag:
bewaar het met zijn `ETag` en vraag met `If-None-Match` of het nog geldt.

Het begin van de API is `/v1`, zonder schuine streep aan het eind.
"""
_TEXT_HEADER = {"schema": {"type": "string"}}
_VERSION_HEADER = {
    "API-Version": {"description": "De volledige versie van deze API.", **_TEXT_HEADER}
}
_CACHE_HEADERS = {
    "ETag": {"description": "Verandert als het antwoord verandert.", **_TEXT_HEADER},
    "Cache-Control": {"description": "Hoe lang het antwoord geldt.", **_TEXT_HEADER},
}
_SUCCESS: dict[str, Any] = {"description": "Gelukt", "headers": _VERSION_HEADER | _CACHE_HEADERS}
_UNCHANGED = {
    "description": "Niet veranderd sinds de ETag in If-None-Match.",
    "headers": _VERSION_HEADER | _CACHE_HEADERS,
}
_MOVED = {
    "description": "Dit id is vervangen; `Location` zegt door welk.",
    "headers": _VERSION_HEADER | {"Location": {"description": "Het nieuwe adres.", **_TEXT_HEADER}},
}
_WRONG = {
    400: "De vraag klopt niet; `fouten` noemt de fouten, hoogstens de eerste twintig.",
    404: "Dit is er niet; `suggesties` noemt wat misschien bedoeld was.",
    500: "Er ging iets mis in de server.",
    503: "Er zijn te veel vragen tegelijk; `Retry-After` zegt over hoeveel seconden het weer kan.",
}
_RETRY_HEADER = {
    "Retry-After": {
        "description": "Over hoeveel seconden het weer kan.",
        "schema": {"type": "integer"},
    }
}
_JSON, _PROBLEM_JSON = "application/json", "application/problem+json"


def responses(
    model: type[BaseModel], *other_types: str, item: bool = False, limited: bool = False
) -> dict[int | str, dict[str, Any]]:
    """The possible responses of an operation, in the form that FastAPI expects.

    Args:
        model: The shape of the JSON of a successful response.
        other_types: The media types of a successful response besides JSON.
        item: Whether the path holds an id, so that 301 and 404 are possible.
        limited: Whether the operation has a query, so that 503 is possible.
    """
    content = {media_type: {"schema": {"type": "string"}} for media_type in other_types}
    answers: dict[int | str, dict[str, Any]] = {
        200: _SUCCESS | {"model": model, "content": content},
        304: _UNCHANGED,
    }
    if item:
        answers[301] = _MOVED
    possible = {400, 500, *([404] if item else []), *([503] if limited else [])}
    for status, description in _WRONG.items():
        if status in possible:
            headers = _VERSION_HEADER | (_RETRY_HEADER if status == 503 else {})
            answers[status] = {"description": description, "model": Probleem, "headers": headers}
    answers["default"] = {"description": "Een andere fout.", "model": Probleem}
    return answers


def openapi_document(view: View, settings: Settings, routes: Sequence[BaseRoute]) -> Answer:
    """The OpenAPI document.

    Args:
        view: The pack and the root path of the portal.
        settings: The options of the portal, which hold the contact.
        routes: All routes of /v1.
    """
    about = view.pack.manifest
    document = get_openapi(
        title=f"{settings.title or about.title}: API",
        version=API_VERSION,
        description=_DESCRIPTION,
        routes=routes,
        servers=[{"url": view.href("")["href"]}],
        contact=_contact(view, settings),
        license_info={"name": about.licence, "url": licence_address(about.licence)},
    )
    document["paths"] = {
        path.removeprefix(PREFIX) or "/": operations
        for path, operations in document["paths"].items()
    }
    for operation in _operations(document):
        for status, response in operation["responses"].items():
            content = response.get("content", {})
            if status != "200" and _JSON in content:
                content[_PROBLEM_JSON] = content.pop(_JSON)
    return answer(document)


def _contact(view: View, settings: Settings) -> JsonObject:
    about = view.pack.manifest
    stated = {
        "name": settings.contact_name or about.publisher,
        "email": settings.contact_email,
        "url": settings.contact_url or about.homepage or settings.base_url,
    }
    return {name: value for name, value in stated.items() if value}


def _operations(document: JsonObject) -> Iterator[JsonObject]:
    for path in document["paths"].values():
        yield from path.values()
