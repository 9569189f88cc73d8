# SPDX-License-Identifier: EUPL-1.2
"""Edition: a pack with the caches of everything that was rendered from it. A newer pack gets a new
Edition, so that no cache is ever out of date."""

from __future__ import annotations

import functools
import logging
import os
import posixpath
import re
import threading
from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from .._errors import Error, ErrorCode, InvalidArgument
from .._items import Item, Items
from .._pack import Pack
from .._pack import open as open_pack
from .._vocabulary import Kind
from ._addresses import Addresses, every_address, find, linked
from ._http.kept import Kept
from ._http.messages import Content, entity_tag
from ._http.security import file_headers, safe_type

_log = logging.getLogger(__name__)

OpenedPack = Pack | Callable[[], Pack]
PackSource = OpenedPack | str | os.PathLike[str]

_MAX_CACHED_DRAWINGS = 64
_MAX_PAGES = 512
# Characters of a pack's id and version that are not allowed in a file name in an HTTP header.
_NO_NAME = re.compile(r"[^A-Za-z0-9._+-]+")
_DRAWING = re.compile(r"<svg.*</svg>", re.DOTALL)
# Pages that the sitemap leaves out, because their content is also on other pages.
_NOT_LISTED = ("work-form-sheet", "stop", "search")


class Rendered(NamedTuple):
    """A rendered page. `unanswered` is the query of a search page without results, otherwise ""."""

    content: Content
    unanswered: str = ""


class Edition:
    """One pack, with caches of its pages, drawings and files.

    Safe to share between threads: two threads that miss the cache at once make equal values.

    Args:
        pack: The pack.
        render: Renders the page for a root, path and query; returns None when there is no such
            page.

    Attributes:
        pack: The pack.
        page: Like `render`, with a cache of 512 pages.
        listed: All items of a kind, with a cache of all kinds.
        drawing: The map as HTML for a page, with a cache of 64 drawings.
        asset: A file of the pack, with a cache of all files.
    """

    def __init__(self, pack: Pack, render: Render) -> None:
        self.pack = pack
        self.page: Kept[Rendered] = Kept(_MAX_PAGES, functools.partial(render, self))
        self.listed = functools.lru_cache(None)(self._listed)
        self.drawing = functools.lru_cache(_MAX_CACHED_DRAWINGS)(self._drawing)
        self.asset = functools.lru_cache(None)(self._asset)

    def _listed(self, kind: Kind) -> Items[Item]:
        return self.pack.where(kind=kind)

    def _drawing(self, root: str, language: str, highlight: str, with_list: bool) -> Markup:
        """The map as HTML.

        Args:
            root: The root path of the links in the map.
            language: The language of the words that the drawing adds.
            highlight: The id of a journey or obstacle whose path is drawn; "" for none.
            with_list: Whether a list of the same links follows the drawing.
        """
        draw = self.pack.map.html if with_list else self._embedded
        drawn = draw(base_url="item:", highlight=highlight or None, language=language)
        return Markup(linked(_in_window(drawn), self.pack, Addresses(root)))

    def _embedded(self, *, base_url: str, highlight: str | None, language: str) -> str:
        return self.pack.map.svg(
            embedded=True, base_url=base_url, highlight=highlight, language=language
        )

    def _asset(self, name: str) -> Content:
        """A file of the pack. A media type that is not in the list of the format becomes
        "application/octet-stream".

        Raises:
            NotFound: The pack has no file with this name.
        """
        asset = self.pack.assets[name]
        media_type = safe_type(asset.media_type)
        file = _NO_NAME.sub("-", posixpath.basename(name))
        headers = file_headers(media_type, file)
        return Content(asset.view, media_type, entity_tag(asset.view), headers=headers)

    @functools.cached_property
    def addresses(self) -> tuple[str, ...]:
        """The addresses in the sitemap, without the base URL."""
        return tuple(
            address
            for address in every_address(self.pack)
            if (target := find(address)) is not None and target.name not in _NOT_LISTED
        )

    @functools.cached_property
    def file(self) -> Content:
        """The pack file itself, which other programs can read in ranges."""
        about = self.pack.manifest
        name = _NO_NAME.sub("-", f"{about.id}-{about.version}.lkp")
        body = memoryview(self.pack._core)
        return Content(
            body,
            "application/octet-stream",
            entity_tag(body),
            headers={"content-disposition": f'attachment; filename="{name}"'},
        )


def _in_window(drawn: str) -> str:
    """Wraps the drawing in a div that scrolls sideways. On a narrow screen the map stays wide
    enough that a finger can hit each place, and the list below it does not scroll along."""
    return _DRAWING.sub(r'<div class="landkaart-map-window">\g<0></div>', drawn)


def _opened(source: object) -> Pack:
    """The pack, or the pack of a path.

    Raises:
        Error: The file cannot be opened, or is no pack.
        InvalidArgument: `source` is neither a pack nor a path.
    """
    if isinstance(source, Pack):
        return source
    if isinstance(source, (str, os.PathLike)):
        return open_pack(source)
    name = type(source).__name__
    raise InvalidArgument(
        f"the portal needs a Pack, the path of one, or a function that returns a Pack, not {name}",
        ErrorCode.INVALID_ARGUMENT,
    )


Render = Callable[[Edition, str, str, str], Rendered | None]


class Editions:
    """Keeps the newest edition of a pack source.

    Args:
        source: A pack, the path of one, or a function that returns the newest pack.
        render: As in Edition.

    Attributes:
        problem: The error of the last call of the function; "" when it succeeded. It can name files
            of the server, so visitors must not see it.
    """

    def __init__(self, source: PackSource, render: Render) -> None:
        self._source = source
        self._render = render
        self._lock = threading.Lock()
        self._newest = Edition(_opened(source() if callable(source) else source), render)
        self.problem = ""

    @property
    def only(self) -> Edition | None:
        """The edition of a source that is a pack; None for a function, whose pack may change."""
        return None if callable(self._source) else self._newest

    def newest(self) -> Edition:
        """The edition of the newest pack. While the content is the same, it is the same object.

        When the function raises an exception, or returns no pack, the edition of the previous pack
        is returned.
        """
        if not callable(self._source):
            return self._newest
        with self._lock:
            try:
                pack = _opened(self._source())
            except Exception as error:  # the function is the host's, and can raise anything
                self._report(str(error) if isinstance(error, Error) else repr(error))
                return self._newest
            self._report("")
            if pack != self._newest.pack:
                self._newest = Edition(pack, self._render)
            return self._newest

    def _report(self, problem: str) -> None:
        if problem and problem != self.problem:
            _log.warning("cannot open a newer pack, so the previous one is served: %s", problem)
        self.problem = problem
