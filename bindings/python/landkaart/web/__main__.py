# SPDX-License-Identifier: EUPL-1.2
"""Serves a pack on this machine: `python -m landkaart.web`, which `make portal` runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import landkaart

from . import Settings, create_app
from ._serving import address_of, listen, server_of


def main() -> int:
    """Serves until Ctrl-C; returns the exit status."""
    parser = argparse.ArgumentParser("python -m landkaart.web", description="Serve a pack.")
    parser.add_argument("pack", nargs="?", type=Path, help="default: the pack that is included")
    parser.add_argument("--host", default="127.0.0.1", help="default: only this machine")
    parser.add_argument("--port", type=int, default=8080, help="default 8080; 0 takes a free port")
    parser.add_argument("--theme", default="", help="the class of an NL Design System theme")
    parser.add_argument(
        "--stylesheet", metavar="URL", action="append", default=[], help="an extra stylesheet"
    )
    asked = parser.parse_args()
    settings = Settings(theme=asked.theme, stylesheets=tuple(asked.stylesheet))
    try:
        pack = landkaart.open(asked.pack) if asked.pack else landkaart.cocreatie()
        with listen(asked.host, asked.port) as listening:
            print(f"{address_of(listening)} shows {pack.manifest.title}; Ctrl-C stops", flush=True)
            server_of(create_app(pack, settings=settings)).run(sockets=[listening])
    except landkaart.Error as error:
        print(f"landkaart: {error}", file=sys.stderr)
        return int(error.code)
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
