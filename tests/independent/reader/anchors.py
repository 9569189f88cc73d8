# SPDX-License-Identifier: EUPL-1.2
"""Anchors in section Bodies of the specification: the fragments that lead to headings."""

import re
from collections.abc import Iterator

from reader.bodies import Element, plain_lines
from reader.words import APOSTROPHES, belongs, folded

HEADING = re.compile("h[2-6]")


def anchors(body: Element) -> list[str]:
    """The anchors of the headings of a body, in order; empty for a heading that has none."""
    given: list[str] = []
    for heading in headings(body):
        anchor = without_number = anchor_of("\n".join(plain_lines(heading)))
        number = 0
        while anchor and anchor in given:
            number += 1
            anchor = f"{without_number}-{number}"
        given.append(anchor)
    return given


def headings(element: Element) -> Iterator[Element]:
    for child in element.children:
        if HEADING.fullmatch(child.name):
            yield child
        else:
            yield from headings(child)


def anchor_of(text: str) -> str:
    """The words of a text, folded, with a hyphen between them."""
    kept = (letter for letter in text if letter not in APOSTROPHES)
    return "-".join("".join(folded(letter) if belongs(letter) else " " for letter in kept).split())
