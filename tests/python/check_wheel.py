# SPDX-License-Identifier: EUPL-1.2
"""Builds a source distribution (sdist) and a wheel from it, repairs the wheel, and tests it.

`make test-wheel` runs this script. It needs PyPI, and writes the repaired wheel to dist/. It makes
two virtual environments: one with the build tools, and one with the wheel and the packages for its
tests.
"""

import re
import shutil
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

TOP = Path(__file__).parents[2]
sys.path.insert(0, str(TOP / "bindings/python"))

from make_wheel import TOOLS, Environment, make_wheel, run  # noqa: E402

DIST = TOP / "dist"
MOST_BYTES = 8_000_000
# Libraries that every Linux system with Python has. The wheel must contain the others it needs.
OF_THE_SYSTEM = {"libc", "libm", "libgcc_s", "libstdc++", "libz", "libpthread", "ld-linux-x86-64"}
STYLE = "ruff==0.17.6"
TESTS = [
    "django==5.2.18",
    "fastapi==0.165.0",
    "httpx==0.28.1",
    "httpx2==2.16.2",  # the test client of Starlette requires it
    "hypothesis==6.170.17",
    "import-linter==2.17",
    "jinja2==3.1.6",
    "jsonschema==4.26.0",
    "pandas==3.1.1",
    "polars==2.1.0",
    "pyarrow==26.0.1",
    "pytest==9.2.0",
    "uvicorn==0.54.0",
]
TYPES = [
    "django-stubs==5.2.9",
    "mypy==2.4.1",
    "pandas-stubs==3.1.0.261029",
    "pyright[nodejs]==1.1.414",
    "typing_extensions==4.16.0",
]
# The C++ program. The tests compare its output with that of the installed command.
PROGRAM = TOP / "build/release/bin/landkaart"
SETTINGS = {"LANDKAART_BIN": str(PROGRAM)} if PROGRAM.exists() else {}


def check_sdist(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = archive.getnames()
    fixtures = [name for name in names if name.endswith("tests/conformance/fixture.lkp")]
    assert len(fixtures) == 1, "no tests in the sdist"
    built = [name for name in names if "/build/" in name or "/dist/" in name]
    assert built == [], "built files in the sdist"


def check_contents(tools: Environment, wheel: Path, folder: Path) -> None:
    size = wheel.stat().st_size
    print(f"{wheel.name}: {size:,} bytes")
    assert size < MOST_BYTES, f"the wheel has {size:,} bytes"
    assert "manylinux" in wheel.name
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
        assert "landkaart/py.typed" in archive.namelist()
    inside = {path.name for path in (folder / "unpacked").rglob("*.so*")}
    for library in (folder / "unpacked").rglob("*.so*"):
        said = tools.program("patchelf", "--print-needed", library)
        needed = {name for name in said.split() if name not in inside}
        foreign = {name for name in needed if re.split(r"\.so", name)[0] not in OF_THE_SYSTEM}
        assert not foreign, f"{library.name} needs {foreign}, which is not in the wheel"


def check_style(tools: Environment) -> None:
    folders = ("bindings/python", "examples", "tests/mutation", "tests/python", "tests/web")
    tools.python("-m", "ruff", "check", *folders)
    tools.python("-m", "ruff", "format", "--check", *folders)


def check_types(clean: Environment, elsewhere: Path) -> None:
    """Checks types in a folder outside the checkout, so that the installed package is checked."""
    settings = TOP / "pyproject.toml"
    clean.install(*TYPES)
    consumer = shutil.copy(TOP / "tests/python/typed_consumer.py", elsewhere)
    clean.python("-m", "mypy", "--config-file", settings, "-p", "landkaart", cwd=elsewhere)
    clean.python("-m", "mypy", "--config-file", settings, consumer, cwd=elsewhere)
    clean.python(
        "-m",
        "mypy.stubtest",
        "--mypy-config-file",
        settings,
        "--allowlist",
        TOP / "tests/python/stub_exceptions.txt",
        "landkaart._landkaart",
        cwd=elsewhere,
    )
    clean.program("pyright", consumer, cwd=elsewhere)
    clean.program("pyright", "--verifytypes", "landkaart", "--ignoreexternal", cwd=elsewhere)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="landkaart-wheel-") as name:
        folder = Path(name)
        tools = Environment(folder / "tools", [*TOOLS, STYLE])
        check_style(tools)
        (folder / "made").mkdir()
        sdist, wheel = make_wheel(tools, folder / "made")
        check_sdist(sdist)
        check_contents(tools, wheel, folder)
        clean = Environment(folder / "clean", [str(wheel), *TESTS], SETTINGS)
        elsewhere = folder / "elsewhere"
        elsewhere.mkdir()
        assert "landkaart" in run(clean.programs / "landkaart", "--version")
        for tests in ("tests/python", "tests/web"):
            print(clean.python("-m", "pytest", "-q", "-p", "no:cacheprovider", tests))
        check_types(clean, elsewhere)
        DIST.mkdir(exist_ok=True)
        for made in (sdist, wheel):
            shutil.copy(made, DIST)
    print("all checks of the wheel passed; it is in dist/")


main()
