# SPDX-License-Identifier: EUPL-1.2
"""The routes of /v1, which follow the Dutch API Design Rules. Entry point: `api_router`.

The signatures of the handlers declare the query parameters, from which FastAPI makes the OpenAPI
document. The handlers get their answers from modules that depend on no web framework.
"""

from __future__ import annotations

import functools
from typing import Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel

from ..._vocabulary import Kind
from .._edition import OpenedPack
from .._http.admission import Admission
from .._http.messages import redirect
from .._pages.counters import Counters
from .._settings import Settings
from .._words.interface import words_in
from .._words.kinds import KIND_FOLDERS, KIND_WORDS
from . import models
from .items import (
    JSON_LD,
    item_as_json_ld,
    list_of_kind,
    list_of_work_forms,
    route_of,
    whole_item,
)
from .map import CSS, SVG, map_data, map_drawing, map_stylesheet
from .openapi import openapi_document, responses
from .parameters import (
    CHOSEN,
    COLOURS,
    COUNT_FOUND,
    COUNT_LISTED,
    COUNT_SUGGESTED,
    FROM,
    GROUP_SIZE,
    KIND,
    LANGUAGE,
    MAX_DIFFICULTY,
    MAX_MINUTES,
    OBSTACLE,
    PAGE,
    PURPOSE,
    QUERY,
    ROUTE,
    THEME,
    TYPED,
    ColourWord,
    KindWord,
    PurposeWord,
)
from .problem import Problem, no_such_item, no_such_path
from .route import ApiRoute, Service, preferred
from .search import search, suggestions
from .start import interface_words, start
from .view import PREFIX

_MODELS: dict[Kind, type[BaseModel]] = {
    Kind.THEME: models.Thema,
    Kind.TOPIC: models.Onderwerp,
    Kind.OBSTACLE: models.Obstakel,
    Kind.WORK_FORM: models.Werkvorm,
    Kind.ARTICLE: models.Artikel,
    Kind.VIDEO: models.Video,
    Kind.STORY: models.Verhaal,
    Kind.TERM: models.Begrip,
    Kind.JOURNEY: models.Reis,
}
_EVERY_METHOD = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
_MAX_CHOSEN = 100
_ID: Any = Path(..., alias="id", description="Het id, zoals een lijst het noemt.")


def api_router(
    source: OpenedPack,
    settings: Settings,
    counters: Counters | None = None,
    admission: Admission | None = None,
) -> APIRouter:
    """Makes the router of /v1. An application must include it before any route that matches every
    path.

    Args:
        source: A pack, or a function that returns the newest pack.
        settings: The options of the portal.
        counters: Counts searches without results, if settings.count_searches is true; None for no
            counting.
        admission: Bounds the searches that run at once, together with those of the pages; None for
            a bound of its own.
    """
    service = Service(source, settings, counters, admission)
    route_class = type("PortalApiRoute", (ApiRoute,), {"service": service})
    router = APIRouter(prefix=PREFIX, route_class=route_class)
    _add_search(router, service)  # first: routes are tried in order, and most requests search
    _add_start(router, service, settings)
    for kind in KIND_FOLDERS:
        _add_list(router, service, kind)
        _add_item(router, service, kind)
    _add_route(router, service)
    _add_map(router, service)
    _add_words(router, service)
    _add_everything_else(router)
    return router


def _add_start(router: APIRouter, service: Service, settings: Settings) -> None:
    @router.get(
        "",
        responses=responses(models.Begin),
        operation_id="toonBegin",
        tags=["begin"],
        summary="Wat er is",
    )
    def show_start(request: Request) -> Response:
        return service.reply(request, start)

    document = functools.partial(openapi_document, settings=settings, routes=router.routes)

    @router.get("/openapi.json", include_in_schema=False)
    def show_openapi(request: Request) -> Response:
        return service.reply(request, document)


def _add_list(router: APIRouter, service: Service, kind: Kind) -> None:
    folder = KIND_FOLDERS[kind]
    describe = router.get(
        f"/{folder}",
        responses=responses(models.Lijst, limited=True),
        operation_id=f"lijst{folder.capitalize()}",
        tags=[folder],
        summary=f"Alle {folder}, of die passen",
    )

    def show_list(
        request: Request,
        theme: str | None = THEME,
        page: int = PAGE,
        count: int = COUNT_LISTED,
    ) -> Response:
        return service.reply(request, list_of_kind, kind, theme, page, count)

    def show_work_forms(
        request: Request,
        theme: str | None = THEME,
        obstacle: str | None = OBSTACLE,
        purpose: PurposeWord | None = PURPOSE,
        group_size: int | None = GROUP_SIZE,
        max_minutes: int | None = MAX_MINUTES,
        max_difficulty: int | None = MAX_DIFFICULTY,
        page: int = PAGE,
        count: int = COUNT_LISTED,
    ) -> Response:
        asked = (theme, obstacle, purpose, group_size, max_minutes, max_difficulty)
        return service.reply(request, list_of_work_forms, *asked, page, count)

    describe(show_work_forms if kind is Kind.WORK_FORM else show_list)


def _moved(
    service: Service, request: Request, id: str, kind: Kind, below: str = ""
) -> Response | None:
    """A redirect when the id of the request is an old one; None when it is current.

    Raises:
        Problem: The pack has no item of this kind with this id.
    """
    view = service.view(request)
    item = view.pack.get(id)
    if item is None or item.kind is not kind:
        raise no_such_item(view, id, kind)
    if item.id == id:
        return None
    return service.send(request, redirect(view.links(item)["self"]["href"] + below))


def _add_item(router: APIRouter, service: Service, kind: Kind) -> None:
    folder, word = KIND_FOLDERS[kind], KIND_WORDS[kind]

    @router.get(
        f"/{folder}/{{id}}",
        responses=responses(_MODELS[kind], JSON_LD, item=True),
        operation_id=f"toon{word.capitalize()}",
        tags=[folder],
        summary=f"Alles van een {word}",
    )
    def show_item(request: Request, id: str = _ID) -> Response:
        moved = _moved(service, request, id, kind)
        if moved is not None:
            return moved
        linked_data = preferred(request, "application/json", JSON_LD) == JSON_LD
        return service.reply(request, item_as_json_ld if linked_data else whole_item, id)


def _add_route(router: APIRouter, service: Service) -> None:
    folder = KIND_FOLDERS[Kind.OBSTACLE]

    @router.get(
        f"/{folder}/{{id}}/route",
        responses=responses(models.Route, item=True),
        operation_id="toonRoute",
        tags=[folder],
        summary="Van een obstakel naar wat helpt",
    )
    def show_route(request: Request, id: str = _ID) -> Response:
        moved = _moved(service, request, id, Kind.OBSTACLE, "/route")
        return moved if moved is not None else service.reply(request, route_of, id)


def _add_search(router: APIRouter, service: Service) -> None:
    @router.get(
        "/zoekresultaten",
        responses=responses(models.Zoekresultaten, limited=True),
        operation_id="zoek",
        tags=["zoeken"],
        summary="Wat helpt bij een vraag",
    )
    async def show_found(
        request: Request,
        query: str = QUERY,
        kind: KindWord | None = KIND,
        theme: str | None = THEME,
        purpose: PurposeWord | None = PURPOSE,
        count: int = COUNT_FOUND,
        skipped: int = FROM,
    ) -> Response:
        asked = (query, kind, theme, purpose, count, skipped)
        found = await service.search(request, search, *asked)
        if found.unanswered:
            service.count(query)
        return service.send(request, found.content)

    @router.get(
        "/suggesties",
        responses=responses(models.Suggesties, limited=True),
        operation_id="suggereer",
        tags=["zoeken"],
        summary="Wat iemand misschien typt",
    )
    async def show_suggestions(
        request: Request, typed: str = TYPED, count: int = COUNT_SUGGESTED
    ) -> Response:
        found = await service.search(request, suggestions, typed, count)
        return service.send(request, found.content)


def _add_map(router: APIRouter, service: Service) -> None:
    @router.get(
        "/kaart",
        responses=responses(models.Kaart, SVG, CSS, limited=True),
        operation_id="toonKaart",
        tags=["kaart"],
        summary="De kaart",
        description="Als gegevens, of met `Accept: image/svg+xml` als tekening; "
        "`Accept: text/css` geeft het stijlblad van een tekening met klassen.",
    )
    def show_map(
        request: Request,
        language: str = LANGUAGE,
        route: str | None = ROUTE,
        chosen: list[str] = CHOSEN,
        colours: ColourWord = COLOURS,
    ) -> Response:
        media_type = preferred(request, "application/json", SVG, CSS)
        if media_type == CSS:
            return service.reply(request, map_stylesheet)
        known = service.view(request).pack
        shown = route if route in known else None
        if media_type == SVG:
            spoken = words_in(language).language
            selected = tuple(id for id in chosen[:_MAX_CHOSEN] if id in known)
            return service.reply(request, map_drawing, spoken, shown, selected, colours)
        return service.reply(request, map_data, shown)


def _add_words(router: APIRouter, service: Service) -> None:
    @router.get(
        "/interfacewoorden",
        responses=responses(models.Interfacewoorden, limited=True),
        operation_id="toonInterfacewoorden",
        tags=["begin"],
        summary="De woorden van knoppen en meldingen",
    )
    def show_words(request: Request, language: str = LANGUAGE) -> Response:
        return service.reply(request, interface_words, words_in(language).language)


def _add_everything_else(router: APIRouter) -> None:
    @router.api_route("", methods=_EVERY_METHOD, include_in_schema=False)
    @router.api_route("/{path:path}", methods=_EVERY_METHOD, include_in_schema=False)
    def refuse(request: Request) -> Response:
        if request.method != "GET":
            raise Problem(405, "Deze API is alleen te lezen, met GET of HEAD.")
        raise no_such_path(request.path_params["path"])
