# SPDX-License-Identifier: EUPL-1.2
"""Item and a class for each kind: immutable handles to the material of a pack."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, SupportsIndex, TypeVar, cast, overload

from . import _landkaart
from ._errors import ErrorCode, PackError
from ._values import Link, Range, Step
from ._vocabulary import (
    KINDS,
    LINK_TYPES,
    PURPOSES,
    Difficulty,
    Kind,
    LinkType,
    LinkTypeName,
    Purpose,
    number_of,
)

if TYPE_CHECKING:
    from ._assets import Asset
    from ._pack import Pack

_T_co = TypeVar("_T_co", bound="Item", covariant=True)


class Items(tuple[_T_co, ...]):
    """A tuple of items, which a notebook shows as a table.

    Example:
        >>> len(pack.themes)
        4
        >>> pack.themes[:2].ids
        ('paradoxen-publieke-waarden', 'krachtenveld')
    """

    __slots__ = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids, in the same order."""
        return tuple(item.id for item in self)

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> _T_co: ...

    @overload
    def __getitem__(self, index: slice, /) -> Items[_T_co]: ...

    def __getitem__(self, index: SupportsIndex | slice, /) -> _T_co | Items[_T_co]:
        if isinstance(index, slice):
            return Items(super().__getitem__(index))
        return super().__getitem__(index)

    def _repr_html_(self) -> str:
        from . import _notebook

        return _notebook.items_html(self)


class Item:
    """A piece of the material. Items come from a Pack; what they say is read when it is asked for.

    Two items are equal when they have the same id in packs with the same content, so an item that
    was pickled and loaded again equals what it was. Every attribute may raise PackError when the
    file is damaged. Safe to share between threads.

    Example:
        >>> item = pack["wv-troika"]
        >>> item.title
        'Trio-advies'
        >>> item.kind
        <Kind.WORK_FORM: 'work-form'>
    """

    __slots__ = ("__weakref__", "_core", "_document_cache", "_pack")

    _core: _landkaart.Item
    _pack: Pack
    _document_cache: dict[str, Any] | None

    def __init__(self) -> None:
        raise TypeError("items come from a pack: pack['wv-troika']")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"items are immutable; cannot set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"items are immutable; cannot delete {name!r}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Item):
            return NotImplemented
        return self.id == other.id and self._pack == other._pack

    def __hash__(self) -> int:
        return hash((self.id, self._pack))

    def __reduce__(self) -> tuple[Any, ...]:
        return _item_again, (self._pack, self.id)

    def _shown(self) -> dict[str, object]:
        """What repr shows."""
        return {"id": self.id, "title": self.title}

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self._shown().items())
        return f"{type(self).__name__}({fields})"

    @property
    def pack(self) -> Pack:
        """The pack that it is from."""
        return self._pack

    @property
    def id(self) -> str:
        """Stable for ever."""
        return self._core.id

    @property
    def kind(self) -> Kind:
        """What it is."""
        return KINDS[self._core.kind - 1]

    @property
    def title(self) -> str:
        """What people see first, plain text."""
        return self._core.title

    @property
    def summary(self) -> str:
        """One or two sentences of plain text; empty when it has none."""
        return self._core.summary

    @property
    def language(self) -> str:
        """A BCP 47 tag, such as "nl"."""
        return self._core.language

    @property
    def tags(self) -> tuple[str, ...]:
        """Words that people type."""
        return self._core.tags

    @property
    def themes(self) -> Items[Theme]:
        """The territories that it belongs to."""
        return cast("Items[Theme]", make_items(self._pack, self._core.themes()))

    @property
    def alternative_titles(self) -> tuple[str, ...]:
        """Other names."""
        return self._texts("alternative-titles")

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it comes from: author, year, title."""
        return self._texts("sources")

    @property
    def licence(self) -> str:
        """An SPDX id; the pack's when it has none of its own."""
        return self._text("licence") or self._pack.manifest.licence

    @property
    def valid_from(self) -> datetime.date | None:
        """From when it holds."""
        return self._date("valid-from")

    @property
    def review_by(self) -> datetime.date | None:
        """When somebody must look at it again."""
        return self._date("review-by")

    @property
    def html(self) -> str:
        """The body as HTML of a small safe subset; links lead to "item:ID" and "asset:NAME"."""
        return self._core.html()

    @property
    def text(self) -> str:
        """The body as plain text."""
        return self._core.text()

    @property
    def markdown(self) -> str:
        """The body as CommonMark with tables."""
        return self._core.markdown()

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that it makes, in the order written."""
        return self._links(self._core.links())

    @property
    def backlinks(self) -> tuple[Link, ...]:
        """The links that lead to it; `item` of each is where it comes from."""
        return self._links(self._core.backlinks())

    def linked(self, type: LinkType | LinkTypeName) -> Items[Item]:
        """The items that it links to in one way.

        Args:
            type: A LinkType, or its string such as "work-forms".

        Raises:
            InvalidArgument: There is no such type of link.

        Example:
            >>> pack["ob-regeldruk"].linked("topics").ids[0]
            'kv-regeldruk'
        """
        return make_items(self._pack, self._core.linked(number_of(LinkType, type)))

    @property
    def topics(self) -> Items[Topic]:
        """The topics that it links to; of a theme, the topics in it."""
        return cast("Items[Topic]", self._near(LinkType.TOPICS))

    @property
    def obstacles(self) -> Items[Obstacle]:
        """The obstacles that it links to; of a theme, the obstacles in it."""
        return cast("Items[Obstacle]", self._near(LinkType.OBSTACLES))

    @property
    def work_forms(self) -> Items[WorkForm]:
        """The work forms that it links to; of a theme, the work forms in it."""
        return cast("Items[WorkForm]", self._near(LinkType.WORK_FORMS))

    @property
    def articles(self) -> Items[Article]:
        """The background articles that it links to; of a theme, the articles in it."""
        return cast("Items[Article]", self._near(LinkType.ARTICLES))

    @property
    def videos(self) -> Items[Video]:
        """The videos that it links to; of a theme, the videos in it."""
        return cast("Items[Video]", self._near(LinkType.VIDEOS))

    @property
    def stories(self) -> Items[Story]:
        """The stories that it links to; of a theme, the stories in it."""
        return cast("Items[Story]", self._near(LinkType.STORIES))

    @property
    def terms(self) -> Items[Term]:
        """The terms that it links to; of a theme, the terms in it."""
        return cast("Items[Term]", self._near(LinkType.TERMS))

    @property
    def related(self) -> tuple[Related, ...]:
        """What a reader of it may want next, best first, with the reason.

        Example:
            >>> reason = pack["wv-troika"].related[0]
            >>> reason.item.id, reason.linked
            ('kv-eenzame-samenwerker', True)
        """
        return tuple(
            Related(make_item(self._pack, core), linked, make_items(self._pack, through), words)
            for core, linked, through, words in self._core.related()
        )

    def to_dict(self) -> dict[str, Any]:
        """Everything of the item as JSON has it, with its body as "html".

        Returns:
            A new dictionary in the shape of `landkaart show --json`; what it does not have is
            left out. Keys of the packager's own begin with "x-".

        Example:
            >>> pack["wv-troika"].to_dict()["group-size"]["max"]
            60
        """
        return cast("dict[str, Any]", json.loads(self._core.json()))

    @property
    def _document(self) -> dict[str, Any]:
        if self._document_cache is None:
            object.__setattr__(self, "_document_cache", self.to_dict())
        return cast("dict[str, Any]", self._document_cache)

    def _text(self, key: str) -> str:
        value = self._document.get(key, "")
        return value if isinstance(value, str) else json.dumps(value)

    def _texts(self, key: str) -> tuple[str, ...]:
        values = self._document.get(key, [])
        if not isinstance(values, list):
            raise self._malformed(key)
        return tuple(map(str, values))

    def _date(self, key: str) -> datetime.date | None:
        text = self._text(key)
        try:
            return datetime.date.fromisoformat(text) if text else None
        except ValueError:
            raise self._malformed(key) from None

    def _malformed(self, key: str) -> PackError:
        return PackError(
            f"this pack breaks the format: {self.id!r} has no right {key!r}",
            ErrorCode.MALFORMED,
        )

    def _links(self, links: tuple[tuple[int, _landkaart.Item], ...]) -> tuple[Link, ...]:
        return tuple(
            Link(LINK_TYPES[type - 1], make_item(self._pack, core)) for type, core in links
        )

    def _near(self, type: LinkType) -> Items[Item]:
        return self.linked(type)

    def _repr_html_(self) -> str:
        from . import _notebook

        return _notebook.item_html(self)


class Theme(Item):
    """A territory of the map. Its `topics`, `work_forms` and so on are those that lie in it.

    Example:
        >>> pack["krachtenveld"].topics[0].id
        'kv-eenzame-samenwerker'
    """

    __slots__ = ()

    def _near(self, type: LinkType) -> Items[Item]:
        return self._pack.select(kind=_KIND_OF_LINK[type], theme=self.id)


class Topic(Item):
    """An insight: what is going on, why it is hard, what helps."""

    __slots__ = ()


class Obstacle(Item):
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


class WorkForm(Item):
    """Something to do with a group.

    Example:
        >>> form = pack["wv-troika"]
        >>> 8 in form.group_size, form.minutes, form.difficulty.name
        (True, Range(min=30, max=45), 'ANYONE')
        >>> form.steps[0]
        Step(title='Vraag stellen', minutes=2)
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


class Article(Item):
    """Background to read."""

    __slots__ = ()


class Video(Item):
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


class Story(Item):
    """How others did it."""

    __slots__ = ()


class Term(Item):
    """A word, explained."""

    __slots__ = ()


class Journey(Item):
    """A walk over the map."""

    __slots__ = ()

    @property
    def stops(self) -> Items[Item]:
        """Where it leads, in walking order."""
        return self.linked(LinkType.STOPS)


class Related(NamedTuple):
    """An item that a reader of another may want next.

    Attributes:
        item: What to go to.
        linked: Whether one of them links to the other.
        through: What both are linked with, at most three.
        words: What both speak of, the most telling first, at most three.
    """

    item: Item
    linked: bool
    through: Items[Item]
    words: tuple[str, ...]


class Route(NamedTuple):
    """From an obstacle to what helps.

    Attributes:
        obstacle: Where it starts.
        topics: To read first.
        work_forms: To do then.
        articles: To read on.
        stories: How others did it.
        another_way: When to stop, or to choose another way.
    """

    obstacle: Obstacle
    topics: Items[Topic]
    work_forms: Items[WorkForm]
    articles: Items[Article]
    stories: Items[Story]
    another_way: str

    @property
    def stops(self) -> Items[Item]:
        """Everything on it, in order."""
        return Items((*self.topics, *self.work_forms, *self.articles, *self.stories))

    def to_dict(self) -> dict[str, Any]:
        """In the shape of `landkaart route --json`, with the whole of each item."""
        return {
            "obstacle": self.obstacle.to_dict(),
            "topics": [item.to_dict() for item in self.topics],
            "work-forms": [item.to_dict() for item in self.work_forms],
            "articles": [item.to_dict() for item in self.articles],
            "stories": [item.to_dict() for item in self.stories],
            "another-way": self.another_way,
        }

    def _repr_html_(self) -> str:
        from . import _notebook

        return _notebook.route_html(self)


_CLASSES: tuple[type[Item], ...] = (
    Theme,
    Topic,
    Obstacle,
    WorkForm,
    Article,
    Video,
    Story,
    Term,
    Journey,
)
_KIND_OF_LINK = {
    LinkType.TOPICS: Kind.TOPIC,
    LinkType.OBSTACLES: Kind.OBSTACLE,
    LinkType.WORK_FORMS: Kind.WORK_FORM,
    LinkType.ARTICLES: Kind.ARTICLE,
    LinkType.VIDEOS: Kind.VIDEO,
    LinkType.STORIES: Kind.STORY,
    LinkType.TERMS: Kind.TERM,
}
_set = object.__setattr__


def make_item(pack: Pack, core: _landkaart.Item) -> Item:
    """The handle of the right class."""
    cls = _CLASSES[core.kind - 1]
    item = cls.__new__(cls)
    _set(item, "_core", core)
    _set(item, "_pack", pack)
    _set(item, "_document_cache", None)
    return item


def make_items(pack: Pack, cores: tuple[_landkaart.Item, ...]) -> Items[Item]:
    """Handles, in the same order."""
    return Items(make_item(pack, core) for core in cores)


def id_of(item: Item | str | None) -> str:
    """The id of an item, or an id as it is; empty for None."""
    if item is None:
        return ""
    return item.id if isinstance(item, Item) else item


def _item_again(pack: Pack, id: str) -> Item:
    return pack[id]
