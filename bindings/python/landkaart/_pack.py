# SPDX-License-Identifier: EUPL-1.2
"""Pack, the main class of the package: a mapping of ids to items, with lists and search. `open` and
`cocreatie` make one."""

from __future__ import annotations

import datetime
import json
import os
import weakref
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Literal, Protocol, TypeVar, Unpack, cast, overload

from . import _landkaart
from ._arguments import count, date_or_none, duration_or_none, invalid, text, wrong_type
from ._errors import ErrorCode, PackError
from ._filters import Filters, core_filter, find_item, given_filters
from ._frame import Frame
from ._items import (
    HasLists,
    Item,
    Items,
    Journey,
    Obstacle,
    Route,
    Theme,
    items_of,
    make_item,
    make_route,
)
from ._map import Map
from ._pack_file import PackFile
from ._search import SearchResult, Suggestion
from ._shown import ShownInNotebooks
from ._vocabulary import Kind

_CACHE_BYTES = 4 * 1024 * 1024

_T = TypeVar("_T")

# The packs that this process has open, by id(pack). Loading a pickle looks here first.
_OPEN: weakref.WeakValueDictionary[int, Pack] = weakref.WeakValueDictionary()


class _BinaryFile(Protocol):
    def read(self) -> bytes: ...


class Pack(PackFile, HasLists, Mapping[str, Item], ShownInNotebooks):
    """An open pack, as a mapping of ids to items. Iteration gives the ids in the order of the pack.

    `open` and `cocreatie` make packs. A pack is immutable and safe to share between threads.
    Opening, searching and reading bodies release the global interpreter lock (GIL). A `with`
    statement closes the pack at its end. Two packs are equal, and have the same hash, when their
    content is equal. A call that reads the pack can raise PackError, because a damaged file is
    noticed only when the damaged part is read.

    A pickle stores the root hash of the pack and its path, but not its content. Loading the pickle
    gives the pack with this content that the process has open, or else opens the file. A pack from
    memory has no path, so the process that loads its pickle must have opened the same bytes.

    Example:
        >>> pack["wv-troika"].title
        'Trio-advies'
        >>> "wv-trojka" in pack
        False
        >>> len(pack) > 200
        True
    """

    __slots__ = ("_map", "_origin")

    _origin: tuple[str, ...]
    _map: Map | None

    def __getitem__(self, id: str) -> Item:
        core = self._core.item(id) if isinstance(id, str) else None
        return make_item(self, find_item(self._core, None, id, "id") if core is None else core)

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
        return iter(self._every.ids)

    def __len__(self) -> int:
        return len(self._core)

    def __enter__(self) -> Pack:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._set("_map", None)
        super().close()

    close.__doc__ = PackFile.close.__doc__

    def __reduce__(self) -> tuple[Any, ...]:
        about = self.manifest
        return _pack_again, (self._origin, about.root, f"{about.id} {about.version}")

    def __repr__(self) -> str:
        about = self.manifest
        size = "closed" if self.closed else f"items={len(self)}"
        return f"Pack(id={about.id!r}, version={about.version!r}, release={about.release}, {size})"

    @property
    def _every(self) -> Items[Item]:
        return items_of(self, {})

    def _listed(self, kind: Kind) -> Items[Any]:
        return items_of(self, {"kind": kind})

    def where(self, **filters: Unpack[Filters]) -> Items[Item]:
        """The items that pass every given filter, in the order of the pack.

        Args:
            filters: Any of the filters that `Filters` describes, by name, such as kind, theme and
                tag. Without a filter: all items.

        Raises:
            NotFound: The pack has no such theme or obstacle.
            InvalidArgument: A number is below 1, or the kind, purpose or difficulty does not exist.

        Example:
            >>> pack.where(kind="obstacle", theme="krachtenveld").ids[:2]
            ('ob-eenzame-samenwerker', 'ob-collegas-haken-af')
        """
        return self._every.where(**filters)

    @property
    def themes(self) -> Items[Theme]:
        """The themes."""
        return self._listed(Kind.THEME)

    @property
    def journeys(self) -> Items[Journey]:
        """The journeys."""
        return self._listed(Kind.JOURNEY)

    def route(self, obstacle: Obstacle | str) -> Route:
        """The route of an obstacle: the items that help.

        Args:
            obstacle: An obstacle, or its id.

        Raises:
            NotFound: The pack has no such obstacle.

        Example:
            >>> pack.route("ob-regeldruk").work_forms[0].id
            'wv-vijf-keer-waarom'
        """
        return make_route(self, obstacle)

    def search(
        self,
        query: str,
        *,
        limit: int = 10,
        offset: int = 0,
        match: Literal["any", "all"] = "any",
        as_you_type: bool = False,
        time_limit: datetime.timedelta | None = None,
        **filters: Unpack[Filters],
    ) -> SearchResult:
        """Searches the items and ranks them by relevance.

        Any string is a valid query; when nothing matches, the result has no hits.

        Args:
            query: The words to search for. "Quoted words" match as a phrase, -word excludes items
                with that word, and word* matches words that begin with it.
            limit: The largest number of hits to return.
            offset: The number of best hits to skip, for the next page of results.
            match: "any" finds items with at least one of the words, "all" only items with all
                words.
            as_you_type: The last word of the query also matches longer words that begin with it.
            time_limit: The most time that the search may take, and that `total` and `facets` of
                its result may take each. None for no limit.
            filters: Any of the filters that `Filters` describes, by name, such as kind and theme.
                With review_before, the search reads every match.

        Raises:
            NotFound: The pack has no such theme or obstacle.
            InvalidArgument: The kind, purpose, difficulty or match does not exist; limit or offset
                is negative; or group_size or max_minutes is below 1.
            Error: The search, `total` or `facets` took longer than the time limit. The code is
                ErrorCode.TIME_LIMIT_EXCEEDED.

        Example:
            >>> pack.search("ik sta er alleen voor")[0].id
            'ob-eenzame-samenwerker'
            >>> question = "werkvorm voor 8 mensen in 30 minuten"
            >>> offers = pack.search(question).offers
            >>> {hit.kind for hit in pack.search(question, **offers.filters)} == {Kind.WORK_FORM}
            True
        """
        if match not in ("any", "all"):
            raise invalid(f"match is 'any' or 'all', not {match!r}")
        given = given_filters("search", filters)
        before = date_or_none("review_before", given.pop("review_before", None))
        first, most = count("offset", offset), count("limit", limit)
        core = self._core.search(
            text("query", query),
            most if before is None else len(self),
            first if before is None else 0,
            core_filter(self._core, given),
            match == "all",
            bool(as_you_type),
            duration_or_none("time_limit", time_limit),
        )
        if before is None:
            return SearchResult(self, query, core)
        return SearchResult(
            self, query, core, review_before=before, page=slice(first, first + most)
        )

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
        if not isinstance(text, str):
            raise wrong_type("text", "a str", text)
        return tuple(
            Suggestion(text, make_item(self, core) if core else None)
            for text, core in self._core.suggest(text, count("limit", limit))
        )

    @property
    def map(self) -> Map:
        """The map of the pack."""
        if self._map is None:
            self._set("_map", Map(self._core.map()))
        return cast("Map", self._map)

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

    def to_frame(self, *, labels: Literal["en", "nl"] = "en") -> Frame:
        """All items as a table; `pack.work_forms.to_frame()` makes a table of one kind.

        Args:
            labels: The language of the column names and of kinds, purposes and difficulties: "en"
                for the names of this package, "nl" for Dutch labels.

        Example:
            >>> pack.to_frame().columns["id"][0]
            'paradoxen-publieke-waarden'
        """
        return self._every.to_frame(labels=labels)


def make_pack(core: _landkaart.Pack, origin: tuple[str, ...]) -> Pack:
    """Makes a Pack from its C++ handle.

    Args:
        core: The handle.
        origin: How a pickle opens the pack: ("file", path), ("memory", path) for a file that is
            read into memory, ("cocreatie",), or empty when only the open packs of the process can
            have it.
    """
    pack = Pack.__new__(Pack)
    pack._open(core)
    pack._set("_origin", origin)
    pack._set("_map", None)
    _OPEN[id(pack)] = pack
    return pack


def open(  # the name follows gzip.open and io.open
    source: str | os.PathLike[str] | bytes | bytearray | memoryview | _BinaryFile,
    *,
    cache_bytes: int = _CACHE_BYTES,
    read_into_memory: bool = False,
) -> Pack:
    """Opens a pack. Opening a file takes the same time for any size of the pack.

    The file is mapped into memory, so never write into an open pack file: a program that shortens
    the file ends this one by the signal SIGBUS. To replace a pack, rename the new file over the old
    one: packs that are already open keep the old content.

    Args:
        source: The path of a pack file, its bytes, or a file object that is open in binary mode.
            A file object is read to its end.
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
    cache = count("cache_bytes", cache_bytes)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return make_pack(_landkaart.open_bytes(bytes(source), cache), ())
    if isinstance(source, (str, os.PathLike)):
        path = os.path.abspath(os.fsdecode(source))
        core = _landkaart.open_file(os.fspath(source), cache, bool(read_into_memory))
        return make_pack(core, ("memory" if read_into_memory else "file", path))
    if not hasattr(source, "read"):
        raise wrong_type("source", "a path, bytes or a file object", source)
    content = source.read()
    if not isinstance(content, bytes):
        raise TypeError("source must be open in binary mode: open(path, 'rb')")
    return make_pack(_landkaart.open_bytes(content, cache), ())


def cocreatie() -> Pack:
    """Opens the default pack, about co-creation in Dutch municipalities. The package contains it.

    Example:
        >>> landkaart.cocreatie().manifest.id
        'cocreatie'
    """
    return make_pack(_landkaart.cocreatie(), ("cocreatie",))


def _pack_again(origin: tuple[str, ...], root: str, name: str) -> Pack:
    for pack in list(_OPEN.values()):
        if pack.manifest.root == root and not pack.closed:
            return pack
    how, *where = origin or ("nowhere",)
    if how == "nowhere":
        raise PackError(
            f"the pack {name} was opened from memory, so its pickle holds no content; open the "
            f"same bytes with landkaart.open() and keep the pack, before loading the pickle",
            ErrorCode.NOT_FOUND,
        )
    pack = cocreatie() if how == "cocreatie" else open(where[0], read_into_memory=how == "memory")
    if pack.manifest.root != root:
        raise PackError(
            "the pack file was replaced by another release after it was pickled; open it again",
            ErrorCode.HASH_MISMATCH,
            where="".join(where),
        )
    return pack
