# SPDX-License-Identifier: EUPL-1.2
"""The table of URL patterns of the portal. `find` gives the pattern that a path matches;
`Addresses` gives the address of an item or page, and `linked` puts addresses in the HTML of a
pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote, unquote, urlencode

from .._errors import ErrorCode, PackError
from .._items import Item, Journey
from .._pack import Pack
from .._vocabulary import Kind
from ._words.kinds import KIND_FOLDERS

LISTS = {
    "themes": Kind.THEME,
    "topics": Kind.TOPIC,
    "obstacles": Kind.OBSTACLE,
    "work-forms": Kind.WORK_FORM,
    "articles": Kind.ARTICLE,
    "videos": Kind.VIDEO,
    "stories": Kind.STORY,
    "terms": Kind.TERM,
    "journeys": Kind.JOURNEY,
}
LIST_OF_KIND = {kind: name for name, kind in LISTS.items()}
PATTERNS = {
    "home": "/",
    "map": "/kaart",
    "search": "/zoeken",
    "about": "/over",
    **{name: f"/{KIND_FOLDERS[kind]}" for name, kind in LISTS.items()},
    **{kind.value: f"/{folder}/{{id}}" for kind, folder in KIND_FOLDERS.items()},
    "work-form-sheet": "/werkvormen/{id}/printen",
    "stop": "/reizen/{id}/{number}",
    "asset": "/bestanden/{name}",
    "static": "/static/{name}",
    "pack": "/pakket",
    "oembed": "/oembed",
    "sitemap": "/sitemap.xml",
    "robots": "/robots.txt",
    "security": "/.well-known/security.txt",
    "health": "/healthz",
    "counters": "/tellers",
    "item": "/items/{id}",
}
_PAGES_WITHOUT_ITEM = ("home", "map", "search", "about")
_SEGMENT = r"(?!\.{1,2}(?:/|$))[^/\\\x00-\x1f\x7f]+"
_PARTS = {
    "{id}": "(?P<id>[^/]+)",
    "{number}": "(?P<number>[1-9][0-9]{0,3})",
    # A relative path without empty parts, "." and "..".
    "{name}": rf"(?P<name>{_SEGMENT}(?:/{_SEGMENT})*)",
}
_ID = re.compile("[a-z0-9-]{1,128}")
_FIELD = re.compile(r"\{(\w+)\}")
_REFERENCE = re.compile(r' (href|src)="(item|asset|https?):([^"]*)"')


class Target(NamedTuple):
    """The pattern that a path matches: its name in PATTERNS, and the text of each field."""

    name: str
    fields: Mapping[str, str] = MappingProxyType({})


def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"(\{\w+\})", pattern)
    return re.compile("".join(_PARTS.get(piece) or re.escape(piece) for piece in pieces), re.DOTALL)


_FIXED = {pattern: Target(name) for name, pattern in PATTERNS.items() if "{" not in pattern}
_FOLDERS: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _name, _pattern in PATTERNS.items():
    if "{" in _pattern:
        _FOLDERS.setdefault(_pattern.split("/")[1], []).append((_name, _compiled(_pattern)))


def find(path: str) -> Target | None:
    """The pattern that a path matches; None when no pattern matches. The item in the path need not
    exist."""
    fixed = _FIXED.get(path)
    if fixed is not None:
        return fixed
    for name, pattern in _FOLDERS.get(path.split("/", 2)[1] if path[:1] == "/" else "", ()):
        match = pattern.fullmatch(path)
        if match:
            return Target(name, match.groupdict())
    return None


class Addresses:
    """Makes addresses under one root path, for templates.

    Example:
        >>> from landkaart.web._addresses import Addresses
        >>> address = Addresses("/landkaart")
        >>> address(pack["wv-troika"]), address("search", zoekterm="te veel regels")
        ('/landkaart/werkvormen/wv-troika', '/landkaart/zoeken?zoekterm=te+veel+regels')
    """

    def __init__(self, root: str) -> None:
        self.root = root

    def __call__(self, target: Item | str, /, **query: object) -> str:
        """The address of an item, or of the pattern with a name.

        Args:
            target: An item, or a name in PATTERNS.
            query: Values for the fields of the pattern. Other values become the query string; None
                and "" are left out.
        """
        if isinstance(target, Item):
            path = PATTERNS[target.kind.value].replace("{id}", safe_id(target))
        else:
            path = _FIELD.sub(lambda field: quote(str(query.pop(field[1]))), PATTERNS[target])
        asked = {key: value for key, value in query.items() if value not in (None, "")}
        return self.root + path + ("?" + urlencode(asked) if asked else "")


def safe_id(item: Item) -> str:
    """The id of an item, which an address may hold as it is.

    Raises:
        PackError: It is not 1 to 128 of a-z, 0-9 and "-".
    """
    if _ID.fullmatch(item.id) is None:
        problem = (
            f"the pack breaks the format: an id is 1 to 128 of a-z, 0-9 and -, not {item.id!r}"
        )
        raise PackError(problem, ErrorCode.MALFORMED)
    return item.id


def linked(html: str, pack: Pack, address: Addresses) -> str:
    """HTML in which each reference "item:ID" and "asset:NAME" is replaced by an address. The anchor
    of "item:ID#ANCHOR" is kept.

    Args:
        html: A body or a drawing from the pack.
        pack: The pack in which ids are looked up. An unknown id becomes a link to the home page.
        address: Makes the addresses.
    """

    def resolve(reference: re.Match[str]) -> str:
        attribute, scheme, rest = reference.groups()
        if scheme == "item":
            id, sign, anchor = rest.partition("#")
            item = pack.get(id)
            return f' {attribute}="{address(item) + sign + anchor if item else address("home")}"'
        if scheme == "asset":
            return f' {attribute}="{address("asset", name=unquote(unescape(rest)))}"'
        return f'{reference[0]} rel="noopener"' if attribute == "href" else reference[0]

    return _REFERENCE.sub(resolve, html)


def every_address(pack: Pack, root: str = "") -> Iterator[str]:
    """The address of every page of a pack, without query strings.

    Args:
        pack: The pack.
        root: The root path, which every address begins with.
    """
    address = Addresses(root)
    yield from map(address, _PAGES_WITHOUT_ITEM)
    for kind, name in LIST_OF_KIND.items():
        yield address(name)
        for item in pack.where(kind=kind):
            yield address(item)
            if kind is Kind.WORK_FORM:
                yield address("work-form-sheet", id=item.id)
            if isinstance(item, Journey):
                for number in range(1, len(item.stops) + 1):
                    yield address("stop", id=item.id, number=number)


def item_at(path: str) -> str | None:
    """The id in the path of a page about one item; None for other paths."""
    target = find(path)
    return target.fields.get("id") if target is not None else None
