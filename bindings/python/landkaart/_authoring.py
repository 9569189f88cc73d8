# SPDX-License-Identifier: EUPL-1.2
"""Compiles a folder of Markdown into a pack, exports a pack to such a folder, and verifies a
pack."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Union

from . import _landkaart
from ._arguments import count, date_or_none, path, text, texts, wrong_type
from ._errors import Finding, Mistake
from ._pack import Pack, open
from ._values import Progress

_Path = Union[str, "os.PathLike[str]"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The items of a folder that a pack does not get.

    Attributes:
        drafts: The number of items with "draft: true".
        future: The number of items whose valid-from is after the date of the pack.
        next_date: The earliest valid-from of these items: a build for this date has more items.
            None when there are none.
    """

    drafts: int
    future: int
    next_date: datetime.date | None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The result of a build.

    Attributes:
        root: The SHA-256 root hash of the content of the pack, as 64 hexadecimal digits.
        items: The number of items in the pack.
        bytes: The size of the file.
        notes: Remarks about the folder that need no action.
        left_out: The items that the pack did not get, because they are drafts or hold later.
    """

    root: str
    items: int
    bytes: int
    notes: tuple[Mistake, ...]
    left_out: LeftOut


@dataclass(frozen=True, slots=True)
class LintReport:
    """The problems that lint found in a folder. Both lists are sorted by file and line.

    Attributes:
        mistakes: Errors: the folder does not compile until they are corrected.
        findings: Advice about style and maintenance. While one item cannot be read, rules that
            compare items with each other report nothing.

    Example:
        >>> landkaart.init(folder / "goed")
        >>> landkaart.lint(folder / "goed")
        LintReport(mistakes=(), findings=())
    """

    mistakes: tuple[Mistake, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of verifying a pack that has no errors.

    Attributes:
        bytes: The size of the file.
        items: The number of items.
        words: The number of word forms in the search index.
        signatures: The number of signatures in the file. They are counted, not checked.
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
    with_drafts: bool = False,
    with_future: bool = False,
    valid_on: datetime.date | None = None,
    previous: _Path | None = None,
    strict: bool = False,
    today: datetime.date | None = None,
    only: Sequence[str] = (),
    ignore: Sequence[str] = (),
    messages_in: Literal["en", "nl"] = "en",
    progress: Callable[[Progress], object] | None = None,
) -> BuildReport:
    """Compiles a folder into a pack file. An existing file is replaced only when the new one is
    complete.

    Args:
        source: The folder with pack.yaml; docs/authoring.md describes its layout.
        output: The path of the pack file to write.
        jobs: The number of threads; 0 starts one thread per processor core. The bytes of the pack
            are the same for any number.
        with_positions: Store word positions, so that phrase queries are fast. Without positions the
            pack is smaller, and a phrase query reads texts.
        with_drafts: Also compile the items with "draft: true" in their front matter.
        with_future: Also compile the items whose valid-from is after `valid_on`.
        valid_on: The date for which the pack is made; `today` when None. A build with this date or
            with_future that is not strict gives the same bytes on every day.
        previous: The pack of the previous release. An item keeps its place on the map of that pack,
            unless map.geojson gives it another place, or the old place is outside the territory of
            the first theme of the item.
        strict: Raise SourceFindings when lint reports any finding. A strict build that succeeds
            gives the same pack.
        today: The date of the build: the default of `valid_on`, with which a strict build compares
            review dates. When None, the date of the environment variable SOURCE_DATE_EPOCH, or else
            the current date in UTC.
        only: When not empty, a strict build looks at findings with these codes only, such as
            ["LK-E001"]; docs/mistakes.md lists the codes.
        ignore: A strict build passes over findings with these codes.
        messages_in: The language of mistakes and findings: English or Dutch.
        progress: Called from this thread with a Progress after each part of the work. When it
            raises, the build stops and writes nothing.

    Raises:
        SourceMistakes: The folder has mistakes; the attribute `mistakes` lists all of them.
        SourceFindings: A strict build has findings; the attribute `findings` lists all of them.
        FileError: The operating system refused to read or write a file.

    Example:
        >>> landkaart.init(folder / "proefkaart")
        >>> landkaart.build(folder / "proefkaart", folder / "proefkaart.lkp").items
        4
    """

    def tell(stage: str, done: int, total: int) -> None:
        if progress is not None:
            progress(Progress(stage, done, total))

    if progress is not None and not callable(progress):
        raise wrong_type("progress", "a function", progress)
    root, items, size, notes, (drafts, future, next_date) = _landkaart.build(
        path("source", source),
        path("output", output),
        count("jobs", jobs),
        bool(with_positions),
        bool(with_drafts),
        bool(with_future),
        _date_text("valid_on", valid_on),
        "" if previous is None else path("previous", previous),
        bool(strict),
        _date_text("today", today),
        texts("only", only),
        texts("ignore", ignore),
        text("messages_in", messages_in),
        tell,
    )
    first = datetime.date.fromisoformat(next_date) if next_date else None
    left_out = LeftOut(drafts, future, first)
    return BuildReport(root, items, size, tuple(Mistake(*note) for note in notes), left_out)


def lint(
    source: _Path,
    *,
    jobs: int = 0,
    today: datetime.date | None = None,
    with_drafts: bool = False,
    with_future: bool = False,
    only: Sequence[str] = (),
    ignore: Sequence[str] = (),
    messages_in: Literal["en", "nl"] = "en",
) -> LintReport:
    """Checks a folder for mistakes and for problems of style and maintenance; writes nothing.

    Args:
        source: The folder with pack.yaml; docs/authoring.md describes the rules.
        jobs: The number of threads; 0 starts one thread per processor core.
        today: The date with which review-by and valid-from are compared; as in `build` when None.
        with_drafts: Also check the items with "draft: true" in their front matter.
        with_future: Also check the items whose valid-from is after `today`.
        only: When not empty, report only findings with these codes, such as ["LK-E001"]. Mistakes
            are always reported.
        ignore: Report no findings with these codes. The code of a mistake raises InvalidArgument.
        messages_in: The language of the messages: English or Dutch.

    Raises:
        InvalidArgument: There is no such code or language.
        FileError: The folder does not exist or cannot be read.

    Example:
        >>> landkaart.lint(folder / "leeg").mistakes[0].problem
        'this folder has no pack.yaml'
    """
    mistakes, findings = _landkaart.lint(
        path("source", source),
        count("jobs", jobs),
        _date_text("today", today),
        bool(with_drafts),
        bool(with_future),
        texts("only", only),
        texts("ignore", ignore),
        text("messages_in", messages_in),
    )
    return LintReport(
        tuple(Mistake(*mistake) for mistake in mistakes),
        tuple(Finding(*finding) for finding in findings),
    )


def _date_text(name: str, value: datetime.date | None) -> str:
    date = date_or_none(name, value)
    return "" if date is None else date.isoformat()


def verify(pack: Pack | _Path | bytes) -> Verification:
    """Reads every byte of a pack and compares the content with the checksums and the root hash.

    Args:
        pack: An open pack, the path of a pack file, or the bytes of one.

    Raises:
        PackError: The pack is damaged or changed; the error describes the first problem found.

    Example:
        >>> landkaart.verify(pack).signatures
        0
    """
    if not isinstance(pack, (Pack, str, os.PathLike, bytes)):
        raise wrong_type("pack", "a Pack, a path or bytes", pack)
    opened = pack if isinstance(pack, Pack) else open(pack)
    return Verification(*_landkaart.verify(opened._core))


def export(pack: Pack, folder: _Path) -> None:
    """Writes the content of a pack as an authoring folder. The same version of the compiler makes a
    pack with the same root hash from that folder.

    Args:
        pack: The pack to export.
        folder: The folder to write; it must be new or empty.

    Raises:
        InvalidArgument: The folder is not empty.
        FileError: The operating system refused to write a file.

    Example:
        >>> landkaart.export(pack, folder / "terug")
        >>> (folder / "terug" / "pack.yaml").exists()
        True
    """
    if not isinstance(pack, Pack):
        raise wrong_type("pack", "a Pack", pack)
    _landkaart.export_pack(pack._core, path("folder", folder))


def init(folder: _Path) -> None:
    """Writes a small example of an authoring folder.

    Args:
        folder: The folder to write; it must be new or empty.

    Raises:
        InvalidArgument: The folder is not empty.
        FileError: The operating system refused to write a file.

    Example:
        >>> landkaart.init(folder / "mijn-kaart")
        >>> landkaart.lint(folder / "mijn-kaart").mistakes
        ()
    """
    _landkaart.init(path("folder", folder))
