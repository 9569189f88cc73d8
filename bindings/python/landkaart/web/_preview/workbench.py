# SPDX-License-Identifier: EUPL-1.2
"""Workbench: builds an authoring folder after each change of its files."""

from __future__ import annotations

import datetime
import os
import re
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ... import _authoring
from ..._authoring import LeftOut
from ..._errors import Error, Finding, Mistake, SourceMistakes
from ..._pack import Pack
from ..._pack import open as open_pack

_POLL = 0.1  # seconds between two checks of the folder
_SETTLE = 0.03  # seconds without changes before a build, so that no half-written file is read
_LINK = {
    "en": (
        "this is a symbolic link to {}, which is not published",
        "replace it by a copy of the file",
    ),
    "nl": (
        "dit is een symbolische link naar {}, en dat wordt niet gepubliceerd",
        "vervang hem door een kopie van het bestand",
    ),
}
_Snapshot = dict[str, tuple[int, int]]  # by path: time of modification in ns, and size in bytes


@dataclass(frozen=True)
class Choices:
    """The items that are built, and the language of messages; as in landkaart.build. The default
    builds the same items as landkaart.build does."""

    with_drafts: bool = False
    with_future: bool = False
    valid_on: datetime.date | None = None
    messages_in: Literal["en", "nl"] = "en"


@dataclass(frozen=True)
class Proof:
    """The result of one build, like a proof in printing: the state of the pages for the editor.

    Attributes:
        number: The number of the build: 1 more than that of the previous proof.
        pack: The pack of the last successful build; None before the first one.
        mistakes: The mistakes that made this build fail; empty when it succeeded.
        findings: The findings of lint.
        seconds: The duration of the build.
        left_out: The items that the build left out; those of the last build that succeeded.
    """

    number: int
    pack: Pack | None
    mistakes: tuple[Mistake, ...]
    findings: tuple[Finding, ...]
    seconds: float
    left_out: LeftOut


class Workbench:
    """An authoring folder that is being edited, and the newest proof of it.

    Only one thread may call `build` and `watch`. Every thread may read `proof`.
    """

    def __init__(self, source: str | os.PathLike[str], choices: Choices | None = None) -> None:
        self.source = Path(source)
        self.choices = choices or Choices()
        self.proof = Proof(0, None, (), (), 0.0, LeftOut(0, 0, None))
        self._built_from: _Snapshot = {}

    def build(self) -> Proof:
        """Builds the folder and runs lint, at the same time. A failed build keeps the previous
        pack."""
        self._built_from = self._snapshot()
        begun = time.perf_counter()
        before = self.proof
        with ThreadPoolExecutor(1) as beside:
            linted = beside.submit(self._lint)
            built, mistakes = self._pack()
            findings = linted.result()
        took = time.perf_counter() - begun
        pack, left_out = built or (before.pack, before.left_out)
        self.proof = Proof(before.number + 1, pack, mistakes, findings, took, left_out)
        return self.proof

    def watch(self, stopped: threading.Event) -> Iterator[Proof]:
        """Builds after each change of the folder and yields the proof, until `stopped` is set."""
        while not stopped.wait(_POLL):
            seen = self._snapshot()
            if seen == self._built_from:
                continue
            while not stopped.wait(_SETTLE) and (now := self._snapshot()) != seen:
                seen = now
            yield self.build()

    def written(self, item_id: str) -> tuple[str, tuple[Finding, ...]]:
        """The place of an item in the folder, such as "topics/a.md" or "topics/many.jsonl:2", and
        its findings. Both are empty when the item is not found."""
        file, line = self._place_of(item_id) or ("", 0)
        findings = tuple(
            finding
            for finding in self.proof.findings
            if file and finding.file == file and line in (0, finding.line)
        )
        return f"{file}:{line}" if line else file, findings

    def _pack(self) -> tuple[tuple[Pack, LeftOut] | None, tuple[Mistake, ...]]:
        leaving = tuple(self._links_that_leave())
        if leaving:
            return None, leaving
        try:
            with tempfile.TemporaryDirectory(prefix="landkaart-") as folder:
                path = Path(folder) / "preview.lkp"
                report = _authoring.build(
                    self.source,
                    path,
                    with_drafts=self.choices.with_drafts,
                    with_future=self.choices.with_future,
                    valid_on=self.choices.valid_on,
                    messages_in=self.choices.messages_in,
                )
                return (open_pack(path.read_bytes()), report.left_out), ()
        except SourceMistakes as error:
            return None, error.mistakes
        except Error as error:
            return None, (Mistake(error.where or str(self.source), 0, 0, "", str(error), ""),)

    def _lint(self) -> tuple[Finding, ...]:
        try:
            report = _authoring.lint(
                self.source,
                today=self.choices.valid_on,
                with_drafts=self.choices.with_drafts,
                with_future=self.choices.with_future,
                messages_in=self.choices.messages_in,
            )
            return report.findings
        except Error:  # the build reports the same error
            return ()

    def _links_that_leave(self) -> Iterator[Mistake]:
        """The symbolic links to files outside the folder, or to hidden files such as those of
        .git. The preview would publish those files."""
        inside = self.source.resolve()
        for folder, folders, files in os.walk(self.source):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in sorted([*folders, *files]):
                path = Path(folder, name)
                if path.is_symlink() and not _is_open_file(path.resolve(), inside):
                    problem, remedy = _LINK[self.choices.messages_in]
                    place = path.relative_to(self.source).as_posix()
                    yield Mistake(place, 0, 0, "", problem.format(path.resolve()), remedy)

    def _snapshot(self) -> _Snapshot:
        """The state of every file, except hidden files and backup files of text editors
        ("name~")."""
        found: _Snapshot = {}
        for folder, folders, files in os.walk(self.source):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in files:
                if name.startswith(".") or name.endswith("~"):
                    continue
                path = os.path.join(folder, name)
                try:
                    status = os.stat(path)
                except OSError:  # removed after os.walk listed it, or a link to nothing
                    continue
                found[path] = (status.st_mtime_ns, status.st_size)
        return found

    def _place_of(self, item_id: str) -> tuple[str, int] | None:
        """The file of an item, and its line when the file holds several items; otherwise line 0.

        The file has the id as its name, or states the id; None when there is no such file.
        """
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


def _is_open_file(path: Path, folder: Path) -> bool:
    """Whether a file is in a folder and neither it nor a folder above it is hidden."""
    if not path.is_relative_to(folder):
        return False
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # renamed or removed after it was listed
        return ""
