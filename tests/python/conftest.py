# SPDX-License-Identifier: EUPL-1.2
"""The packs of the tests: the default pack, and the fixture pack of the conformance cases."""

from pathlib import Path

import pytest

import landkaart

TOP = Path(__file__).parents[2]
FIXTURE = TOP / "tests" / "conformance" / "fixture.lkp"


@pytest.fixture(scope="session")
def pack() -> landkaart.Pack:
    """The default pack."""
    return landkaart.cocreatie()


@pytest.fixture(scope="session")
def samples() -> landkaart.Pack:
    """The fixture pack: 15 items, with every kind of item and every field."""
    return landkaart.open(FIXTURE)


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """An authoring folder without mistakes."""
    landkaart.init(tmp_path / "starter")
    return tmp_path / "starter"
