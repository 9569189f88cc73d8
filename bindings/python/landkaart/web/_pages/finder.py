# SPDX-License-Identifier: EUPL-1.2
"""The finder of work forms: a form of choices, and how many work forms each choice would leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..._item import Item
from ..._items import Items
from ..._kinds import Obstacle, Theme, WorkForm
from ..._vocabulary import Difficulty
from .._vocabulary import PURPOSE_WORDS, PURPOSES
from .page import Page, Visit
from .pager import Pager
from .structured_data import collection

_DURATIONS = (15, 30, 60, 90, 120, 180)
_DIFFICULTIES = {str(level.value): level for level in Difficulty}
# Keys of what is said of a mistake.
_NUMBER, _CHOICE = "forms.error-number", "forms.error-choice"
_THEME, _OBSTACLE = "forms.error-theme", "forms.error-obstacle"


@dataclass(frozen=True)
class Option:
    """A value that can be chosen: as it stands in the address, and in the pack."""

    value: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Finder:
    """What the finder shows.

    Attributes:
        values: What was filled in, by query key.
        errors: By query key, the key of the words that say what is wrong.
        purposes: To choose from, as are those that follow.
        found: The work forms of this page for which all of it is true.
        total: How many there are on all pages.
        pages: Where this page is among them.
        active: Each choice in words, with the address without it.
    """

    values: Mapping[str, str]
    errors: Mapping[str, str]
    purposes: list[Option]
    difficulties: list[Option]
    durations: list[Option]
    found: Items[WorkForm]
    total: int
    pages: Pager
    active: list[tuple[str, str]]


def finder_page(visit: Visit) -> Page:
    """The work forms that fit what was chosen, and what else can be chosen."""
    finder = _finder(visit)
    title = visit.words["forms.title"]
    address = visit.public("work-forms", pagina=finder.pages.asked)
    return Page(
        "work-forms",
        title,
        address,
        data={"finder": finder},
        description="" if visit.settings.static else visit.words["about-kind.work-form"],
        qualifier=_mistakes(visit, finder) or visit.page_in_words(finder.pages),
        subject=collection("CollectionPage", title, address, finder.found, visit.public),
        indexed=not finder.values,
    )


def _mistakes(visit: Visit, finder: Finder) -> str:
    """That something is wrong, for the title, which is what a screen reader says first."""
    count = len(finder.errors)
    return visit.words.counted("forms.errors", count) if count else ""


def _finder(visit: Visit) -> Finder:
    choices = _Choices(visit)
    right = {key: choices.values[key] for key, _ in choices.in_words()}

    def without(left_out: str) -> str:
        kept = {key: value for key, value in right.items() if key != left_out}
        return visit.address("work-forms", **kept)

    minutes = {*_DURATIONS, *filter(None, [choices.asked["max_minutes"]])}
    found = choices.found()
    part, pages = visit.part(found, "work-forms", **right)
    return Finder(
        values=choices.values,
        errors=choices.errors,
        purposes=choices.options("purpose", ((w, p.value, p) for p, w in PURPOSE_WORDS.items())),
        difficulties=choices.options(
            "max_difficulty", ((word, word, level) for word, level in _DIFFICULTIES.items())
        ),
        durations=choices.options("max_minutes", ((str(n), str(n), n) for n in sorted(minutes))),
        found=part,
        total=len(found),
        pages=pages,
        active=[(label, without(key)) for key, label in choices.in_words()],
    )


class _Choices:
    """What was filled in, checked: what cannot be meant is told, and not asked.

    Attributes:
        values: As typed, by query key.
        errors: What is wrong, by query key.
        asked: What is asked of the pack; None where nothing was chosen.
    """

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self.values: dict[str, str] = {}
        self.errors: dict[str, str] = {}
        self.asked: dict[str, Any] = {
            "group_size": self._number("groepsgrootte"),
            "max_minutes": self._number("maximaleDuur"),
            "purpose": self._word("doel", PURPOSES),
            "max_difficulty": self._word("maximaleMoeilijkheid", _DIFFICULTIES),
            "theme": self._item("thema", Theme, _THEME),
            "obstacle": self._item("obstakel", Obstacle, _OBSTACLE),
        }

    def found(self, **instead: object) -> Items[WorkForm]:
        """The work forms that fit, with some choices instead of those made."""
        return self._visit.pack.work_forms(**{**self.asked, **instead})

    def options(self, name: str, known: Iterable[tuple[str, str, object]]) -> list[Option]:
        """A field to choose in: values, each as it stands in the address, its name, and itself."""
        return [
            Option(value, label, len(self.found(**{name: meant})), meant == self.asked[name])
            for value, label, meant in known
        ]

    def in_words(self) -> Iterable[tuple[str, str]]:
        """Each choice as its query key and how it is read."""
        words, asked = self._visit.words, self.asked
        if asked["purpose"]:
            yield "doel", words[f"purpose.{asked['purpose'].value}"]
        if asked["group_size"]:
            yield "groepsgrootte", words.counted("people", asked["group_size"])
        if asked["max_minutes"]:
            yield "maximaleDuur", words["forms.minutes-most"].format(count=asked["max_minutes"])
        if asked["max_difficulty"]:
            yield "maximaleMoeilijkheid", words[f"experience.{asked['max_difficulty'].value}"]
        if asked["theme"]:
            yield "thema", words["forms.in-theme"].format(title=asked["theme"].title)
        if asked["obstacle"]:
            yield "obstakel", words["forms.for-obstacle"].format(title=asked["obstacle"].title)

    def _typed(self, key: str) -> str:
        value = self._visit.query.text(key)
        if value:
            self.values[key] = value
        return value

    def _number(self, key: str) -> int | None:
        self._typed(key)
        try:
            return self._visit.query.number(key)
        except ValueError:
            self.errors[key] = _NUMBER
            return None

    def _word(self, key: str, known: Mapping[str, object]) -> object:
        value = self._typed(key)
        if value and value not in known:
            self.errors[key] = _CHOICE
        return known.get(value)

    def _item(self, key: str, kind: type[Item], mistake: str) -> Item | None:
        id = self._typed(key)
        item = self._visit.pack.get(id)
        if isinstance(item, kind):
            return item
        if id:
            self.errors[key] = mistake
        return None
