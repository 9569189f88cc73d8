# SPDX-License-Identifier: EUPL-1.2
"""Workbench: builds an authoring folder whenever something in it is saved."""

from __future__ import annotations

import os
import re
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .. import _authoring
from .._errors import Error, Finding, Mistake, SourceMistakes
from .._pack import Pack
from .._pack import open as open_pack

_POLL = 0.1  # seconds between two looks at the folder
_SETTLE = 0.03  # how long it must rest, so that no half-written file is read
_Snapshot = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Proof:
    """What a build gave.

    Attributes:
        number: One more than that of the proof before.
        pack: The last one that could be built; none while there was none.
        mistakes: Why this build gave no pack of its own.
        findings: What an editor would mend.
        seconds: How long it took.
    """

    number: int
    pack: Pack | None
    mistakes: tuple[Mistake, ...]
    findings: tuple[Finding, ...]
    seconds: float


class Workbench:
    """A folder that is being worked on, and the newest proof of it.

    The calls in order: (build | watch)*. Reading `proof` is safe from any thread.
    """

    def __init__(self, source: str | os.PathLike[str]) -> None:
        self.source = Path(source)
        self.proof = Proof(0, None, (), (), 0.0)
        self._built_from: _Snapshot = {}

    def build(self) -> Proof:
        """Builds and reads as an editor, both at once; a pack that cannot be built changes none."""
        self._built_from = self._snapshot()
        begun = time.perf_counter()
        before = self.proof
        with ThreadPoolExecutor(1) as beside:
            linted = beside.submit(self._lint)
            pack, mistakes = self._pack()
            findings = linted.result()
        took = time.perf_counter() - begun
        self.proof = Proof(before.number + 1, pack or before.pack, mistakes, findings, took)
        return self.proof

    def watch(self, stopped: threading.Event) -> Iterator[Proof]:
        """A new proof after every save, until it is told to stop."""
        while not stopped.wait(_POLL):
            seen = self._snapshot()
            if seen == self._built_from:
                continue
            while not stopped.wait(_SETTLE) and (now := self._snapshot()) != seen:
                seen = now
            yield self.build()

    def written(self, item_id: str) -> tuple[str, tuple[Finding, ...]]:
        """Where an item is written, and what an editor would mend in it; empty if not found."""
        file, line = self._place_of(item_id) or ("", 0)
        findings = tuple(
            finding
            for finding in self.proof.findings
            if file and finding.file == file and line in (0, finding.line)
        )
        return f"{file}:{line}" if line else file, findings

    def _pack(self) -> tuple[Pack | None, tuple[Mistake, ...]]:
        try:
            with tempfile.TemporaryDirectory(prefix="landkaart-") as folder:
                path = Path(folder) / "preview.lkp"
                _authoring.build(self.source, path)
                return open_pack(path.read_bytes()), ()
        except SourceMistakes as error:
            return None, error.mistakes
        except Error as error:
            return None, (Mistake(error.where or str(self.source), 0, 0, str(error), ""),)

    def _lint(self) -> tuple[Finding, ...]:
        try:
            return _authoring.lint(self.source).findings
        except Error:  # the build says what is wrong
            return ()

    def _snapshot(self) -> _Snapshot:
        """When each file was last written, and its size; not what editors keep for themselves."""
        found: _Snapshot = {}
        for folder, folders, files in os.walk(self.source):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in files:
                if name.startswith(".") or name.endswith("~"):
                    continue
                path = os.path.join(folder, name)
                try:
                    status = os.stat(path)
                except FileNotFoundError:  # renamed in the meantime
                    continue
                found[path] = (status.st_mtime_ns, status.st_size)
        return found

    def _place_of(self, item_id: str) -> tuple[str, int] | None:
        """The file of an item, and its line when the file holds more than one."""
        named = re.compile(rf"^id:[ \t]*[\"']?{re.escape(item_id)}[\"']?[ \t]*$", re.MULTILINE)
        for path in sorted(self.source.glob("*/**/*.md"), key=lambda path: path.stem != item_id):
            if path.stem == item_id or named.search(_text(path)):
                return path.relative_to(self.source).as_posix(), 0
        in_line = re.compile(rf'"id":\s*"{re.escape(item_id)}"')
        for path in sorted(self.source.glob("*/**/*.jsonl")):
            for number, line in enumerate(_text(path).splitlines(), start=1):
                if in_line.search(line):
                    return path.relative_to(self.source).as_posix(), number
        return None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # renamed in the meantime
        return ""
