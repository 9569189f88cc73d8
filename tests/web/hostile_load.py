# SPDX-License-Identifier: EUPL-1.2
"""Measures how long others wait while 60 visitors send the slowest queries that we know, each
at once after the answer to the one before. Prints a table.

    PYTHONPATH=build/release/python python3 tests/web/hostile_load.py [PACK] [SECONDS]

The server runs on processor 0, and this program on another one where the machine has one.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from multiprocessing import Process, Queue
from pathlib import Path
from urllib.parse import quote_plus

from served import running

HOSTILE = 60
VISITORS = 4
PAUSE = 0.02  # seconds between two requests of a visitor
COMMON = "de van het een en in op te voor met die is aan dat zijn door of om als bij".split()  # noqa: SIM905
READ = (
    "/healthz",
    "/",
    "/static/landkaart.css",
    "/over",
    "/werkvormen?groepsgrootte=8",
    "/begrippen",
)


@dataclass
class Seen:
    """The answers that visitors got.

    Attributes:
        seconds: The time of each answer to the visitors that read pages.
        statuses: How often the hostile visitors got each status.
    """

    seconds: list[float]
    statuses: Counter[int]

    def percentile(self, part: float) -> float:
        """The time in seconds within which this part of the readers' answers came."""
        return sorted(self.seconds)[int(part * (len(self.seconds) - 1))]


def slow_queries(seed: int) -> list[str]:
    """The slowest queries that we know. Each seed gives other ones, so that none is kept."""
    chance = random.Random(seed)
    some = chance.sample(COMMON, len(COMMON))
    pairs = list(itertools.pairwise(some))
    mark = f"{chance.randrange(10**6):06}"
    return [
        " ".join(f"{letter}*" for letter in chance.choices("sgovbdea", k=48)),
        " ".join(f"samenwerkingsverbx{chance.choice('abc')}{number}{mark}" for number in range(40)),
        " ".join(f'"{one} {two}"' for one, two in pairs[:8]),
        "gemeente " + " ".join(f'-"{one} {two}"' for one, two in pairs[:8]),
        '"' + " ".join((some * 3)[:48]) + '"',
        " ".join((some * 3)[:48]),
    ]


async def answered(port: int, address: str) -> int:
    """The status of one request, on a connection of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    writer.write(head.encode())
    answer = await reader.read()
    writer.close()
    return int(answer.split(b" ", 2)[1]) if answer else 0


async def attack(port: int, seconds: float, told: Queue[Counter[int]]) -> None:
    """Sends slow queries, and tells how often each status came."""
    statuses: Counter[int] = Counter()
    number = itertools.count()

    async def ask() -> None:
        while True:
            for query in slow_queries(next(number)):
                for page in ("/zoeken", "/v1/zoekresultaten"):
                    status = await answered(port, f"{page}?zoekterm={quote_plus(query)}")
                    statuses[status] += 1

    asking = [asyncio.ensure_future(ask()) for _ in range(HOSTILE)]
    await asyncio.wait(asking, timeout=seconds)
    for one in asking:
        one.cancel()
    told.put(statuses)


def attack_in_process(port: int, seconds: float, told: Queue[Counter[int]]) -> None:
    """Attacks from a process of its own, so that its work does not delay the visitors."""
    asyncio.run(attack(port, seconds, told))


async def visit(port: int, seconds: float) -> list[float]:
    """The time of each answer to visitors who read pages."""
    times: list[float] = []
    end = time.perf_counter() + seconds

    async def read() -> None:
        for address in itertools.cycle(READ):
            begun = time.perf_counter()
            if begun > end:
                return
            assert await answered(port, address) == 200, address
            times.append(time.perf_counter() - begun)
            await asyncio.sleep(PAUSE)

    await asyncio.gather(*(read() for _ in range(VISITORS)))
    return times


def load(port: int, seconds: float) -> Seen:
    """Sends hostile and other requests to a server on this machine."""
    for address in READ:  # from here on these pages are kept
        assert asyncio.run(answered(port, address)) == 200, address
    told: Queue[Counter[int]] = Queue()
    attacking = Process(target=attack_in_process, args=(port, seconds + 1, told))
    attacking.start()
    time.sleep(0.5)
    times = asyncio.run(visit(port, seconds))
    statuses = told.get(timeout=60)
    attacking.join()
    return Seen(times, statuses)


def main() -> None:
    """Prints the table."""
    pack = sys.argv[1:2]
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
    processors = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, processors[:1])  # the server inherits it
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "log", *pack) as server,
    ):
        os.sched_setaffinity(0, processors[1:2] or processors)
        seen = load(server.port, seconds)
    for part in (0.5, 0.95, 0.99, 1.0):
        print(f"others, {part:4.0%}: {seen.percentile(part) * 1000:7.1f} ms")
    print(f"others: {len(seen.seconds)} answers; hostile: {dict(seen.statuses)}")


if __name__ == "__main__":
    main()
