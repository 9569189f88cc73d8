# SPDX-License-Identifier: EUPL-1.2
"""Serves a pack on this machine: `python -m landkaart.web`, which `make portal` runs."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

import landkaart

from . import Settings, create_app
from ._faces.serving import address_of, listen, server_of
from ._http.connections import Limits


def main() -> int:
    """Serves until Ctrl-C; returns the exit status."""
    parser = argparse.ArgumentParser("python -m landkaart.web", description="Serve a pack.")
    parser.add_argument("pack", nargs="?", type=Path, help="default: the pack that is included")
    parser.add_argument("--host", default="127.0.0.1", help="default: only this machine")
    parser.add_argument("--port", type=int, default=8080, help="default 8080; 0 takes a free port")
    parser.add_argument("--base-url", default="", help="the public address, for metadata")
    parser.add_argument("--theme", default="", help="the class of an NL Design System theme")
    parser.add_argument(
        "--stylesheet", metavar="URL", action="append", default=[], help="an extra stylesheet"
    )
    parser.add_argument(
        "--connections", type=int, default=Limits.connections, help="the most at once; default 512"
    )
    parser.add_argument(
        "--request-seconds",
        type=float,
        default=Limits.request_seconds,
        help="the most time for the head of a request; default 10",
    )
    parser.add_argument(
        "--response-seconds",
        type=float,
        default=Limits.response_seconds,
        help="the most time in which a client must take 256 KiB of a response; default 30",
    )
    parser.add_argument(
        "--log", action="store_true", help="log status, route and time of each request, no words"
    )
    asked = parser.parse_args()
    level = logging.INFO if asked.log else logging.WARNING
    logging.basicConfig(level=level, format="%(asctime)s %(message)s")
    limits = Limits(
        connections=asked.connections,
        request_seconds=asked.request_seconds,
        response_seconds=asked.response_seconds,
    )
    try:
        settings = Settings(
            base_url=asked.base_url, theme=asked.theme, stylesheets=tuple(asked.stylesheet)
        )
        pack = landkaart.open(asked.pack) if asked.pack else landkaart.cocreatie()
        with listen(asked.host, asked.port) as listening:
            print(f"{address_of(listening)} shows {pack.manifest.title}; Ctrl-C stops", flush=True)
            server_of(create_app(pack, settings=settings), limits).run(sockets=[listening])
    except landkaart.Error as error:
        print(f"landkaart: {error}", file=sys.stderr)
        return int(error.code)
    except ValueError as error:  # raised by Settings
        print(f"landkaart: {error}", file=sys.stderr)
        return int(landkaart.ErrorCode.INVALID_ARGUMENT)
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
