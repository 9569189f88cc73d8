# SPDX-License-Identifier: EUPL-1.2
"""Counters: counts the words of searches without results. Nothing about the visitor is stored."""

from __future__ import annotations

import re
import threading
from collections import Counter
from typing import Any

_MIN_COUNT = 5  # a report leaves out words with a lower count
_MAX_WORDS = 10_000
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")  # letters, with hyphens and apostrophes
_MAX_LENGTH = 40  # characters; a longer text is not counted as a word


class Counters:
    """Counts by word. A report leaves out words that were counted fewer than five times.

    A text with a digit or an at sign is not counted, so that telephone numbers and e-mail addresses
    are not stored. Safe to share between threads.

    Example:
        >>> from landkaart.web._pages.counters import Counters
        >>> counters = Counters()
        >>> for _ in range(5):
        ...     counters.count("kwijtschelding 06-1234")
        >>> counters.report()["words"]
        [{'word': 'kwijtschelding', 'count': 5}]
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._words: Counter[str] = Counter()
        self._searches = 0

    def count(self, query: str) -> None:
        """Counts the words of a search without results."""
        pieces = {piece.strip(".,;:!?\"'()").lower() for piece in query.split()}
        words = [piece for piece in pieces if len(piece) <= _MAX_LENGTH and _WORD.fullmatch(piece)]
        with self._lock:
            self._searches += 1
            self._words.update(words)
            if len(self._words) > _MAX_WORDS:
                self._words = Counter(dict(self._words.most_common(_MAX_WORDS // 2)))

    def report(self) -> dict[str, Any]:
        """The number of searches without results, and the words, the highest count first."""
        with self._lock:
            seen = [(word, n) for word, n in self._words.most_common() if n >= _MIN_COUNT]
            searches = self._searches
        return {
            "searches-without-answer": searches,
            "words": [{"word": word, "count": count} for word, count in seen],
        }
