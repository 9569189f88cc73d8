# SPDX-License-Identifier: EUPL-1.2
"""The landkaart command: the program of C++, called from Python, and what only Python has."""

from __future__ import annotations

import signal
import sys
from typing import NoReturn

from . import _landkaart, _web_commands


def main() -> NoReturn:
    """Runs one command with the arguments of this process, and exits with its status."""
    arguments = sys.argv[1:]
    if arguments[:1] and arguments[0] in _web_commands.COMMANDS:
        sys.exit(_web_commands.run(arguments))
    # The program runs outside Python, so signals do what they do to any program.
    for name in ("SIGINT", "SIGPIPE"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    sys.exit(_landkaart.run_command_line(arguments))
