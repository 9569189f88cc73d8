# SPDX-License-Identifier: EUPL-1.2
"""Pack, the content of all sections. Each section is read when it is first used."""

import hashlib
from functools import cached_property
from pathlib import Path

from reader.assets import Asset
from reader.authenticity import HashTree, ReleaseStatement, levels_of, root_of
from reader.container import HASHED, Container, Section
from reader.conventions import demand, json_of, part
from reader.dictionaries import StringDictionary
from reader.documents import checked_document
from reader.items import Item, Strings, give_ids, give_labels, read_ids
from reader.links import Link, read_related
from reader.names import checked_id, checked_label
from reader.postings import PostingReader
from reader.search import SearchHeader, read_titles
from reader.word_entries import Word, WordReader

MANIFEST_KEYS = {
    "id",
    "title",
    "version",
    "language",
    "publisher",
    "licence",
    "release",
    "analysis",
}


LONGEST_KEYS = {"id": 128, "tm": 64, "ti": 128, "as": 512}


MANIFEST_TEXTS = {
    *("id", "title", "version", "language", "publisher", "licence"),
    *("description", "channel", "homepage"),
}


class Pack(Container):
    """The sections of the specification that hold content."""

    def __init__(self, file: str | Path | bytes):
        super().__init__(file)
        self.release = ReleaseStatement(self.data[self.header.content_length :])

    def dictionary(self, prefix: str) -> StringDictionary:
        sections = (self.stored(prefix + level) for level in ("tp", "pg", "bk"))
        return StringDictionary(*sections, LONGEST_KEYS[prefix])

    @cached_property
    def manifest(self) -> dict:
        """Section Manifest."""
        manifest = json_of(self.stored("mani"))
        demand(manifest.keys() >= MANIFEST_KEYS, "the manifest lacks a required key")
        demand(manifest["analysis"] == "fold-1", "the words were folded by unknown rules")
        checked_id(manifest["id"])
        for key in MANIFEST_TEXTS & manifest.keys():
            demand(isinstance(manifest[key], str), f"{key} in the manifest is not a text")
            checked_label(manifest[key])
        return manifest

    @cached_property
    def ids(self) -> list[tuple[str, int, bool]]:
        """Section Items, Dictionary of ids: each id, its ordinal, and whether it redirects."""
        return read_ids(self.dictionary("id"), self.header.items)

    @property
    def redirects(self) -> dict[str, str]:
        return {id: self.items[ordinal].id for id, ordinal, redirects in self.ids if redirects}

    @cached_property
    def items(self) -> list[Item]:
        """Section Items: every item with its id and labels."""
        items, end = Item.read_all(self.stored("item"), self.stored("text"), self.header.items)
        demand(end == len(self.stream), "the last body does not end where `body` ends")
        give_ids(items, self.ids)
        sets, names = (Strings(self.stored(name)).strings for name in ("labl", "name"))
        give_labels(items, sets, names)
        return items

    @cached_property
    def raw_documents(self) -> list[bytes]:
        """Section Documents: the bytes of each document, by ordinal of its item.

        They are stored in the document order of section Search.
        """
        end = 0
        for ordinal in self.search.order:
            item = self.items[ordinal]
            demand(item.body_begin == end, "there is a gap between documents")
            end += item.body_length
        demand(end == len(self.stream), "there are bytes after the last document")
        return [
            part(self.stream, item.body_begin, item.body_begin + item.body_length)
            for item in self.items
        ]

    @cached_property
    def documents(self) -> list[dict]:
        """Section Documents: the JSON of each document, by ordinal of its item."""
        return [checked_document(json_of(document)) for document in self.raw_documents]

    @cached_property
    def links(self) -> list[Link]:
        """Section Links: the links in the order written."""
        return Link.read_all(self.stored("link"), len(self.items))

    @cached_property
    def related(self) -> list[list[int]]:
        """Section Related items: the related items of each item, by ordinal."""
        if "rela" not in self.directory:
            return [[] for _ in self.items]
        return read_related(self.stored("rela"), len(self.items))

    @cached_property
    def map(self) -> dict | None:
        """Section Map."""
        return json_of(self.logical("map ")) if "map " in self.directory else None

    @cached_property
    def synonyms(self) -> list[dict]:
        """Section Synonyms."""
        return json_of(self.logical("synm")) if "synm" in self.directory else []

    @cached_property
    def assets(self) -> list[Asset]:
        """Section Assets: the assets, sorted by name."""
        assets = self.stored("asst")
        return Asset.read_all(self.dictionary("as"), assets)

    @cached_property
    def search(self) -> SearchHeader:
        """Section Search: the header, the lengths of fields and the document order."""
        search = SearchHeader(*(self.stored(name) for name in ("srch", "leng", "ordr")))
        demand(search.documents == len(self.items), "the number of documents differs from the number of items")
        demand(not search.has_positions or "posi" in self.directory, "positions are promised and `posi` is missing")
        return search

    @cached_property
    def words(self) -> list[Word]:
        """Section Search: every word, sorted by its bytes."""
        sections = [self.stored(name) for name in ("post", "posi", "skip")]
        postings = PostingReader(self.search.documents, len(self.search.fields), *sections)
        return WordReader(self.search.has_positions, postings).read_all(self.dictionary("tm"))

    @cached_property
    def titles(self) -> dict[str, list[int]]:
        """Section Search: the documents of each title."""
        return read_titles(self.dictionary("ti"), self.search.documents)

    @cached_property
    def hash_trees(self) -> list[tuple[Section, HashTree]]:
        """Section Hash tree: each hashed section with its tree, computed from its content."""
        hashed = [section for section in self.directory.values() if section.flags & HASHED]
        return [(section, HashTree(self.logical(section.name))) for section in hashed]

    @property
    def computed_levels(self) -> bytes:
        """Section Hash tree: the bytes that section `hash` must hold."""
        return levels_of(self.hash_trees)

    @property
    def computed_root(self) -> bytes:
        """Section Hash tree: the root that the header must hold."""
        return root_of(self.hash_trees)

    @property
    def computed_file_hash(self) -> str:
        """Section Release statement: the `file-hash` that the payload must hold."""
        return hashlib.sha256(self.data[: self.header.content_length]).hexdigest()

    def everything(self):
        """Yields everything in the pack as pairs: a section of the specification, and one element."""
        yield "Header", self.header
        yield from (("Directory", section) for section in self.directory.values())
        yield "Page checksums", self.checksums.written
        yield "Manifest", self.manifest
        yield from (("Dictionary of ids", id) for id in self.ids)
        yield from (("Items", item) for item in self.items)
        yield from (("Links", link) for link in self.links)
        yield from (("Related items", others) for others in self.related)
        yield from (("Documents", document) for document in self.documents)
        yield "Map", self.map
        yield from (("Synonyms", synonym) for synonym in self.synonyms)
        yield from (("Assets", asset) for asset in self.assets)
        yield "Search", self.search
        yield from (("Words", word) for word in self.words)
        yield from (("Titles", title) for title in self.titles.items())
        yield from (("Hash tree", section) for section in self.hash_trees)
        yield "Release statement", self.release
