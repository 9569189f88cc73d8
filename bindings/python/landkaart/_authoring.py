# SPDX-License-Identifier: EUPL-1.2
"""From a folder of Markdown to a pack and back, and the check of a pack."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from typing import NamedTuple, Union

from . import _landkaart
from ._errors import Finding, Mistake
from ._pack import Pack, open
from ._values import Progress

_Path = Union[str, "os.PathLike[str]"]


class BuildReport(NamedTuple):
    """What came of a build.

    Attributes:
        root: SHA-256 of the content of the pack.
        items: How many there are.
        bytes: The size of the file.
        notes: What the packager should know and need not mend.
    """

    root: str
    items: int
    bytes: int
    notes: tuple[Mistake, ...]


class LintReport(NamedTuple):
    """What is to be mended in a folder, both in order of file and line.

    Attributes:
        mistakes: What must be mended before the folder compiles.
        findings: What an editor would mend. While an item cannot be read, rules that compare
            items find nothing.

    Example:
        >>> landkaart.init(folder / "goed")
        >>> landkaart.lint(folder / "goed")
        LintReport(mistakes=(), findings=())
    """

    mistakes: tuple[Mistake, ...]
    findings: tuple[Finding, ...]


class Verification(NamedTuple):
    """A pack that is sound.

    Attributes:
        bytes: The size of the file.
        items: How many there are.
        words: How many there are in the search index.
        signatures: 0 when nobody vouches for the pack.
    """

    bytes: int
    items: int
    words: int
    signatures: int


def build(
    source: _Path,
    output: _Path,
    *,
    jobs: int = 0,
    with_positions: bool = True,
    previous: _Path | None = None,
    strict: bool = False,
    today: datetime.date | None = None,
    progress: Callable[[Progress], object] | None = None,
) -> BuildReport:
    """Compiles a folder into a pack file. An earlier file stays until the new one is complete.

    Args:
        source: The folder with pack.yaml; docs/authoring.md describes it.
        output: The pack to write.
        jobs: Threads; 0 for one a core. The bytes are the same for any number.
        with_positions: Makes phrases quick to find; without, the pack is a quarter smaller.
        previous: The release before: what nobody drew stays where its map has it.
        strict: Refuse a folder in which lint finds anything. The pack is the same.
        today: For a strict build, as in lint.
        progress: Called from this thread with how far it is. When it raises, the build stops and
            nothing is written.

    Raises:
        SourceMistakes: The folder has mistakes; its `mistakes` are all of them.
        SourceFindings: The build is strict; its `findings` are all of them.
        FileError: The operating system refused to read or write.

    Example:
        >>> landkaart.init(folder / "proefkaart")
        >>> landkaart.build(folder / "proefkaart", folder / "proefkaart.lkp").items
        4
    """

    def tell(stage: str, done: int, total: int) -> None:
        if progress is not None:
            progress(Progress(stage, done, total))

    jobs = max(jobs, 0)
    root, items, size, notes = _landkaart.build(
        source, output, jobs, with_positions, previous or "", strict, _date_text(today), tell
    )
    return BuildReport(root, items, size, tuple(Mistake(*note) for note in notes))


def lint(source: _Path, *, jobs: int = 0, today: datetime.date | None = None) -> LintReport:
    """Reads a folder as an editor would; writes nothing.

    Args:
        source: The folder with pack.yaml; docs/authoring.md describes the rules.
        jobs: Threads; 0 for one a core.
        today: The day with which dates of review are compared; the system's when left out.

    Raises:
        FileError: There is no such folder, or it cannot be read.

    Example:
        >>> landkaart.lint(folder / "leeg").mistakes[0].problem
        'this folder has no pack.yaml'
    """
    mistakes, findings = _landkaart.lint(source, max(jobs, 0), _date_text(today))
    return LintReport(
        tuple(Mistake(*mistake) for mistake in mistakes),
        tuple(Finding(*finding) for finding in findings),
    )


def _date_text(date: datetime.date | None) -> str:
    return "" if date is None else date.isoformat()[:10]


def verify(pack: Pack | _Path | bytes) -> Verification:
    """Reads every byte of a pack and compares it with its checksums and root hash.

    Args:
        pack: A pack, the path of one, or its bytes.

    Raises:
        PackError: The first thing that is wrong.

    Example:
        >>> landkaart.verify(pack).signatures
        0
    """
    opened = pack if isinstance(pack, Pack) else open(pack)
    return Verification(*_landkaart.verify(opened._core))


def export(pack: Pack, folder: _Path) -> None:
    """Writes everything in a pack back as an authoring folder, which compiles to the same root.

    Args:
        pack: The pack.
        folder: A new or empty folder.

    Raises:
        InvalidArgument: There is something in the folder.
        FileError: The operating system refused to write.

    Example:
        >>> landkaart.export(pack, folder / "terug")
        >>> (folder / "terug" / "pack.yaml").exists()
        True
    """
    _landkaart.export_pack(pack._core, folder)


def init(folder: _Path) -> None:
    """Writes a small authoring folder to start from.

    Args:
        folder: A new or empty folder.

    Raises:
        InvalidArgument: There is something in the folder.
        FileError: The operating system refused to write.

    Example:
        >>> landkaart.init(folder / "mijn-kaart")
        >>> landkaart.lint(folder / "mijn-kaart").mistakes
        ()
    """
    _landkaart.init(folder)
