# SPDX-License-Identifier: EUPL-1.2
"""Sections Links and Related items of the specification."""

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
STOPS = LINK_TYPES.index("stops") + 1


class GroupedEntries:
    """Section Links: an entry for each item, with an offset for each group of 32 items."""

    def __init__(self, data: bytes, items: int):
        self.cursor, self.items = Cursor(data), items
        self.offsets = self.cursor.u32s(-(-items // 32) + 1)
        self.begin = self.cursor.at

    def __iter__(self):
        """Yields each item. The caller reads the entry from the cursor before the next item."""
        for item in range(self.items):
            demand(item % 32 or self.at == self.offsets[item // 32], "a group does not begin at its offset")
            yield item
        demand(self.at == self.offsets[-1], "the entries do not end at the last offset")
        self.cursor.finish("grouped entries")

    @property
    def at(self) -> int:
        return self.cursor.at - self.begin

    def others(self, item: int) -> list[int]:
        others = self.cursor.steps(item)
        demand(all(0 <= other < self.items for other in others), "a link or relation names a missing item")
        return others


@dataclass(frozen=True)
class Link:
    """Section Links: one link."""

    source: int
    target: int
    type: str

    @staticmethod
    def read_all(data: bytes, items: int) -> list["Link"]:
        """The links in the order written, without unknown types.

        Requires that the lists by target hold the same links as those by source.
        """
        if not data:
            return []
        written, back = [], []
        entries = GroupedEntries(data, items)
        for item in entries:
            own = [(item, other, type) for type, other in Link.read_runs(entries, item)]
            demand(len(own) <= 16_384, "an item has too many links")
            demand(sum(type == STOPS for _, _, type in own) <= 1024, "a journey has too many stops")
            demand(len(set(own)) == len(own), "an item links twice to another by one type")
            written += own
            back += [(other, item, type) for type, other in Link.read_runs(entries, item)]
        demand(
            back == sorted(written, key=lambda link: (link[1], link[2], link[0])),
            "links back differ from the links, or are not sorted",
        )
        known = [link for link in written if 1 <= link[2] <= len(LINK_TYPES)]
        return [Link(source, target, LINK_TYPES[type - 1]) for source, target, type in known]

    @staticmethod
    def read_runs(entries: GroupedEntries, item: int) -> list[tuple[int, int]]:
        """The links of an item in one direction: the type, and the item at the other end."""
        links = []
        for _ in range(entries.cursor.varint()):
            type = entries.cursor.varint()
            others = entries.others(item)
            demand(bool(others), "a run has no links")
            links += [(type, other) for other in others]
        return links


def read_related(data: bytes, items: int) -> list[list[int]]:
    """Section Related items: the ordinals of the related items of each item."""
    entries, related = GroupedEntries(data, items), []
    for item in entries:
        related.append(entries.others(item))
        demand(len(related[item]) <= 16, "an item has more than 16 related items")
        demand(item not in related[item], "an item is related to itself")
        demand(len(set(related[item])) == len(related[item]), "an item is listed twice as related")
    return related
