# SPDX-License-Identifier: EUPL-1.2
"""The finder of work forms: a form with filters, each with the number of work forms that would
remain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..._items import Item, Items, Obstacle, Theme, WorkForm
from ..._vocabulary import Difficulty
from .._words.kinds import PURPOSE_WORDS, PURPOSES
from .page import Page, Visit
from .pager import Pager
from .structured_data import collection

_DURATIONS = (15, 30, 60, 90, 120, 180)
_DIFFICULTIES = {str(level.value): level for level in Difficulty}
# The keys of the texts that explain a mistake in a field.
_NUMBER, _CHOICE = "forms.error-number", "forms.error-choice"
_THEME, _OBSTACLE = "forms.error-theme", "forms.error-obstacle"


@dataclass(frozen=True)
class Option:
    """An option of a filter.

    Attributes:
        value: The value in the query string.
        name: The name by which the template finds its text.
        count: The number of work forms that remain when this option is chosen.
        chosen: Whether it is chosen now.
    """

    value: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Finder:
    """The data of the template of the finder.

    Attributes:
        values: The submitted values, by query key.
        errors: For each wrong value, by query key, the key of the text that explains the mistake.
        purposes: The options of the filter on purpose.
        difficulties: The options of the filter on difficulty.
        durations: The options of the filter on duration.
        found: The matching work forms on this page of the list.
        total: The number of matching work forms on all pages.
        pages: The position of this page among the others.
        active: For each filter in use, its text and the address of the list without that filter.
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
    """The page with the filters and the matching work forms."""
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
    """The number of mistakes as a text for the title, because a screen reader reads the title
    first."""
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
    """The submitted filters, checked. A wrong value is reported and not used.

    Attributes:
        values: The submitted values, by query key.
        errors: The keys of the texts that explain the mistakes, by query key.
        asked: The arguments of Pack.work_forms; None for filters without a value.
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
        """The matching work forms. `instead` replaces some of the submitted filters."""
        return self._visit.pack.work_forms.where(**{**self.asked, **instead})

    def options(self, name: str, known: Iterable[tuple[str, str, object]]) -> list[Option]:
        """The options of one filter.

        Args:
            name: The argument of Pack.work_forms.
            known: For each option its value in the query string, its name, and the argument's
                value.
        """
        return [
            Option(value, label, len(self.found(**{name: meant})), meant == self.asked[name])
            for value, label, meant in known
        ]

    def in_words(self) -> Iterable[tuple[str, str]]:
        """The query key and the text of each filter in use."""
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
