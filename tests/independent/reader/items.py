# SPDX-License-Identifier: EUPL-1.2
"""Section Items of the specification."""

import struct
from dataclasses import dataclass
from itertools import pairwise

from reader.conventions import Cursor, decoded, demand
from reader.dictionaries import StringDictionary
from reader.names import checked_id, checked_label

KINDS = ["theme", "topic", "obstacle", "work-form", "article", "video", "story", "term", "journey"]
PURPOSES = ["survive", "build-competencies", "learn-together"]


class Strings:
    """Section Items: a list of byte strings, as `name` and `labl` hold them."""

    def __init__(self, data: bytes):
        cursor = Cursor(data)
        ends = [0, *cursor.u32s(cursor.u32())]
        demand(ends == sorted(ends), "the ends of strings descend")
        content = cursor.take(ends[-1])
        cursor.finish("a list of strings")
        self.strings = [content[begin:end] for begin, end in pairwise(ends)]


@dataclass
class Labels:
    """Section Items: one set of labels in `labl`."""

    language: str
    themes: list[int]
    tags: list[str]

    @classmethod
    def read(cls, data: bytes, names: list[str]) -> "Labels":
        cursor = Cursor(data)
        language, themes, tags = cursor.varint(), cursor.varints(), cursor.varints()
        cursor.finish("labels")
        demand(len(themes) <= 64 and len(tags) <= 256, "an item has too many themes or tags")
        demand(all(number < len(names) for number in [language, *tags]), "a label names a string past the end of `name`")
        return cls(names[language], themes, [names[number] for number in tags])


@dataclass
class Item:
    """Section Items: a record of `item`, with its title and summary from `text`."""

    ordinal: int
    kind: str
    purpose: str | None
    difficulty: int
    minutes: tuple[int, int]
    people: tuple[int, int]
    label_set: int
    rank: int
    title_at: int
    body_begin: int
    body_length: int
    title: str = ""
    summary: str = ""
    id: str = ""
    labels: Labels = None

    @classmethod
    def read(cls, ordinal: int, record: bytes) -> "Item":
        kind, more, *numbers, labels, rank, title_at, body = struct.unpack("<BB2xHHHHIIIQ", record)
        purpose, difficulty = more & 15, more >> 4
        demand(
            1 <= kind <= len(KINDS) and purpose <= len(PURPOSES) and difficulty <= 3,
            "an item has an unknown kind, purpose or difficulty",
        )
        demand(numbers[0] <= numbers[1] and numbers[2] <= numbers[3], "a maximum is below its minimum")
        return cls(
            ordinal,
            KINDS[kind - 1],
            PURPOSES[purpose - 1] if purpose else None,
            difficulty,
            tuple(numbers[:2]),
            tuple(numbers[2:]),
            labels,
            rank,
            title_at,
            body & (1 << 40) - 1,
            body >> 40,
        )

    @staticmethod
    def read_all(data: bytes, texts: bytes, count: int) -> tuple[list["Item"], int]:
        """The items, and the offset at which the last body ends."""
        cursor = Cursor(data)
        begins = [*cursor.u32s(16), count]
        items = [Item.read(ordinal, cursor.take(32)) for ordinal in range(count)]
        end = struct.unpack("<24xQ", cursor.take(32))[0]
        cursor.finish("item")
        demand(begins[0] == 0 and begins == sorted(begins), "the first ordinals of the kinds descend")
        for kind, (begin, last) in enumerate(pairwise(begins)):
            demand(
                all(item.kind == KINDS[kind - 1] for item in items[begin:last]),
                "an item is in the range of another kind",
            )
        cursor = Cursor(texts)
        for item in items:
            demand(item.title_at == cursor.at, "there is a gap between texts")
            item.title, item.summary = checked_label(cursor.text()), checked_label(cursor.text())
            demand(
                len(item.title.encode()) <= 1024 and len(item.summary.encode()) <= 8192,
                "a text is too long",
            )
        cursor.finish("text")
        return items, end


def read_ids(dictionary: StringDictionary, items: int) -> list[tuple[str, int, bool]]:
    """Section Items, Dictionary of ids: each id, its ordinal, and whether it redirects, sorted."""
    found = []
    for key, value in dictionary:
        cursor = Cursor(value)
        number = cursor.varint()
        cursor.finish("an id")
        demand(number // 2 < items, "an id is of a missing item")
        found.append((checked_id(decoded(key)), number // 2, bool(number & 1)))
    demand(sum(redirects for _, _, redirects in found) <= 131_072, "too many redirects")
    return found


def give_ids(items: list[Item], ids: list[tuple[str, int, bool]]) -> None:
    for item in items:
        demand(item.rank < len(ids), "an item has no id")
        item.id, ordinal, redirects = ids[item.rank]
        demand(ordinal == item.ordinal and not redirects, "the id of an item belongs to another item")
    demand(sum(not redirects for _, _, redirects in ids) == len(items), "the number of ids differs from the number of items")


def give_labels(items: list[Item], sets: list[bytes], names: list[bytes]) -> None:
    demand(all(len(name) <= 256 for name in names), "a language or tag is too long")
    decoded_names = [checked_label(decoded(name)) for name in names]
    labels = [Labels.read(each, decoded_names) for each in sets]
    for item in items:
        demand(item.label_set < len(labels), "an item has no set of labels")
        item.labels = labels[item.label_set]
        demand(all(theme < len(items) for theme in item.labels.themes), "a theme is a missing item")
