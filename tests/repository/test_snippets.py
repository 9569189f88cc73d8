# SPDX-License-Identifier: EUPL-1.2
"""Runs the code blocks of README.md and docs/*.md, so that a block works when a reader copies it.

Each document gets a folder of its own, with the default pack as cocreatie.lkp. Its blocks run there
in order, so a later block can use the files of an earlier block:

  cpp      compiled and run; a block without a main is put inside one
  python   run in one session for each document; skipped when landkaart cannot be imported
  sh       run by bash, which stops at the first failure
  sh no-run   not run; allowed only for commands that prepare a machine or build this repository
  json, jsonl, yaml   parsed

`make test` sets these variables: LANDKAART_FLAGS (to compile and link, as pkg-config prints them),
LANDKAART_CXX (the compiler; default c++), LANDKAART_BIN (the command line) and LANDKAART_PACK (the
default pack).
"""

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections.abc import Iterator
from pathlib import Path

import checkout
import prose

DOCUMENT = re.compile(r"README\.md|docs/[^/]+\.md")
RUN = {"cpp", "python", "sh"}
PARSED = {"json", "jsonl", "yaml"}
ONLY_SHOWN = {"", "c", "caddy", "cmake", "css", "html", "http", "js", "markdown", "md", "nginx", "text", "toml"}
NO_RUN = "no-run"
PREPARES = {"apt-get", "cd", "cmake", "git", "make", "pip", "sudo"}
SECONDS = 120


def blocks() -> Iterator[tuple[str, str, prose.Block]]:
    """For each block: its document, its place as file:line, and the block."""
    for path in filter(DOCUMENT.fullmatch, checkout.files()):
        for block in prose.blocks(checkout.text(path)):
            yield path, f"{path}:{block.line}", block


def is_run(block: prose.Block) -> bool:
    return block.language in RUN and NO_RUN not in block.info.split()


def commands(script: str) -> Iterator[str]:
    """The first word of each command of a simple script."""
    for line in script.replace("\\\n", " ").splitlines():
        words = shlex.shlex(line, posix=True, punctuation_chars=True)
        words.whitespace_split = True
        starts = True
        for word in words:
            if starts:
                yield word
            starts = set(word) <= set(";&|")


def mistake(block: prose.Block) -> str | None:
    """The mistake that a block has, as far as it can be found without running it."""
    language = block.language
    if language not in RUN | PARSED | ONLY_SHOWN:
        return f"unknown language {language}; add it to the lists of this test"
    if NO_RUN in block.info.split():
        if language != "sh":
            return f"{NO_RUN} is only for sh"
        refused = [command for command in commands(block.text) if command not in PREPARES]
        return f"{NO_RUN}, but {refused} can run here" if refused else None
    return misparsed(language, block.text)


def misparsed(language: str, text: str) -> str | None:
    try:
        if language == "json":
            json.loads(text)
        elif language == "jsonl":
            list(map(json.loads, text.splitlines()))
        elif language == "yaml" and importlib.util.find_spec("yaml"):
            import yaml

            list(yaml.safe_load_all(text))
    except Exception as error:
        return str(error)
    return None


def program(snippet: str) -> str:
    """The snippet when it has a main; otherwise a main with the snippet, after its includes."""
    if re.search(r"\bmain\s*\(", snippet):
        return snippet
    lines = snippet.splitlines()
    includes = [line for line in lines if line.startswith("#include")]
    body = [line for line in lines if line not in includes]
    before = ["#include <landkaart/landkaart.h>", "#include <iostream>", *includes]
    return "\n".join([*before, "using namespace landkaart;", "int main() {", *body, "}", ""])


def setting(name: str) -> str:
    if not os.environ.get(name):
        raise AssertionError(f"LANDKAART_FLAGS is set but {name} is not; run `make test`")
    return os.environ[name]


class PythonSession:
    """A Python process that runs blocks one after another and keeps their variables."""

    LOOP = """
import contextlib, io, json, sys, traceback
answers, names = sys.stdout, {"__name__": "__main__"}
for line in sys.stdin:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            exec(compile(json.loads(line), "block", "exec"), names)
            failed = False
        except BaseException:
            traceback.print_exc()
            failed = True
    print(json.dumps(said.getvalue() if failed else None), file=answers, flush=True)
"""

    def __init__(self, folder: Path, environment: dict[str, str]):
        self.process = subprocess.Popen(
            [sys.executable, "-c", self.LOOP],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, block: str) -> str | None:
        """Runs it. Returns None for success, and otherwise its output."""
        self.process.stdin.write(json.dumps(block) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        return json.loads(answer) if answer else "the session ended"

    def close(self) -> None:
        self.process.communicate(timeout=SECONDS)


class Page:
    """The folder in which the blocks of one document run, and a folder for compiled programs."""

    def __init__(self, top: Path):
        self.folder = top / "page"
        self.folder.mkdir()
        shutil.copy(setting("LANDKAART_PACK"), self.folder / "cocreatie.lkp")
        self.compiled = top / "compiled"
        self.compiled.mkdir()
        path = [str(Path(setting("LANDKAART_BIN")).resolve().parent), os.environ.get("PATH", "")]
        self.environment = os.environ | {"PATH": os.pathsep.join(path)}
        self.python: PythonSession | None = None

    def run(self, *command) -> str | None:
        """Runs it. Returns None for success, and otherwise its output."""
        try:
            ran = subprocess.run(
                command,
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            return f"still running after {SECONDS} seconds"
        said = ran.stdout.decode(errors="replace")
        return None if ran.returncode == 0 else f"exit code {ran.returncode}\n{said}"

    def try_block(self, block: prose.Block) -> str | None:
        return getattr(self, f"try_{block.language}")(block)

    def try_sh(self, block: prose.Block) -> str | None:
        return self.run("bash", "-euo", "pipefail", "-c", block.text)

    def try_cpp(self, block: prose.Block) -> str | None:
        source = self.compiled / f"line_{block.line}.cpp"
        source.write_text(program(block.text), encoding="utf-8")
        binary = source.with_suffix(".out")
        compiler = shlex.split(os.environ.get("LANDKAART_CXX") or "c++")
        flags = shlex.split(os.environ["LANDKAART_FLAGS"])
        return self.run(*compiler, "-std=c++20", source, "-o", binary, *flags) or self.run(binary)

    def try_python(self, block: prose.Block) -> str | None:
        if self.run(sys.executable, "-c", "import landkaart"):
            raise unittest.SkipTest("landkaart cannot be imported")
        self.python = self.python or PythonSession(self.folder, self.environment)
        return self.python.run(block.text)

    def close(self) -> None:
        if self.python:
            self.python.close()


class TheBlocks(unittest.TestCase):
    def test_blocks_are_well_formed(self):
        for _, place, block in blocks():
            with self.subTest(place):
                self.assertIsNone(mistake(block))


@unittest.skipUnless(
    "LANDKAART_FLAGS" in os.environ, "snippets need a built Landkaart: run `make test`"
)
class TheSnippets(unittest.TestCase):
    def test_blocks_run(self):
        pages = {}
        for path, place, block in filter(lambda found: is_run(found[2]), blocks()):
            with self.subTest(place):
                page = pages.get(path) or pages.setdefault(path, self.page())
                said = page.try_block(block)
                self.assertIsNone(said, f"\n{place}\n{block.text}\n{said}")

    def page(self) -> Page:
        folder = tempfile.TemporaryDirectory(prefix="landkaart-")
        self.addCleanup(folder.cleanup)
        page = Page(Path(folder.name))
        self.addCleanup(page.close)
        return page


class TheCheckItself(unittest.TestCase):
    def test_well_formed_blocks_pass(self):
        for info, text in (
            ("sh no-run", "git clone x && cd x  # rm\nmake -j$(nproc) \\\n  test; sudo x\n"),
            ("json", '{"a": [1]}'),
            ("jsonl", '{"a": 1}\n{"a": 2}\n'),
            ("text", "anything"),
            ("", "anything"),
        ):
            with self.subTest(info):
                self.assertIsNone(mistake(prose.Block(info, text, 1)))

    def test_malformed_blocks_are_found(self):
        for info, text in (
            ("sh no-run", "landkaart show cocreatie.lkp\n"),
            ("sh no-run", "make && landkaart show cocreatie.lkp\n"),
            ("sh no-run", "make | (landkaart show)\n"),
            ("cpp no-run", "int main() {}\n"),
            ("json", "{'a': 1}"),
            ("jsonl", '{"a": 1}\n{"a"\n'),
            ("c++", "int main() {}"),
        ):
            with self.subTest(info, text=text):
                self.assertIsNotNone(mistake(prose.Block(info, text, 1)))

    def test_blocks_are_read_with_language_place_and_margin(self):
        text = "1. Do\n\n   ```sh no-run\n   make\n\n     x\n   ```\n\n````md\n```cpp\n```\n````\n"
        first, second = prose.blocks(text)
        self.assertEqual((first.language, first.line, first.text), ("sh", 3, "make\n\n  x\n"))
        self.assertEqual((second.language, second.text), ("md", "```cpp\n```\n"))
        self.assertFalse(is_run(first))

    def test_a_snippet_without_main_gets_one_and_keeps_its_includes_outside(self):
        whole = program("#include <vector>\nstd::vector<int> v;\n")
        self.assertLess(whole.index("<vector>"), whole.index("int main() {"))
        self.assertLess(whole.index("int main() {"), whole.index("std::vector<int> v;"))
        self.assertEqual(program("int main() {}\n"), "int main() {}\n")


if __name__ == "__main__":
    unittest.main()
