# SPDX-License-Identifier: EUPL-1.2
"""The HTML for notebooks is well formed, and text from a pack or a query is escaped in it."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import landkaart
from landkaart import Pack

VOID = {"br", "hr", "img"}
HOSTILE = "<script>alert(1)</script>&\"'"


class Balance(HTMLParser):
    """Checks that every element is closed, and collects the names of the elements."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def elements(shown: str) -> set[str]:
    balance = Balance()
    balance.feed(shown)
    balance.close()
    assert balance.open == []
    return balance.seen


def everything(pack: Pack) -> list[Any]:
    result = pack.search("de een het raad proef")
    routes = [obstacle.route for obstacle in pack.obstacles]
    snippets = [hit.snippet for hit in result]
    return [
        pack,
        pack.map,
        pack.topics,
        pack.work_forms,
        pack.to_frame(),
        result,
        pack.search("zzzz"),
        *pack.values(),
        *routes,
        *snippets,
    ]


@pytest.fixture
def hostile(starter: Path, tmp_path: Path) -> Pack:
    """A pack with an item whose title, summary and body hold a script element."""
    (starter / "work-forms" / "wv-kwaad.md").write_text(
        f"---\ntitle: '{HOSTILE.replace(chr(39), chr(39) * 2)} proef'\n"
        f"summary: '{HOSTILE.replace(chr(39), chr(39) * 2)}'\npurpose: survive\n"
        "group-size: {min: 2, max: 4}\nminutes: {min: 5, max: 5}\ndifficulty: 1\n---\n"
        "Proef\\<script>alert(1)\\</script>\n"
    )
    landkaart.build(starter, tmp_path / "kwaad.lkp")
    return landkaart.open(tmp_path / "kwaad.lkp")


def test_all_html_for_notebooks_is_well_formed(pack: Pack, samples: Pack) -> None:
    for shown in everything(samples) + everything(pack):
        assert shown._repr_html_()
        elements(shown._repr_html_())


def test_a_hostile_pack_cannot_add_a_script_to_a_notebook(hostile: Pack) -> None:
    shown = [each._repr_html_() for each in [*everything(hostile), hostile.search(HOSTILE)]]
    assert sum("&lt;script&gt;alert(1)&lt;/script&gt;" in html for html in shown) > 5
    for html in shown:
        assert "script" not in elements(html)


def test_a_map_is_shown_as_svg(pack: Pack) -> None:
    assert {"svg", "a", "path"} <= elements(pack.map._repr_html_())
    assert pack.map._repr_html_() == pack.map.svg(base_url="#")


def test_a_list_has_a_column_for_id_title_kind_and_summary(pack: Pack) -> None:
    names = re.findall("<th [^>]*>(.*?)</th>", pack.topics._repr_html_())
    assert names == ["id", "title", "", "summary"]


def test_a_long_list_shows_60_items_and_the_number_of_the_others(pack: Pack) -> None:
    many = landkaart.Items([*pack.work_forms, *pack.topics])
    assert "and 36 more" in many._repr_html_()
