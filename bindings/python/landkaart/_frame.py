# SPDX-License-Identifier: EUPL-1.2
"""Frame: items as a table, which libraries for data frames can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from . import _landkaart
from ._item import Item
from ._items import Items
from ._kinds import WorkForm
from ._vocabulary import Kind

if TYPE_CHECKING:
    import pandas

# A column: its name, its Arrow format ("u" text, "i" 32-bit number, "+l" list of texts), and the
# function that reads its value from an item.
_Column = tuple[str, str, Callable[[Any], object]]
_COLUMNS: tuple[_Column, ...] = (
    ("id", "u", lambda item: item.id),
    ("kind", "u", lambda item: item.kind.value),
    ("title", "u", lambda item: item.title),
    ("summary", "u", lambda item: item.summary),
    ("language", "u", lambda item: item.language),
    ("themes", "+l", lambda item: item.themes.ids),
    ("tags", "+l", lambda item: item.tags),
)
_WORK_FORM_COLUMNS: tuple[_Column, ...] = (
    ("purpose", "u", lambda form: form.purpose.value),
    ("group_size_min", "i", lambda form: form.group_size.min),
    ("group_size_max", "i", lambda form: form.group_size.max),
    ("minutes_min", "i", lambda form: form.minutes.min),
    ("minutes_max", "i", lambda form: form.minutes.max),
    ("difficulty", "i", lambda form: form.difficulty.value),
)


class Frame:
    """A table with one row per item. Immutable.

    A frame implements the Arrow C stream interface (`__arrow_c_stream__`), so
    `polars.DataFrame(frame)`, `pyarrow.table(frame)` and `pandas.DataFrame.from_arrow(frame)` read
    it directly.

    Example:
        >>> frame = pack.to_frame("theme")
        >>> list(frame.columns)
        ['id', 'kind', 'title', 'summary', 'language', 'themes', 'tags']
        >>> len(frame)
        4
    """

    __slots__ = ("_formats", "columns")

    columns: Mapping[str, tuple[Any, ...]]

    def __init__(self, columns: dict[str, tuple[Any, ...]], formats: dict[str, str]) -> None:
        self.columns = MappingProxyType(columns)
        self._formats = formats

    def __len__(self) -> int:
        return len(self.columns["id"])

    def to_dict(self) -> dict[str, list[Any]]:
        """The values of each column as a list, by column name; `pandas.DataFrame` accepts this."""
        return {name: list(values) for name, values in self.columns.items()}

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas DataFrame. Requires pandas.

        Example:
            >>> table = pack.to_frame("work-form").to_pandas()  # doctest: +PANDAS
            >>> table["id"][0]  # doctest: +PANDAS
            'wv-krachtenveldanalyse'
        """
        import pandas

        frame: pandas.DataFrame = pandas.DataFrame(self.to_dict())
        return frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule with an Arrow C stream of the table. The argument is ignored."""
        return _landkaart.arrow_stream(
            [(name, self._formats[name], values) for name, values in self.columns.items()]
        )

    def __repr__(self) -> str:
        return f"Frame(rows={len(self)}, columns={list(self.columns)!r})"

    def _repr_html_(self) -> str:
        from . import _notebook

        return _notebook.frame_html(self)


def frame_of(items: Items[Item]) -> Frame:
    """Makes a table of items.

    The columns that only work forms have are left out when no item is a work form; otherwise they
    hold None for items of other kinds.

    Args:
        items: One row each.
    """
    has_work_forms = any(item.kind is Kind.WORK_FORM for item in items)
    columns: dict[str, tuple[Any, ...]] = {}
    formats: dict[str, str] = {}
    for name, format, value in _COLUMNS:
        columns[name] = tuple(value(item) for item in items)
        formats[name] = format
    for name, format, value in _WORK_FORM_COLUMNS if has_work_forms else ():
        columns[name] = tuple(value(item) if isinstance(item, WorkForm) else None for item in items)
        formats[name] = format
    return Frame(columns, formats)
