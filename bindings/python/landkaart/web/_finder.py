# SPDX-License-Identifier: EUPL-1.2
"""The finder of work forms: a form of choices, and how many work forms each choice would leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .._item import Item
from .._items import Items
from .._kinds import Obstacle, Theme, WorkForm
from .._vocabulary import Difficulty, Purpose
from ._page import Page, Visit
from ._query import Query
from ._structured_data import collection
from ._vocabulary import PURPOSE_WORDS, PURPOSES

_DURATIONS = (15, 30, 60, 90, 120, 180)
_NUMBER, _CHOICE = "forms.error-number", "forms.error-choice"  # keys of what is said of a mistake


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
        found: The work forms for which all of it is true.
        active: Each choice in words, with the address without it.
        obstacle: On whose route the work forms are, if on one.
    """

    values: Mapping[str, str]
    errors: Mapping[str, str]
    purposes: list[Option]
    difficulties: list[Option]
    durations: list[Option]
    themes: list[Option]
    found: Items[WorkForm]
    active: list[tuple[str, str]]
    obstacle: Item | None

    @property
    def total(self) -> int:
        """How many are found."""
        return len(self.found)


class _Choices:
    """What was filled in, checked; what cannot be meant is left out and told."""

    def __init__(self, visit: Visit) -> None:
        self.errors: dict[str, str] = {}
        self._visit = visit
        query = visit.query
        self.group_size = self._number("groepsgrootte")
        self.max_minutes = self._number("maximaleDuur")
        self.purpose = self._purpose(query)
        self.max_difficulty = self._difficulty()
        self.theme = self._item("thema", Theme)
        self.obstacle = self._item("obstakel", Obstacle)

    def _number(self, name: str) -> int | None:
        try:
            return self._visit.query.number(name)
        except ValueError:
            self.errors[name] = _NUMBER
            return None

    def _purpose(self, query: Query) -> Purpose | None:
        word = query.text("doel")
        if word and word not in PURPOSES:
            self.errors["doel"] = _CHOICE
        return PURPOSES.get(word)

    def _difficulty(self) -> Difficulty | None:
        word = self._visit.query.text("maximaleMoeilijkheid")
        levels = {str(level.value): level for level in Difficulty}
        if word and word not in levels:
            self.errors["maximaleMoeilijkheid"] = _CHOICE
        return levels.get(word)

    def _item(self, name: str, kind: type[Item]) -> Item | None:
        id = self._visit.query.text(name)
        item = self._visit.pack.get(id)
        if id and not isinstance(item, kind):
            self.errors[name] = _CHOICE
        return item if isinstance(item, kind) else None

    def found(self, **instead: object) -> Items[WorkForm]:
        """The work forms that fit, with some choices instead of those made."""
        asked = {
            "group_size": self.group_size,
            "max_minutes": self.max_minutes,
            "purpose": self.purpose,
            "max_difficulty": self.max_difficulty,
            "theme": self.theme.id if self.theme else None,
            "obstacle": self.obstacle.id if self.obstacle else None,
        }
        return self._visit.pack.work_forms(**{**asked, **instead})  # type: ignore[arg-type]

    def described(self) -> Iterable[tuple[str, str]]:
        """Each choice as its query key and how it is read."""
        words = self._visit.words
        if self.purpose:
            yield "doel", words[f"purpose.{self.purpose.value}"]
        if self.group_size:
            yield "groepsgrootte", words.counted("people", self.group_size)
        if self.max_minutes:
            yield "maximaleDuur", words["forms.minutes-most"].format(count=self.max_minutes)
        if self.max_difficulty:
            yield "maximaleMoeilijkheid", words[f"experience.{self.max_difficulty.value}"]
        if self.theme:
            yield "thema", words["forms.in-theme"].format(title=self.theme.title)
        if self.obstacle:
            yield "obstakel", words["forms.for-obstacle"].format(title=self.obstacle.title)


_KEYS = ("groepsgrootte", "maximaleDuur", "doel", "maximaleMoeilijkheid", "thema", "obstakel")


def finder_page(visit: Visit) -> Page:
    """The work forms that fit what was chosen, and what else can be chosen."""
    finder = _finder(visit)
    title, address = visit.words["forms.title"], visit.public("work-forms")
    return Page(
        "work-forms",
        title,
        address,
        data={"finder": finder},
        subject=collection("CollectionPage", title, address, finder.found, visit.public),
    )


def _finder(visit: Visit) -> Finder:
    chosen = _Choices(visit)
    values = {key: visit.query.text(key) for key in _KEYS if visit.query.text(key)}
    described = list(chosen.described())
    right = {key: values[key] for key, _ in described}

    def without(left_out: str) -> str:
        kept = {key: value for key, value in right.items() if key != left_out}
        return visit.address("work-forms", **kept)

    return Finder(
        values=values,
        errors=chosen.errors,
        purposes=[
            Option(
                word, purpose.value, len(chosen.found(purpose=purpose)), purpose is chosen.purpose
            )
            for purpose, word in PURPOSE_WORDS.items()
        ],
        difficulties=[
            _numbered(chosen, "max_difficulty", level.value, chosen.max_difficulty)
            for level in Difficulty
        ],
        durations=[
            _numbered(chosen, "max_minutes", minutes, chosen.max_minutes)
            for minutes in sorted({*_DURATIONS, *filter(None, [chosen.max_minutes])})
        ],
        themes=[
            Option(theme.id, theme.title, len(chosen.found(theme=theme.id)), theme == chosen.theme)
            for theme in visit.pack.themes
        ],
        found=chosen.found(),
        active=[(label, without(key)) for key, label in described],
        obstacle=chosen.obstacle,
    )


def _numbered(chosen: _Choices, name: str, value: int, now: int | None) -> Option:
    return Option(str(value), str(value), len(chosen.found(**{name: value})), value == now)
