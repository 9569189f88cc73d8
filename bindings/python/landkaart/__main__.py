# SPDX-License-Identifier: EUPL-1.2
"""python -m landkaart: the landkaart command."""

from ._command_line import main

if __name__ == "__main__":
    main()
