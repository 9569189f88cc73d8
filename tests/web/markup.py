# SPDX-License-Identifier: EUPL-1.2
"""Markup: a page as a test looks at it."""

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
        """The text in each element of a sort, in one line."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            " ".join("".join(text).split())
            for name, found, text in self.elements
            if name == tag and wanted.items() <= found.items()
        ]

    def values(self, attribute: str, tag: str = "", **attributes: str) -> list[str]:
        """An attribute of each element that has it."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            found[attribute]
            for name, found, _ in self.elements
            if attribute in found and tag in ("", name) and wanted.items() <= found.items()
        ]

    @property
    def text(self) -> str:
        """All that is read on the page, in one line."""
        return self.texts("body")[0]

    @property
    def addresses(self) -> list[str]:
        """Where the page leads, and what it loads."""
        return [address for name in LEADING for address in self.values(name)]

    @property
    def inline_scripts(self) -> list[str]:
        """Scripts in the page itself; JSON-LD is data, and none."""
        return [
            "".join(text)
            for tag, found, text in self.elements
            if tag == "script" and "src" not in found and found.get("type") != JSON_LD
        ]

    @property
    def things(self) -> list[dict[str, Any]]:
        """What the JSON-LD of the page says."""
        scripts = self.texts("script", type=JSON_LD)
        return [thing for script in scripts for thing in json.loads(script)["@graph"]]

    def thing(self, type: str) -> dict[str, Any]:
        """The only thing of a type."""
        found = [thing for thing in self.things if type in _types(thing)]
        assert len(found) == 1, (type, self.things)
        return found[0]


def _types(thing: dict[str, Any]) -> list[str]:
    types = thing["@type"]
    return types if isinstance(types, list) else [types]
