# SPDX-License-Identifier: EUPL-1.2
"""Pack, the main class of the package: a mapping of ids to items, with lists and search. `open` and
`cocreatie` make one."""

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
_MOST_COMPARED = 2000  # in a larger pack an unknown id is not compared with all ids: that is slow
_MINUTE = datetime.timedelta(minutes=1)


_T = TypeVar("_T")


def _invalid(message: str) -> InvalidArgument:
    return InvalidArgument(message, ErrorCode.INVALID_ARGUMENT)


def _whole(name: str, value: int | datetime.timedelta | None) -> int | None:
    """Checks a number of people or minutes: at least 1. A number above a million becomes a million,
    because the C++ library accepts 32-bit numbers only."""
    if isinstance(value, datetime.timedelta):
        value = value // _MINUTE
    if value is None:
        return None
    if not isinstance(value, int):
        raise TypeError(f"{name} must be an int, not {type(value).__name__}")
    if value < 1:
        raise _invalid(f"{name} must be at least 1, not {value}")
    return min(value, 1_000_000)


def _count(name: str, value: int) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{name} must be an int, not {type(value).__name__}")
    if value < 0:
        raise _invalid(f"{name} must be at least 0, not {value}")
    return min(value, 2**32)


class Pack(Mapping[str, Item]):
    """An open pack, as a mapping of ids to items. Iteration gives the ids in the order of the pack.

    `open` and `cocreatie` make packs. A pack is immutable and safe to share between threads.
    Opening, searching and reading bodies release the global interpreter lock (GIL). Two packs are
    equal when their content is equal. A pickled pack that was opened from a file stores only the
    path, so the file must still be there when the pickle is loaded. A call that reads the pack can
    raise PackError, because a damaged file is noticed only when the damaged part is read.

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
        raise TypeError("open a pack with landkaart.open(path) or landkaart.cocreatie()")

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
        hint = f"did you mean {near[0]!r}?" if near else "list(pack) gives all ids"
        return f"the pack has no item {id!r}; {hint}"

    @overload
    def get(self, id: str, default: None = None, /) -> Item | None: ...

    @overload
    def get(self, id: str, default: _T, /) -> Item | _T: ...

    def get(self, id: str, default: object = None, /) -> object:
        """The item with this id, or `default` when the pack has no such item.

        Args:
            id: The id of an item, or an old id that redirects to one.
            default: The value to return when the pack has no such item.
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
        """The description of the pack: its title, version, publisher and so on."""
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
        """The items that pass every given filter, in the order of the pack.

        Args:
            kind: Only items of this kind: a Kind, or its string.
            theme: Only items of this theme: a theme, or its id.
            tag: Only items with this tag.
            language: Only items with exactly this language tag, such as "nl".

        Raises:
            InvalidArgument: The kind does not exist.

        Example:
            >>> pack.select(kind="obstacle", theme="krachtenveld").ids[:2]
            ('ob-eenzame-samenwerker', 'ob-collegas-haken-af')
        """
        number = number_of(Kind, kind)
        return make_items(self, self._core.items(number, id_of(theme), tag or "", language or ""))

    @property
    def themes(self) -> Items[Theme]:
        """The themes."""
        return cast("Items[Theme]", self.select(kind=Kind.THEME))

    @property
    def topics(self) -> Items[Topic]:
        """The topics."""
        return cast("Items[Topic]", self.select(kind=Kind.TOPIC))

    @property
    def obstacles(self) -> Items[Obstacle]:
        """The obstacles."""
        return cast("Items[Obstacle]", self.select(kind=Kind.OBSTACLE))

    @property
    def articles(self) -> Items[Article]:
        """The articles."""
        return cast("Items[Article]", self.select(kind=Kind.ARTICLE))

    @property
    def videos(self) -> Items[Video]:
        """The videos."""
        return cast("Items[Video]", self.select(kind=Kind.VIDEO))

    @property
    def stories(self) -> Items[Story]:
        """The stories."""
        return cast("Items[Story]", self.select(kind=Kind.STORY))

    @property
    def terms(self) -> Items[Term]:
        """The terms."""
        return cast("Items[Term]", self.select(kind=Kind.TERM))

    @property
    def journeys(self) -> Items[Journey]:
        """The journeys."""
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
        """The work forms that pass every given filter.

        Args:
            purpose: Only work forms with this purpose: a Purpose, or its string.
            group_size: The number of people. Only work forms whose smallest group is not larger and
                whose largest group is not smaller.
            max_minutes: The available time, in minutes or as a timedelta. Only work forms whose
                shortest duration fits in it.
            max_difficulty: Only work forms that are not more difficult: a Difficulty, its string or
                its number.
            theme: Only work forms of this theme: a theme, or its id.
            obstacle: Only work forms on the route of this obstacle, in the order of the route: an
                obstacle, or its id.

        Raises:
            InvalidArgument: A number is below 1, or the purpose or difficulty does not exist.

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
        """The route of an obstacle: the items that help. None when no obstacle has this id.

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
        time_limit: datetime.timedelta | None = None,
    ) -> SearchResult:
        """Searches the items and ranks them by relevance.

        Any string is a valid query; when nothing matches, the result has no hits.

        Args:
            query: The words to search for. "Quoted words" match as a phrase, -word excludes items
                with that word, and word* matches words that begin with it.
            limit: The largest number of hits to return.
            offset: The number of best hits to skip, for the next page of results.
            kind: Only items of this kind: a Kind, or its string.
            theme: Only items of this theme: a theme, or its id. An unknown theme finds nothing.
            tag: Only items with this tag.
            language: Only items with exactly this language tag, such as "nl".
            purpose: Only work forms with this purpose: a Purpose, or its string.
            group_size: Only work forms for a group of this many people.
            max_minutes: Only work forms whose shortest duration fits in this time, in minutes or
                as a timedelta.
            max_difficulty: Only work forms of at most this difficulty: a Difficulty, its string
                or its number.
            obstacle: Only work forms on the route of this obstacle: an obstacle, or its id.
            match: "any" finds items with at least one of the words, "all" only items with all
                words.
            as_you_type: The last word of the query also matches longer words that begin with it.
            time_limit: The most time that the search may take, and that `total` and `facets` of
                its result may take each. None for no limit.

        Raises:
            InvalidArgument: The kind, purpose, difficulty or match does not exist; limit or offset
                is negative; or group_size or max_minutes is below 1.
            Error: The search, `total` or `facets` took longer than the time limit. The code is
                ErrorCode.TIME_LIMIT_EXCEEDED.

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
            time_limit,
        )
        return SearchResult(self, query, core)

    def suggest(self, text: str, *, limit: int = 8) -> tuple[Suggestion, ...]:
        """Titles and words that complete a text in a search box, also when it has a spelling
        mistake.

        Args:
            text: The text in the search box.
            limit: The largest number of suggestions to return.

        Raises:
            InvalidArgument: The limit is negative.

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
        """The map of the pack."""
        if self._map is None:
            object.__setattr__(self, "_map", Map(self._core.map()))
        return cast("Map", self._map)

    @property
    def assets(self) -> Assets:
        """The pictures, videos and other files of the pack, by name."""
        return Assets(self._core)

    @property
    def redirects(self) -> dict[str, str]:
        """The ids that were removed or renamed, each with the id of the item that replaces it."""
        return dict(self._core.redirects())

    @property
    def synonyms(self) -> list[dict[str, Any]]:
        """The synonym groups of the search, each with the keys "term", "equal" and "related".

        A search for the term or for one of its equal words finds all of them. A search for the term
        also finds its related words, with a lower weight. A search for a related word finds the
        term only when no item has the related word.
        """
        return cast("list[dict[str, Any]]", json.loads(self._core.synonyms()))

    def to_frame(self, kind: Kind | KindName | None = None) -> Frame:
        """The items as a table, with a column for each field that lists and filters use.

        Args:
            kind: Only items of this kind: a Kind, or its string. Work forms have extra columns.

        Returns:
            A Frame, which pandas, Polars, DuckDB and PyArrow read directly.

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
    """Makes a Pack from its C++ handle.

    Args:
        core: The handle.
        origin: How a pickle opens the pack: ("file", path), ("memory", path) for a file that is
            read into memory, ("cocreatie",), or empty when the pickle stores all bytes.
    """
    pack = Pack.__new__(Pack)
    for name, value in (("_core", core), ("_origin", origin), ("_manifest", None), ("_map", None)):
        object.__setattr__(pack, name, value)
    return pack


def open(  # the name follows gzip.open and io.open
    source: str | os.PathLike[str] | bytes | bytearray | memoryview,
    *,
    cache_bytes: int = _CACHE_BYTES,
    read_into_memory: bool = False,
) -> Pack:
    """Opens a pack. Opening a file takes the same time for any size of the pack.

    The file is mapped into memory, so never write into an open pack file: a program that shortens
    the file ends this one by the signal SIGBUS. To replace a pack, rename the new file over the old
    one: packs that are already open keep the old content.

    Args:
        source: The path of a pack file, or its bytes.
        cache_bytes: The size of each of two caches, in bytes. One keeps decompressed bodies; the
            other keeps the texts that snippets and phrase queries read.
        read_into_memory: Reads the whole file instead of mapping it, so that a later change of the
            file does no harm.

    Raises:
        FileError: The operating system refused to read the file. FileError is also an OSError, such
            as FileNotFoundError.
        PackError: The file is not a pack, is damaged, or requires a newer version of this library.

    Example:
        >>> landkaart.open(folder / "proef.lkp").manifest.id
        'conformance'
    """
    cache = _count("cache_bytes", cache_bytes)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return make_pack(_landkaart.open_bytes(bytes(source), cache), ())
    path = os.fspath(source)
    core = _landkaart.open_file(path, cache, read_into_memory)
    return make_pack(core, ("memory" if read_into_memory else "file", os.path.abspath(path)))


def cocreatie() -> Pack:
    """Opens the default pack, about co-creation in Dutch municipalities. The package contains it.

    Example:
        >>> landkaart.cocreatie().manifest.id
        'cocreatie'
    """
    return make_pack(_landkaart.cocreatie(), ("cocreatie",))


def _pack_again(origin: tuple[Any, ...], root: str) -> Pack:
    how, *where = origin
    pack = cocreatie() if how == "cocreatie" else open(where[0], read_into_memory=how == "memory")
    if pack._core.root != root:
        raise PackError(
            "the pack file was replaced by another release after it was pickled; open it again",
            ErrorCode.HASH_MISMATCH,
            where=str(where[0]) if how in ("file", "memory") else "",
        )
    return pack
