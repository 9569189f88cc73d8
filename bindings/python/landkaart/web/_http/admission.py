# SPDX-License-Identifier: EUPL-1.2
"""Admission: a bound on the number of searches that run at once, and on the number that wait.
Other answers to a query, such as a drawing or the finder of work forms, count as searches.

Without these bounds, a visitor who sends 60 slow queries at once makes every other request wait,
because 60 searches share the processor with it. With them, a few searches run at once, each for a
bounded time. Requests that need no search, such as kept pages and `/healthz`, wait for none.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import threading
from collections.abc import Iterator
from typing import Any

from ..._errors import Error, ErrorCode
from ..._pack import Pack
from ..._search import SearchResult

_MOST_AT_ONCE = 8  # with the searches that wait, fewer than the 40 threads of an ASGI server


class Overloaded(Exception):
    """A search was not made, because too many others wait or because it took too long.

    Attributes:
        retry_after: The number of seconds after which the client may try again.
    """

    retry_after: int = 2


class Admission:
    """Admits searches. Safe to share between threads, and used in the threads of the host.

    Args:
        at_once: The most searches that run at once; 0 for one less than the number of processors
            that this process may use, but 1 to 8.
        waiting: The most searches that wait for their turn.
        seconds: The most seconds that one search may wait, and then the most seconds that its hits,
            its total and its facets may each take.
    """

    def __init__(self, at_once: int, waiting: int, seconds: float) -> None:
        at_once = at_once or min(max(_processors() - 1, 1), _MOST_AT_ONCE)
        self._lock = threading.Lock()
        self._places = at_once + waiting  # that are free
        self._turns = threading.Semaphore(at_once)
        self._limit = datetime.timedelta(seconds=seconds)

    @property
    def is_full(self) -> bool:
        """Whether as many searches as may run and wait do so."""
        return self._places == 0

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Runs the block when it is its turn.

        Raises:
            Overloaded: Too many searches wait, the turn did not come in time, or a search in the
                block took longer than its time limit.
        """
        with self._lock:
            if self.is_full:
                raise Overloaded
            self._places -= 1
        try:
            if not self._turns.acquire(timeout=self._limit.total_seconds()):
                raise Overloaded
            try:
                yield
            finally:
                self._turns.release()
        except Error as error:
            if error.code is ErrorCode.TIME_LIMIT_EXCEEDED:
                raise Overloaded from error
            raise
        finally:
            with self._lock:
                self._places += 1

    def search(self, pack: Pack, text: str, **options: Any) -> SearchResult:
        """Pack.search with the time limit. The caller has a turn."""
        return pack.search(text, time_limit=self._limit, **options)


def _processors() -> int:
    """The number of processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1
