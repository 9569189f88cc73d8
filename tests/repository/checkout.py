# SPDX-License-Identifier: EUPL-1.2
"""The checkout under test: where its top is, which files belong to it, what they say.

LANDKAART_SOURCE names another top. Git is asked for the files when the top is a work tree, so that
what is ignored stays out; a plain copy is walked.
"""

import functools
import os
import subprocess
from pathlib import Path, PurePosixPath

TOP = Path(os.environ.get("LANDKAART_SOURCE") or Path(__file__).parents[2]).resolve()
NOT_OURS = {".git", ".cache", ".venv", "__pycache__", "build", "dist", "node_modules"}


def git(*arguments: str) -> str | None:
    try:
        ran = subprocess.run(["git", "-C", TOP, *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return ran.stdout.decode()


def listed_by_git() -> list[str] | None:
    """None where git knows nothing, or where the top lies inside another work tree."""
    prefix = git("rev-parse", "--show-prefix")
    if prefix is None or prefix.strip():
        return None
    listing = git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return listing.split("\0") if listing is not None else None


def walked() -> list[str]:
    found = []
    for folder, subfolders, names in os.walk(TOP):
        subfolders[:] = [name for name in subfolders if name not in NOT_OURS]
        found += [(Path(folder) / name).relative_to(TOP).as_posix() for name in names]
    return found


@functools.cache
def files() -> tuple[str, ...]:
    """Every file, sorted, relative to the top, with forward slashes."""
    listing = listed_by_git()
    names = walked() if listing is None else listing
    return tuple(sorted({name for name in names if name and (TOP / name).is_file()}))


def text(path: str) -> str:
    return (TOP / path).read_text(encoding="utf-8")


def with_folders(paths) -> set[str]:
    """The paths and every folder above them; the top itself is "."."""
    return set(paths).union(*(map(str, PurePosixPath(path).parents) for path in paths))
