# SPDX-License-Identifier: EUPL-1.2
"""The enumerations of the package: kinds, purposes, types of links and difficulties.

Functions accept a member or its string, such as Kind.TOPIC or "topic", and for a difficulty also
its number.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable
from typing import Any, Literal

from ._arguments import near
from ._errors import ErrorCode, InvalidArgument

KindName = Literal[
    "theme", "topic", "obstacle", "work-form", "article", "video", "story", "term", "journey"
]
PurposeName = Literal["survive", "build-competencies", "learn-together"]
LinkTypeName = Literal[
    "topics",
    "obstacles",
    "work-forms",
    "articles",
    "videos",
    "stories",
    "terms",
    "related",
    "translation-of",
    "stops",
    "mentions",
]
DifficultyName = Literal["anyone", "some-experience", "experienced"]


def _unknown(value: object, enumeration: type[enum.Enum], names: list[str]) -> InvalidArgument:
    letters = enumeration.__name__
    what = "".join(" " + letter.lower() if letter.isupper() else letter for letter in letters)
    close = near(value, names)
    meant = f" (did you mean {close!r}?)" if close else ""
    message = f"{value!r} is not a{what}{meant}; use one of: {', '.join(names)}"
    return InvalidArgument(message, ErrorCode.INVALID_ARGUMENT)


class _Word(str, enum.Enum):
    """An enumeration whose members are strings, numbered from 1 as in the pack format."""

    def __str__(self) -> str:
        return str.__str__(self)

    @functools.cached_property
    def number(self) -> int:
        """The number of the member in the pack format."""
        return list(type(self)).index(self) + 1

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise _unknown(value, cls, [word.value for word in cls])


class Kind(_Word):
    """The kind of an item.

    Example:
        >>> Kind("work-form") is Kind.WORK_FORM
        True
        >>> Kind.WORK_FORM == "work-form"
        True
    """

    THEME = "theme"
    TOPIC = "topic"
    OBSTACLE = "obstacle"
    WORK_FORM = "work-form"
    ARTICLE = "article"
    VIDEO = "video"
    STORY = "story"
    TERM = "term"
    JOURNEY = "journey"


class Purpose(_Word):
    """The purpose of a work form.

    Example:
        >>> pack.work_forms.where(purpose=Purpose.SURVIVE).ids[0]
        'wv-krachtenveldanalyse'
    """

    SURVIVE = "survive"
    BUILD_COMPETENCIES = "build-competencies"
    LEARN_TOGETHER = "learn-together"


class LinkType(_Word):
    """The type of a link from one item to another.

    Example:
        >>> pack["ob-regeldruk"].linked(LinkType.WORK_FORMS)[0].id
        'wv-vijf-keer-waarom'
    """

    TOPICS = "topics"
    OBSTACLES = "obstacles"
    WORK_FORMS = "work-forms"
    ARTICLES = "articles"
    VIDEOS = "videos"
    STORIES = "stories"
    TERMS = "terms"
    RELATED = "related"
    TRANSLATION_OF = "translation-of"
    STOPS = "stops"
    MENTIONS = "mentions"


class Difficulty(enum.IntEnum):
    """How much experience the facilitator of a work form needs. A number from 1, for comparing.

    Example:
        >>> Difficulty("anyone") < Difficulty.EXPERIENCED
        True
    """

    ANYONE = 1
    SOME_EXPERIENCE = 2
    EXPERIENCED = 3

    @property
    def number(self) -> int:
        """The number of the member in the pack format."""
        return self.value

    @classmethod
    def _missing_(cls, value: object) -> Difficulty:
        names = {member.name.lower().replace("_", "-"): member for member in cls}
        if isinstance(value, str) and value in names:
            return names[value]
        raise _unknown(value, cls, ["1", "2", "3", *names])


DUTCH_NAMES = {
    Kind.THEME: "thema",
    Kind.TOPIC: "onderwerp",
    Kind.OBSTACLE: "obstakel",
    Kind.WORK_FORM: "werkvorm",
    Kind.ARTICLE: "artikel",
    Kind.VIDEO: "video",
    Kind.STORY: "verhaal",
    Kind.TERM: "begrip",
    Kind.JOURNEY: "reis",
    Purpose.SURVIVE: "overleven",
    Purpose.BUILD_COMPETENCIES: "competenties opbouwen",
    Purpose.LEARN_TOGETHER: "samen leren",
    Difficulty.ANYONE: "iedereen",
    Difficulty.SOME_EXPERIENCE: "enige ervaring",
    Difficulty.EXPERIENCED: "ervaren",
}
KINDS = tuple(Kind)
PURPOSES = tuple(Purpose)
LINK_TYPES = tuple(LinkType)


def number_of(enumeration: Callable[[Any], _Word | Difficulty], value: object) -> int:
    """The number of a member, given the member or its string; 0 for None."""
    return 0 if value is None else enumeration(value).number
