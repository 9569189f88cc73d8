# SPDX-License-Identifier: EUPL-1.2
"""`encode` writes a film as WebM (VP9) of limited size; `poster` writes one frame as WebP."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import cairo

from .film import FRAME_HEIGHT, FRAME_WIDTH, RATE, Film

LIMIT = 650_000  # largest size of a film in bytes, checked by a test
AIM, MOST = 535_000, 600_000  # bytes; eight films of MOST with their posters take less than 5 MB
POSTER_LIMIT = 60_000  # bytes
BEST = 36  # best quality, as the crf of VP9 (0 is best, 63 is worst)
TRIES = 3

_FFMPEG = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-y"]
_COLOURS = ["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"]


def _raw_frames(rate: int) -> list[str]:
    size = f"{FRAME_WIDTH}x{FRAME_HEIGHT}"
    return f"-f rawvideo -pix_fmt bgr0 -s {size} -r {rate} -i -".split()


def _store_frames(film: Film, path: Path, say: Callable[[str], None]) -> None:
    """Stores all frames without loss, because VP9 encoding reads them in two passes."""
    colours = ["-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p", *_COLOURS]
    lossless = [*["-c:v", "libx264", "-preset", "ultrafast", "-qp", "0"], str(path)]
    command = [*_FFMPEG, *_raw_frames(RATE), *colours, *lossless]
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
    common = f"""-c:v libvpx-vp9 -deadline good -crf {BEST} -b:v {bits} -g 500 -row-mt 1
        -tile-columns 1 -threads 2 -fflags +bitexact -flags:v +bitexact -an""".split()
    read = [*_FFMPEG, "-i", str(source), *common, *_COLOURS, "-passlogfile", str(log)]
    if not log.with_name(f"{log.name}-0.log").exists():
        subprocess.run([*read, *["-pass", "1", "-cpu-used", "5", "-f", "null", "-"]], check=True)
    second = ["-pass", "2", "-cpu-used", "3", "-auto-alt-ref", "1", "-lag-in-frames", "25"]
    subprocess.run([*read, *second, str(target)], check=True)


def encode(film: Film, target: Path, say: Callable[[str], None]) -> int:
    """Writes the film in the best quality that fits in MOST bytes. Returns its size in bytes."""
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
    """Writes the poster: the frame that a page shows before the film plays."""
    surface: cairo.ImageSurface = film.draw(film.board.poster)
    webp = ["-frames:v", "1", "-c:v", "libwebp", "-quality", "82", "-preset", "drawing"]
    command = [*_FFMPEG, *_raw_frames(1), *webp, str(target)]
    subprocess.run(command, input=bytes(surface.get_data()), check=True)
