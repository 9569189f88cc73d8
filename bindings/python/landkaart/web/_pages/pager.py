# SPDX-License-Identifier: EUPL-1.2
"""Pager: long lists in pages, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .._query import Query

_MOST_PAGES = 10_000


@dataclass(frozen=True)
class Pager:
    """Where somebody is in a list; an address is empty when there is no such page."""

    number: int
    last: int
    previous: str
    next: str

    @property
    def asked(self) -> int | None:
        """The number as it stands in the address of this page: none for the first."""
        return self.number if self.number > 1 else None


def page_number(query: Query) -> int:
    """Which page is asked for: the first when that means nothing."""
    try:
        return min(query.number("pagina") or 1, _MOST_PAGES)
    except ValueError:
        return 1


def pager(number: int, total: int, per_page: int, address: Callable[[int | None], str]) -> Pager:
    """Where a page is among the others.

    Args:
        number: Of the page; beyond the last it is the last.
        total: How many things there are on all pages.
        per_page: How many on each.
        address: Of a page by its number; of the first by None.
    """
    last = max(-(-total // per_page), 1)
    number = min(number, last)
    before = number - 1
    return Pager(
        number,
        last,
        previous=address(before if before > 1 else None) if before else "",
        next=address(number + 1) if number < last else "",
    )
