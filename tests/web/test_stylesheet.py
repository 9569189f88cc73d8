# SPDX-License-Identifier: EUPL-1.2
"""The sheet of the pages: small, from tokens, and of nothing but what is ours."""

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
    """Tokens that are tried in turn, and what stands there when a host has none of them."""

    tokens: list[str]
    otherwise: str


def chains() -> list[Chain]:
    found = {}
    for start in re.finditer(r"var\((--(?:nl|basis)-)", RULES):
        before = RULES[max(0, start.start() - 120) : start.start()]
        if re.search(r"var\(--(?:nl|basis)-[a-z0-9-]+, $", before):
            continue  # within another
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


def test_every_token_that_it_reads_stands_in_tokens_json() -> None:
    stated = json.loads((STATIC / "tokens.json").read_text(encoding="utf-8"))["tokens"]
    assert [Chain(one["tokens"], one["otherwise"]) for one in stated] == chains()


def test_every_token_has_something_to_fall_back_on() -> None:
    assert len(chains()) > 30
    assert not re.search(r"var\(--(?:nl|basis)-[a-z0-9-]+\)", RULES)


def test_colours_stand_in_the_table_and_for_print_only() -> None:
    table, _, rest = RULES.partition("\n}\n")
    screen = rest.partition("@media print")[0]
    named = re.sub(r"var\(--nl-[a-z-]+, #[0-9a-f]{3,6}\)", "", screen)
    assert "#" in table
    assert re.findall(r"#[0-9a-f]{3,8}\b", named) == ["#000"], "the room behind a video"


def test_styles_only_what_is_ours() -> None:
    assert len(_selectors()) > 50
    for selector in _selectors():
        first = re.match(r":(?:where|is)\(\.landkaart-|\.landkaart-", selector)
        assert first, selector


def _selectors() -> list[str]:
    """The selectors that are not within another rule, one by one."""
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
    # Made of two parts in a template, or put around and in bodies and drawings.
    made = {"landkaart-kind--obstacle", "landkaart-search--compact", "landkaart-search--large"}
    drawn = {"landkaart-map", "landkaart-map-window", "landkaart-link", "landkaart-list"}
    written = {"landkaart-table"}
    assert {name for name in used - made - drawn - written if name not in TEMPLATES} == set()


def test_nothing_moves_or_sticks_where_there_is_no_room() -> None:
    assert "transition" not in RULES and "animation" not in RULES
    assert "position: sticky" not in re.sub(r"@media \(min-height: 40rem\) \{[^}]*\}", "", RULES)
