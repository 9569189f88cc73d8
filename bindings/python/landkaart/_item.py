# SPDX-License-Identifier: EUPL-1.2
"""Item, an immutable handle to one item of a pack. `_kinds.py` has a subclass for each kind of
item."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any, NoReturn, cast

from . import _landkaart
from ._errors import ErrorCode, PackError
from ._items import Items
from ._values import Heading, Link, Related
from ._vocabulary import KINDS, LINK_TYPES, Kind, LinkType, LinkTypeName, number_of

if TYPE_CHECKING:
    from ._kinds import Article, Obstacle, Story, Term, Theme, Topic, Video, WorkForm
    from ._pack import Pack

_CLASSES: dict[int, type[Item]] = {}  # the class of each kind, by the number of the kind


class Item:
    """One item of a pack, such as a topic or a work form. Only a Pack makes items.

    An attribute is read from the pack when it is used. Reading an attribute can raise PackError,
    because a damaged file is noticed only then. Two items are equal when their ids are equal and
    their packs have the same content, so an item that is pickled and loaded equals the original.
    Safe to share between threads.

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

    def __init_subclass__(cls, *, kind: Kind | None = None) -> None:
        super().__init_subclass__()
        if kind is not None:
            _CLASSES[kind.number] = cls

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
        """The names and values in the repr."""
        return {"id": self.id, "title": self.title}

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self._shown().items())
        return f"{type(self).__name__}({fields})"

    @property
    def pack(self) -> Pack:
        """The pack that holds the item."""
        return self._pack

    @property
    def id(self) -> str:
        """The id, such as "wv-troika". A later release of the pack keeps or redirects it."""
        return self._core.id

    @property
    def kind(self) -> Kind:
        """The kind of the item, such as Kind.WORK_FORM."""
        return KINDS[self._core.kind - 1]

    @property
    def title(self) -> str:
        """The title, as plain text."""
        return self._core.title

    @property
    def summary(self) -> str:
        """A summary of one or two sentences, as plain text; empty when absent."""
        return self._core.summary

    @property
    def language(self) -> str:
        """The language of the item, a BCP 47 tag such as "nl"."""
        return self._core.language

    @property
    def tags(self) -> tuple[str, ...]:
        """Words and phrases that readers may type to find the item, besides the words of its
        text."""
        return self._core.tags

    @property
    def themes(self) -> Items[Theme]:
        """The themes that the item belongs to."""
        return cast("Items[Theme]", make_items(self._pack, self._core.themes()))

    @property
    def alternative_titles(self) -> tuple[str, ...]:
        """Other names of the item."""
        return self._texts("alternative-titles")

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the text, each with author, year and title."""
        return self._texts("sources")

    @property
    def licence(self) -> str:
        """The licence, an SPDX identifier; that of the pack when the item has none of its own."""
        return self._text("licence") or self._pack.manifest.licence

    @property
    def valid_from(self) -> datetime.date | None:
        """The date from which the content is valid; None when absent."""
        return self._date("valid-from")

    @property
    def review_by(self) -> datetime.date | None:
        """The date before which an editor must review the content; None when absent."""
        return self._date("review-by")

    @property
    def html(self) -> str:
        """The body as HTML, limited to a small safe subset of elements and attributes.

        A link to an item has the address "item:ID", and one to a file of the pack "asset:NAME".
        """
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
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body, in order.

        The elements of `html` have no ids. A program that shows the HTML gives each heading its
        anchor as id, so that links to anchors work.

        Example:
            >>> pack["ob-regeldruk"].headings[0].anchor
            'wat-je-merkt'
        """
        return tuple(Heading(*heading) for heading in self._core.headings())

    @property
    def links(self) -> tuple[Link, ...]:
        """The links from this item to others, in the order of its source file."""
        return self._links(self._core.links())

    @property
    def backlinks(self) -> tuple[Link, ...]:
        """The links from other items to this one; `item` of each is the item that links here."""
        return self._links(self._core.backlinks())

    def linked(self, type: LinkType | LinkTypeName) -> Items[Item]:
        """The items that this item links to with one type of link.

        Args:
            type: A LinkType, or its string such as "work-forms".

        Raises:
            InvalidArgument: The type of link does not exist.

        Example:
            >>> pack["ob-regeldruk"].linked("topics").ids[0]
            'kv-regeldruk'
        """
        return make_items(self._pack, self._core.linked(number_of(LinkType, type)))

    @property
    def topics(self) -> Items[Topic]:
        """The topics that this item links to; for a theme, the topics that belong to it."""
        return cast("Items[Topic]", self._near(LinkType.TOPICS))

    @property
    def obstacles(self) -> Items[Obstacle]:
        """The obstacles that this item links to; for a theme, the obstacles that belong to it."""
        return cast("Items[Obstacle]", self._near(LinkType.OBSTACLES))

    @property
    def work_forms(self) -> Items[WorkForm]:
        """The work forms that this item links to; for a theme, the work forms that belong to it."""
        return cast("Items[WorkForm]", self._near(LinkType.WORK_FORMS))

    @property
    def articles(self) -> Items[Article]:
        """The articles that this item links to; for a theme, the articles that belong to it."""
        return cast("Items[Article]", self._near(LinkType.ARTICLES))

    @property
    def videos(self) -> Items[Video]:
        """The videos that this item links to; for a theme, the videos that belong to it."""
        return cast("Items[Video]", self._near(LinkType.VIDEOS))

    @property
    def stories(self) -> Items[Story]:
        """The stories that this item links to; for a theme, the stories that belong to it."""
        return cast("Items[Story]", self._near(LinkType.STORIES))

    @property
    def terms(self) -> Items[Term]:
        """The terms that this item links to; for a theme, the terms that belong to it."""
        return cast("Items[Term]", self._near(LinkType.TERMS))

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

    def to_dict(self) -> dict[str, Any]:
        """The fields of the item, with its body under the key "html".

        Returns:
            A new dictionary with the keys of `landkaart show --json`. Fields that the item lacks
            are left out. Keys that begin with "x-" are extra fields from the source file.

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
            f"the pack breaks the format: item {self.id!r} has an invalid {key!r}",
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


_set = object.__setattr__  # Item.__setattr__ raises


def make_item(pack: Pack, core: _landkaart.Item) -> Item:
    """Makes the item for a C++ handle, of the class for its kind."""
    cls = _CLASSES[core.kind]
    item = cls.__new__(cls)
    _set(item, "_core", core)
    _set(item, "_pack", pack)
    _set(item, "_document_cache", None)
    return item


def make_items(pack: Pack, cores: tuple[_landkaart.Item, ...]) -> Items[Item]:
    """Makes an item for each C++ handle, in the same order."""
    return Items(make_item(pack, core) for core in cores)


def id_of(item: Item | str | None) -> str:
    """The id of an item; an id is returned unchanged, and None gives an empty string."""
    if item is None:
        return ""
    return item.id if isinstance(item, Item) else item


def _item_again(pack: Pack, id: str) -> Item:
    return pack[id]
