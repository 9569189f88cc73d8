# SPDX-License-Identifier: EUPL-1.2
"""Item with a subclass for each kind, Items, and the links and routes between items. These types
name each other, so they share a module."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, SupportsIndex, TypeVar, Unpack, cast, overload

from . import _landkaart
from ._arguments import date_or_none, wrong_type
from ._assets import Asset
from ._errors import NotFound
from ._filters import Filters, HasId, core_filter, find_item, given_filters
from ._frame import Frame, frame_of
from ._pack_file import PackFile
from ._record import Record
from ._shown import ShownInNotebooks
from ._values import Range, Step
from ._vocabulary import (
    LINK_TYPES,
    PURPOSES,
    Difficulty,
    Kind,
    LinkType,
    LinkTypeName,
    Purpose,
)

_T_co = TypeVar("_T_co", bound="Item", covariant=True)
_S = TypeVar("_S", bound="Item")

_KIND_OF_LINK = {
    LinkType.TOPICS: Kind.TOPIC,
    LinkType.OBSTACLES: Kind.OBSTACLE,
    LinkType.WORK_FORMS: Kind.WORK_FORM,
    LinkType.ARTICLES: Kind.ARTICLE,
    LinkType.VIDEOS: Kind.VIDEO,
    LinkType.STORIES: Kind.STORY,
    LinkType.TERMS: Kind.TERM,
}
_LINK_OF_KIND = {kind: type for type, kind in _KIND_OF_LINK.items()}

_CLASSES: dict[int, type[Item]] = {}  # the class of each kind, by the number of the kind


class Items(Sequence[_T_co], ShownInNotebooks):
    """A sequence of items. Immutable. Every list of items that the package returns is one.

    A slice, a sum and a choice with `where` are Items too. Two Items are equal when they hold equal
    items in the same order. The items of a pack are read when they are first used.

    Args:
        items: The items; none when left out.

    Example:
        >>> len(pack.themes)
        4
        >>> pack.themes[:2].ids
        ('paradoxen-publieke-waarden', 'krachtenveld')
        >>> (pack.themes + pack.journeys[:1]).ids[-1]
        'jo-eerste-keer'
    """

    __slots__ = ("__weakref__", "_filter", "_filters", "_made", "_pack")

    _made: tuple[_T_co, ...] | None  # None until the items of a pack are first used
    _pack: PackFile | None  # the items are those of this pack that pass the filter
    _filters: Filters
    _filter: _landkaart.Filter | None  # made from _filters when it is None

    def __init__(self, items: Iterable[_T_co] = ()) -> None:
        self._made = tuple(items)
        self._pack = None
        for item in self._made:
            if not isinstance(item, Item):
                raise wrong_type("each element of items", "an Item", item)

    def __reduce__(self) -> tuple[Any, ...]:
        return Items, (tuple(self),)

    def _tuple(self) -> tuple[_T_co, ...]:
        if self._made is None:
            pack = cast("PackFile", self._pack)
            cores = pack._core.items(self._filter or core_filter(pack._core, self._filters))
            self._made = tuple([cast("_T_co", make_item(pack, core)) for core in cores])
        return self._made

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the items, in the same order."""
        return tuple(item.id for item in self._tuple())

    def where(self, **filters: Unpack[Filters]) -> Items[_T_co]:
        """The items that pass every given filter, in the same order.

        Args:
            filters: Any of the filters that `Filters` describes, by name: kind, theme, tag,
                language, purpose, group_size, max_minutes, max_difficulty, obstacle and
                review_before. With an obstacle, the items are in the order of its route.

        Raises:
            NotFound: The pack has no such theme or obstacle.
            InvalidArgument: A number is below 1, or the kind, purpose or difficulty does not exist.

        Example:
            >>> half_an_hour = datetime.timedelta(minutes=30)
            >>> pack.work_forms.where(group_size=8, max_minutes=half_an_hour).ids[:2]
            ('wv-paradoxvragen', 'wv-premortem')
            >>> pack["krachtenveld"].topics.where(review_before=datetime.date(2020, 1, 1)).ids
            ()
        """
        given = given_filters("where", filters)
        before = date_or_none("review_before", given.pop("review_before", None))
        chosen = self._where(given) if given else self
        if before is None:
            return chosen
        return Items(item for item in chosen if (item.review_by or before) < before)

    def _where(self, given: Filters) -> Items[_T_co]:
        if self._pack is not None and not self._filters.keys() & given.keys():
            both = Filters(**self._filters, **given)
            return items_of(self._pack, both, core_filter(self._pack._core, both))
        items = self._tuple()
        packs = list({id(item._pack): item._pack for item in items}.values())
        kept: list[_T_co] = []
        unknown: list[NotFound] = []
        for pack in packs:
            own = [item for item in items if item._pack is pack]
            try:
                filter = core_filter(pack._core, given)
            except NotFound as error:  # a theme or an obstacle that another pack has
                unknown.append(error)
                continue
            numbers = pack._core.keep(filter, [item._core for item in own])
            kept += [own[number] for number in numbers]
        if packs and len(unknown) == len(packs):
            raise unknown[0]
        return Items(kept)

    def to_frame(self, *, labels: Literal["en", "nl"] = "en") -> Frame:
        """The items as a table, with extra columns when one of them is a work form.

        Args:
            labels: The language of the column names and of kinds, purposes and difficulties: "en"
                for the names of this package, "nl" for Dutch labels.

        Returns:
            A Frame, which pandas, Polars, DuckDB and PyArrow read directly.

        Example:
            >>> pack.work_forms.to_frame(labels="nl").columns["niveau"][0]
            'iedereen'
        """
        return frame_of(self._tuple(), labels)

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> _T_co: ...

    @overload
    def __getitem__(self, index: slice, /) -> Items[_T_co]: ...

    def __getitem__(self, index: SupportsIndex | slice, /) -> _T_co | Items[_T_co]:
        if isinstance(index, slice):
            return Items(self._tuple()[index])
        return self._tuple()[index]

    def __len__(self) -> int:
        return len(self._tuple())

    def __iter__(self) -> Iterator[_T_co]:
        return iter(self._tuple())

    def __contains__(self, item: object) -> bool:
        return item in self._tuple()

    def __add__(self, other: Items[_S]) -> Items[_T_co | _S]:
        if not isinstance(other, Items):
            return NotImplemented
        return Items[Any](self._tuple() + other._tuple())

    def __eq__(self, other: object) -> bool:
        return self._tuple() == other._tuple() if isinstance(other, Items) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._tuple())

    def __repr__(self) -> str:
        return f"Items({list(self._tuple())!r})"


class HasLists:
    """The lists of items by kind, which packs, themes and other items have."""

    __slots__ = ()

    def _listed(self, kind: Kind) -> Items[Any]:
        raise NotImplementedError

    @property
    def topics(self) -> Items[Topic]:
        """The topics: all of a pack, those of a theme, or those that another item links to."""
        return self._listed(Kind.TOPIC)

    @property
    def obstacles(self) -> Items[Obstacle]:
        """The obstacles: all of a pack, those of a theme, or those that another item links to."""
        return self._listed(Kind.OBSTACLE)

    @property
    def work_forms(self) -> Items[WorkForm]:
        """The work forms: all of a pack, those of a theme, or those that another item links to."""
        return self._listed(Kind.WORK_FORM)

    @property
    def articles(self) -> Items[Article]:
        """The articles: all of a pack, those of a theme, or those that another item links to."""
        return self._listed(Kind.ARTICLE)

    @property
    def videos(self) -> Items[Video]:
        """The videos: all of a pack, those of a theme, or those that another item links to."""
        return self._listed(Kind.VIDEO)

    @property
    def stories(self) -> Items[Story]:
        """The stories: all of a pack, those of a theme, or those that another item links to."""
        return self._listed(Kind.STORY)

    @property
    def terms(self) -> Items[Term]:
        """The terms: all of a pack, those of a theme, or those that another item links to."""
        return self._listed(Kind.TERM)


class Item(Record, HasLists):
    """One item of a pack, such as a topic or a work form. Only a Pack makes items.

    An attribute is read from the pack when it is used. Reading an attribute can raise PackError,
    because a damaged file is noticed only then. Two items are equal when their ids are equal and
    their packs have the same content, so an item that is pickled and loaded equals the original.
    Safe to share between threads.

    An item is also a mapping with the columns of `to_frame`, so `dict(item)`, `csv.DictWriter` and
    `pandas.DataFrame(items)` work. `to_dict` gives the item in the shape of JSON.

    Example:
        >>> item = pack["wv-troika"]
        >>> item["title"], item["minutes_max"]
        ('Trio-advies', 45)
        >>> item.title
        'Trio-advies'
        >>> item.kind
        <Kind.WORK_FORM: 'work-form'>
    """

    __slots__ = ()

    def __init_subclass__(cls, *, kind: Kind | None = None) -> None:
        super().__init_subclass__()
        if kind is not None:
            _CLASSES[kind.number] = cls

    def __init__(self) -> None:
        raise TypeError("items come from a pack: pack['wv-troika']")

    def __reduce__(self) -> tuple[Any, ...]:
        return _item_again, (self._pack, self.id)

    @property
    def themes(self) -> Items[Theme]:
        """The themes that the item belongs to."""
        return cast("Items[Theme]", make_items(self._pack, self._core.themes()))

    @property
    def links(self) -> tuple[Link, ...]:
        """The links from this item to others, in the order of its source file."""
        return self._links(self._core.links())

    @property
    def backlinks(self) -> tuple[Link, ...]:
        """The links from other items to this one; `item` of each is the item that links here."""
        return self._links(self._core.backlinks())

    def linked(self, type: LinkType | LinkTypeName | Literal["themes"]) -> Items[Item]:
        """The items that this item links to with one type of link.

        Args:
            type: A LinkType, its string such as "work-forms", or "themes" for the themes that the
                item belongs to.

        Raises:
            InvalidArgument: The type of link does not exist.

        Example:
            >>> pack["ob-regeldruk"].linked("topics").ids[0]
            'kv-regeldruk'
        """
        if type == "themes":
            return make_items(self._pack, self._core.themes())
        return make_items(self._pack, self._core.linked(LinkType(type).number))

    @property
    def related(self) -> tuple[Related, ...]:
        """Items for further reading, the most related first, each with the reason why.

        Example:
            >>> reason = pack["wv-troika"].related[0]
            >>> reason.item.id, reason.linked
            ('wv-wijze-groep', True)
        """
        return tuple(
            Related(make_item(self._pack, core), linked, make_items(self._pack, through), words)
            for core, linked, through, words in self._core.related()
        )

    def _links(self, links: tuple[tuple[int, _landkaart.Item], ...]) -> tuple[Link, ...]:
        return tuple(
            Link(LINK_TYPES[type - 1], make_item(self._pack, core)) for type, core in links
        )

    def _listed(self, kind: Kind) -> Items[Any]:
        return self.linked(_LINK_OF_KIND[kind])


class Theme(Item, kind=Kind.THEME):
    """A theme: a territory of the map. `topics`, `work_forms` and so on list the items that belong
    to it.

    Example:
        >>> pack["krachtenveld"].topics[0].id
        'kv-eenzame-samenwerker'
    """

    __slots__ = ()

    def linked(self, type: LinkType | LinkTypeName | Literal["themes"]) -> Items[Item]:
        """The items that belong to the theme, for the types of link that name their kind, such as
        "topics"; otherwise the items that the theme links to.

        Args:
            type: A LinkType, its string such as "work-forms", or "themes".

        Raises:
            InvalidArgument: The type of link does not exist.

        Example:
            >>> pack["krachtenveld"].linked("topics") == pack["krachtenveld"].topics
            True
        """
        kind = _KIND_OF_LINK.get(LinkType(type)) if type != "themes" else None
        if kind is None:
            return super().linked(type)
        return items_of(self._pack, {"kind": kind, "theme": self.id})


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
        return make_route(self._pack, self.id)

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


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two items, as one of them lists it. `item` is the other item."""

    type: LinkType
    item: Item


@dataclass(frozen=True, slots=True)
class Related:
    """An item for further reading after another one, with the reason why.

    Attributes:
        item: The related item.
        linked: Whether one of the two items links to the other.
        through: At most three items that both are linked with.
        words: At most three words that both items use, the most distinctive first.
    """

    item: Item
    linked: bool
    through: Items[Item]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route(ShownInNotebooks):
    """The items that help with an obstacle, in the order in which a reader uses them.

    Attributes:
        obstacle: The obstacle.
        topics: The topics to read first.
        work_forms: The work forms to do after that.
        articles: Articles for further reading.
        stories: Stories about how other people solved it.
        another_way: When to stop, or to choose another approach.
    """

    obstacle: Obstacle
    topics: Items[Topic]
    work_forms: Items[WorkForm]
    articles: Items[Article]
    stories: Items[Story]
    another_way: str

    @property
    def stops(self) -> Items[Item]:
        """All items of the route after the obstacle, in order."""
        return self.topics + self.work_forms + self.articles + self.stories

    def to_dict(self) -> dict[str, Any]:
        """The route, with the keys of `landkaart route --json`. Each item has all its fields."""
        return {
            "obstacle": self.obstacle.to_dict(),
            "topics": [item.to_dict() for item in self.topics],
            "work-forms": [item.to_dict() for item in self.work_forms],
            "articles": [item.to_dict() for item in self.articles],
            "stories": [item.to_dict() for item in self.stories],
            "another-way": self.another_way,
        }


_set = object.__setattr__  # Item.__setattr__ raises


def make_item(pack: PackFile, core: _landkaart.Item) -> Item:
    """Makes the item for a C++ handle, of the class for its kind."""
    cls = _CLASSES[core.kind]
    item = cls.__new__(cls)
    _set(item, "_core", core)
    _set(item, "_pack", pack)
    _set(item, "_document_cache", None)
    return item


def make_items(pack: PackFile, cores: tuple[_landkaart.Item, ...]) -> Items[Item]:
    """Makes an item for each C++ handle, in the same order."""
    return Items(make_item(pack, core) for core in cores)


def items_of(
    pack: PackFile, filters: Filters, filter: _landkaart.Filter | None = None
) -> Items[Any]:
    """The items of a pack that pass filters, which are read from the pack when they are used.

    Args:
        pack: The pack.
        filters: Filters that are not None, without `review_before`.
        filter: The same filters for the C++ library; None when they need no check.
    """
    items: Items[Any] = Items.__new__(Items)
    items._made = None
    items._pack = pack
    items._filters = filters
    items._filter = filter
    return items


def make_route(pack: PackFile, obstacle: HasId | str) -> Route:
    """The route of an obstacle. Raises NotFound when the pack has no such obstacle."""
    found = find_item(pack._core, Kind.OBSTACLE, obstacle, "obstacle")
    route = pack._core.route(found.id)
    assert route is not None, "every obstacle has a route"
    start, topics, work_forms, articles, stories, another_way = route
    return Route(
        cast("Obstacle", make_item(pack, start)),
        cast("Items[Topic]", make_items(pack, topics)),
        cast("Items[WorkForm]", make_items(pack, work_forms)),
        cast("Items[Article]", make_items(pack, articles)),
        cast("Items[Story]", make_items(pack, stories)),
        another_way,
    )


def _item_again(pack: PackFile, id: str) -> Item:
    return make_item(pack, find_item(pack._core, None, id, "id"))
