# SPDX-License-Identifier: EUPL-1.2
"""A subclass of Item for each kind of item, with the attributes of only that kind."""

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
    """A theme: a territory of the map. `topics`, `work_forms` and so on list the items that belong
    to it.

    Example:
        >>> pack["krachtenveld"].topics[0].id
        'kv-eenzame-samenwerker'
    """

    __slots__ = ()

    def _near(self, type: LinkType) -> Items[Item]:
        return self._pack.select(kind=_KIND_OF_LINK[type], theme=self.id)


class Topic(Item, kind=Kind.TOPIC):
    """A topic: an insight into one difficulty, with its cause and what helps."""

    __slots__ = ()


class Obstacle(Item, kind=Kind.OBSTACLE):
    """An obstacle: a situation in which a municipal official gets stuck.

    Example:
        >>> pack["ob-eenzame-samenwerker"].route.work_forms[0].title
        'Trio-advies'
    """

    __slots__ = ()

    @property
    def route(self) -> Route:
        """The route of this obstacle: the items that help, in order."""
        return cast("Route", self._pack.route(self))

    @property
    def another_way(self) -> str:
        """When to stop, or to choose another approach."""
        return self._text("another-way")


class WorkForm(Item, kind=Kind.WORK_FORM):
    """A work form (Dutch: werkvorm): an activity for a group, with steps and a duration.

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
        """The purpose of the work form."""
        number = self._core.purpose
        if number == 0:
            raise self._malformed("purpose")
        return PURPOSES[number - 1]

    @property
    def difficulty(self) -> Difficulty:
        """How much experience the facilitator needs."""
        number = self._core.difficulty
        if number == 0:
            raise self._malformed("difficulty")
        return Difficulty(number)

    @property
    def group_size(self) -> Range:
        """The smallest and the largest group, in people."""
        return Range(*self._core.group_size)

    @property
    def minutes(self) -> Range:
        """The shortest and the longest duration, in minutes."""
        return Range(*self._core.minutes)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps, in order."""
        return tuple(Step(title, minutes) for title, minutes in self._core.steps())

    @property
    def materials(self) -> tuple[str, ...]:
        """The materials to bring."""
        return self._texts("materials")

    @property
    def when(self) -> str:
        """When to use the work form; empty when absent."""
        return self._text("when")

    @property
    def when_not(self) -> str:
        """When not to use the work form; empty when absent."""
        return self._text("when-not")

    @property
    def online(self) -> str:
        """How to do the work form online; empty when absent."""
        return self._text("online")

    @property
    def accessibility(self) -> str:
        """How everybody can take part in the work form; empty when absent."""
        return self._text("accessibility")

    @property
    def origin(self) -> str:
        """Who made the work form, and when; empty when absent."""
        return self._text("origin")

    @property
    def licence_note(self) -> str:
        """The conditions of the makers of the work form, besides the licence; empty when
        absent."""
        return self._text("licence-note")


class Article(Item, kind=Kind.ARTICLE):
    """An article: background reading."""

    __slots__ = ()


class Video(Item, kind=Kind.VIDEO):
    """A video with captions and a transcript."""

    __slots__ = ()

    @property
    def file(self) -> Asset:
        """The video file."""
        return self._pack.assets[self._text("file")]

    @property
    def captions(self) -> Asset:
        """The captions, a WebVTT file."""
        return self._pack.assets[self._text("captions")]

    @property
    def poster(self) -> Asset | None:
        """The picture that is shown before the video plays; None when absent."""
        name = self._text("poster")
        return self._pack.assets[name] if name else None

    @property
    def transcript(self) -> str:
        """The transcript: everything that is said and shown, as text."""
        return self._text("transcript")

    @property
    def duration(self) -> datetime.timedelta:
        """The duration of the video."""
        seconds = self._document.get("duration")
        if not isinstance(seconds, int):
            raise self._malformed("duration")
        return datetime.timedelta(seconds=seconds)


class Story(Item, kind=Kind.STORY):
    """A story: how other people solved a problem."""

    __slots__ = ()


class Term(Item, kind=Kind.TERM):
    """A term: a word with its explanation."""

    __slots__ = ()


class Journey(Item, kind=Kind.JOURNEY):
    """A journey: a walk over the map along several items."""

    __slots__ = ()

    @property
    def stops(self) -> Items[Item]:
        """The items along the journey, in walking order."""
        return self.linked(LinkType.STOPS)
