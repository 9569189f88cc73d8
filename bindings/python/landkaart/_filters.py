# SPDX-License-Identifier: EUPL-1.2
"""Filters, the conditions on items that every list and the search share."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Protocol, TypedDict

from . import _arguments, _landkaart
from ._errors import ErrorCode, NotFound
from ._vocabulary import (
    KINDS,
    Difficulty,
    DifficultyName,
    Kind,
    KindName,
    Purpose,
    PurposeName,
    number_of,
)

_MOST_COMPARED = 2000  # comparing an unknown id with the ids of a larger pack takes too long


class HasId(Protocol):
    """An item. Parameters accept the item or its id."""

    @property
    def id(self) -> str:
        """The id of the item."""


class Filters(TypedDict, total=False):
    """The filters of `Items.where` and `Pack.search`, each given by name. An item must pass all
    of them. None stands for no filter.

    The five filters from `purpose` to `obstacle` accept work forms only.

    Attributes:
        kind: Only items of this kind: a Kind, or its string. An unknown kind raises
            InvalidArgument.
        theme: Only items of this theme: a theme, or its id. An unknown theme raises NotFound.
        tag: Only items with this tag.
        language: Only items with exactly this language tag, such as "nl".
        purpose: Only work forms with this purpose: a Purpose, or its string.
        group_size: The number of people. Only work forms whose smallest group is not larger and
            whose largest group is not smaller.
        max_minutes: The available time, in minutes or as a timedelta. Only work forms whose
            shortest duration fits in it.
        max_difficulty: Only work forms that are not more difficult: a Difficulty, its string or
            its number.
        obstacle: Only work forms on the route of this obstacle: an obstacle, or its id. A list is
            then in the order of the route. An unknown obstacle raises NotFound.
        review_before: Only items that an editor must review before this date.

    Example:
        >>> evening: Filters = {"group_size": 8, "max_minutes": 30}
        >>> pack.work_forms.where(**evening).ids[:2]
        ('wv-paradoxvragen', 'wv-premortem')
    """

    kind: Kind | KindName | None
    theme: HasId | str | None
    tag: str | None
    language: str | None
    purpose: Purpose | PurposeName | None
    group_size: int | None
    max_minutes: int | datetime.timedelta | None
    max_difficulty: Difficulty | DifficultyName | int | None
    obstacle: HasId | str | None
    review_before: datetime.date | None


def given_filters(function: str, filters: Filters) -> Filters:
    """Checks the names of filters, and leaves out those that are None.

    Args:
        function: The function that the program called, for the message of the TypeError.
        filters: The filters that the program gave.
    """
    for name in filters:
        if name not in Filters.__annotations__:
            raise TypeError(f"{function}() has no filter {name!r}{_or_near(name)}")
    given: Filters = filters.copy()
    for name in filters:
        if given[name] is None:  # type: ignore[literal-required]
            del given[name]  # type: ignore[misc]
    return given


def _or_near(name: str) -> str:
    names = list(Filters.__annotations__)
    meant = _arguments.near(name, names)
    return f"; did you mean {meant!r}?" if meant else f"; the filters are {', '.join(names)}"


def core_filter(core: _landkaart.Pack, filters: Filters) -> _landkaart.Filter:
    """Checks the values of filters and makes the filter of the C++ library, which lacks
    `review_before`.

    Args:
        core: The pack that has the theme and the obstacle.
        filters: The filters that are not None.
    """
    if not filters:
        return _NO_FILTER
    return _landkaart.Filter(
        number_of(Kind, filters.get("kind")),
        _known_id(core, Kind.THEME, filters.get("theme")),
        _arguments.text_or_empty("tag", filters.get("tag")),
        _arguments.text_or_empty("language", filters.get("language")),
        number_of(Purpose, filters.get("purpose")),
        _arguments.amount("group_size", filters.get("group_size")),
        _arguments.minutes("max_minutes", filters.get("max_minutes")),
        number_of(Difficulty, filters.get("max_difficulty")),
        _known_id(core, Kind.OBSTACLE, filters.get("obstacle")),
    )


def _known_id(core: _landkaart.Pack, kind: Kind, value: HasId | str | None) -> str:
    return "" if value is None else find_item(core, kind, value, kind.value).id


def id_of(name: str, value: HasId | str) -> str:
    """The id of an item, or the id itself.

    Args:
        name: The name of the parameter, for the message of the TypeError.
        value: An item, or its id.
    """
    id = value if isinstance(value, str) else getattr(value, "id", None)
    if not isinstance(id, str):
        raise _arguments.wrong_type(name, "an item or an id", value)
    return id


def find_item(
    core: _landkaart.Pack, kind: Kind | None, value: HasId | str, name: str
) -> _landkaart.Item:
    """The item with an id. Raises NotFound when the pack has no such item, or when the item is of
    another kind.

    Args:
        core: The pack that has the item.
        kind: The kind that the item must have; None for any.
        value: An item, or its id.
        name: The name of the parameter, for the message of an error.
    """
    id = id_of(name, value)
    found = core.item(id)
    if found is not None and kind in (None, KINDS[found.kind - 1]):
        return found
    thing = "item" if kind is None else kind.value
    wrong = f"the pack has no {thing} {id!r}"
    if found is not None:
        problem = f"{wrong}; {id!r} has the kind {KINDS[found.kind - 1].value}"
    elif meant := _arguments.near(id, _ids(core, kind)):
        problem = f"{wrong}; did you mean {meant!r}?"
    else:
        lists = "list(pack)" if kind is None else f"pack.{kind.value}s.ids"
        problem = f"{wrong}; {lists} gives all ids"
    raise NotFound(problem, ErrorCode.NOT_FOUND)


_NO_FILTER = _landkaart.Filter(0, "", "", "", 0, None, None, 0, "")


def _ids(core: _landkaart.Pack, kind: Kind | None) -> Iterator[str]:
    if len(core) > _MOST_COMPARED:
        return iter(())
    every = core.items(_landkaart.Filter(number_of(Kind, kind), "", "", "", 0, None, None, 0, ""))
    return (item.id for item in every)
