# SPDX-License-Identifier: EUPL-1.2
"""Runs the landkaart command: `python -m landkaart`."""

from ._command_line import main

if __name__ == "__main__":
    main()
