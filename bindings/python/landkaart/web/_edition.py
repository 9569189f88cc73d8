# SPDX-License-Identifier: EUPL-1.2
"""Edition: a pack with what was made of it. A newer pack is a new edition, so nothing grows old."""

from __future__ import annotations

import functools
import logging
import re
import threading
from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from .._errors import Error
from .._pack import Pack
from ._addresses import Addresses, every_address, find
from ._http import Content, entity_tag
from ._pages.body import linked
from ._security import file_headers

_log = logging.getLogger(__name__)

PackSource = Pack | Callable[[], Pack]

_MOST_DRAWINGS = 64
_MOST_PAGES = 512
# A pack may say anything, also what would break a header.
_NO_NAME = re.compile(r"[^A-Za-z0-9._+-]+")
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+")
_DRAWING = re.compile(r"<svg.*</svg>", re.DOTALL)
_NOT_LISTED = ("work-form-sheet", "stop", "search")  # the same as something else, or made of it


class Rendered(NamedTuple):
    """A page that is ready, and the query that found nothing when it is of such a search."""

    content: Content
    unanswered: str = ""


class Edition:
    """One pack. Safe to share between threads: what two threads make at once is the same.

    Args:
        pack: Whose edition it is.
        render: Makes the page for a root, path and query, or None when there is none.

    Attributes:
        pack: As given.
        page: As `render`, from what was rendered before when it is there.
        drawing: The map for a page.
        asset: A file of the pack.
    """

    def __init__(self, pack: Pack, render: Render) -> None:
        self.pack = pack
        self.page = functools.lru_cache(_MOST_PAGES)(functools.partial(render, self))
        self.drawing = functools.lru_cache(_MOST_DRAWINGS)(self._drawing)
        self.asset = functools.lru_cache(None)(self._asset)

    def _drawing(self, root: str, language: str, highlight: str, with_list: bool) -> Markup:
        """The map for a page, with the list of its links or without."""
        draw = self.pack.map.html if with_list else self._embedded
        drawn = draw(base_url="item:", highlight=highlight or None, language=language)
        return Markup(linked(_in_window(drawn), self.pack, Addresses(root)))

    def _embedded(self, *, base_url: str, highlight: str | None, language: str) -> str:
        return self.pack.map.svg(
            embedded=True, base_url=base_url, highlight=highlight, language=language
        )

    def _asset(self, name: str) -> Content:
        """A file of the pack.

        Raises:
            NotFound: There is none of this name.
        """
        asset = self.pack.assets[name]
        known = _MEDIA_TYPE.fullmatch(asset.media_type)
        media_type = asset.media_type if known else "application/octet-stream"
        return Content(
            asset.view, media_type, entity_tag(asset.view), headers=file_headers(media_type)
        )

    @functools.cached_property
    def addresses(self) -> tuple[str, ...]:
        """Where search engines find everything, within the portal."""
        return tuple(
            address
            for address in every_address(self.pack)
            if (target := find(address)) is not None and target.name not in _NOT_LISTED
        )

    @functools.cached_property
    def file(self) -> Content:
        """The pack itself, for whoever reads it by ranges."""
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
    """The drawing in a box of its own, which scrolls where a screen is narrower than a map whose
    places a finger can hit; the list below it stays where it is."""
    return _DRAWING.sub(r'<div class="landkaart-map-window">\g<0></div>', drawn)


Render = Callable[[Edition, str, str, str], Rendered | None]


class Editions:
    """The newest edition of a pack, or of what a callable gives.

    Attributes:
        problem: Why there is no newer edition, when the callable fails.
    """

    def __init__(self, source: PackSource, render: Render) -> None:
        self._source = source
        self._render = render
        self._lock = threading.Lock()
        self._newest = Edition(source() if callable(source) else source, render)
        self.problem = ""

    def newest(self) -> Edition:
        """The edition of the newest pack; the same one as long as the content is the same.

        While a newer pack cannot be opened, the last one that could is served.
        """
        if not callable(self._source):
            return self._newest
        with self._lock:
            try:
                pack = self._source()
            except Error as error:
                self._tell(str(error))
                return self._newest
            self._tell("")
            if pack != self._newest.pack:
                self._newest = Edition(pack, self._render)
            return self._newest

    def _tell(self, problem: str) -> None:
        if problem and problem != self.problem:
            _log.warning("the pack that is served stays: %s", problem)
        self.problem = problem
