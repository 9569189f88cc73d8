# SPDX-License-Identifier: EUPL-1.2
"""Section Bodies of the specification: the HTML of a body as a tree, and its plain text."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from reader.conventions import demand

INLINES = {"text", "em", "strong", "del", "code", "a", "img", "br"}
BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "hr", "table"}
VOID = {"br", "hr", "img"}
HOLDS = {
    **dict.fromkeys(["p", "h2", "h3", "h4", "h5", "h6", "th", "td"], INLINES),
    **dict.fromkeys(["em", "strong", "del", "a"], INLINES),
    **{"body": BLOCKS, "ul": {"li"}, "ol": {"li"}, "li": INLINES | BLOCKS, "blockquote": BLOCKS},
    **{"pre": {"code"}, "code": {"text"}, "table": {"tr"}, "tr": {"th", "td"}},
}
ADDRESS = r'(?:item:[a-z0-9-]{1,128}(?=["#])|(?:asset|https|http|mailto|tel):|#)[^\x00-\x20"<>]*'
ATTRIBUTES = {
    "a": f' href="{ADDRESS}"',
    "img": f' src="{ADDRESS}" alt="([^"<>]*)"',
    "ol": r'(?: start="(\d+)")?',
    **dict.fromkeys(["th", "td"], '(?: align="(?:left|center|right)")?'),
}
TAG = re.compile(r"<(/?)([a-z0-9]+)([^<>]*)>")
ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}
DEPTH = 32
NODES = 131_072


@dataclass
class Element:
    """An element, or a run of text.

    `value` is the text, the `alt` of an img or the `start` of an ol.
    """

    name: str
    value: str = ""
    children: list["Element"] = field(default_factory=list)


def unescaped(escaped: str) -> str:
    demand('"' not in escaped, "a quote is not escaped")
    return re.sub("&[a-z]*;?", entity, escaped)


def entity(found: re.Match) -> str:
    demand(found[0] in ENTITIES, f"the entity {found[0]} is not allowed")
    return ENTITIES[found[0]]


def parsed(html: str) -> Element:
    """The tree of a body. Raises PackError for HTML outside the subset of the specification."""
    open_elements, at, nodes = [Element("body")], 0, 0
    while at < len(html):
        tag = TAG.match(html, at)
        if tag and tag[1]:
            closed = open_elements.pop()
            demand(
                tag[0] == f"</{closed.name}>" and closed.name != "body", f"{tag[0]} closes an element that is not open"
            )
            demand(closed.name != "pre" or len(closed.children) == 1, "pre must hold exactly one code")
        else:
            element = opened(tag) if tag else text_at(html, at)
            around = open_elements[-1]
            nodes += around.name not in ("pre", "code")  # their content is part of them
            demand(nodes <= NODES, "a body has too many elements and texts")
            demand(element.name in HOLDS[around.name], f"{element.name} may not be in {around.name}")
            around.children.append(element)
            # open_elements also holds the body itself, which does not count as an element.
            demand(not tag or len(open_elements) <= DEPTH, "elements nest deeper than 32")
            if tag and element.name not in VOID:
                open_elements.append(element)
        at = tag.end() if tag else html.find("<", at) % (len(html) + 1)
    demand(len(open_elements) == 1, "an element is not closed")
    return open_elements[0]


def text_at(html: str, at: int) -> Element:
    escaped = html[at:].partition("<")[0]
    demand(bool(escaped), "a < begins no tag")
    return Element("text", unescaped(escaped))


def opened(tag: re.Match) -> Element:
    demand(tag[2] in HOLDS or tag[2] in VOID, f"{tag[0]} is outside the subset")
    attributes = re.fullmatch(ATTRIBUTES.get(tag[2], ""), tag[3])
    demand(attributes is not None, f"{tag[0]} has attributes that are not allowed")
    return Element(tag[2], unescaped("".join(value or "" for value in attributes.groups())))


def inline_text(element: Element) -> str:
    if element.name == "br":
        return "\n"
    return element.value + "".join(map(inline_text, element.children))


def plain_lines(element: Element) -> list[str]:
    """The lines of the plain text, without indentation and empty lines, which hold no words."""
    lines = []
    for inline, children in groupby(element.children, lambda child: child.name in INLINES):
        if inline:
            lines += "".join(map(inline_text, children)).split("\n")
        else:
            lines += [line for child in children for line in block_lines(child)]
    return [line for line in map(str.strip, lines) if line]


def block_lines(element: Element) -> list[str]:
    if element.name in ("ul", "ol"):
        return list_lines(element)
    if element.name == "tr":
        return [" | ".join(" ".join(plain_lines(cell)) for cell in element.children)]
    return plain_lines(element)


def list_lines(element: Element) -> list[str]:
    lines = []
    for number, item in enumerate(element.children, int(element.value or 1)):
        mark = f"{number}." if element.name == "ol" else "-"
        first = item.children[0].name if item.children else ""
        inside = plain_lines(item)
        lines += (
            [f"{mark} {inside[0]}", *inside[1:]] if first in INLINES | {"p"} else [mark, *inside]
        )
    return lines
