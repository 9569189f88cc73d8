# SPDX-License-Identifier: EUPL-1.2
"""Section Conventions of the specification: numbers, texts and JSON.

Also reads the packed runs and Rice codes of section Search.
"""

import json
import struct
from functools import cached_property


class PackError(ValueError):
    """The file breaks the specification."""


def demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise PackError(otherwise)


class Cursor:
    """Reads values from bytes, one after another.

    Sections Conventions, Links (steps) and Search (packed runs, Rice codes).
    """

    def __init__(self, data: bytes, at: int = 0):
        self.data, self.at = data, at

    def take(self, size: int) -> bytes:
        demand(0 <= size <= len(self.data) - self.at, "a value runs past the end of its bytes")
        self.at += size
        return self.data[self.at - size : self.at]

    def u8(self) -> int:
        return self.take(1)[0]

    def u16(self) -> int:
        return int.from_bytes(self.take(2), "little")

    def u32(self) -> int:
        return int.from_bytes(self.take(4), "little")

    def u64(self) -> int:
        return int.from_bytes(self.take(8), "little")

    def u32s(self, count: int) -> list[int]:
        return list(struct.unpack(f"<{count}I", self.take(4 * count)))

    def varint(self) -> int:
        value = 0
        for shift in range(0, 70, 7):
            byte = self.u8()
            value |= (byte & 127) << shift
            if byte < 128:
                demand(value < 1 << 64, "a varint of more than 64 bits")
                return value
        raise PackError("a varint of more than ten bytes")

    def varints(self) -> list[int]:
        return [self.varint() for _ in range(self.varint())]

    def steps(self, item: int) -> list[int]:
        """A varint count, then that many items, each as a signed distance from `item`."""
        return [item + (-(step + 1) // 2 if step & 1 else step // 2) for step in self.varints()]

    def text(self) -> str:
        return decoded(self.take(self.varint()))

    def packed(self, count: int) -> list[int]:
        """A packed run: the low bits of each number at one width, then patches with high bits."""
        byte = self.u8()
        width, patched = byte & 63, byte >> 6 & 1
        demand(width <= 32 and byte < 128, "a packed run has a width of more than 32 bits")
        bits = int.from_bytes(self.take((count * width + 7) // 8), "little")
        demand(not bits >> count * width, "bits that fill a byte are not zero")
        numbers = [bits >> i * width & (1 << width) - 1 for i in range(count)]
        for _ in range(self.u8() + 1 if patched else 0):
            i = self.u8()
            demand(i < count, "a patch is for a number past the end of its run")
            numbers[i] += self.varint() << width
        demand(all(number < 1 << 32 for number in numbers), "a number of more than 32 bits")
        return numbers

    def rice(self, count: int) -> list[int]:
        """Rice codes: u8 k, then for each number its high part in ones, a zero and k low bits."""
        k, bits, numbers = self.u8(), self.bits, []
        if k == 32:
            return [0] * count
        demand(k <= 31, "a Rice parameter above 31")
        at = 8 * self.at
        for _ in range(count):
            stop = bits.find("0", at)
            demand(stop >= 0 and stop + k < len(bits), "a Rice code runs past its end")
            numbers.append(stop - at << k | int(bits[stop + k : stop : -1] or "0", 2))
            at = stop + 1 + k
        self.at = (at + 7) // 8
        demand("1" not in bits[at : 8 * self.at], "bits that fill a byte are not zero")
        return numbers

    @cached_property
    def bits(self) -> str:
        """All bits as a string of 0 and 1, the lowest bit of each byte first."""
        return "".join(f"{byte:08b}"[::-1] for byte in self.data)

    @property
    def at_end(self) -> bool:
        return self.at == len(self.data)

    def finish(self, what: str) -> None:
        demand(self.at_end, f"{what}: {len(self.data) - self.at} bytes too many")


def decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise PackError(f"not UTF-8: {error}") from error


def part(data: bytes, begin: int, end: int) -> bytes:
    demand(0 <= begin <= end <= len(data), f"bytes {begin} to {end} of {len(data)}")
    return data[begin:end]


def members(pairs: list[tuple[str, object]]) -> dict:
    names = dict(pairs)
    demand(len(names) == len(pairs), "an object has two members with the same name")
    return names


def count_values(value: object, depth: int = 0) -> int:
    """The number of values and of names of members in a JSON value. `depth`: the arrays and objects around it."""
    if not isinstance(value, (dict, list)):
        return 1
    demand(depth < 100, "JSON has more than 100 levels")
    inner = value.values() if isinstance(value, dict) else value
    names = len(value) if isinstance(value, dict) else 0
    return 1 + names + sum(count_values(part, depth + 1) for part in inner)


def json_of(data: bytes) -> object:
    try:
        value = json.loads(decoded(data), object_pairs_hook=members)
    except PackError:
        raise
    except (ValueError, RecursionError) as error:
        raise PackError(f"not JSON: {error}") from error
    demand(count_values(value) <= 524_288, "JSON has more than 524,288 values and names")
    return value
