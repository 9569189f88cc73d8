# SPDX-License-Identifier: EUPL-1.2
"""Checks of arguments. A wrong type raises TypeError and a wrong value InvalidArgument; each
message names the parameter. The compiled module never sees an argument of a wrong type."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable

from ._errors import ErrorCode, InvalidArgument

_MOST_NUMBER = 1_000_000  # the C++ library accepts 32-bit numbers of people and minutes
_MINUTE = datetime.timedelta(minutes=1)


def invalid(message: str) -> InvalidArgument:
    """The exception for a value that is not allowed."""
    return InvalidArgument(message, ErrorCode.INVALID_ARGUMENT)


def wrong_type(name: str, expected: str, value: object) -> TypeError:
    """The exception for an argument of a wrong type: "query must be a str, not NoneType"."""
    return TypeError(f"{name} must be {expected}, not {type(value).__name__}")


def near(name: object, known: Iterable[str]) -> str:
    """The known name that is most like a mistyped one; empty when none is."""
    import difflib  # loading difflib takes longer than loading the rest of this module

    return next(iter(difflib.get_close_matches(str(name), list(known), n=1)), "")


def text(name: str, value: object) -> str:
    """Checks a str."""
    if not isinstance(value, str):
        raise wrong_type(name, "a str", value)
    return value


def text_or_empty(name: str, value: object) -> str:
    """Checks a str or None. None gives an empty text."""
    return "" if value is None else text(name, value)


def texts(name: str, value: object) -> list[str]:
    """Checks several texts. A single str is refused, because it would count as its letters."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise wrong_type(name, "a list of str", value)
    return [text(f"each element of {name}", element) for element in value]


def path(name: str, value: object) -> str:
    """Checks the path of a file or folder."""
    if not isinstance(value, (str, os.PathLike)):
        raise wrong_type(name, "a path", value)
    return os.fsdecode(value)


def number(name: str, value: object) -> float:
    """Checks a coordinate."""
    if not isinstance(value, (int, float)):
        raise wrong_type(name, "a number", value)
    return float(value)


def count(name: str, value: object) -> int:
    """Checks a whole number from 0. A larger number than 2**32 becomes 2**32."""
    if not isinstance(value, int):
        raise wrong_type(name, "an int", value)
    if value < 0:
        raise invalid(f"{name} must be at least 0, not {value}")
    return min(value, 2**32)


def amount(name: str, value: object) -> int | None:
    """Checks a number of people from 1; None for no filter."""
    if value is None:
        return None
    if not isinstance(value, int):
        raise wrong_type(name, "an int", value)
    if value < 1:
        raise invalid(f"{name} must be at least 1, not {value}")
    return min(value, _MOST_NUMBER)


def minutes(name: str, value: object) -> int | None:
    """Checks a duration of at least 1 minute, as a number or a timedelta; None for no filter."""
    return amount(name, value // _MINUTE if isinstance(value, datetime.timedelta) else value)


def date_or_none(name: str, value: object) -> datetime.date | None:
    """Checks a date or None. A datetime gives its date."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if value is not None and not isinstance(value, datetime.date):
        raise wrong_type(name, "a datetime.date", value)
    return value


def duration_or_none(name: str, value: object) -> datetime.timedelta | None:
    """Checks a timedelta or None."""
    if value is not None and not isinstance(value, datetime.timedelta):
        raise wrong_type(name, "a datetime.timedelta", value)
    return value
