# SPDX-License-Identifier: EUPL-1.2
"""A pack is shared between threads: right answers, and work outside the GIL."""

import random
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import landkaart
from landkaart import Pack

THREADS = 8
QUERIES = 100_000


def questions(pack: Pack) -> list[Callable[[], Any]]:
    """What people ask, of every sort."""
    words = ["regels", "raad loting", "samen leren met inwoners", "vertrouwn", "collega's", ""]
    asked: list[Callable[[], Any]] = [
        lambda word=word: [(hit.id, hit.score) for hit in pack.search(word, limit=5)]
        for word in words
    ]
    asked += [lambda word=word: pack.search(word).total for word in words[:3]]
    asked += [lambda word=word: pack.search(word, limit=1).hits[0].snippet for word in words[:3]]
    asked += [lambda size=size: pack.work_forms(group_size=size).ids for size in (2, 8, 30)]
    asked += [lambda id=id: pack[id].html for id in list(pack)[::20]]
    asked += [lambda id=id: pack[id].to_dict() for id in list(pack)[::30]]
    asked += [lambda: pack.route("ob-regeldruk"), lambda: pack.map.nearest(250, 200, count=3)]
    return asked


def test_eight_threads_get_right_answers() -> None:
    pack = landkaart.cocreatie()
    asked = questions(pack)
    right = [ask() for ask in asked]

    def ask_many(seed: int) -> int:
        chance = random.Random(seed)
        wrong = 0
        for _ in range(QUERIES // THREADS):
            number = chance.randrange(len(asked))
            wrong += asked[number]() != right[number]
        return wrong

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(ask_many, range(THREADS))) == [0] * THREADS


def test_a_search_lets_other_threads_run() -> None:
    """While one thread is inside one long call, another one makes progress."""
    pack = landkaart.cocreatie()
    long_query = " ".join(item.text for item in pack.values())[:200_000]
    started, done = threading.Event(), threading.Event()
    steps = 0

    def search() -> None:
        started.set()
        pack.search(long_query)
        done.set()

    interval = sys.getswitchinterval()
    sys.setswitchinterval(100)  # nobody is asked to give up the GIL
    try:
        thread = threading.Thread(target=search)
        thread.start()
        started.wait()
        while not done.is_set():
            steps += 1
            time.sleep(0)  # gives it up here only
        thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert steps > 10
