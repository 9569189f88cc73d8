# SPDX-License-Identifier: EUPL-1.2
"""The table of hostile packs: how each is made, and the commands that each must bound."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class HostilePack:
    name: str
    description: str
    make: Callable[[], bytes]
    # Command lines, such as "search --pack {pack} evil". {pack} is the file, {folder} a new folder.
    commands: tuple[str, ...]
    # A part of the message with which `verify` refuses the pack, because the pack breaks the
    # specification or a limit in one place. Empty when the pack is within the limits: its commands
    # must then succeed.
    refused: str


PACKS: dict[str, HostilePack] = {}


def hostile(*commands: str, refused: str = ""):
    """Adds the pack that a function makes. The docstring of the function describes the pack."""

    def register(make: Callable[[], bytes]):
        name = make.__name__.replace("_", "-")
        assert name not in PACKS, name
        PACKS[name] = HostilePack(name, make.__doc__, make, commands, refused)
        return make

    return register
