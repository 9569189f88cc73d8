# SPDX-License-Identifier: EUPL-1.2
"""Query: the values of a query string, as text that is safe to show. Any string is a valid
query."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode

_MAX_LENGTH = 500  # characters; a longer value is cut
_MAX_NUMBER = 1_000_000


class Query:
    """The values of a query string. When a name occurs twice, only its first value counts.

    Example:
        >>> from landkaart.web._http.query import Query
        >>> Query("zoekterm=te%20veel%ffregels").text("zoekterm")
        'te veel\ufffdregels'
    """

    def __init__(self, raw: str) -> None:
        self._values: dict[str, str] = {}
        for name, value in parse_qsl(raw, keep_blank_values=True, errors="replace"):
            self._values.setdefault(name, value)

    def text(self, name: str) -> str:
        """The value of a name, as one line of printable text; "" when the name is absent."""
        value = self._values.get(name, "")[:_MAX_LENGTH]
        if not value.isprintable():
            value = "".join(letter if letter.isprintable() else " " for letter in value)
        return value.strip()

    def only(self, names: Iterable[str]) -> str:
        """The query string with only these names, in this order.

        Query strings that select the same page become equal, so that a cache keeps the page once.

        Example:
            >>> from landkaart.web._http.query import Query
            >>> Query("x=1&pagina=2&zoekterm=te+veel").only(["zoekterm", "pagina"])
            'zoekterm=te+veel&pagina=2'
        """
        given = {name: self.text(name) for name in names}
        return urlencode({name: value for name, value in given.items() if value})

    def number(self, name: str) -> int | None:
        """The value of a name, as a whole number from 1; None when it is empty or absent. A number
        above a million becomes a million.

        Raises:
            ValueError: The value is not a number of 1 to 9 digits, or is 0.
        """
        value = self.text(name)
        if not value:
            return None
        if not (value.isascii() and value.isdigit() and len(value) <= 9 and int(value)):
            raise ValueError(f"{name} must be a whole number from 1, not {value!r}")
        return min(int(value), _MAX_NUMBER)
