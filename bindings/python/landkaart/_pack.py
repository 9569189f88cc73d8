# SPDX-License-Identifier: EUPL-1.2
"""Pack, the way in: a mapping of ids to items that also answers questions."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar, cast, overload

from . import _landkaart
from ._assets import Assets
from ._errors import ErrorCode, InvalidArgument, NotFound, PackError
from ._item import Item, id_of, make_item, make_items
from ._items import Items
from ._kinds import (
    Article,
    Journey,
    Obstacle,
    Story,
    Term,
    Theme,
    Topic,
    Video,
    WorkForm,
)
from ._manifest import Manifest, make_manifest
from ._map import Map
from ._route import Route
from ._search import SearchResult
from ._values import Suggestion
from ._vocabulary import (
    Difficulty,
    DifficultyName,
    Kind,
    KindName,
    Purpose,
    PurposeName,
    number_of,
)

if TYPE_CHECKING:
    from ._frame import Frame

_CACHE_BYTES = 4 * 1024 * 1024
_MOST_COMPARED = 2000  # ids that a mistyped one is compared with
_MINUTE = datetime.timedelta(minutes=1)


_T = TypeVar("_T")


def _invalid(message: str) -> InvalidArgument:
    return InvalidArgument(message, ErrorCode.INVALID_ARGUMENT)


def _whole(name: str, value: int | datetime.timedelta | None) -> int | None:
    """A number of people or minutes, cut to what the core takes."""
    if isinstance(value, datetime.timedelta):
        value = value // _MINUTE
    if value is None:
        return None
    if not isinstance(value, int):
        raise TypeError(f"{name} is a whole number, not {type(value).__name__}")
    if value < 1:
        raise _invalid(f"{name} is at least 1, not {value}")
    return min(value, 1_000_000)


def _count(name: str, value: int) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{name} is a whole number, not {type(value).__name__}")
    if value < 0:
        raise _invalid(f"{name} is at least 0, not {value}")
    return min(value, 2**32)


class Pack(Mapping[str, Item]):
    """A pack of material, as a mapping of ids to items in the order of the pack.

    Packs come from `open` and `cocreatie`. A pack is immutable and safe to share between threads;
    searching, reading and opening release the GIL. Two packs are equal when their content is. One
    that was opened from a file is pickled by its path: keep the file where it is. Every call may
    raise PackError when the file is damaged.

    Example:
        >>> pack["wv-troika"].title
        'Trio-advies'
        >>> "wv-trojka" in pack
        False
        >>> len(pack) > 200
        True
    """

    __slots__ = ("__weakref__", "_core", "_manifest", "_map", "_origin")

    _core: _landkaart.Pack
    _origin: tuple[Any, ...]
    _manifest: Manifest | None
    _map: Map | None

    def __init__(self) -> None:
        raise TypeError("packs are opened: landkaart.open(path), or landkaart.cocreatie()")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"packs are immutable; cannot set {name!r}")

    def __getitem__(self, id: str) -> Item:
        core = self._core.item(id) if isinstance(id, str) else None
        if core is None:
            raise NotFound(self._not_found(id), ErrorCode.NOT_FOUND)
        return make_item(self, core)

    def _not_found(self, id: object) -> str:
        near: list[str] = []
        if len(self) <= _MOST_COMPARED:
            import difflib

            near = difflib.get_close_matches(str(id), self, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "list(pack) has all ids"
        return f"there is no item {id!r} in this pack; {hint}"

    @overload
    def get(self, id: str, default: None = None, /) -> Item | None: ...

    @overload
    def get(self, id: str, default: _T, /) -> Item | _T: ...

    def get(self, id: str, default: object = None, /) -> object:
        """The item with this id, or `default`.

        Args:
            id: An id, perhaps an old one that redirects.
            default: What to give when it is not in the pack.
        """
        core = self._core.item(id) if isinstance(id, str) else None
        return default if core is None else make_item(self, core)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._core.item(id) is not None

    def __iter__(self) -> Iterator[str]:
        return (core.id for core in self._core.items(0, "", "", ""))

    def __len__(self) -> int:
        return len(self._core)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Pack):
            return NotImplemented
        return self._core.root == other._core.root

    def __hash__(self) -> int:
        return hash(self._core.root)

    def __reduce__(self) -> tuple[Any, ...]:
        origin = self._origin if self._origin else ("bytes", bytes(memoryview(self._core)))
        return _pack_again, (origin, self._core.root)

    def __repr__(self) -> str:
        about = self.manifest
        return (
            f"Pack(id={about.id!r}, version={about.version!r}, release={about.release}, "
            f"items={len(self)})"
        )

    @property
    def manifest(self) -> Manifest:
        """What the pack says of itself."""
        if self._manifest is None:
            stored = json.loads(self._core.manifest())
            made = make_manifest(stored, self._core.format_version, self._core.root)
            object.__setattr__(self, "_manifest", made)
        return cast("Manifest", self._manifest)

    def select(
        self,
        *,
        kind: Kind | KindName | None = None,
        theme: Theme | str | None = None,
        tag: str | None = None,
        language: str | None = None,
    ) -> Items[Item]:
        """The items for which all of this is true, in the order of the pack.

        Args:
            kind: A Kind, or its string.
            theme: A theme, or its id.
            tag: One of the item's tags.
            language: A BCP 47 tag.

        Raises:
            InvalidArgument: There is no such kind.

        Example:
            >>> pack.select(kind="obstacle", theme="krachtenveld").ids[:2]
            ('ob-eenzame-samenwerker', 'ob-collegas-haken-af')
        """
        number = number_of(Kind, kind)
        return make_items(self, self._core.items(number, id_of(theme), tag or "", language or ""))

    @property
    def themes(self) -> Items[Theme]:
        """The territories of the map."""
        return cast("Items[Theme]", self.select(kind=Kind.THEME))

    @property
    def topics(self) -> Items[Topic]:
        """The insights."""
        return cast("Items[Topic]", self.select(kind=Kind.TOPIC))

    @property
    def obstacles(self) -> Items[Obstacle]:
        """Where officials get stuck."""
        return cast("Items[Obstacle]", self.select(kind=Kind.OBSTACLE))

    @property
    def articles(self) -> Items[Article]:
        """The background articles."""
        return cast("Items[Article]", self.select(kind=Kind.ARTICLE))

    @property
    def videos(self) -> Items[Video]:
        """The videos."""
        return cast("Items[Video]", self.select(kind=Kind.VIDEO))

    @property
    def stories(self) -> Items[Story]:
        """How others did it."""
        return cast("Items[Story]", self.select(kind=Kind.STORY))

    @property
    def terms(self) -> Items[Term]:
        """The words that are explained."""
        return cast("Items[Term]", self.select(kind=Kind.TERM))

    @property
    def journeys(self) -> Items[Journey]:
        """The walks over the map."""
        return cast("Items[Journey]", self.select(kind=Kind.JOURNEY))

    def work_forms(
        self,
        *,
        purpose: Purpose | PurposeName | None = None,
        group_size: int | None = None,
        max_minutes: int | datetime.timedelta | None = None,
        max_difficulty: Difficulty | DifficultyName | int | None = None,
        theme: Theme | str | None = None,
        obstacle: Obstacle | str | None = None,
    ) -> Items[WorkForm]:
        """The work forms for which all of this is true.

        Args:
            purpose: A Purpose, or its string.
            group_size: How many people there are; it lies within the form's minimum and maximum.
            max_minutes: How much time there is, in minutes or as a timedelta; the form's shortest
                duration fits in it.
            max_difficulty: A Difficulty, its string or its number.
            theme: A theme, or its id.
            obstacle: Only those on the route of this obstacle, in the order of the route.

        Raises:
            InvalidArgument: A number below 1, or an unknown purpose or difficulty.

        Example:
            >>> half_an_hour = datetime.timedelta(minutes=30)
            >>> pack.work_forms(group_size=8, max_minutes=half_an_hour).ids[:2]
            ('wv-paradoxvragen', 'wv-premortem')
        """
        cores = self._core.work_forms(
            number_of(Purpose, purpose),
            _whole("group_size", group_size),
            _whole("max_minutes", max_minutes),
            number_of(Difficulty, max_difficulty),
            id_of(theme),
            id_of(obstacle),
        )
        return cast("Items[WorkForm]", make_items(self, cores))

    def route(self, obstacle: Obstacle | str) -> Route | None:
        """From an obstacle to what helps; None when there is no such obstacle.

        Args:
            obstacle: An obstacle, or its id.

        Example:
            >>> pack.route("ob-regeldruk").work_forms[0].id
            'wv-vijf-keer-waarom'
        """
        found = self._core.route(id_of(obstacle))
        if found is None:
            return None
        start, topics, work_forms, articles, stories, another_way = found
        return Route(
            cast("Obstacle", make_item(self, start)),
            cast("Items[Topic]", make_items(self, topics)),
            cast("Items[WorkForm]", make_items(self, work_forms)),
            cast("Items[Article]", make_items(self, articles)),
            cast("Items[Story]", make_items(self, stories)),
            another_way,
        )

    def search(
        self,
        query: str,
        *,
        limit: int = 10,
        offset: int = 0,
        kind: Kind | KindName | None = None,
        theme: Theme | str | None = None,
        tag: str | None = None,
        language: str | None = None,
        purpose: Purpose | PurposeName | None = None,
        group_size: int | None = None,
        max_minutes: int | datetime.timedelta | None = None,
        max_difficulty: Difficulty | DifficultyName | int | None = None,
        obstacle: Obstacle | str | None = None,
        match: Literal["any", "all"] = "any",
        as_you_type: bool = False,
    ) -> SearchResult:
        """What answers a question best. No query is an error; one that finds nothing has no hits.

        Args:
            query: What a person typed.
            limit: How many hits at most.
            offset: How many hits to leave out from the top.
            kind: Only of this kind.
            theme: Only of this theme; an unknown one finds nothing.
            tag: Only items with this tag.
            language: Only items in this language: a BCP 47 tag.
            purpose: Only work forms with this purpose.
            group_size: Only work forms for a group of this size.
            max_minutes: Only work forms whose shortest duration fits in this time, in minutes or
                as a timedelta.
            max_difficulty: Only work forms of at most this difficulty: a Difficulty, its string
                or its number.
            obstacle: Only work forms on the route of this obstacle: an obstacle, or its id.
            match: "any" of the words, or "all" of them.
            as_you_type: The last word may be the beginning of one.

        Raises:
            InvalidArgument: An unknown kind, purpose, difficulty or match, or a negative number.

        Example:
            >>> pack.search("ik sta er alleen voor").hits[0].id
            'ob-eenzame-samenwerker'
            >>> question = "werkvorm voor 8 mensen in 30 minuten"
            >>> offers = pack.search(question).offers
            >>> {hit.kind for hit in pack.search(question, **offers._asdict())} == {Kind.WORK_FORM}
            True
        """
        if match not in ("any", "all"):
            raise _invalid(f"match is 'any' or 'all', not {match!r}")
        core = self._core.search(
            query,
            _count("limit", limit),
            _count("offset", offset),
            number_of(Kind, kind),
            id_of(theme),
            tag or "",
            language or "",
            number_of(Purpose, purpose),
            _whole("group_size", group_size),
            _whole("max_minutes", max_minutes),
            number_of(Difficulty, max_difficulty),
            id_of(obstacle),
            match == "all",
            bool(as_you_type),
        )
        return SearchResult(self, query, core)

    def suggest(self, text: str, *, limit: int = 8) -> tuple[Suggestion, ...]:
        """Titles and words that complete what is being typed, also when it is mistyped.

        Args:
            text: What is in the search box so far.
            limit: How many at most.

        Raises:
            InvalidArgument: A negative limit.

        Example:
            >>> pack.suggest("krachtenv", limit=1)[0].text
            'Krachtenveld'
        """
        return tuple(
            Suggestion(text, make_item(self, core) if core else None)
            for text, core in self._core.suggest(text, _count("limit", limit))
        )

    @property
    def map(self) -> Map:
        """The material as a drawing."""
        if self._map is None:
            object.__setattr__(self, "_map", Map(self._core.map()))
        return cast("Map", self._map)

    @property
    def assets(self) -> Assets:
        """The pictures, videos and other files, by name."""
        return Assets(self._core)

    @property
    def redirects(self) -> dict[str, str]:
        """Ids of removed items, each with the id that it leads to."""
        return dict(self._core.redirects())

    @property
    def synonyms(self) -> list[dict[str, Any]]:
        """The synonym groups, each with "term", "equal" and "related"."""
        return cast("list[dict[str, Any]]", json.loads(self._core.synonyms()))

    def to_frame(self, kind: Kind | KindName | None = None) -> Frame:
        """The items as a table with a column for each thing that can be listed and filtered on.

        Args:
            kind: Only of this kind; work forms have more columns.

        Returns:
            A Frame, which pandas, Polars, DuckDB and PyArrow read without copying.

        Example:
            >>> pack.to_frame("work-form").columns["id"][0]
            'wv-krachtenveldanalyse'
        """
        from ._frame import frame_of

        return frame_of(self.select(kind=kind))

    def _repr_html_(self) -> str:
        from . import _notebook

        return _notebook.pack_html(self)


def make_pack(core: _landkaart.Pack, origin: tuple[Any, ...]) -> Pack:
    """The mapping over an opened pack; `origin` says how a pickle opens it again."""
    pack = Pack.__new__(Pack)
    for name, value in (("_core", core), ("_origin", origin), ("_manifest", None), ("_map", None)):
        object.__setattr__(pack, name, value)
    return pack


def open(  # as gzip.open and io.open are named
    source: str | os.PathLike[str] | bytes | bytearray | memoryview,
    *,
    cache_bytes: int = _CACHE_BYTES,
) -> Pack:
    """Opens a pack; takes the same time whatever its size.

    The file is mapped. Replace a pack by renaming a new file over it, and never write into one that
    is open: who has it open keeps what it had.

    Args:
        source: The path of a file, or its bytes.
        cache_bytes: The most memory that inflated bodies may take between calls, in bytes; and
            texts in which words were looked up, for snippets and phrases, as much again.

    Raises:
        FileError: The operating system refused; an OSError too, such as FileNotFoundError.
        PackError: It is no pack, is damaged, or was made for a newer reader.

    Example:
        >>> landkaart.open(folder / "proef.lkp").manifest.id
        'conformance'
    """
    cache = _count("cache_bytes", cache_bytes)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return make_pack(_landkaart.open_bytes(bytes(source), cache), ())
    path = os.fspath(source)
    core = _landkaart.open_file(path, cache)
    return make_pack(core, ("file", os.path.abspath(path)))


def cocreatie() -> Pack:
    """The default pack, on co-creation for Dutch municipalities; it is inside this package.

    Example:
        >>> landkaart.cocreatie().manifest.id
        'cocreatie'
    """
    return make_pack(_landkaart.cocreatie(), ("cocreatie",))


def _pack_again(origin: tuple[Any, ...], root: str) -> Pack:
    how, *where = origin
    pack = cocreatie() if how == "cocreatie" else open(where[0])
    if pack._core.root != root:
        raise PackError(
            "this pack is another release than when it was pickled; open it and ask again",
            ErrorCode.HASH_MISMATCH,
            where=str(where[0]) if how == "file" else "",
        )
    return pack
