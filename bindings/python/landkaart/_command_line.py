# SPDX-License-Identifier: EUPL-1.2
"""The landkaart command: the same program as the C++ one, called from Python."""

from __future__ import annotations

import signal
import sys
from typing import NoReturn

from . import _landkaart


def main() -> NoReturn:
    """Runs one command with the arguments of this process, and exits with its status."""
    # The program runs outside Python, so signals do what they do to any program.
    for name in ("SIGINT", "SIGPIPE"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    sys.exit(_landkaart.run_command_line(sys.argv[1:]))
