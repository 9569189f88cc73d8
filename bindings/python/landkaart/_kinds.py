# SPDX-License-Identifier: EUPL-1.2
"""A class for each kind of item, with what only that kind has."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, cast

from ._item import Item
from ._items import Items
from ._values import Range, Step
from ._vocabulary import PURPOSES, Difficulty, Kind, LinkType, Purpose

if TYPE_CHECKING:
    from ._assets import Asset
    from ._route import Route

_KIND_OF_LINK = {
    LinkType.TOPICS: Kind.TOPIC,
    LinkType.OBSTACLES: Kind.OBSTACLE,
    LinkType.WORK_FORMS: Kind.WORK_FORM,
    LinkType.ARTICLES: Kind.ARTICLE,
    LinkType.VIDEOS: Kind.VIDEO,
    LinkType.STORIES: Kind.STORY,
    LinkType.TERMS: Kind.TERM,
}


class Theme(Item, kind=Kind.THEME):
    """A territory of the map. Its `topics`, `work_forms` and so on are those that lie in it.

    Example:
        >>> pack["krachtenveld"].topics[0].id
        'kv-eenzame-samenwerker'
    """

    __slots__ = ()

    def _near(self, type: LinkType) -> Items[Item]:
        return self._pack.select(kind=_KIND_OF_LINK[type], theme=self.id)


class Topic(Item, kind=Kind.TOPIC):
    """An insight: what is going on, why it is hard, what helps."""

    __slots__ = ()


class Obstacle(Item, kind=Kind.OBSTACLE):
    """Where an official gets stuck.

    Example:
        >>> pack["ob-eenzame-samenwerker"].route.work_forms[0].title
        'Trio-advies'
    """

    __slots__ = ()

    @property
    def route(self) -> Route:
        """From the obstacle to what helps."""
        return cast("Route", self._pack.route(self))

    @property
    def another_way(self) -> str:
        """When to stop, or to choose another way."""
        return self._text("another-way")


class WorkForm(Item, kind=Kind.WORK_FORM):
    """Something to do with a group.

    Example:
        >>> form = pack["wv-troika"]
        >>> 8 in form.group_size, form.minutes, form.difficulty.name
        (True, Range(min=30, max=45), 'ANYONE')
        >>> form.steps[0]
        Step(title='Vraag vertellen', minutes=2)
    """

    __slots__ = ()

    def _shown(self) -> dict[str, object]:
        return super()._shown() | {
            "purpose": self.purpose.value,
            "group_size": self.group_size,
            "minutes": self.minutes,
        }

    @property
    def purpose(self) -> Purpose:
        """What it is for."""
        number = self._core.purpose
        if number == 0:
            raise self._malformed("purpose")
        return PURPOSES[number - 1]

    @property
    def difficulty(self) -> Difficulty:
        """What it asks of whoever leads it."""
        number = self._core.difficulty
        if number == 0:
            raise self._malformed("difficulty")
        return Difficulty(number)

    @property
    def group_size(self) -> Range:
        """Fewest and most people."""
        return Range(*self._core.group_size)

    @property
    def minutes(self) -> Range:
        """Shortest and longest duration, in minutes."""
        return Range(*self._core.minutes)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What happens, in order."""
        return tuple(Step(title, minutes) for title, minutes in self._core.steps())

    @property
    def materials(self) -> tuple[str, ...]:
        """What to bring."""
        return self._texts("materials")

    @property
    def when(self) -> str:
        """When to use it."""
        return self._text("when")

    @property
    def when_not(self) -> str:
        """When not to use it."""
        return self._text("when-not")

    @property
    def online(self) -> str:
        """How to do it online."""
        return self._text("online")

    @property
    def accessibility(self) -> str:
        """How everybody can take part."""
        return self._text("accessibility")

    @property
    def origin(self) -> str:
        """Who made it, and when."""
        return self._text("origin")

    @property
    def licence_note(self) -> str:
        """What its makers ask."""
        return self._text("licence-note")


class Article(Item, kind=Kind.ARTICLE):
    """Background to read."""

    __slots__ = ()


class Video(Item, kind=Kind.VIDEO):
    """A video with captions and a transcript."""

    __slots__ = ()

    @property
    def file(self) -> Asset:
        """The video."""
        return self._pack.assets[self._text("file")]

    @property
    def captions(self) -> Asset:
        """Its captions, WebVTT."""
        return self._pack.assets[self._text("captions")]

    @property
    def poster(self) -> Asset | None:
        """A picture to show before it plays."""
        name = self._text("poster")
        return self._pack.assets[name] if name else None

    @property
    def transcript(self) -> str:
        """Everything that is said and shown."""
        return self._text("transcript")

    @property
    def duration(self) -> datetime.timedelta:
        """How long it takes."""
        seconds = self._document.get("duration")
        if not isinstance(seconds, int):
            raise self._malformed("duration")
        return datetime.timedelta(seconds=seconds)


class Story(Item, kind=Kind.STORY):
    """How others did it."""

    __slots__ = ()


class Term(Item, kind=Kind.TERM):
    """A word, explained."""

    __slots__ = ()


class Journey(Item, kind=Kind.JOURNEY):
    """A walk over the map."""

    __slots__ = ()

    @property
    def stops(self) -> Items[Item]:
        """Where it leads, in walking order."""
        return self.linked(LinkType.STOPS)
