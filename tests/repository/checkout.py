# SPDX-License-Identifier: EUPL-1.2
"""The repository under test: its top folder, its files, and their text.

LANDKAART_SOURCE names another top folder. When the top folder is a git work tree, git lists the
files, without those that it ignores. A plain copy is walked instead.
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
    """The files that git knows; None without git, or inside another work tree."""
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
    """The paths of all files, sorted, relative to the top folder, with forward slashes."""
    listing = listed_by_git()
    names = walked() if listing is None else listing
    return tuple(sorted({name for name in names if name and (TOP / name).is_file()}))


def text(path: str) -> str:
    return (TOP / path).read_text(encoding="utf-8")


def with_folders(paths) -> set[str]:
    """The paths and every folder above them; "." is the top folder."""
    return set(paths).union(*(map(str, PurePosixPath(path).parents) for path in paths))
