# SPDX-License-Identifier: EUPL-1.2
"""Tests of the texts of the interface: every language has all of them, and templates have none."""

import json
import re
import string
from pathlib import Path

import pytest

from landkaart import Difficulty, Kind, Purpose
from landkaart.web._words.interface import words_in

TOP = Path(__file__).parents[2]
WEB = TOP / "bindings/python/landkaart/web"
LANGUAGES = ("nl", "fy", "en")
STORED = {
    language: json.loads((WEB / f"_words/{language}.json").read_text(encoding="utf-8"))
    for language in LANGUAGES
}
WORDS = {
    language: {key: text for key, text in stored.items() if not key.startswith("_")}
    for language, stored in STORED.items()
}
TEMPLATES = sorted((WEB / "templates").glob("*.j2"))
COUNTED = (".one", ".other")


def source() -> str:
    files = [*TEMPLATES, *WEB.rglob("*.py"), *(TOP / "bindings/web/src").rglob("*.ts")]
    return "".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_texts_in_the_same_order(language: str) -> None:
    assert list(WORDS[language]) == list(WORDS["nl"])
    assert all(text.strip() == text != "" for text in WORDS[language].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_has_the_same_placeholders_in_every_language(language: str) -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    for key, text in WORDS[language].items():
        wanted = places(WORDS["nl"][key])
        assert places(text) == wanted, key


def test_the_frisian_texts_are_marked_as_not_reviewed() -> None:
    assert "native speaker" in STORED["fy"]["_review"]


def test_every_text_is_used() -> None:
    text = source()
    prefixes = ("kind.", "kinds.", "about-kind.", "purpose.", "difficulty.", "experience.")

    def used(key: str) -> bool:
        stem = key
        for ending in (*COUNTED, ".range"):
            stem = stem.removesuffix(ending)
        return f'"{key}"' in text or f'"{stem}"' in text

    unused = [key for key in WORDS["nl"] if not key.startswith(prefixes) and not used(key)]
    assert unused == []


def test_every_kind_purpose_and_difficulty_has_a_text() -> None:
    for kind in Kind:
        named = {f"{key}.{kind.value}" for key in ("kind", "kinds", "about-kind")}
        assert named < {*WORDS["nl"]}
    for purpose in Purpose:
        assert f"purpose.{purpose.value}" in WORDS["nl"]
    for difficulty in Difficulty:
        assert {f"difficulty.{difficulty.value}", f"experience.{difficulty.value}"} < {*WORDS["nl"]}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_templates_contain_no_text(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
    for attribute in ("alt", "aria-label", "content", "label", "placeholder", "title"):
        said = re.findall(rf'\b{attribute}="([^"]*[A-Za-z][^"]*)"', text)
        said = [one for one in said if one != "width=device-width, initial-scale=1"]
        assert said == [], attribute
    between_tags = re.sub(r'<[^>]*>|[\w-]+="[^"]*"', "", text)
    assert re.findall(r"[^\W\d_]{2,}", between_tags) == []


def test_counted_chooses_singular_or_plural() -> None:
    words = words_in("nl")
    assert words.counted("forms.found", 1) == "1 werkvorm"
    assert words.counted("forms.found", 14) == "14 werkvormen"
    assert "<b>" in words.counted("search.found", 2, query="<b>")


def test_an_unknown_language_gives_dutch() -> None:
    assert words_in("fy-NL").language == "fy"
    assert words_in("../nl").language == "nl"
    assert words_in("tlh")["search.button"] == "Zoek"
