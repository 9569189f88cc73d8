# SPDX-License-Identifier: EUPL-1.2
"""Frames to a WebM of VP9 below a limit of size, and one frame to a poster. `encode` and `poster`."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import cairo

from .film import FRAME_HEIGHT, FRAME_WIDTH, RATE, Film

LIMIT = 650_000  # bytes that a film may take
AIM, MOST = 535_000, 600_000  # so that all eight, with posters, stay below 5 MB
POSTER_LIMIT = 60_000
BEST = 36  # no better quality than this, in VP9's own scale
TRIES = 3

_FFMPEG = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-y"]
_COLOURS = ["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"]


def _store_frames(film: Film, path: Path, say: Callable[[str], None]) -> None:
    """Draws all frames once, without loss, since encoding looks at them twice."""
    size = f"{FRAME_WIDTH}x{FRAME_HEIGHT}"
    command = [*_FFMPEG, "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", size, "-r", str(RATE),
               "-i", "-", "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
               *_COLOURS, "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", str(path)]  # fmt: skip
    frames = round(film.board.seconds * RATE)
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        assert process.stdin
        for frame in range(frames):
            if frame % 250 == 0:
                say(f"  frame {frame} of {frames}")
            process.stdin.write(film.draw(frame / RATE).get_data())
        process.stdin.close()
        if process.wait():
            raise RuntimeError("ffmpeg could not store the frames")


def _vp9(source: Path, target: Path, bits: int, log: Path) -> None:
    common = [*_FFMPEG, "-i", str(source), "-c:v", "libvpx-vp9", "-crf", str(BEST),
              "-b:v", str(bits), "-g", "500", "-row-mt", "1", "-tile-columns", "1",
              "-threads", "2", *_COLOURS, "-fflags", "+bitexact", "-flags:v", "+bitexact", "-an",
              "-passlogfile", str(log)]  # fmt: skip
    first = ["-pass", "1", "-deadline", "good", "-cpu-used", "5", "-f", "null", "-"]
    second = ["-pass", "2", "-deadline", "good", "-cpu-used", "3", "-auto-alt-ref", "1",
              "-lag-in-frames", "25", str(target)]  # fmt: skip
    if not log.with_name(log.name + "-0.log").exists():
        subprocess.run([*common, *first], check=True)
    subprocess.run([*common, *second], check=True)


def encode(film: Film, target: Path, say: Callable[[str], None]) -> int:
    """Writes the film, as good as its size allows, and returns that size in bytes."""
    bits = round(AIM * 8 / film.board.seconds)
    with tempfile.TemporaryDirectory() as folder:
        frames, result = Path(folder) / "frames.mkv", Path(folder) / "film.webm"
        _store_frames(film, frames, say)
        for _ in range(TRIES):
            _vp9(frames, result, bits, Path(folder) / "pass")
            size = result.stat().st_size
            say(f"  at {bits // 1000} kbit/s: {size // 1000} kB")
            if size <= MOST:
                target.write_bytes(result.read_bytes())
                return size
            bits = round(bits * AIM / size * 0.97)
    raise RuntimeError(f"{film.board.id} does not fit in {MOST} bytes")


def poster(film: Film, target: Path) -> None:
    """Writes one frame as the picture that stands there before the film plays."""
    surface: cairo.ImageSurface = film.draw(film.board.poster)
    command = [*_FFMPEG, "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{FRAME_WIDTH}x{FRAME_HEIGHT}", "-i", "-",
               "-frames:v", "1", "-c:v", "libwebp",
               "-quality", "82", "-preset", "drawing", str(target)]  # fmt: skip
    subprocess.run(command, input=bytes(surface.get_data()), check=True)
