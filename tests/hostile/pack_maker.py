# SPDX-License-Identifier: EUPL-1.2
"""Makes hostile packs: any bytes in any section, with correct checksums, hashes and statement.

pack() makes a pack from items and from sections that a test replaces. Nothing is checked, so that a
pack can break the specification (content-pack/spec/v1.md) in one place and keep it everywhere else.
"""

import hashlib
import json
import struct
import zlib
from dataclasses import dataclass
from itertools import groupby

PAGE = 4096  # bytes that one checksum covers
LEAF = 8192  # bytes that one leaf of the hash tree covers
BLOCK = 32768  # bytes of one block of `body`, inflated
MAGIC = bytes.fromhex("894C4B500D0A1A0A")
CRITICAL, HASHED = 1, 2
DEFLATED_BLOCKS, DEFLATED = 1, 2  # encodings of a section

# The sections in the order of the file, with the flags that the specification gives them.
FLAGS = {
    **{f"{prefix}tp": 3 for prefix in ("id", "tm", "ti", "as")},
    "mani": 3,
    **{f"{prefix}pg": 3 for prefix in ("id", "tm", "ti", "as")},
    **dict.fromkeys(("item", "text", "labl", "name", "link"), 3),
    "rela": 2,
    **dict.fromkeys(("srch", "leng", "ordr"), 3),
    **{f"{prefix}bk": 3 for prefix in ("id", "tm", "ti", "as")},
    **dict.fromkeys(("skip", "post"), 3),
    **dict.fromkeys(("posi", "synm", "map "), 2),
    "bidx": 1,
    "body": 3,
    "asst": 2,
    "hash": 0,
}
KINDS = ["theme", "topic", "obstacle", "work-form", "article", "video", "story", "term", "journey"]
KIND = {name: number for number, name in enumerate(KINDS, start=1)}
MANIFEST = {
    "analysis": "fold-1",
    "id": "hostile",
    "language": "nl",
    "lexicon": "0" * 64,
    "licence": "CC0-1.0",
    "publisher": "Tests",
    "release": 1,
    "title": "Hostile",
    "version": "1.0.0",
}


@dataclass
class Section:
    """The stored bytes of a section, and the logical bytes that the hash tree covers."""

    stored: bytes
    encoding: int = 0
    inflated: bytes | None = None

    @property
    def logical(self) -> bytes:
        return self.stored if self.inflated is None else self.inflated


def varint(number: int) -> bytes:
    out = bytearray()
    while number >= 128:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def text(content: str | bytes) -> bytes:
    content = content.encode() if isinstance(content, str) else content
    return varint(len(content)) + content


def u32s(*numbers: int) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def deflate(content: bytes, level: int = 9) -> bytes:
    stream = zlib.compressobj(level, zlib.DEFLATED, -15)
    return stream.compress(content) + stream.flush()


def deflated(content: bytes) -> Section:
    return Section(deflate(content), DEFLATED, content)


def body_sections(stream: bytes, level: int = 9) -> dict[str, Section]:
    """The sections `bidx` and `body`. Equal blocks are deflated once, which saves time."""
    deflated_blocks: dict[bytes, bytes] = {}
    index, stored, count = bytearray(), bytearray(), 0
    for begin in range(0, len(stream), BLOCK):
        block = stream[begin : begin + BLOCK]
        if block not in deflated_blocks:
            deflated_blocks[block] = deflate(block, level)
        index += struct.pack("<QQ", begin, len(stored))
        stored += deflated_blocks[block]
        count += 1
    index += struct.pack("<QQ", len(stream), len(stored))
    return {
        "bidx": Section(u32s(count, 0) + bytes(index)),
        "body": Section(bytes(stored), DEFLATED_BLOCKS, stream),
    }


# ---- dictionaries


def key_table(entries: list[tuple[bytes, int]], end: int) -> bytes:
    """`entries` are keys, each with its offset in the section below; `end` is the last offset."""
    key_ends, at = [], 0
    for key, _ in entries:
        at += len(key)
        key_ends.append(at)
    offsets = [offset for _, offset in entries]
    return u32s(len(entries), *offsets, end, *key_ends) + b"".join(key for key, _ in entries)


def dictionary_entry(previous: bytes, key: bytes, value: bytes) -> bytes:
    shared = 0
    while shared < min(len(previous), len(key)) and previous[shared] == key[shared]:
        shared += 1
    rest = len(key) - shared
    out = bytes([min(shared, 15) | min(rest, 15) << 4])
    out += varint(shared - 15) if shared >= 15 else b""
    out += varint(rest - 15) if rest >= 15 else b""
    return out + varint(len(value)) + key[shared:] + value


def dictionary(prefix: str, entries, keys_a_page: int = 64, block: int = 64) -> dict[str, Section]:
    """The three sections of a dictionary. `entries` are (key, value) pairs in any order."""
    entries = sorted(entries)
    blocks, firsts = bytearray(), []
    for begin in range(0, len(entries), block):
        firsts.append((entries[begin][0], len(blocks)))
        previous = b""
        for key, value in entries[begin : begin + block]:
            blocks += dictionary_entry(previous, key, value)
            previous = key
    pages, tops = bytearray(), []
    for begin in range(0, len(firsts), keys_a_page):
        following = firsts[begin + keys_a_page : begin + keys_a_page + 1]
        end = following[0][1] if following else len(blocks)
        tops.append((firsts[begin][0], len(pages)))
        pages += key_table(firsts[begin : begin + keys_a_page], end)
    top = u32s(len(entries), keys_a_page) + key_table(tops, len(pages))
    return dictionary_of(prefix, top, bytes(pages), bytes(blocks))


def dictionary_of(prefix: str, top: bytes, pages: bytes, blocks: bytes) -> dict[str, Section]:
    return {
        prefix + "tp": Section(top),
        prefix + "pg": Section(pages),
        prefix + "bk": Section(blocks),
    }


# ---- items and links


def strings(contents: list[bytes]) -> bytes:
    """The list of byte strings of `name` and `labl`."""
    ends, at = [], 0
    for content in contents:
        at += len(content)
        ends.append(at)
    return u32s(len(contents), *ends) + b"".join(contents)


def labels(themes: bytes = b"\0", tags: bytes = b"\0") -> bytes:
    """A set of labels in the first language. Each part is a count and that many varints."""
    return varint(0) + themes + tags


def step(item: int, other: int) -> bytes:
    return varint(2 * (other - item) if other >= item else 2 * (item - other) - 1)


def links(*runs: tuple[int, int, bytes]) -> bytes:
    """The entry of an item in `link`: runs of (type, count, steps) from it, and no links to it."""
    return link_runs(runs) + varint(0)


def link_runs(runs) -> bytes:
    written = b"".join(varint(kind) + varint(count) + steps for kind, count, steps in runs)
    return varint(len(runs)) + written


def link_section(items: int, written: list[tuple[int, int, int]]) -> bytes:
    """The section `link` for links (origin, type, target), with the links to each item."""
    from_item, to_item = ([[] for _ in range(items)] for _ in range(2))
    for origin, kind, target in written:
        from_item[origin].append((kind, target))
    for origin, kind, target in sorted(written, key=lambda link: (link[2], link[1], link[0])):
        to_item[target].append((kind, origin))

    def entry(item: int, ends: list[tuple[int, int]]) -> bytes:
        runs = [(kind, list(run)) for kind, run in groupby(ends, key=lambda end: end[0])]
        return link_runs(
            [
                (kind, len(run), b"".join(step(item, other) for _, other in run))
                for kind, run in runs
            ]
        )

    return grouped([entry(i, from_item[i]) + entry(i, to_item[i]) for i in range(items)])


def grouped(entries: list[bytes]) -> bytes:
    """The grouped entries of `link` and `rela`."""
    offsets, content = [], bytearray()
    for number, entry in enumerate(entries):
        if number % 32 == 0:
            offsets.append(len(content))
        content += entry
    return u32s(*offsets, len(content)) + bytes(content)


def record(kind=0, label_set=0, rank=0, text_at=0, body=0, length=0) -> bytes:
    return struct.pack(
        "<BBHHHHHIIIQ", kind, 0, 0, 0, 0, 0, 0, label_set, rank, text_at, body | length << 40
    )


def item_section(records: list[bytes], end_of_bodies: int) -> bytes:
    begins = [sum(1 for each in records if each[0] < kind) for kind in range(16)]
    return u32s(*begins) + b"".join(records) + record(body=end_of_bodies)


def item_sections(items: list[dict], stream: bytes, redirects) -> dict[str, Section]:
    """Ids, records, texts and bodies. pack() says what an item can hold."""
    redirected = {id.encode(): varint(2 * ordinal + 1) for id, ordinal in redirects}
    ids = sorted({item["id"].encode() for item in items} | redirected.keys())
    ranks = {key: rank for rank, key in enumerate(ids)}
    texts, records, entries, body = bytearray(), [], redirected, bytearray(stream)
    for number, item in enumerate(items):
        text_at = item.get("text_at", len(texts))
        if "text_at" not in item:
            texts += text(item.get("title", "t")) + text(item.get("summary", ""))
        begin, length = item.get("body", (len(body), len(item.get("document", b"{}"))))
        if "body" not in item:
            body += item.get("document", b"{}")
        key = item["id"].encode()
        kind = KIND[item["kind"]]
        records.append(record(kind, item.get("labels", 0), ranks[key], text_at, begin, length))
        entries.setdefault(key, varint(2 * number))
    return {
        **dictionary("id", entries.items()),
        "item": Section(item_section(records, len(body))),
        "text": Section(bytes(texts)),
        **body_sections(bytes(body)),
    }


# ---- search


FIELD_WORDS = 5  # length in words of each field of each item


def search_header(documents: int, fields, positions: bool) -> bytes:
    out = struct.pack("<IHHI", documents, 1 if positions else 0, 1200, len(fields))
    for name in fields:
        out += struct.pack("<HHQ", 1000, 500, FIELD_WORDS * documents) + text(name)
    return out


def posting(document: int, field: int = 1, positions: bool = False) -> bytes:
    """The place of a list with one posting: the word occurs once, in one field."""
    found = varint(1) + varint(document) + bytes([1 << field]) + varint(1)
    return found + (bytes([32]) if positions else b"")


def word(key: str, place: bytes, parts: list[bytes] | None = None) -> tuple[bytes, bytes]:
    """An entry of the dictionary of words. `place` is that of its list; `parts` are encoded."""
    flags = 1 if parts is None else 1 | 1 << 5
    encoded = b"" if parts is None else varint(len(parts)) + b"".join(parts)
    return key.encode(), varint(flags) + encoded + place


# ---- the file


def tree(content: bytes) -> tuple[bytes, bytes]:
    """All levels of the hash tree of one section, and its top."""
    leaves = [content[at : at + LEAF] for at in range(0, len(content), LEAF)] or [b""]
    level = [hashlib.sha256(b"\0" + leaf).digest() for leaf in leaves]
    levels = [b"".join(level)]
    while len(level) > 1:
        joined = levels[-1]
        pieces = [joined[at : at + LEAF] for at in range(0, len(joined), LEAF)]
        level = [hashlib.sha256(b"\1" + piece).digest() for piece in pieces]
        levels.append(b"".join(level))
    return b"".join(levels), level[0]


def seal(sections: dict[str, Section], items: int, stated: dict | None = None) -> bytes:
    """The file, with the hash tree, page checksums and release statement that its sections need.

    A section that the specification does not name gets no flags. `stated` adds members to the
    payload of the release statement.
    """
    levels, tops = bytearray(), bytearray()
    for name, section in sections.items():
        flags = FLAGS.get(name, 0)
        if flags & HASHED:
            tree_levels, top = tree(section.logical)
            levels += tree_levels
            tops += struct.pack("<4sHHQ", name.encode(), flags, 0, len(section.logical)) + top
    root = hashlib.sha256(b"\2" + tops).digest()
    sections = {**sections, "hash": Section(bytes(levels))}
    out = bytearray(128 + 32 * len(sections))
    for number, (name, section) in enumerate(sections.items()):
        out += bytes(-len(out) % 8)
        entry = (name.encode(), FLAGS.get(name, 0), section.encoding, len(out))
        lengths = (len(section.stored), len(section.logical))
        struct.pack_into("<4sHHQQQ", out, 128 + 32 * number, *entry, *lengths)
        out += section.stored
    covered = len(out)
    end = covered + 4 * -(-covered // PAGE)
    out[:8] = MAGIC
    struct.pack_into("<HHIIIQQ32s", out, 8, 1, 1, len(sections), items, 0, covered, end, root)
    out += b"".join(
        u32s(zlib.crc32(out[at : min(at + PAGE, covered)])) for at in range(0, covered, PAGE)
    )
    return bytes(out) + statement(root, bytes(out), stated or {})


def statement(root: bytes, content: bytes, stated: dict) -> bytes:
    payload = {
        "channel": "",
        "expires": None,
        "file-hash": hashlib.sha256(content).hexdigest(),
        "minimum-reader": 1,
        "pack": MANIFEST["id"],
        "release": MANIFEST["release"],
        "root": root.hex(),
        "version": MANIFEST["version"],
        **stated,
    }
    raw = json_bytes(payload)
    stated = b"LKRS" + struct.pack("<HHI", 1, 0, len(raw)) + raw
    return stated + u32s(zlib.crc32(stated))


def json_bytes(value) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


def pack(
    items: list[dict],
    words=(),
    assets=(),
    stream: bytes = b"",
    redirects=(),
    fields=("title", "text"),
    positions: bytes | None = None,
    replaced: dict[str, Section | bytes] | None = None,
    stated: dict | None = None,
) -> bytes:
    """A pack that keeps the specification except where its parts break it.

    An item has "id" and "kind", and may have "title", "summary", "document" (bytes of JSON),
    "labels" (number of a set), "text_at" (offset in `text`) and "body" (begin and length in the
    stream). Items must be in order of kind. `words` and `assets` are entries of dictionaries.
    `stream` begins the stream of bodies. `redirects` are (id, ordinal) pairs. `replaced` replaces
    or adds whole sections. `stated` adds members to the release statement.
    """
    sections = {
        "mani": Section(json_bytes(MANIFEST)),
        "labl": Section(strings([labels()])),
        "name": Section(strings([b"nl"])),
        "link": Section(b""),
        "srch": Section(search_header(len(items), fields, positions is not None)),
        "leng": Section(bytes([FIELD_WORDS]) * (len(items) * len(fields))),
        "skip": Section(b""),
        "post": Section(b""),
        "asst": Section(b""),
        **dictionary("tm", words),
        **dictionary("ti", []),
        **dictionary("as", assets),
        **item_sections(items, stream, redirects),
    }
    if positions is not None:
        sections["posi"] = Section(positions)
    for name, section in (replaced or {}).items():
        sections[name] = section if isinstance(section, Section) else Section(section)
    in_order = {name: sections.pop(name) for name in FLAGS if name in sections}
    return seal({**in_order, **sections}, len(items), stated)


def inflate(content: bytes) -> bytes:
    return zlib.decompressobj(-15).decompress(content)
