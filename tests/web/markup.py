# SPDX-License-Identifier: EUPL-1.2
"""Markup: an HTML page, parsed for tests."""

import json
from html.parser import HTMLParser
from typing import Any

JSON_LD = "application/ld+json"
LEADING = ("href", "src", "action", "poster")
_WITHOUT_END = ("meta", "link", "br", "hr", "img", "input", "source", "track")


class Markup(HTMLParser):
    """The elements of a page, in order: tag, attributes and the text inside."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self._open: list[list[str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text: list[str] = []
        self.elements.append((tag, {name: value or "" for name, value in attrs}, text))
        if tag not in _WITHOUT_END:
            self._open.append(text)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in _WITHOUT_END:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for text in self._open:
            text.append(data)

    def texts(self, tag: str, **attributes: str) -> list[str]:
        """The text of each element with this tag and these attributes, in one line."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            " ".join("".join(text).split())
            for name, found, text in self.elements
            if name == tag and wanted.items() <= found.items()
        ]

    def values(self, attribute: str, tag: str = "", **attributes: str) -> list[str]:
        """The value of an attribute of each element that has it, with this tag and attributes."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            found[attribute]
            for name, found, _ in self.elements
            if attribute in found and tag in ("", name) and wanted.items() <= found.items()
        ]

    @property
    def text(self) -> str:
        """The text of the whole page, in one line."""
        return self.texts("body")[0]

    @property
    def addresses(self) -> list[str]:
        """The addresses of all links, forms, pictures and scripts on the page."""
        return [address for name in LEADING for address in self.values(name)]

    @property
    def inline_scripts(self) -> list[str]:
        """The scripts in the page itself, except JSON-LD, which is data."""
        return [
            "".join(text)
            for tag, found, text in self.elements
            if tag == "script" and "src" not in found and found.get("type") != JSON_LD
        ]

    @property
    def things(self) -> list[dict[str, Any]]:
        """The objects in the JSON-LD of the page."""
        scripts = self.texts("script", type=JSON_LD)
        return [thing for script in scripts for thing in json.loads(script)["@graph"]]

    def thing(self, type: str) -> dict[str, Any]:
        """The object of a type in the JSON-LD. There must be exactly one."""
        found = [thing for thing in self.things if type in _types(thing)]
        assert len(found) == 1, (type, self.things)
        return found[0]


def _types(thing: dict[str, Any]) -> list[str]:
    types = thing["@type"]
    return types if isinstance(types, list) else [types]
