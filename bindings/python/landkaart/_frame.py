# SPDX-License-Identifier: EUPL-1.2
"""Frame: items as a table, which libraries for data frames can read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from . import _landkaart
from ._arguments import invalid
from ._shown import ShownInNotebooks
from ._vocabulary import DUTCH_NAMES, Difficulty, Kind, Purpose

if TYPE_CHECKING:
    import pandas

_EPOCH = datetime.date(1970, 1, 1)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell with such a first letter is run as a formula


def _step(step: Any) -> str:
    return step.title if step.minutes is None else f"{step.title} ({step.minutes} min)"


# No column has the name of an attribute with another value, because an item is a mapping of its
# columns and a template of Django looks for `item.themes` in the mapping first.
#
# A column: its name, its Dutch label, its Arrow format ("u" text, "i" 32-bit number, "tdD" date,
# "+l" list of texts), and the function that reads its value from an item.
_Column = tuple[str, str, str, Callable[[Any], object]]
_COLUMNS: tuple[_Column, ...] = (
    ("id", "id", "u", lambda item: item.id),
    ("kind", "soort", "u", lambda item: item.kind),
    ("title", "titel", "u", lambda item: item.title),
    ("summary", "samenvatting", "u", lambda item: item.summary),
    ("language", "taal", "u", lambda item: item.language),
    ("theme_ids", "thema's", "+l", lambda item: item.themes.ids),
    ("tags", "trefwoorden", "+l", lambda item: item.tags),
    ("sources", "bronnen", "+l", lambda item: item.sources),
    ("licence", "licentie", "u", lambda item: item.licence),
    ("valid_from", "geldig vanaf", "tdD", lambda item: item.valid_from),
    ("review_by", "herzien voor", "tdD", lambda item: item.review_by),
)
_WORK_FORM_COLUMNS: tuple[_Column, ...] = (
    ("purpose", "doel", "u", lambda form: form.purpose),
    ("group_size_min", "mensen minimaal", "i", lambda form: form.group_size.min),
    ("group_size_max", "mensen maximaal", "i", lambda form: form.group_size.max),
    ("minutes_min", "minuten minimaal", "i", lambda form: form.minutes.min),
    ("minutes_max", "minuten maximaal", "i", lambda form: form.minutes.max),
    ("difficulty", "niveau", "i", lambda form: form.difficulty),
    ("materials", "materialen", "+l", lambda form: form.materials),
    ("step_texts", "stappen", "+l", lambda form: tuple(map(_step, form.steps))),
)


_BY_NAME = {column[0]: column for column in _COLUMNS + _WORK_FORM_COLUMNS}
_NAMES = tuple(column[0] for column in _COLUMNS)


def columns_of(item: Any) -> tuple[str, ...]:
    """The names of the columns in which a frame has a value for an item."""
    return tuple(_BY_NAME) if item.kind is Kind.WORK_FORM else _NAMES


def cell_of(item: Any, name: str) -> object:
    """The value of an item in one column: as in a frame, but a Kind, Purpose or Difficulty is not
    replaced by its string. Raises KeyError for an unknown column."""
    if name not in columns_of(item):
        raise KeyError(f"{item.id!r} has no column {name!r}; list(item) gives all columns")
    return _BY_NAME[name][3](item)


class Frame(ShownInNotebooks):
    """A table with one row per item. Immutable. Two frames are equal when their columns are.

    A frame implements the Arrow C stream interface (`__arrow_c_stream__`), so
    `polars.DataFrame(frame)`, `pyarrow.table(frame)` and `pandas.DataFrame.from_arrow(frame)` read
    it directly. `to_pandas` makes a pandas DataFrame with any version of pandas.

    Example:
        >>> frame = pack.themes.to_frame()
        >>> list(frame.columns)[:6]
        ['id', 'kind', 'title', 'summary', 'language', 'theme_ids']
        >>> len(frame)
        4
    """

    __slots__ = ("_formats", "columns")

    columns: Mapping[str, tuple[Any, ...]]

    def __init__(self, columns: dict[str, tuple[Any, ...]], formats: dict[str, str]) -> None:
        self.columns = MappingProxyType(columns)
        self._formats = formats

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def __eq__(self, other: object) -> bool:
        return self.columns == other.columns if isinstance(other, Frame) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self.columns.items()))

    def for_excel(self) -> Frame:
        """The table with cells that a spreadsheet program shows as they are.

        A list becomes one text with "; " between its elements. A text that a spreadsheet program
        would run as a formula, because it begins with = + - or @, gets an apostrophe before it.
        Dates stay dates.

        Example:
            >>> pack.work_forms[:1].to_frame().for_excel().columns["theme_ids"]
            ('krachtenveld',)
        """
        columns = {name: tuple(map(_cell, values)) for name, values in self.columns.items()}
        formats = {name: "u" if said == "+l" else said for name, said in self._formats.items()}
        return Frame(columns, formats)

    def to_dict(self) -> dict[str, list[Any]]:
        """The values of each column as a list, by column name; `pandas.DataFrame` accepts this."""
        return {name: list(values) for name, values in self.columns.items()}

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas DataFrame. Requires pandas.

        Example:
            >>> table = pack.work_forms.to_frame().to_pandas()  # doctest: +PANDAS
            >>> table["id"][0]  # doctest: +PANDAS
            'wv-krachtenveldanalyse'
        """
        import pandas

        frame: pandas.DataFrame = pandas.DataFrame(self.to_dict())
        return frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule with an Arrow C stream of the table. The argument is ignored."""
        columns = [(name, self._formats[name], values) for name, values in self.columns.items()]
        return _landkaart.arrow_stream(
            [
                (name, format, tuple(map(_days, values)) if format == "tdD" else values)
                for name, format, values in columns
            ]
        )

    def __repr__(self) -> str:
        return f"Frame(rows={len(self)}, columns={list(self.columns)!r})"


def _days(date: datetime.date | None) -> int | None:
    return None if date is None else (date - _EPOCH).days


def _cell(value: object) -> object:
    text = "; ".join(value) if isinstance(value, tuple) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA) else text


def _named(value: object, dutch: bool) -> object:
    if isinstance(value, (Kind, Purpose, Difficulty)):
        return DUTCH_NAMES[value] if dutch else value.value
    return value


def frame_of(items: Iterable[Any], labels: Literal["en", "nl"]) -> Frame:
    """Makes a table of items.

    The columns that only work forms have are left out when no item is a work form; otherwise they
    hold None or an empty list for items of other kinds.

    Args:
        items: One row each.
        labels: The language of column names and words.
    """
    if labels not in ("en", "nl"):
        raise invalid(f"labels must be one of 'en', 'nl', not {labels!r}")
    dutch = labels == "nl"
    rows = [(item, item.kind is Kind.WORK_FORM) for item in items]
    columns: dict[str, tuple[Any, ...]] = {}
    formats: dict[str, str] = {}
    has_forms = any(is_form for _, is_form in rows)
    for column in _COLUMNS + (_WORK_FORM_COLUMNS if has_forms else ()):
        name, label, format, value = column
        absent = () if format == "+l" else None
        key = label if dutch else name
        columns[key] = tuple(
            _named(value(item), dutch) if column in _COLUMNS or is_form else absent
            for item, is_form in rows
        )
        formats[key] = "u" if dutch and name == "difficulty" else format
    return Frame(columns, formats)
