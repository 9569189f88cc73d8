# SPDX-License-Identifier: EUPL-1.2
"""Adapts the HTML of a body to a page: adds the addresses of links, the ids of headings and the
classes of NL Design System. content-pack/spec/v1.md lists the elements that a body can contain."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import escape, unescape

from ..._items import Item
from ..._pack import Pack
from .._addresses import Addresses, linked

_CLASSES = {
    "p": "nl-paragraph",
    "a": "nl-link",
    "ul": "nl-unordered-list",
    "ol": "nl-ordered-list",
    "table": "utrecht-table",
}
_OPENING = re.compile(f"<({'|'.join(_CLASSES)})(?=[ >])")
_HEADING_TAG = re.compile("<h([2-6])>")
_HEADING = re.compile(r'<h([2-6])(?: id="([^"]*)")?>(.*?)</h\1>', re.DOTALL)
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_HEADER = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_SECTION = re.compile("(?=<h2[ >])")
_ITEM = re.compile(r' href="item:([^"#]*)')
_TAG = re.compile(r"<[^>]*>")


def with_anchors(item: Item) -> str:
    """The HTML of the body of an item, in which each heading has its anchor as id."""
    headings = iter(item.headings)

    def opening(tag: re.Match[str]) -> str:
        return f"<h{tag[1]}{_id(next(headings).anchor)}>"

    return _HEADING_TAG.sub(opening, item.html)


def body_html(html: str, pack: Pack, address: Addresses, heading_offset: int = 0) -> str:
    """The body of an item, or a part of it, as HTML for a page.

    Args:
        html: The HTML from with_anchors().
        pack: The pack in which the ids of links are looked up.
        address: Makes the addresses of links.
        heading_offset: The number of levels to add to each heading.
    """
    html = _TABLE.sub(_in_region, _OPENING.sub(_with_class, html))
    return linked(_headings(html, heading_offset), pack, address)


def without_route(html: str, stops: Collection[str]) -> tuple[str, str]:
    """Splits a body into the text without the sections that describe the route, and those sections.

    A section describes the route when it links to more than half of the stops and to no other item.
    The page of an obstacle shows the route itself, so these sections would repeat it. A section
    loses its heading, and keeps the id of the heading as a target for links.

    Args:
        html: The HTML from with_anchors().
        stops: The ids of the items on the route.
    """
    kept: list[str] = []
    told: list[str] = []
    for section in _SECTION.split(html):
        links = set(_ITEM.findall(section))
        tells = links <= set(stops) and 2 * len(links) > len(stops)
        (told if tells else kept).append(section)
    return "".join(kept), "".join(_HEADING.sub(_target, section) for section in told)


def contents(html: str) -> list[tuple[str, str]]:
    """The headings of level 2 in a body, each as its id and title, for a table of contents."""
    headings = _HEADING.findall(html)
    return [(anchor, _text(title)) for level, anchor, title in headings if level == "2" and anchor]


def _target(heading: re.Match[str]) -> str:
    return f"<span{_id(heading[2])}></span>" if heading[2] else ""


def _with_class(tag: re.Match[str]) -> str:
    return f'{tag[0]} class="{_CLASSES[tag[1]]}"'


def _in_region(table: re.Match[str]) -> str:
    """Wraps a table in a region that scrolls on a narrow screen. tabindex="0" lets a keyboard
    scroll."""
    name = escape(", ".join(map(_text, _HEADER.findall(table[0]))))
    named = f' role="region" aria-label="{name}"' if name else ""
    return f'<div class="landkaart-table"{named} tabindex="0">{table[0]}</div>'


def _text(inner: str) -> str:
    return unescape(_TAG.sub("", inner))


def _headings(html: str, offset: int) -> str:
    def written(heading: re.Match[str]) -> str:
        level, anchor, inner = heading.groups()
        shown = min(int(level) + offset, 6)
        style = f'class="nl-heading nl-heading--level-{level}"'
        return f"<h{shown}{_id(anchor)} {style}>{inner}</h{shown}>"

    return _HEADING.sub(written, html)


def _id(anchor: str | None) -> str:
    return f' id="{anchor}"' if anchor else ""
