# SPDX-License-Identifier: EUPL-1.2
"""The stylesheet of the pages: its size, its design tokens and its selectors."""

import json
import re
from pathlib import Path
from typing import NamedTuple

STATIC = Path(__file__).parents[2] / "bindings/python/landkaart/web/static"
SHEET = (STATIC / "landkaart.css").read_text(encoding="utf-8")
RULES = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)
TEMPLATES = "".join(
    file.read_text(encoding="utf-8") for file in STATIC.parent.glob("templates/*.j2")
)


class Chain(NamedTuple):
    """The tokens of one value in the order in which they are tried, and the fallback value."""

    tokens: list[str]
    otherwise: str


def chains() -> list[Chain]:
    found = {}
    for start in re.finditer(r"var\((--(?:nl|basis)-)", RULES):
        before = RULES[max(0, start.start() - 120) : start.start()]
        if re.search(r"var\(--(?:nl|basis)-[a-z0-9-]+, $", before):
            continue  # inside another var(), which is counted instead
        tokens, rest = [], RULES[start.start() :]
        while token := re.match(r"\s*var\((--(?:nl|basis)-[a-z0-9-]+),\s*", rest):
            tokens.append(token[1])
            rest = rest[token.end() :]
        found[tuple(tokens)] = Chain(tokens, _up_to_closing(rest))
    return [found[key] for key in sorted(found)]


def _up_to_closing(text: str) -> str:
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return " ".join(text[:place].split())
    raise AssertionError("a bracket is not closed")


def test_is_under_25_kilobytes() -> None:
    assert len(SHEET.encode()) < 25_000


def test_tokens_json_lists_every_token_in_the_stylesheet() -> None:
    stated = json.loads((STATIC / "tokens.json").read_text(encoding="utf-8"))["tokens"]
    assert [Chain(one["tokens"], one["otherwise"]) for one in stated] == chains()


def test_every_token_has_a_fallback_value() -> None:
    assert len(chains()) > 30
    assert not re.search(r"var\(--(?:nl|basis)-[a-z0-9-]+\)", RULES)


def test_colours_occur_only_in_the_table_and_for_print() -> None:
    table, _, rest = RULES.partition("\n}\n")
    screen = rest.partition("@media print")[0]
    named = re.sub(r"var\(--nl-[a-z-]+, #[0-9a-f]{3,6}\)", "", screen)
    assert "#" in table
    assert re.findall(r"#[0-9a-f]{3,8}\b", named) == ["#000"], "the background of a video"


def test_every_selector_begins_with_a_class_of_the_portal() -> None:
    assert len(_selectors()) > 50
    for selector in _selectors():
        first = re.match(r":(?:where|is)\(\.landkaart-|\.landkaart-", selector)
        assert first, selector


def _selectors() -> list[str]:
    """The selectors of all rules that are not nested in another rule."""
    found, depth, start = [], 0, 0
    for place, sign in enumerate(RULES):
        if sign == "{":
            prelude = RULES[start:place].strip()
            if depth == 0 and not prelude.startswith("@"):
                found += re.split(r",\s*(?![^(]*\))", prelude)
            depth += not prelude.startswith("@")
            start = place + 1
        elif sign == "}":
            depth -= RULES[:place].count("{") > 0 and depth > 0
            start = place + 1
        elif sign == ";":
            start = place + 1
    return found


def test_every_class_is_used_in_a_template() -> None:
    used = {name for name in re.findall(r"\.(landkaart-[a-z-]+)", RULES)}
    assert len(used) > 20
    # Class names that templates put together from two parts, or that Python code or the map adds.
    made = {"landkaart-kind--obstacle", "landkaart-search--compact", "landkaart-search--large"}
    drawn = {"landkaart-map", "landkaart-map-window", "landkaart-link", "landkaart-list"}
    written = {"landkaart-table"}
    assert {name for name in used - made - drawn - written if name not in TEMPLATES} == set()


def test_no_animation_and_sticky_only_on_high_screens() -> None:
    assert "transition" not in RULES and "animation" not in RULES
    assert "position: sticky" not in re.sub(r"@media \(min-height: 40rem\) \{[^}]*\}", "", RULES)
