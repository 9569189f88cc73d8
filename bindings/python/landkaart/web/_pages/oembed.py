# SPDX-License-Identifier: EUPL-1.2
"""oEmbed 1.0: for the address of a page it gives the HTML of a frame that shows the page. Editors
such as WordPress use this when an author pastes an address."""

from __future__ import annotations

from html import escape
from urllib.parse import unquote

from .._http.messages import Content, text
from .._http.query import Query
from .files import as_json
from .page import Page, Visit

_WIDTH, _HEIGHT = 800, 600
_VIDEO_HEIGHT = 450


def asked_path(visit: Visit) -> str:
    """The path within the portal of the requested address; "" when it is an address elsewhere."""
    base, asked = visit.settings.base_url, visit.query.text("url")
    if not base or not asked.startswith(base + "/"):
        return ""
    return unquote(asked.removeprefix(base).partition("?")[0].partition("#")[0])


def oembed(visit: Visit, page: Page) -> Content:
    """The oEmbed response for a page. Only the format JSON is supported."""
    if visit.query.text("format") not in ("", "json"):
        return text("Only format=json is served.\n", status=501)
    is_video = page.name == "video"
    width = _most(visit.query, "maxwidth", _WIDTH)
    height = _most(visit.query, "maxheight", _VIDEO_HEIGHT if is_video else _HEIGHT)
    return as_json(
        {
            "version": "1.0",
            "type": "video" if is_video else "rich",
            "title": page.title,
            "provider_name": visit.settings.title,
            "provider_url": visit.public("home"),
            "cache_age": 86400,
            "html": _frame(page.canonical, page.title, width, height),
            "width": width,
            "height": height,
        }
    )


def _most(query: Query, name: str, usual: int) -> int:
    try:
        return min(query.number(name) or usual, usual)
    except ValueError:
        return usual


def _frame(source: str, title: str, width: int, height: int) -> str:
    """The frame. It keeps the origin of the portal, because a page without origin may not load
    captions or ask for suggestions."""
    return (
        f'<iframe src="{escape(source)}" width="{width}" height="{height}" '
        f'title="{escape(title)}" loading="lazy" '
        'sandbox="allow-forms allow-popups allow-same-origin allow-scripts"></iframe>'
    )
