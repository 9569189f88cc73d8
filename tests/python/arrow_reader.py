# SPDX-License-Identifier: EUPL-1.2
"""Reads a capsule of the Arrow C stream interface with ctypes, so that the memory layout is tested
also without pyarrow. Entry point: `Stream`.

The layout is that of the Arrow C data interface (Apache Arrow, 2019). Supported formats: "i"
(32-bit numbers), "u" (UTF-8 text), "+l" (lists) and "+s" (the table).
"""

import ctypes
import datetime
import itertools
from typing import Any

_Structure: Any = ctypes.Structure  # Any, because a type checker does not know the fields set below


class _Schema(_Structure):
    pass


class _Array(_Structure):
    pass


class _Stream(_Structure):
    pass


def _function(*types: Any) -> Any:
    return ctypes.CFUNCTYPE(*types)


_Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_char_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(_Schema))),
    ("dictionary", ctypes.c_void_p),
    ("release", _function(None, ctypes.POINTER(_Schema))),
    ("private_data", ctypes.c_void_p),
]
_Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(_Array))),
    ("dictionary", ctypes.c_void_p),
    ("release", _function(None, ctypes.POINTER(_Array))),
    ("private_data", ctypes.c_void_p),
]
_Stream._fields_ = [
    ("get_schema", _function(ctypes.c_int, ctypes.POINTER(_Stream), ctypes.POINTER(_Schema))),
    ("get_next", _function(ctypes.c_int, ctypes.POINTER(_Stream), ctypes.POINTER(_Array))),
    ("get_last_error", _function(ctypes.c_char_p, ctypes.POINTER(_Stream))),
    ("release", _function(None, ctypes.POINTER(_Stream))),
    ("private_data", ctypes.c_void_p),
]
_pointer_of = ctypes.pythonapi.PyCapsule_GetPointer
_pointer_of.restype = ctypes.c_void_p
_pointer_of.argtypes = [ctypes.py_object, ctypes.c_char_p]


class Stream:
    """The stream in a capsule. The order of calls is: schema, next*, release."""

    def __init__(self, capsule: object) -> None:
        self._capsule = capsule  # keeps the stream in memory
        self._stream = _Stream.from_address(_pointer_of(capsule, b"arrow_array_stream"))
        self._schema = _Schema()

    def schema(self) -> dict[str, str]:
        """The Arrow format of each column, by name."""
        assert self._stream.get_schema(ctypes.byref(self._stream), ctypes.byref(self._schema)) == 0
        assert self._schema.format == b"+s"
        children = [self._schema.children[i][0] for i in range(self._schema.n_children)]
        return {child.name.decode(): child.format.decode() for child in children}

    def next(self) -> dict[str, list[Any]] | None:
        """The values of the next batch by column name; None at the end."""
        batch = _Array()
        assert self._stream.get_next(ctypes.byref(self._stream), ctypes.byref(batch)) == 0
        if not batch.release:
            return None
        columns = {}
        for i in range(batch.n_children):
            schema, column = self._schema.children[i][0], batch.children[i][0]
            assert column.length == batch.length
            columns[schema.name.decode()] = _values(schema, column)
        batch.release(ctypes.byref(batch))
        assert not batch.release
        return columns

    def release(self) -> None:
        """Releases the schema and the stream, and checks that both are marked as released."""
        self._schema.release(ctypes.byref(self._schema))
        assert not self._schema.release
        self._stream.release(ctypes.byref(self._stream))
        assert not self._stream.release


def _values(schema: Any, array: Any) -> list[Any]:
    read = {b"i": _numbers, b"tdD": _dates, b"u": _texts, b"+l": _lists}[schema.format]
    values = read(schema, array)
    valid = [_is_valid(array, number) for number in range(array.length)]
    assert array.null_count == valid.count(False)
    return [value if there else None for value, there in zip(values, valid, strict=True)]


def _is_valid(array: Any, number: int) -> bool:
    if not array.buffers[0]:
        return True
    byte = ctypes.c_uint8.from_address(array.buffers[0] + number // 8).value
    return bool(byte >> number % 8 & 1)


def _integers(array: Any, count: int) -> list[int]:
    if count == 0:
        return []
    return list((ctypes.c_int32 * count).from_address(array.buffers[1]))


def _numbers(schema: Any, array: Any) -> list[int]:
    assert array.n_buffers == 2
    return _integers(array, array.length)


def _dates(schema: Any, array: Any) -> list[datetime.date]:
    return [datetime.date.fromordinal(719163 + days) for days in _numbers(schema, array)]


def _texts(schema: Any, array: Any) -> list[str]:
    assert array.n_buffers == 3
    ends = _integers(array, array.length + 1)
    text = ctypes.string_at(array.buffers[2], ends[-1]) if ends[-1] else b""
    return [text[begin:end].decode() for begin, end in itertools.pairwise(ends)]


def _lists(schema: Any, array: Any) -> list[list[Any]]:
    assert array.n_buffers == 2
    inner = _values(schema.children[0][0], array.children[0][0])
    ends = _integers(array, array.length + 1)
    return [inner[begin:end] for begin, end in itertools.pairwise(ends)]
