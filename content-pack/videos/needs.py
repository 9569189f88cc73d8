# SPDX-License-Identifier: EUPL-1.2
"""What drawing needs, and which Debian packages have it. `missing_packages` says what is not there.

Imports nothing but the standard library, so that it can run where the rest cannot.
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
    """Packages to install first: for encoding, or only for laying out and drawing."""
    missing = [package for name, package in MODULES.items() if not importlib.util.find_spec(name)]
    if not shutil.which("fc-list"):
        missing.append("fontconfig")
    missing += [package for face, package in FACES.items() if not _has_face(face)]
    if encoding and not shutil.which("ffmpeg"):
        missing.append("ffmpeg")
    return missing
