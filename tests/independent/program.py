# SPDX-License-Identifier: EUPL-1.2
"""Runs the program of the environment variable LANDKAART_BIN, and makes temporary folders."""

import atexit
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

from reader.words import TOP

BUILT = TOP / "build/release"
PROGRAM = os.environ.get("LANDKAART_BIN") or BUILT / "bin/landkaart"
TEMPORARY = tempfile.TemporaryDirectory()
atexit.register(TEMPORARY.cleanup)


def landkaart(*arguments) -> str:
    """The output of the program.

    A program that cannot start or dies of a signal is tried five times, because a build may be
    replacing the file.
    """
    for wait in (1, 2, 4, 8, None):
        try:
            ran = subprocess.run(
                [PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8"
            )
            if ran.returncode == 0:
                return ran.stdout
            problem = AssertionError(
                f"landkaart {' '.join(map(str, arguments))}: {ran.returncode}\n{ran.stderr}"
            )
            momentary = ran.returncode < 0 or ran.returncode > 125
        except OSError as error:
            problem, momentary = error, True
        if wait is None or not momentary:
            raise problem
        time.sleep(wait)


def asked(*arguments):
    return json.loads(landkaart(*arguments, "--json"))


def new_path(name: str) -> Path:
    return Path(tempfile.mkdtemp(dir=TEMPORARY.name)) / name


def built(folder: Path, *options: str) -> Path:
    path = new_path("built.lkp")
    landkaart("build", folder, "-o", path, *options)
    return path
