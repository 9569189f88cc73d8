# SPDX-License-Identifier: EUPL-1.2
"""Finds the Debian packages that drawing the videos requires: `missing_packages`.

Imports only the standard library, so that it runs when these packages are missing.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess

MODULES = {"cairo": "python3-cairo", "yaml": "python3-yaml"}
FACES = {"Andika": "fonts-sil-andika", "Z003": "fonts-urw-base35"}


def _has_face(face: str) -> bool:
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(
        ["fc-list", "--format", "%{family}\n", face], capture_output=True, text=True, check=False
    )
    return face in found.stdout


def missing_packages(encoding: bool = True) -> list[str]:
    """The Debian packages to install. With `encoding`, those for writing video files too."""
    missing = [package for name, package in MODULES.items() if not importlib.util.find_spec(name)]
    if not shutil.which("fc-list"):
        missing.append("fontconfig")
    missing += [package for face, package in FACES.items() if not _has_face(face)]
    if encoding and not shutil.which("ffmpeg"):
        missing.append("ffmpeg")
    return missing
