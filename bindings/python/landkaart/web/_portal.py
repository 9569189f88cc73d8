# SPDX-License-Identifier: EUPL-1.2
"""Portal: answers requests with pages and files. It depends on no web framework."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from .._pack import Pack
from ._addresses import LISTS, Addresses, Target, find
from ._edition import Edition, Editions, PackSource, Rendered
from ._http.admission import Admission, Overloaded
from ._http.messages import Content, Request, Response, redirect, respond, with_headers
from ._http.query import Query
from ._http.security import security_headers
from ._pages.counters import Counters
from ._pages.files import as_json, asset, health, pack_file, robots, security, sitemap, static
from ._pages.finder import finder_page
from ._pages.general import (
    about,
    home,
    list_page,
    map_page,
    not_allowed,
    not_found,
    overloaded,
    terms,
)
from ._pages.items import item_page, item_redirect, sheet, stop
from ._pages.oembed import asked_path, oembed
from ._pages.page import Answer, Page, Visit
from ._pages.render import Renderer
from ._pages.search import search_page
from ._settings import Settings
from ._words.interface import words_in
from ._words.kinds import KIND_FOLDERS

_PAGES: dict[str, Callable[..., Answer]] = {
    "home": home,
    "map": map_page,
    "search": search_page,
    "about": about,
    **{name: functools.partial(list_page, name=name) for name in LISTS},
    "work-forms": finder_page,
    "terms": terms,
    **{kind.value: functools.partial(item_page, kind=kind) for kind in KIND_FOLDERS},
    "work-form-sheet": sheet,
    "stop": stop,
    "item": item_redirect,
}


def _oembed(visit: Visit) -> Content | None:
    # The query is that of oEmbed, not that of the page.
    page = _page_at(replace(visit, query=Query("")), asked_path(visit))
    return oembed(visit, page) if isinstance(page, Page) else None


_FILES: dict[str, Callable[..., Content | None]] = {
    "oembed": _oembed,
    "asset": asset,
    "static": static,
    "pack": pack_file,
    "sitemap": sitemap,
    "robots": robots,
    "security": security,
}
_TURNS = ("oembed", "sitemap")  # the files that are made for each request
# The query values that each page reads. Other values are ignored, so that they do not fill the
# cache with equal pages.
_QUERY_NAMES: dict[str, tuple[str, ...]] = {
    "map": ("route",),
    "search": ("zoekterm", "soort", "thema", "doel", "pagina"),
    **{name: ("pagina",) for name in LISTS},
    "work-forms": (
        "groepsgrootte",
        "maximaleDuur",
        "doel",
        "maximaleMoeilijkheid",
        "thema",
        "obstakel",
        "pagina",
    ),
}
_METHODS = ("GET", "HEAD")
_OVERLOADED = ""  # the path of the page with status 503; that of a request begins with "/"
_MAX_CACHED_LENGTH = 300  # characters of path and query; a page with a longer address is not cached


class Portal:
    """The web pages of a pack, for any web framework. Safe to share between threads.

    Args:
        pack: A pack, the path of one, or a function that returns the newest pack. The function is
            called for each request, so a newer release is served without a restart.
        settings: The options of the portal.

    Attributes:
        settings: The options of the portal.
        counters: Counts the words of searches without results.
        admission: Bounds the searches that run at once.

    Example:
        >>> from landkaart.web import Portal, Request
        >>> portal = Portal(pack)
        >>> portal.answer(Request("GET", "/werkvormen/wv-troika")).status
        200
    """

    def __init__(self, pack: PackSource, settings: Settings | None = None) -> None:
        self.settings: Settings = settings or Settings()
        self.counters: Counters = Counters()
        self.admission: Admission = Admission(
            self.settings.searches_at_once,
            self.settings.searches_waiting,
            self.settings.search_seconds,
        )
        self._words = words_in(self.settings.language)
        self._renderer = Renderer(self.settings.content_only, self.settings.heading_offset)
        self._headers = security_headers(self.settings)
        self._editions = Editions(pack, self._rendered)

    @property
    def pack(self) -> Pack:
        """The newest pack."""
        return self._editions.newest().pack

    def answer(self, request: Request) -> Response:
        """The response to a request. An unknown path gets a page with status 404. A method other
        than GET and HEAD gets a page with status 405. A search, or another page with a query, gets
        a page with status 503 when too many others wait, or when it takes too long.

        Raises:
            PackError: The pack is damaged.
        """
        edition = self._editions.newest()
        content = self._content(edition, request)
        response = respond(request, content)
        # The host application sets the security headers of a page that it puts the content in.
        return response if content.page else with_headers(response, self._headers)

    def kept(self, request: Request) -> Response | None:
        """The response to a request when nothing has to be made for it: a kept page, a stylesheet,
        the status of the portal, or the page for a search that is one too many. Otherwise None,
        also for the pages of a host application, and always when a function gives the pack. It
        takes less than a millisecond, so an event loop can call it.
        """
        edition = self._editions.only
        path = "/" + request.path.removeprefix("/")
        target = find(path)
        if edition is None or target is None or request.method not in _METHODS:
            return None
        content: Content | None = None
        if target.name in _PAGES and not self.settings.content_only:
            query = Query(request.query).only(_QUERY_NAMES.get(target.name, ()))
            content = self._counted(edition.page.find(request.root, path, query))
            if content is None and query and self.admission.is_full:
                content = self._overloaded(edition, request.root, Overloaded())
        elif target.name in ("static", "health"):
            content = self._file(self._visit(edition, request.root, ""), target)
        if content is None:
            return None
        return with_headers(respond(request, content), self._headers)

    def _content(self, edition: Edition, request: Request) -> Content:
        try:
            return self._made_or_kept(edition, request)
        except Overloaded as error:
            return self._overloaded(edition, request.root, error)

    def _made_or_kept(self, edition: Edition, request: Request) -> Content:
        path = "/" + request.path.removeprefix("/")
        target = find(path)
        if request.method in _METHODS and target is not None and target.name in _PAGES:
            query = Query(request.query).only(_QUERY_NAMES.get(target.name, ()))
            page = self._page(edition, request.root, path, query)
            if page is not None:
                return page
        visit = self._visit(edition, request.root, request.query)
        if request.method not in _METHODS:
            refused = self._renderer.render(visit, not_allowed(visit))
            return replace(refused, headers={**refused.headers, "allow": ", ".join(_METHODS)})
        found = self._file(visit, target) or _moved(visit, path, request.query)
        return found or self._renderer.render(visit, not_found(visit, path))

    def _page(self, edition: Edition, root: str, path: str, query: str) -> Content | None:
        """The page at a path, from the cache if possible; None when there is none."""
        long = len(path) + len(query) > _MAX_CACHED_LENGTH
        render = functools.partial(self._rendered, edition) if long else edition.page
        return self._counted(render(root, path, query))

    def _counted(self, page: Rendered | None) -> Content | None:
        if page is not None and page.unanswered and self.settings.count_searches:
            self.counters.count(page.unanswered)
        return page.content if page is not None else None

    def _overloaded(self, edition: Edition, root: str, error: Overloaded) -> Content:
        """The page for a search that was not made. It is kept, because a portal that has too much
        to do must not make it for each request."""
        page = edition.page(root, _OVERLOADED, "")
        assert page is not None
        headers = {**page.content.headers, "retry-after": str(error.retry_after)}
        return replace(page.content, headers=headers)

    def _rendered(self, edition: Edition, root: str, path: str, query: str) -> Rendered | None:
        visit = self._visit(edition, root, query)
        # A client can send any number of different queries, and the cache has few of their pages.
        # So a page with a query takes a turn. The pages without a query are few.
        with self.admission.turn() if query else contextlib.nullcontext():
            return self._made(visit, path)

    def _made(self, visit: Visit, path: str) -> Rendered | None:
        answer = overloaded(visit) if path == _OVERLOADED else _page_at(visit, path)
        if isinstance(answer, Page):
            return Rendered(self._renderer.render(visit, answer), answer.unanswered)
        return Rendered(answer) if answer is not None else None

    def _file(self, visit: Visit, target: Target | None) -> Content | None:
        if target is None:
            return None
        if target.name == "counters" and self.settings.count_searches:
            return as_json(self.counters.report())
        if target.name == "health":
            return health(visit, self._editions.problem)
        if target.name not in _FILES:
            return None
        with self.admission.turn() if target.name in _TURNS else contextlib.nullcontext():
            return _FILES[target.name](visit, **target.fields)

    def _visit(self, edition: Edition, root: str, query: str) -> Visit:
        title = self.settings.title or edition.pack.manifest.title
        return Visit(
            edition=edition,
            settings=replace(self.settings, title=title),
            words=self._words,
            query=Query(query),
            address=Addresses(quote(root)),
            public=Addresses(self.settings.base_url or quote(root)),
            admission=self.admission,
        )


def _page_at(visit: Visit, path: str) -> Answer:
    """The page at a path, or a redirect to it; None when there is none."""
    target = find(path)
    make = _PAGES.get(target.name) if target is not None else None
    return make(visit, **target.fields) if target is not None and make is not None else None


def _moved(visit: Visit, path: str, query: str) -> Content | None:
    """A redirect for a path that is only an id, or that has a slash at the end; otherwise None.

    The location is always made from the table of addresses and never copied from the request, so a
    request cannot cause a redirect to another site.
    """
    trimmed = path.rstrip("/")
    item = visit.pack.get(trimmed[1:])
    if item is not None:
        return redirect(visit.address(item))
    target = find(trimmed) if trimmed != path else None
    if target is None:
        return None
    asked = "?" + query if query and query.isascii() and query.isprintable() else ""
    return redirect(visit.address(target.name, **target.fields) + asked)
