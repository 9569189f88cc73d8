# SPDX-License-Identifier: EUPL-1.2
"""Errors of the C++ library become Python exceptions, subclasses of the fitting built-in ones."""

import errno
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FIXTURE

import landkaart
from landkaart import ErrorCode


def error_of(path: Path | bytes) -> landkaart.PackError:
    with pytest.raises(landkaart.PackError) as caught:
        landkaart.open(path)
    return caught.value


def test_a_missing_file_is_a_file_not_found_error(tmp_path: Path) -> None:
    error = error_of(tmp_path / "weg.lkp")
    assert isinstance(error, FileNotFoundError)
    assert error.errno == errno.ENOENT
    assert error.filename == str(tmp_path / "weg.lkp")
    assert error.code is ErrorCode.IO
    assert str(error).startswith("there is no such file; check the path")


def test_a_folder_is_an_os_error(tmp_path: Path) -> None:
    error = error_of(tmp_path)
    assert isinstance(error, OSError)
    assert error.code is ErrorCode.NOT_A_FILE


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the user root can read every file"
)
def test_a_forbidden_file_is_a_permission_error(tmp_path: Path) -> None:
    path = tmp_path / "geheim.lkp"
    path.write_bytes(b"x")
    path.chmod(0)
    assert isinstance(error_of(path), PermissionError)


def test_a_file_that_is_not_a_pack_raises_no_os_error(tmp_path: Path) -> None:
    path = tmp_path / "brief.lkp"
    path.write_text("Geachte raad,")
    error = error_of(path)
    assert not isinstance(error, OSError)
    assert error.code == 30


def test_a_damaged_page_is_reported_when_it_is_read() -> None:
    content = bytearray(FIXTURE.read_bytes())
    content[700] ^= 0xFF
    assert error_of(bytes(content)).code is ErrorCode.DAMAGED


def test_a_failed_build_lists_all_mistakes(starter: Path, tmp_path: Path) -> None:
    (starter / "topics" / "fout.md").write_text("---\ntitel: Fout\nthemes: [nergens]\n---\n")
    with pytest.raises(landkaart.SourceMistakes) as caught:
        landkaart.build(starter, tmp_path / "uit.lkp")
    mistakes = caught.value.mistakes
    assert {mistake.file for mistake in mistakes} == {"topics/fout.md"}
    assert landkaart.lint(starter).mistakes == mistakes
    assert all(mistake.problem and mistake.remedy and str(mistake) for mistake in mistakes)
    assert not (tmp_path / "uit.lkp").exists()


def test_building_into_a_missing_folder_is_a_file_not_found_error(
    starter: Path, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        landkaart.build(starter, tmp_path / "nergens" / "uit.lkp")
    assert isinstance(caught.value, landkaart.Error)


def test_every_error_can_be_pickled(starter: Path, tmp_path: Path, samples: landkaart.Pack) -> None:
    (starter / "pack.yaml").write_text("id: [")
    failing = [
        lambda: landkaart.open(tmp_path / "weg"),
        lambda: landkaart.open(tmp_path),
        lambda: landkaart.open(b"geen pack"),
        lambda: landkaart.open(FIXTURE.read_bytes()[:5000]),
        lambda: landkaart.build(starter, tmp_path / "uit.lkp"),
        lambda: samples["weg"],
        lambda: samples.search("x", limit=-1),
    ]
    for fail in failing:
        with pytest.raises(landkaart.Error) as caught:
            fail()
        error = caught.value
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert (str(again), again.code, again.where) == (str(error), error.code, error.where)
        assert getattr(again, "mistakes", ()) == getattr(error, "mistakes", ())
        assert getattr(again, "errno", None) == getattr(error, "errno", None)


def test_error_codes_equal_those_of_the_cpp_header() -> None:
    header = (Path(__file__).parents[2] / "core/include/landkaart/error.h").read_text()
    (listed,) = re.findall(r"enum class ErrorCode[^{]*\{(.*?)\};", header, re.DOTALL)
    numbers = {name.upper(): int(number) for name, number in re.findall(r"(\w+) = (\d+),", listed)}
    assert {code.name: code.value for code in ErrorCode} == numbers


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space reliably")
def test_too_little_memory_is_a_memory_error(tmp_path: Path) -> None:
    path = tmp_path / "groot.lkp"
    with path.open("wb") as file:
        file.truncate(1 << 36)
    script = f"""
import landkaart, resource
resource.setrlimit(resource.RLIMIT_AS, (1 << 32, 1 << 32))
for in_memory in (True, False):
    try:
        landkaart.open({str(path)!r}, read_into_memory=in_memory)
    except MemoryError:
        print("MemoryError")
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "MemoryError\n" * 2
