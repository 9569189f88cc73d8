# SPDX-License-Identifier: EUPL-1.2
"""Adapts the HTML of a body to a page: adds the addresses of links, the ids of headings and the
classes of NL Design System. content-pack/spec/v1.md lists the elements that a body can contain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from html import escape, unescape
from urllib.parse import unquote

from ..._pack import Pack
from .._addresses import Addresses

_CLASSES = {
    "p": "nl-paragraph",
    "a": "nl-link",
    "ul": "nl-unordered-list",
    "ol": "nl-ordered-list",
    "table": "utrecht-table",
}
_OPENING = re.compile(f"<({'|'.join(_CLASSES)})(?=[ >])")
_HEADING = re.compile(r"<h([2-6])>(.*?)</h\1>", re.DOTALL)
_REFERENCE = re.compile(r' (href|src)="(item|asset|https?):([^"]*)"')
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_HEADER = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_SECTION = re.compile(r"(?=<h2>)")
_ITEM = re.compile(r' href="item:([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_GAP = re.compile(r"[^a-z0-9]+")


def body_html(html: str, pack: Pack, address: Addresses, heading_offset: int = 0) -> str:
    """The body of an item, or a part of it, as HTML for a page.

    Args:
        html: The HTML from the pack.
        pack: The pack in which the ids of links are looked up.
        address: Makes the addresses of links.
        heading_offset: The number of levels to add to each heading.
    """
    html = _TABLE.sub(_in_region, _OPENING.sub(_with_class, html))
    return linked(_headings(html, heading_offset), pack, address)


def without_route(html: str, stops: Collection[str]) -> tuple[str, str]:
    """Splits a body into the text without the sections that describe the route, and those sections.

    A section describes the route when it links to more than half of the stops and to no other item.
    The page of an obstacle shows the route itself, so these sections would repeat it.

    Args:
        html: The HTML from the pack.
        stops: The ids of the items on the route.
    """
    kept: list[str] = []
    told: list[str] = []
    for section in _SECTION.split(html):
        links = set(_ITEM.findall(section))
        tells = links <= set(stops) and 2 * len(links) > len(stops)
        (told if tells else kept).append(section)
    return "".join(kept), "".join(_HEADING.sub("", section) for section in told)


def contents(html: str) -> list[tuple[str, str]]:
    """The headings of level 2 in a body, each as its id and title, for a table of contents."""
    name_of = _Names()
    headings = [(level, name_of(title), title) for level, title in _HEADING.findall(html)]
    return [(name, _text(title)) for level, name, title in headings if level == "2" and name]


def linked(html: str, pack: Pack, address: Addresses) -> str:
    """HTML in which each reference "item:ID" and "asset:NAME" is replaced by an address.

    Args:
        html: A body or a drawing from the pack.
        pack: The pack in which ids are looked up. An unknown id becomes a link to the home page.
        address: Makes the addresses.
    """

    def resolve(reference: re.Match[str]) -> str:
        attribute, scheme, rest = reference.groups()
        if scheme == "item":
            item = pack.get(unescape(rest))
            return f' {attribute}="{address(item) if item else address("home")}"'
        if scheme == "asset":
            return f' {attribute}="{address("asset", name=unquote(unescape(rest)))}"'
        return f'{reference[0]} rel="noopener"' if attribute == "href" else reference[0]

    return _REFERENCE.sub(resolve, html)


def slug(title: str) -> str:
    """The id of a heading, for the fragment of an address: lower case, with hyphens.

    Example:
        >>> from landkaart.web._pages.body import slug
        >>> slug("Waarom het gebeurt: één oorzaak")
        'waarom-het-gebeurt-een-oorzaak'
    """
    plain = unicodedata.normalize("NFD", title.lower()).encode("ascii", "ignore").decode()
    return _GAP.sub("-", plain).strip("-")


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


class _Names:
    """Makes the ids of the headings of one body. A second heading with the same id gets an empty
    one."""

    def __init__(self) -> None:
        self._given = {""}

    def __call__(self, inner: str) -> str:
        name = slug(_text(inner))
        if name in self._given:
            return ""
        self._given.add(name)
        return name


def _headings(html: str, offset: int) -> str:
    name_of = _Names()

    def written(heading: re.Match[str]) -> str:
        level, inner = heading.groups()
        shown, name = min(int(level) + offset, 6), name_of(inner)
        id = f' id="{name}"' if name else ""
        style = f'class="nl-heading nl-heading--level-{level}"'
        return f"<h{shown}{id} {style}>{inner}</h{shown}>"

    return _HEADING.sub(written, html)
