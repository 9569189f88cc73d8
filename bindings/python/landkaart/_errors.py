# SPDX-License-Identifier: EUPL-1.2
"""The exceptions of the package, with ErrorCode, their numbers. An exception for which Python has a
built-in class, such as KeyError or OSError, is also a subclass of that class."""

from __future__ import annotations

import enum
import errno as _errno
from dataclasses import dataclass
from typing import Any


class ErrorCode(enum.IntEnum):
    """The number of an error. C++, the command line and Python use the same numbers, in every
    version.

    Example:
        >>> ErrorCode.NOT_A_PACK.value
        30
    """

    INVALID_ARGUMENT = 10
    NOT_FOUND = 12
    TIME_LIMIT_EXCEEDED = 13
    OUT_OF_MEMORY = 14
    IO = 20
    NOT_A_FILE = 21
    NOT_A_PACK = 30
    NEWER_VERSION = 31
    TRUNCATED = 32
    DAMAGED = 33
    MALFORMED = 34
    LIMIT_EXCEEDED = 35
    HASH_MISMATCH = 36
    UNKNOWN_CRITICAL = 37
    SOURCE_MISTAKES = 50
    SOURCE_FINDINGS = 51


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error in an authoring folder: the folder does not compile until it is corrected.

    Attributes:
        file: The path of the file, relative to the folder.
        line: The line number from 1; 0 when the mistake concerns the whole file.
        column: The column number from 1; 0 when the mistake concerns the whole file.
        code: The code in docs/mistakes.md, such as "LK-K001"; it never changes its meaning.
        problem: What is wrong.
        remedy: How to correct it; empty for a note of a build.

    Example:
        >>> str(Mistake("topics/a.md", 3, 1, "LK-K001", "there is no title", "add one"))
        'topics/a.md:3:1: there is no title; add one [LK-K001]'
    """

    file: str
    line: int
    column: int
    code: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}: {self.problem}{remedy}" + (f" [{self.code}]" if self.code else "")


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of style or maintenance in an authoring folder. It stops only a strict build.

    Attributes:
        file: The path of the file, relative to the folder.
        line: The line number from 1; 0 when the finding concerns the whole file.
        column: The column number from 1; 0 when the finding concerns the whole file.
        code: The code in docs/mistakes.md, such as "LK-E013".
        rule: The name of a rule in docs/authoring.md, such as "long-sentence".
        problem: What is wrong.
        remedy: How to correct it.

    Example:
        >>> str(Finding("topics/a.md", 3, 1, "LK-E012", "link-text", "no text", "write one"))
        'topics/a.md:3:1: no text; write one [LK-E012 link-text]'
    """

    file: str
    line: int
    column: int
    code: str
    rule: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.problem}; {self.remedy} [{self.code} {self.rule}]"


class Error(Exception):
    """The base class of the exceptions of this package. The message says what is wrong and, where
    possible, what to do.

    Attributes:
        code: The ErrorCode.
        where: The path of the file with the error; empty when unknown.
        offset: The place of the error, in bytes from the beginning of the pack file; None when
            unknown.

    Example:
        >>> try:
        ...     landkaart.open(b"geen pack")
        ... except landkaart.Error as error:
        ...     error.code.name
        'NOT_A_PACK'
    """

    code: ErrorCode
    where: str
    offset: int | None

    def __init__(
        self, message: str, code: ErrorCode, *, where: str = "", offset: int | None = None
    ) -> None:
        super().__init__(message)
        self._message = message
        self.code = code
        self.where = where
        self.offset = offset

    def __str__(self) -> str:
        return self._message

    def __reduce__(self) -> tuple[Any, ...]:
        return error_from_core, (int(self.code), self._message, self.where, self.offset)


class InvalidArgument(Error, ValueError):
    """An argument has a value that is not allowed, such as an unknown kind. Also a ValueError."""


class NotFound(Error, KeyError):
    """The pack has no item with this id, or no file with this name. Also a KeyError."""


class PackError(Error):
    """The file is not a pack, is damaged, breaks the format, or requires a newer version of this
    library."""


class FileError(PackError, OSError):
    """The operating system refused to read or write a file. Also an OSError, with an errno."""

    def __init__(
        self,
        message: str,
        code: ErrorCode,
        *,
        where: str = "",
        offset: int | None = None,
        errno: int = 0,
    ) -> None:
        super().__init__(message, code, where=where, offset=offset)
        if errno:
            OSError.__init__(self, errno, message, where)

    def __reduce__(self) -> tuple[Any, ...]:
        constructor, arguments = super().__reduce__()
        return constructor, (*arguments, self.errno or 0)


class FileMissing(FileError, FileNotFoundError):
    """The file or folder does not exist. Also a FileNotFoundError."""


class FileForbidden(FileError, PermissionError):
    """The process lacks permission to read or write the file. Also a PermissionError."""


class SourceMistakes(Error):
    """The authoring folder has mistakes, so the build wrote no pack.

    Attributes:
        mistakes: All mistakes, sorted by file and line.

    Example:
        >>> try:
        ...     landkaart.build(folder / "leeg", folder / "leeg.lkp")
        ... except landkaart.SourceMistakes as error:
        ...     error.mistakes[0].problem
        'this folder has no pack.yaml'
    """

    mistakes: tuple[Mistake, ...]

    def __init__(self, message: str, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(message, ErrorCode.SOURCE_MISTAKES)
        self.mistakes = mistakes

    def __reduce__(self) -> tuple[Any, ...]:
        return SourceMistakes, (str(self), self.mistakes)


class SourceFindings(Error):
    """A strict build has findings, so it wrote no pack.

    Attributes:
        findings: All findings, sorted by file and line.

    Example:
        >>> landkaart.init(folder / "streng")
        >>> _ = (folder / "streng" / "topics" / "los.md").write_text("---\\ntitle: Los\\n---\\n")
        >>> try:
        ...     landkaart.build(folder / "streng", folder / "streng.lkp", strict=True)
        ... except landkaart.SourceFindings as error:
        ...     error.findings[0].rule
        'unreached-item'
    """

    findings: tuple[Finding, ...]

    def __init__(self, message: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(message, ErrorCode.SOURCE_FINDINGS)
        self.findings = findings

    def __reduce__(self) -> tuple[Any, ...]:
        return SourceFindings, (str(self), self.findings)


_FILE_ERRORS: dict[int, type[FileError]] = {
    _errno.ENOENT: FileMissing,
    _errno.EACCES: FileForbidden,
    _errno.EPERM: FileForbidden,
}


def error_from_core(
    number: int,
    message: str,
    where: str = "",
    offset: int | None = None,
    errno: int = 0,
    listed: tuple[tuple[Any, ...], ...] = (),
) -> Error:
    """Makes the exception for an error of the C++ library. The compiled module calls this function.

    Args:
        number: The number of an ErrorCode.
        message: The text of the exception.
        where: As `Error.where`.
        offset: As `Error.offset`.
        errno: The error number of the operating system; 0 when there is none.
        listed: The fields of each Mistake or Finding, for SourceMistakes and SourceFindings.
    """
    code = ErrorCode(number)
    if code is ErrorCode.SOURCE_MISTAKES:
        return SourceMistakes(message, tuple(Mistake(*mistake) for mistake in listed))
    if code is ErrorCode.SOURCE_FINDINGS:
        return SourceFindings(message, tuple(Finding(*finding) for finding in listed))
    if code in (ErrorCode.IO, ErrorCode.NOT_A_FILE):
        file_error = _FILE_ERRORS.get(errno, FileError)
        return file_error(message, code, where=where, offset=offset, errno=errno)
    plain: type[Error] = PackError
    if code is ErrorCode.INVALID_ARGUMENT:
        plain = InvalidArgument
    elif code is ErrorCode.NOT_FOUND:
        plain = NotFound
    elif code is ErrorCode.TIME_LIMIT_EXCEEDED:
        plain = Error
    return plain(message, code, where=where, offset=offset)
