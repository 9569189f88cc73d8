# SPDX-License-Identifier: EUPL-1.2
"""Items, the sequence type of every list of items that the package returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, SupportsIndex, TypeVar, overload

if TYPE_CHECKING:
    from ._item import Item

_T_co = TypeVar("_T_co", bound="Item", covariant=True)


class Items(tuple[_T_co, ...]):
    """A tuple of items. Notebooks show it as a table. A slice is also of type Items.

    Example:
        >>> len(pack.themes)
        4
        >>> pack.themes[:2].ids
        ('paradoxen-publieke-waarden', 'krachtenveld')
    """

    __slots__ = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the items, in the same order."""
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
