# SPDX-License-Identifier: EUPL-1.2
"""For each limit of the format a pack that reaches the limit, or is one above it.

A function below makes the pack for a number, such as a pack with an id of that many bytes. It has
the name of the constant in core/include/landkaart/limits.h that limits the number.
"""

import json
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from map_packs import feature, land, place, with_map
from pack_maker import (
    MANIFEST,
    PAGE,
    Section,
    deflate,
    deflated,
    dictionary,
    grouped,
    json_bytes,
    labels,
    link_section,
    pack,
    posting,
    step,
    strings,
    text,
    u32s,
    varint,
    word,
)

RELATED, STOPS = 8, 10  # types of links
ITEM = {"id": "a", "kind": "article"}


@dataclass(frozen=True)
class Limit:
    make: Callable[[int], bytes]
    command: str  # reads the limited part
    # Whether a pack can reach the limit in this test. Otherwise only the pack above it is tested.
    can_be_reached: bool


LIMITS: dict[str, Limit] = {}


def limit(command: str, can_be_reached: bool = True):
    def register(make: Callable[[int], bytes]):
        LIMITS[make.__name__] = Limit(make, command, can_be_reached)
        return make

    return register


def padded(make: Callable[[str], bytes], length: int) -> bytes:
    """The result of make(), with as many letters as give it the length."""
    content = make("x" * (length - len(make(""))))
    assert len(content) == length
    return content


def html(body: str) -> bytes:
    return json.dumps({"html": body}, separators=(",", ":")).encode()


# ---- the file


@limit("info {pack}")
def kSections(number):
    known = struct.unpack_from("<I", pack([ITEM]), 12)[0]
    return pack([ITEM], replaced={f"x{n:03}": b"" for n in range(number - known)})


@limit("info {pack}", can_be_reached=False)  # it would be a pack of 600 MB
def kItems(number):
    """The header states the number of items. Its page gets the right checksum."""
    content = bytearray(pack([ITEM]))
    struct.pack_into("<I", content, 16, number)
    (covered,) = struct.unpack_from("<Q", content, 24)
    first_page = zlib.crc32(bytes(content[: min(PAGE, covered)]))
    struct.pack_into("<I", content, covered, first_page)
    return bytes(content)


@limit("info {pack}")
def kManifestBytes(number):
    manifest = padded(lambda letters: json_bytes({**MANIFEST, "x-a": letters}), number)
    return pack([ITEM], replaced={"mani": manifest})


@limit("verify {pack}")
def kStatementBytes(number):
    def length(content: bytes) -> int:
        return len(content) - struct.unpack_from("<Q", content, 32)[0]

    missing = number - length(pack([ITEM], stated={"x-a": ""}))
    return pack([ITEM], stated={"x-a": "x" * missing})


@limit("show a --pack {pack}")
def kDocumentBytes(number):
    document = padded(lambda letters: json_bytes({"x-a": letters}), number)
    return pack([{**ITEM, "document": document}])


@limit("show a --pack {pack}")
def kBlockBytes(number):
    document = padded(lambda letters: json_bytes({"x-a": letters}), number)
    body = one_block(deflate(document), document)
    return pack([{**ITEM, "document": document}], replaced=body)


@limit("show a --pack {pack}")
def kStoredBlockBytes(number):
    """Deflate can begin with blocks of 5 bytes that hold nothing. The text fills what remains."""
    empty = bytes.fromhex("000000ffff")
    length = 100 + (number - 100 - len(empty)) % len(empty)
    document = padded(lambda letters: json_bytes({"x-a": letters}), length)
    last = b"\1" + struct.pack("<HH", length, length ^ 0xFFFF) + document
    stored = empty * ((number - len(last)) // len(empty)) + last
    assert len(stored) == number
    return pack([{**ITEM, "document": document}], replaced=one_block(stored, document))


def one_block(stored: bytes, inflated: bytes) -> dict[str, Section]:
    index = u32s(1, 0) + struct.pack("<4Q", 0, 0, len(inflated), len(stored))
    return {"bidx": Section(index), "body": Section(stored, encoding=1, inflated=inflated)}


@limit("map --pack {pack}", can_be_reached=False)  # deflate cannot reach it exactly
def kInflationRatio(number):
    stored = deflate(json_bytes({"type": "FeatureCollection", "features": []}))
    inflated = b" " * ((len(stored) + 1) * number)
    return pack([ITEM], replaced={"map ": Section(stored, encoding=2, inflated=inflated)})


@limit("search evil --pack {pack}")
def kDictionaryTopBytes(number):
    """A key in the table of the top takes 8 bytes and its own, and the table itself 8 bytes.

    Each key is the first word of a page with one block of 64 words.
    """
    pages = (number - 8) // 72 + 1
    lengths = [64] * (pages - 1) + [(number - 8) % 72 - 8]
    assert lengths[-1] >= 3
    words = []
    for page, length in enumerate(lengths):
        words.append(f"{page:02}".ljust(length, "a"))
        words += [f"{page:02}b{n:02}" for n in range(63)]
    sections = dictionary("tm", [word(key, posting(0)) for key in words], keys_a_page=1)
    assert len(sections["tmtp"].stored) == 8 + number
    return pack([ITEM], replaced=sections)


# ---- JSON


@limit("show a --pack {pack}")
def kJsonDepth(number):
    document = b'{"x-a":' + b"[" * (number - 1) + b"]" * (number - 1) + b"}"
    return pack([{**ITEM, "document": document}])


@limit("show a --pack {pack}")
def kJsonValues(number):
    """The object, the name of its member and the array are the first three values."""
    document = b'{"x-a":[' + b",".join([b"0"] * (number - 3)) + b"]}"
    return pack([{**ITEM, "document": document}])


# ---- items


@limit("list --pack {pack}")
def kIdBytes(number):
    return pack([{**ITEM, "id": "x" * number}])


@limit("list --pack {pack}")
def kTitleBytes(number):
    return pack([{**ITEM, "title": "x" * number}])


@limit("list --pack {pack} --json")
def kSummaryBytes(number):
    return pack([{**ITEM, "summary": "x" * number}])


@limit("show a --json --pack {pack}")
def kLabelBytes(number):
    tagged = strings([labels(tags=varint(1) + varint(1))])
    return pack([ITEM], replaced={"labl": tagged, "name": strings([b"nl", b"x" * number])})


@limit("show z --json --pack {pack}")
def kThemes(number):
    items = [{"id": f"t{n:03}", "kind": "theme"} for n in range(number)]
    sets = [labels(), labels(themes=varint(number) + b"".join(map(varint, range(number))))]
    item = {"id": "z", "kind": "article", "labels": 1}
    return pack([*items, item], replaced={"labl": strings(sets)})


@limit("show a --json --pack {pack}")
def kTags(number):
    names = [b"nl", *(f"tag{n:04}".encode() for n in range(number))]
    numbers = b"".join(map(varint, range(1, number + 1)))
    sets = [labels(tags=varint(number) + numbers)]
    return pack([ITEM], replaced={"labl": strings(sets), "name": strings(names)})


@limit("show a00000 --json --pack {pack}")
def kLinks(number):
    items = [{"id": f"a{n:05}", "kind": "article"} for n in range(number + 1)]
    written = [(0, RELATED, n) for n in range(1, number + 1)]
    return pack(items, replaced={"link": link_section(len(items), written)})


@limit("map --highlight z -o {folder}/map.svg --pack {pack}")
def kStops(number):
    items = [{"id": f"a{n:04}", "kind": "topic"} for n in range(number)]
    items += [{"id": "z", "kind": "journey"}]
    written = [(number, STOPS, n) for n in range(number)]
    features = [place(n % 32 * 10, n // 32 * 10, f"a{n:04}") for n in range(number)]
    return with_map(items, features, link_section(len(items), written))


@limit("related a00 --pack {pack}")
def kRelatedItems(number):
    items = [{"id": f"a{n:02}", "kind": "article"} for n in range(number + 1)]
    first = varint(number) + b"".join(step(0, n) for n in range(1, number + 1))
    return pack(items, replaced={"rela": grouped([first] + [varint(0)] * number)})


@limit("export {folder}/exported --pack {pack}")
def kRedirects(number):
    return pack([ITEM], redirects=[(f"r{n:06}", 0) for n in range(number)])


@limit("show a --format html --pack {pack}")
def kMarkupDepth(number):
    body = "<blockquote>" * number + "</blockquote>" * number
    return pack([{**ITEM, "document": html(body)}])


@limit("show a --format html --pack {pack}")
def kMarkupNodes(number):
    return pack([{**ITEM, "document": html("<hr>" * number)}])


@limit("info {pack}")
def kAssets(number):
    place_of_asset = varint(0) + varint(0) + text("text/plain")
    return pack([ITEM], assets=[(f"{n:05}.txt".encode(), place_of_asset) for n in range(number)])


@limit("export {folder}/exported --pack {pack}")
def kAssetNameBytes(number):
    """Folders in the name, because a file system limits a part of a path to 255 bytes."""
    name = "x/" * ((number - 4) // 2) + "x" * ((number - 4) % 2) + ".txt"
    assert len(name) == number
    return pack([ITEM], assets=[(name.encode(), varint(0) + varint(0) + text("text/plain"))])


# ---- search


@limit("search evil --pack {pack}")
def kFields(number):
    return pack(
        [ITEM],
        words=[word("evil", posting(0))],
        fields=[f"field{n}" for n in range(number)],
    )


@limit("search evil --pack {pack}")
def kFieldWords(number):
    """A text that has one word so many times. Code 156 is the length 983,040 to 1,064,959."""
    place = varint(1) + varint(0) + bytes([1]) + varint(number)
    header = struct.pack("<IHHIHHQ", 1, 0, 1200, 1, 1000, 500, number) + text("text")
    return pack(
        [ITEM], words=[word("evil", place)], replaced={"srch": header, "leng": bytes([156])}
    )


@limit("search 'x*' --pack {pack}")
def kTermBytes(number):
    return pack([ITEM], words=[word("x" * number, posting(0))])


@limit("search evil --pack {pack}")
def kFormParts(number):
    parts = [b"\xe0" + text("x")] * number  # spelt out
    return pack([ITEM], words=[word("evil", posting(0), parts=parts)])


def with_synonyms(content: bytes) -> bytes:
    return pack([ITEM], words=[word("evil", posting(0))], replaced={"synm": deflated(content)})


@limit("search evil --pack {pack}")
def kSynonymBytes(number):
    def groups(letters: str) -> bytes:
        words = [letters[at : at + 60] for at in range(0, len(letters), 60)]
        return json_bytes([{"equal": ["b"], "term": each} for each in words])

    # White space fills what whole groups leave.
    content = groups("x" * (number // 90 * 60))
    return with_synonyms(content[:-1] + b" " * (number - len(content)) + b"]")


@limit("search evil --pack {pack}")
def kSynonymGroups(number):
    return with_synonyms(json_bytes([{"equal": ["b"], "term": f"w{n:x}"} for n in range(number)]))


@limit("search evil --pack {pack}")
def kSynonymsOfWord(number):
    words = [f"w{n:x}" for n in range(number)]
    half = number // 2
    return with_synonyms(
        json_bytes([{"equal": words[:half], "related": words[half:], "term": "evil"}])
    )


# ---- the map


@limit("map --pack {pack}")
def kMapBytes(number):
    content = json_bytes({"features": [land()], "type": "FeatureCollection"})
    filled = content + b" " * (number - len(content))
    # Deflate stores a run of spaces in fewer bytes than the limit of inflation allows.
    return pack([{"id": "l", "kind": "theme"}], replaced={"map ": deflated(filled)})


@limit("map --pack {pack}")
def kMapFeatures(number):
    road = feature("road", "LineString", [[0, 0], [9, 9]])
    return with_map([{"id": "l", "kind": "theme"}], [land()] + [road] * (number - 1))


@limit("map --pack {pack}")
def kMapPoints(number):
    """The land has five points. Roads of 1000 points have the others."""
    left = number - 5
    sizes = [1000] * (left // 1000) + ([left % 1000] if left % 1000 else [])
    if sizes[-1] == 1:  # a road has at least two points
        sizes[-2:] = [999, 2]
    features = [
        feature("road", "LineString", [[n % 900, n // 2] for n in range(size)]) for size in sizes
    ]
    return with_map([{"id": "l", "kind": "theme"}], [land(), *features])


@limit("map --pack {pack}")
def kMapStops(number):
    """Each journey counts as one, and stops at up to 1023 topics."""
    whole, rest = divmod(number, 1024)
    items = [{"id": f"a{n:04}", "kind": "topic"} for n in range(1023)]
    stops = [1023] * whole + ([rest - 1] if rest else [])
    items += [{"id": f"z{n:04}", "kind": "journey"} for n in range(len(stops))]
    written = [(1023 + n, STOPS, to) for n, count in enumerate(stops) for to in range(count)]
    return with_map(items, [place(1, 2, "a0000")], link_section(len(items), written))
