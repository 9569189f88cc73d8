# SPDX-License-Identifier: EUPL-1.2
"""Pager: divides a long list into pages, with links to the previous and the next page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .._http.query import Query

_MAX_PAGES = 10_000


@dataclass(frozen=True)
class Pager:
    """The position of one page of a list.

    Attributes:
        number: The number of this page, from 1.
        last: The number of the last page.
        previous: The address of the previous page; "" on the first page.
        next: The address of the next page; "" on the last page.
    """

    number: int
    last: int
    previous: str
    next: str

    @property
    def asked(self) -> int | None:
        """The page number in the address of this page; None for the first page."""
        return self.number if self.number > 1 else None


def page_number(query: Query) -> int:
    """The requested page number, 1 to 10,000; 1 when the query has no valid number."""
    try:
        return min(query.number("pagina") or 1, _MAX_PAGES)
    except ValueError:
        return 1


def pager(number: int, total: int, per_page: int, address: Callable[[int | None], str]) -> Pager:
    """The position of a page in a list.

    Args:
        number: The requested page number. A number beyond the last page gives the last page.
        total: The number of entries in the list.
        per_page: The number of entries on a page.
        address: Makes the address of a page from its number; from None for the first page.
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
