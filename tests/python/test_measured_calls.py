# SPDX-License-Identifier: EUPL-1.2
"""The calls that `make bench` measures for SECURITY.md can be made. `make test` measures nothing,
so without these tests a change of the package could break a call unnoticed."""

import sys
from pathlib import Path

import pytest

import landkaart

sys.path.append(str(Path(__file__).parents[1] / "hostile"))

from measured_call import CALLS, QUERIES, result

# The other queries are for words of the hostile packs.
NAMES = [name for name in CALLS if not name.endswith(QUERIES)]
PARTS = ("total", "facets", "suggestion", "snippet")


@pytest.mark.parametrize("name", NAMES)
def test_a_measured_call_can_be_made(name: str, samples: landkaart.Pack) -> None:
    CALLS[name](samples)()


@pytest.mark.parametrize("part", PARTS)
def test_a_measured_part_of_a_search_can_be_read(part: str, samples: landkaart.Pack) -> None:
    assert f"{part} {QUERIES[0]}" in CALLS
    result("wadi", part)(samples)()
