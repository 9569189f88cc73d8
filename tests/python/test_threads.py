# SPDX-License-Identifier: EUPL-1.2
"""Threads can share a pack, and long calls release the global interpreter lock (GIL)."""

import random
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from conftest import TOP

import landkaart
from landkaart import Pack

THREADS = 8
QUERIES = 100_000


def questions(pack: Pack) -> list[Callable[[], Any]]:
    """Calls of every sort on a pack."""
    words = ["regels", "raad loting", "samen leren met inwoners", "vertrouwn", "collega's", ""]
    asked: list[Callable[[], Any]] = [
        lambda word=word: [(hit.id, hit.score) for hit in pack.search(word, limit=5)]
        for word in words
    ]
    asked += [lambda word=word: pack.search(word).total for word in words[:3]]
    asked += [lambda word=word: pack.search(word, limit=1).hits[0].snippet for word in words[:3]]
    asked += [lambda size=size: pack.work_forms.where(group_size=size).ids for size in (2, 8, 30)]
    asked += [lambda id=id: pack[id].html for id in list(pack)[::20]]
    asked += [lambda id=id: pack[id].to_dict() for id in list(pack)[::30]]
    asked += [lambda: pack.route("ob-regeldruk"), lambda: pack.map.nearest(250, 200, count=3)]
    return asked


def test_eight_threads_get_the_answers_of_one_thread() -> None:
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


def steps_meanwhile(call: Callable[[], object]) -> int:
    """Runs a call in another thread, and counts the steps that this thread makes meanwhile."""
    started, done = threading.Event(), threading.Event()
    steps = 0

    def run() -> None:
        started.set()
        call()
        done.set()

    thread = threading.Thread(target=run)
    thread.start()
    started.wait()
    while not done.is_set():
        steps += 1
        time.sleep(0)  # releases the GIL, so that the other thread can finish
    thread.join()
    return steps


@pytest.mark.skipif(
    not getattr(sys, "_is_gil_enabled", lambda: True)(), reason="this Python runs without the GIL"
)
def test_long_calls_release_the_gil(tmp_path: Path) -> None:
    pack = landkaart.cocreatie()
    long_query = " ".join(item.text for item in pack.values())
    calls: list[Callable[[], object]] = [
        lambda: pack.search(long_query),
        lambda: landkaart.verify(pack),
        lambda: landkaart.lint(TOP / "tests" / "conformance" / "fixture"),
    ]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(100)  # seconds before Python takes the GIL from a running thread
    try:
        # One success of 200 tries is proof, because without a release this thread makes no step. On
        # a busy machine the call can end before this thread gets a processor.
        for call in calls:
            assert any(steps_meanwhile(call) > 10 for _ in range(200))
    finally:
        sys.setswitchinterval(interval)
