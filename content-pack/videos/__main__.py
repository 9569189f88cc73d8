# SPDX-License-Identifier: EUPL-1.2
"""Makes the videos of a pack from its storyboards; see --help."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import needs

PACK = Path(__file__).resolve().parents[1] / "cocreatie"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="videos", description=__doc__)
    parser.add_argument("ids", nargs="*", help="ids of the films to make; default: all")
    parser.add_argument("--pack", type=Path, default=PACK, help="authoring folder of the pack")
    parser.add_argument(
        "--texts", action="store_true", help="make only captions, transcripts and posters"
    )
    parser.add_argument(
        "--frames",
        type=float,
        nargs="+",
        metavar="SECOND",
        help="only write the frames at these seconds as PNG files",
    )
    parser.add_argument("--to", type=Path, default=Path("build/videos"), help="folder for PNGs")
    return parser.parse_args()


def _make(storyboard: Path, arguments: argparse.Namespace) -> None:
    from . import captions, encode
    from .film import Film
    from .storyboard import read

    pack: Path = arguments.pack
    film = Film(read(storyboard), pack / "map.geojson")
    name = film.board.id
    if arguments.frames:
        arguments.to.mkdir(parents=True, exist_ok=True)
        for moment in arguments.frames:
            film.draw(moment).write_to_png(str(arguments.to / f"{name}-{moment:05.1f}.png"))
        return
    assets = pack / "assets" / "videos"
    assets.mkdir(parents=True, exist_ok=True)
    item = pack / "videos" / f"{name}.md"
    item.write_text(captions.fill_in(item.read_text(encoding="utf-8"), film.board), "utf-8")
    (assets / f"{name}.vtt").write_text(captions.webvtt(film.board), "utf-8")
    encode.poster(film, assets / f"{name}.webp")
    if not arguments.texts:
        print(f"{name}: {film.board.seconds:.1f} s", flush=True)
        size = encode.encode(film, assets / f"{name}.webm", lambda text: print(text, flush=True))
        print(f"{name}: {size // 1000} kB", flush=True)


def main() -> int:
    """Makes the requested films. Prints the packages to install when some are missing."""
    arguments = _arguments()
    missing = needs.missing_packages()
    if missing:
        print("To draw the videos, some packages are missing. Please run:", file=sys.stderr)
        print(f"  sudo apt-get install {' '.join(missing)}", file=sys.stderr)
        return 1
    storyboards = sorted((arguments.pack / "storyboards").glob("*.yaml"))
    known = {path.stem for path in storyboards}
    if unknown := set(arguments.ids) - known:
        print(f"There is no storyboard for {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    for storyboard in storyboards:
        if not arguments.ids or storyboard.stem in arguments.ids:
            _make(storyboard, arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main())
