# SPDX-License-Identifier: EUPL-1.2
"""oEmbed 1.0: whoever pastes the address of a page gets a frame that shows it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from urllib.parse import unquote, urlsplit

from ._files import as_json
from ._http import Content, text
from ._page import Page, Visit
from ._query import Query

_WIDTH, _HEIGHT = 800, 600
_VIDEO_HEIGHT = 450


def oembed(visit: Visit, page_at: Callable[[str], Page | None]) -> Content | None:
    """The answer for the page at `url`.

    Args:
        visit: Whose query is asked.
        page_at: Gives the page at a path.
    """
    if visit.query.text("format") not in ("", "json"):
        return text("Only format=json is served.\n", status=501)
    url = visit.query.text("url")
    page = page_at(path) if (path := _path_of(visit, url)) else None
    if page is None:
        return None
    is_video = page.name == "video"
    width = _most(visit.query, "maxwidth", _WIDTH)
    height = _most(visit.query, "maxheight", _VIDEO_HEIGHT if is_video else _HEIGHT)
    source = visit.settings.base_url + urlsplit(url).path[len(urlsplit(visit.settings.base_url).path) :]
    return as_json(
        {
            "version": "1.0",
            "type": "video" if is_video else "rich",
            "title": page.title,
            "provider_name": visit.settings.title,
            "provider_url": visit.public("home"),
            "cache_age": 86400,
            "html": _frame(source, page.title, width, height),
            "width": width,
            "height": height,
        }
    )


def _path_of(visit: Visit, url: str) -> str:
    """The path within the portal; empty when the address is of something else."""
    base, asked = urlsplit(visit.settings.base_url), urlsplit(url)
    if not base.netloc or asked[:2] != base[:2] or not asked.path.startswith(base.path + "/"):
        return ""
    return unquote(asked.path[len(base.path) :])


def _most(query: Query, name: str, usual: int) -> int:
    try:
        return min(query.number(name) or usual, usual)
    except ValueError:
        return usual


def _frame(source: str, title: str, width: int, height: int) -> str:
    return (
        f'<iframe src="{escape(source)}" width="{width}" height="{height}" '
        f'title="{escape(title)}" loading="lazy" '
        'sandbox="allow-forms allow-popups allow-scripts"></iframe>'
    )
