# SPDX-License-Identifier: EUPL-1.2
"""Kept: a cache of values by key, in which a value can be looked up without making it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

ValueT = TypeVar("ValueT")


class Kept(Generic[ValueT]):
    """Makes values, and keeps those that were used last. Safe to share between threads: two threads
    that miss a value at once make equal values.

    Args:
        most: The most values that are kept.
        make: Makes the value of a key; None when there is none, which is not kept.

    Example:
        >>> from landkaart.web._http.kept import Kept
        >>> lengths = Kept(2, len)
        >>> lengths("twee"), lengths.find("twee"), lengths.find("drie")
        (4, 4, None)
    """

    def __init__(self, most: int, make: Callable[..., ValueT | None]) -> None:
        self._most = most
        self._make = make
        self._lock = threading.Lock()
        self._values: OrderedDict[Hashable, ValueT] = OrderedDict()

    @property
    def most(self) -> int:
        """The most values that are kept."""
        return self._most

    def __len__(self) -> int:
        return len(self._values)

    def __call__(self, *key: Hashable) -> ValueT | None:
        """The value of a key, which is made when it is not kept."""
        value = self.find(*key)
        if value is None:
            value = self._make(*key)
            if value is not None:
                self._keep(key, value)
        return value

    def find(self, *key: Hashable) -> ValueT | None:
        """The value of a key when it is kept; otherwise None."""
        with self._lock:
            value = self._values.get(key)
            if value is not None:
                self._values.move_to_end(key)
            return value

    def _keep(self, key: tuple[Hashable, ...], value: ValueT) -> None:
        with self._lock:
            self._values[key] = value
            if len(self._values) > self._most:
                self._values.popitem(last=False)
