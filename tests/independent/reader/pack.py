# SPDX-License-Identifier: EUPL-1.2
"""A pack: all that its sections hold, each read when it is first asked for."""

import hashlib
from functools import cached_property
from pathlib import Path

from reader.assets import Asset
from reader.authenticity import HashTree, ReleaseStatement, levels_of, root_of
from reader.container import HASHED, Container, Section
from reader.conventions import demand, json_of, part
from reader.dictionaries import StringDictionary
from reader.items import Item, Strings, give_ids, give_labels, read_ids
from reader.links import Link, read_related
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


class Pack(Container):
    """All sections of the page, but for those that say how the bytes are laid out."""

    def __init__(self, file: str | Path | bytes):
        super().__init__(file)
        self.release = ReleaseStatement(self.data[self.header.content_length :])

    def dictionary(self, prefix: str) -> StringDictionary:
        return StringDictionary(*(self.stored(prefix + level) for level in ("tp", "pg", "bk")))

    @cached_property
    def manifest(self) -> dict:
        """Manifest."""
        manifest = json_of(self.stored("mani"))
        demand(manifest.keys() >= MANIFEST_KEYS, "the manifest is not whole")
        demand(manifest["analysis"] == "fold-1", "words that were made otherwise")
        return manifest

    @cached_property
    def ids(self) -> list[tuple[str, int, bool]]:
        """Items, Dictionary of ids: id, ordinal, whether it redirects; in order of id."""
        return read_ids(self.dictionary("id"), self.header.items)

    @property
    def redirects(self) -> dict[str, str]:
        return {id: self.items[ordinal].id for id, ordinal, redirects in self.ids if redirects}

    @cached_property
    def items(self) -> list[Item]:
        """Items, each with its id and labels."""
        items, end = Item.read_all(self.stored("item"), self.stored("text"), self.header.items)
        demand(end == len(self.stream), "the bodies end elsewhere")
        give_ids(items, self.ids)
        sets, names = (Strings(self.stored(name)).strings for name in ("labl", "name"))
        give_labels(items, sets, names)
        return items

    @cached_property
    def raw_documents(self) -> list[bytes]:
        """Documents: the bytes of each, by ordinal. They lie in the order that Search gives."""
        end = 0
        for ordinal in self.search.order:
            item = self.items[ordinal]
            demand(item.body_begin == end, "documents do not follow one another")
            end += item.body_length
        demand(end == len(self.stream), "bytes after the last document")
        return [
            part(self.stream, item.body_begin, item.body_begin + item.body_length)
            for item in self.items
        ]

    @cached_property
    def documents(self) -> list[dict]:
        """Documents, by ordinal."""
        return [json_of(document) for document in self.raw_documents]

    @cached_property
    def links(self) -> list[Link]:
        """Links, as written."""
        return Link.read_all(self.stored("link"), len(self.items))

    @cached_property
    def related(self) -> list[list[int]]:
        """Related items, by ordinal."""
        if "rela" not in self.directory:
            return [[] for _ in self.items]
        return read_related(self.stored("rela"), len(self.items))

    @cached_property
    def map(self) -> dict | None:
        """Map."""
        return json_of(self.logical("map ")) if "map " in self.directory else None

    @cached_property
    def synonyms(self) -> list[dict]:
        """Synonyms."""
        return json_of(self.logical("synm")) if "synm" in self.directory else []

    @cached_property
    def assets(self) -> list[Asset]:
        """Assets, in order of name."""
        assets = self.stored("asst")
        return [Asset.read(name, value, assets) for name, value in self.dictionary("as")]

    @cached_property
    def search(self) -> SearchHeader:
        """Search: its header, lengths and order."""
        search = SearchHeader(*(self.stored(name) for name in ("srch", "leng", "ordr")))
        demand(search.documents == len(self.items), "other documents than items")
        demand(not search.has_positions or "posi" in self.directory, "positions that are not there")
        return search

    @cached_property
    def words(self) -> list[Word]:
        """Search: every word, in order of its bytes."""
        sections = [self.stored(name) for name in ("post", "posi", "skip")]
        postings = PostingReader(self.search.documents, len(self.search.fields), *sections)
        return WordReader(self.search.has_positions, postings).read_all(self.dictionary("tm"))

    @cached_property
    def titles(self) -> dict[str, list[int]]:
        """Search: the documents of each title."""
        return read_titles(self.dictionary("ti"), self.search.documents)

    @cached_property
    def hash_trees(self) -> list[tuple[Section, HashTree]]:
        """Hash tree: recomputed, for each hashed section in order."""
        hashed = [section for section in self.directory.values() if section.flags & HASHED]
        return [(section, HashTree(self.logical(section.name))) for section in hashed]

    @property
    def computed_levels(self) -> bytes:
        """Hash tree: what section `hash` should hold."""
        return levels_of(self.hash_trees)

    @property
    def computed_root(self) -> bytes:
        """Hash tree: what the header should have as root."""
        return root_of(self.hash_trees)

    @property
    def computed_file_hash(self) -> str:
        """Release statement: what its payload should have as `file-hash`."""
        return hashlib.sha256(self.data[: self.header.content_length]).hexdigest()

    def everything(self):
        """All that a pack holds, as pairs: the name of the section of the page, and one thing."""
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
