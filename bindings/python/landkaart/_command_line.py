# SPDX-License-Identifier: EUPL-1.2
"""The landkaart command. `site` and `preview` are written in Python; every other subcommand is run
by the C++ command line, which the compiled module contains."""

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
    # Python's own signal handlers run only between Python instructions, so they would wait until
    # the C++ code returns. With the default action, Ctrl-C and a closed pipe end the process at
    # once.
    for name in ("SIGINT", "SIGPIPE"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    sys.exit(_landkaart.run_command_line(arguments))
