# SPDX-License-Identifier: EUPL-1.2
"""Makes one call on a pack. Prints the processor time of the call in seconds and its peak memory in
bytes, or nothing when the pack lacks what the call needs.

    measured_call.py PACK CALL

measure_bounds.py runs a process for each call, because memory that an earlier call freed would hide
the peak of a later one. Linux only: /proc has the peak memory.
"""

import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import landkaart
from landkaart import _landkaart

# For the words of the packs: a word, a phrase, beginnings and misspelt words, words with as many
# synonyms as the limits allow, words of as many groups of synonyms, and 48 beginnings.
QUERIES = (
    "evil",
    '"evil evil"',
    'e* evli w* "evil evil" -"evil w1"',
    " ".join(f"s{number:02}" for number in range(48)),
    " ".join(f"w{number:x}" for number in range(0, 16_000, 340)),
    " ".join(f"w{number}*" for number in ["", *range(47)]),
)
Call = Callable[[], object]


def item(pack) -> landkaart.Item:
    """The item a000031, which has the most links in the pack most-links; else the first item."""
    return pack.get("a000031") or next(iter(pack.values()))


def drawing(draw: Callable, pack) -> Call:
    journeys = pack.journeys
    return lambda: draw(highlight=journeys[0] if journeys else None)


def between(pack) -> Call:
    """The path between the first and the last place."""
    drawn, ids = pack.map, [place.id for place in pack.map.places]
    first, last = ids[0], ids[-1]
    return lambda: drawn.journey(first, last)


def export(pack):
    with tempfile.TemporaryDirectory() as folder:
        landkaart.export(pack, Path(folder) / "exported")


def result(query: str, part: str) -> Callable[..., Call]:
    """A call on the result of a search."""

    def prepared(pack) -> Call:
        found = pack.search(query, limit=1)
        asked = found.hits[0] if part == "snippet" else found
        return lambda: getattr(asked, part)

    return prepared


def searches(query: str) -> dict[str, Callable[..., Call]]:
    parts = ("total", "facets", "suggestion", "snippet")
    return {
        f"search {query}": lambda pack: lambda: pack.search(query),
        **{f"{part} {query}": result(query, part) for part in parts},
    }


def items(pack) -> Call:
    first = item(pack)
    # `pack.where` refuses an item that is no theme.
    filter = _landkaart.Filter(0, first.id, "tag", "", 0, None, None, 0, "")
    return lambda: pack._core.items(filter)


# Each function prepares a call on an opened pack.
CALLS: dict[str, Callable[..., Call]] = {
    "verify": lambda pack: lambda: landkaart.verify(pack),
    "items": items,
    "work_forms": lambda pack: lambda: len(pack.work_forms.where(group_size=8)),
    "json": lambda pack: item(pack)._core.json,
    "html": lambda pack: item(pack)._core.html,
    "text": lambda pack: item(pack)._core.text,
    "markdown": lambda pack: item(pack)._core.markdown,
    "links": lambda pack: item(pack)._core.links,
    "backlinks": lambda pack: item(pack)._core.backlinks,
    "related": lambda pack: item(pack)._core.related,
    **{name: call for query in QUERIES for name, call in searches(query).items()},
    "redirects": lambda pack: pack._core.redirects,
    "assets": lambda pack: pack._core.assets,
    "synonyms": lambda pack: pack._core.synonyms,
    "suggest": lambda pack: lambda: (pack.suggest("w"), pack.suggest("evli w")),
    "map": lambda pack: lambda: pack.map,
    "svg": lambda pack: drawing(pack.map.svg, pack),
    "html of a map": lambda pack: drawing(pack.map.html, pack),
    "journey": between,
    "export": lambda pack: lambda: export(pack),
}


def memory(name: str) -> int:
    """A number of bytes in the status of this process, such as VmRSS."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(rf"^{name}:\s+(\d+) kB", status, re.MULTILINE)[1]) * 1024


def measured(call: Call) -> tuple[float, int]:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # resets the peak
    before, begin = memory("VmRSS"), time.process_time()
    try:
        call()
    except landkaart.Error as error:
        print(error, file=sys.stderr)
    return time.process_time() - begin, max(memory("VmHWM") - before, 0)


def main():
    path, name = Path(sys.argv[1]), sys.argv[2]
    if name == "open":
        call = lambda: landkaart.open(path)  # noqa: E731
    else:
        try:
            call = CALLS[name](landkaart.open(path))
        except (IndexError, StopIteration, landkaart.Error):  # no item, place or hit
            return
    print(*measured(call))


if __name__ == "__main__":
    main()
