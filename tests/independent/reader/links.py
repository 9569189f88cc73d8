# SPDX-License-Identifier: EUPL-1.2
"""Sections Links and Related items."""

from dataclasses import dataclass

from reader.conventions import Cursor, demand

LINK_TYPES = [
    "topics",
    "obstacles",
    "work-forms",
    "articles",
    "videos",
    "stories",
    "terms",
    "related",
    "translation-of",
    "stops",
    "mentions",
]


class GroupedEntries:
    """Links: an entry for each item, with an offset for each group of 32."""

    def __init__(self, data: bytes, items: int):
        self.cursor, self.items = Cursor(data), items
        self.offsets = self.cursor.u32s(-(-items // 32) + 1)
        self.begin = self.cursor.at

    def __iter__(self):
        """Each item; who takes it reads its entry from the cursor before the next."""
        for item in range(self.items):
            demand(item % 32 or self.at == self.offsets[item // 32], "a group begins elsewhere")
            yield item
        demand(self.at == self.offsets[-1], "the entries end elsewhere")
        self.cursor.finish("grouped entries")

    @property
    def at(self) -> int:
        return self.cursor.at - self.begin

    def others(self, item: int) -> list[int]:
        others = self.cursor.steps(item)
        demand(all(0 <= other < self.items for other in others), "an item that is not there")
        return others


@dataclass(frozen=True)
class Link:
    """Links: one link."""

    source: int
    target: int
    type: str

    @staticmethod
    def read_all(data: bytes, items: int) -> list["Link"]:
        """As written, by source, but for unknown types; those by target must be the same links."""
        if not data:
            return []
        written, back = [], []
        entries = GroupedEntries(data, items)
        for item in entries:
            written += [(item, other, type) for type, other in Link.read_runs(entries, item)]
            back += [(other, item, type) for type, other in Link.read_runs(entries, item)]
        demand(
            back == sorted(written, key=lambda link: (link[1], link[2], link[0])),
            "links back are others, or out of order",
        )
        known = [link for link in written if 1 <= link[2] <= len(LINK_TYPES)]
        return [Link(source, target, LINK_TYPES[type - 1]) for source, target, type in known]

    @staticmethod
    def read_runs(entries: GroupedEntries, item: int) -> list[tuple[int, int]]:
        """The links of an item in one direction: of each the type and the item at the other end."""
        links = []
        for _ in range(entries.cursor.varint()):
            type = entries.cursor.varint()
            links += [(type, other) for other in entries.others(item)]
        return links


def read_related(data: bytes, items: int) -> list[list[int]]:
    """Related items, by ordinal."""
    entries, related = GroupedEntries(data, items), []
    for item in entries:
        related.append(entries.others(item))
        demand(len(related[item]) <= 16, "too many related items")
        demand(item not in related[item], "an item that is related to itself")
    return related
