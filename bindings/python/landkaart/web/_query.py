# SPDX-License-Identifier: EUPL-1.2
"""Query: what stands after the question mark, as text that can be shown. None is an error."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode

_LONGEST = 500  # characters of a value; nobody types more
_GREATEST = 1_000_000


class Query:
    """The values of a query string, the first of each name.

    Example:
        >>> from landkaart.web._query import Query
        >>> Query("zoekterm=te%20veel%ffregels").text("zoekterm")
        'te veel\ufffdregels'
    """

    def __init__(self, raw: str) -> None:
        self._values: dict[str, str] = {}
        for name, value in parse_qsl(raw, keep_blank_values=True, errors="replace"):
            self._values.setdefault(name, value)

    def text(self, name: str) -> str:
        """One line of printable text; empty when there is none."""
        value = self._values.get(name, "")[:_LONGEST]
        if not value.isprintable():
            value = "".join(letter if letter.isprintable() else " " for letter in value)
        return value.strip()

    def only(self, names: Iterable[str]) -> str:
        """The query with these names alone, in this order, so that what asks the same is the same.

        Example:
            >>> from landkaart.web._query import Query
            >>> Query("x=1&pagina=2&zoekterm=te+veel").only(["zoekterm", "pagina"])
            'zoekterm=te+veel&pagina=2'
        """
        given = {name: self.text(name) for name in names}
        return urlencode({name: value for name, value in given.items() if value})

    def number(self, name: str) -> int | None:
        """A whole number from 1; None when it is left empty.

        Raises:
            ValueError: It is something else.
        """
        value = self.text(name)
        if not value:
            return None
        if not (value.isascii() and value.isdigit() and len(value) <= 9 and int(value)):
            raise ValueError(f"{name} is a whole number from 1, not {value!r}")
        return min(int(value), _GREATEST)
