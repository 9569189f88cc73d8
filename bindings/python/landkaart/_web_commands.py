# SPDX-License-Identifier: EUPL-1.2
"""The subcommands `site` and `preview` of the landkaart command, which only the Python package
has."""

from __future__ import annotations

import argparse
import datetime
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import landkaart

if TYPE_CHECKING:
    from .web import Settings

COMMANDS = ("site", "preview")
_WITHOUT_EXTRA = 1


def run(arguments: Sequence[str]) -> int:
    """Runs one of COMMANDS and returns its exit status: 0, an ErrorCode, or 1 when a package of the
    extra "web" is missing."""
    asked = _parser().parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], None] = asked.command
        command(asked)
    except ModuleNotFoundError as error:
        print(f"landkaart: {error.name} is missing; pip install 'landkaart[web]'", file=sys.stderr)
        return _WITHOUT_EXTRA
    except landkaart.Error as error:
        print(f"landkaart: {error}", file=sys.stderr)
        return int(error.code)
    except ValueError as error:  # raised by Settings
        print(f"landkaart: {error}", file=sys.stderr)
        return int(landkaart.ErrorCode.INVALID_ARGUMENT)
    except KeyboardInterrupt:
        pass
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("landkaart", allow_abbrev=False)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    site = commands.add_parser("site", help="Write the pages of a pack as files")
    site.add_argument(
        "pack", metavar="PACK", nargs="?", type=Path, help="the pack; default: the one included"
    )
    site.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        required=True,
        type=Path,
        help="the folder to write: new, empty, or written by this command",
    )
    site.add_argument("--base-url", default="", help="the public address of the site, for metadata")
    site.set_defaults(command=_site)
    preview = commands.add_parser("preview", help="Show a folder as pages while it is edited")
    preview.add_argument("source", metavar="SRC", type=Path, help="the folder with pack.yaml")
    preview.add_argument("--port", type=int, default=8080, help="default 8080; 0 takes a free port")
    preview.add_argument(
        "--name",
        metavar="HOST",
        action="append",
        default=[],
        help="a host name to answer to, besides localhost",
    )
    preview.add_argument("--drafts", action="store_true", help="also show items with draft: true")
    preview.add_argument(
        "--future",
        action="store_true",
        help="also show items whose valid-from is after the date of the pack",
    )
    preview.add_argument(
        "--valid-on",
        metavar="DATE",
        type=_date,
        help="the date of the pack, YYYY-MM-DD; default: today in UTC",
    )
    preview.add_argument(
        "--messages-in",
        choices=("en", "nl"),
        default=_language_of_locale(),
        help="the language of mistakes and findings; default: that of the locale",
    )
    preview.set_defaults(command=_preview)
    for command in (site, preview):
        command.add_argument("--theme", default="", help="the class of an NL Design System theme")
        command.add_argument(
            "--stylesheet", metavar="URL", action="append", default=[], help="an extra stylesheet"
        )
        command.add_argument(
            "--language",
            choices=("nl", "fy", "en"),
            default="nl",
            help="the language of buttons and messages",
        )
    return parser


def _site(asked: argparse.Namespace) -> None:
    from .web._faces.site import write_site

    # As an exception, so that the files that are not in their place yet are removed.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    pack = landkaart.open(asked.pack) if asked.pack else landkaart.cocreatie()
    report = write_site(pack, asked.output, _settings(asked, base_url=asked.base_url))
    print(f"{asked.output}: {report.pages} pages, {report.files} files, {report.bytes} bytes")


def _preview(asked: argparse.Namespace) -> None:
    from .web._preview.server import serve_preview
    from .web._preview.workbench import Choices

    serve_preview(
        asked.source,
        port=asked.port,
        names=asked.name,
        settings=_settings(asked),
        choices=Choices(asked.drafts, asked.future, asked.valid_on, asked.messages_in),
        tell=_tell,
    )


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; write YYYY-MM-DD") from error


def _language_of_locale() -> str:
    """The language of messages, by the same rule as the commands in C++."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "nl" if value.startswith("nl") else "en"
    return "en"


def _tell(line: str) -> None:
    print(line, flush=True)


def _settings(asked: argparse.Namespace, base_url: str = "") -> Settings:
    from .web import Settings

    return Settings(
        base_url=base_url,
        theme=asked.theme,
        stylesheets=tuple(asked.stylesheet),
        language=asked.language,
    )
