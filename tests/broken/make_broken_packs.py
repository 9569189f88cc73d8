# SPDX-License-Identifier: EUPL-1.2
"""Writes broken packs to packs/, and the error code that each must give to broken.json.

    python3 tests/broken/make_broken_packs.py PATH-OF-LANDKAART

Each pack has one fault, which its name tells. The page checksums are corrected after the change, except in packs
with a wrong checksum. To add a fault, add it to BROKEN and run the script.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "independent"))

from edited_pack import PAGE, EditedPack  # noqa: E402
from reader.links import GroupedEntries, Link  # noqa: E402

LINKS = 8  # offset in section `link` of the links of the first item, in a pack of at most 32 items


def item_record(pack, ordinal):
    """The offset of the record of an item."""
    return pack.section("item") + 64 + 32 * ordinal


def deflate_bomb(pack):
    """Makes the last document claim 15 MiB."""
    body = item_record(pack, pack.u32(16) - 1) + 24
    bodies = pack.entry("body")
    longer = 15 * 1024 * 1024
    pack.put(body, "Q", pack.u64(body) & (1 << 40) - 1 | longer << 40)
    return pack.put(bodies + 24, "Q", pack.u64(bodies + 24) + longer)


def without_links_back(pack):
    """Removes the links back of the first item that has any. The links of the other items to it stay."""
    begin, entry = pack.section("link"), pack.entry("link")
    length = pack.u64(entry + 16)
    links = GroupedEntries(bytes(pack.bytes[begin:begin + length]), pack.u32(16))
    for item in links:
        Link.read_runs(links, item)
        runs = links.cursor.at
        if Link.read_runs(links, item):
            break
    shorter = links.cursor.at - runs - 1  # the runs become one byte: a count of 0
    pack.bytes[begin + runs:begin + length] = (
        b"\0" + pack.bytes[begin + links.cursor.at:begin + length] + bytes(shorter))
    pack.put(begin + 4, "I", pack.u32(begin + 4) - shorter)
    return pack.put(entry + 16, "QQ", length - shorter, length - shorter)


BROKEN = {
    # faults of the file as a whole, its header and its directory
    "empty": ("not_a_pack", lambda p: p.bytes.clear()),
    "wrong-magic": ("not_a_pack", lambda p: p.put(0, "B", 0x88)),
    "not-a-pack": ("not_a_pack", lambda p: p.bytes.__setitem__(slice(None), b"%PDF-1.7 and so on")),
    "draft": ("malformed", lambda p: p.put(8, "HH", 0, 0)),
    "newer-version": ("newer_version", lambda p: p.put(8, "HH", 2, 2)),
    "truncated-in-header": ("truncated", lambda p: p.bytes.__delitem__(slice(60, None))),
    "truncated-in-half": ("truncated", lambda p: p.bytes.__delitem__(slice(len(p.bytes) // 2, None))),
    "truncated-before-statement": ("truncated", lambda p: p.bytes.__delitem__(slice(p.u64(32), None))),
    "content-length-lies": ("truncated", lambda p: p.put(32, "Q", 1 << 60)),
    "checksum-offset-lies": ("malformed", lambda p: p.put(24, "Q", 1 << 60)),
    "too-many-sections": ("limit_exceeded", lambda p: p.put(12, "I", 65)),
    "too-many-items": ("limit_exceeded", lambda p: p.put(16, "I", (1 << 24) + 1)),
    "item-count-lies": ("malformed", lambda p: p.put(16, "I", p.u32(16) + 1)),
    "unknown-critical-section": ("unknown_critical", lambda p: p.put(p.entry("synm"), "4sH", b"zzzz", 3)),
    "section-missing": ("malformed", lambda p: p.put(p.entry("link"), "4sH", b"zzzz", 0)),
    "positions-missing": ("malformed", lambda p: p.put(p.entry("posi"), "4sH", b"zzzz", 0)),
    "section-twice": ("malformed", lambda p: p.put(p.entry("text"), "4s", b"item")),
    "section-outside": ("malformed", lambda p: p.put(p.entry("body") + 8, "Q", 1 << 40)),
    "section-overlaps": ("malformed", lambda p: p.put(p.entry("item") + 8, "Q", 200)),
    "section-too-long": ("malformed", lambda p: p.put(p.entry("hash") + 16, "QQ", 1 << 40, 1 << 40)),
    "unknown-encoding": ("malformed", lambda p: p.put(p.entry("item") + 6, "H", 7)),
    "related-encoded": ("malformed", lambda p: p.put(p.entry("rela") + 6, "H", 2)),
    "encoding-of-another": ("malformed", lambda p: p.put(p.entry("item") + 6, "H", 2)),
    # faults inside one section
    "manifest-not-json": ("malformed", lambda p: p.put(p.section("mani"), "4s", b"nope")),
    "id-dictionary-lies": ("malformed", lambda p: p.put(p.section("idtp"), "I", 0xffffffff)),
    "key-table-gap": ("malformed", lambda p: p.put(p.section("idtp") + 12, "I", 4)),
    "manifest-too-deep": ("limit_exceeded", lambda p: p.put(p.section("mani"), "101s", b"[" * 101)),
    "document-shared": ("malformed", lambda p: p.put(item_record(p, 1) + 24, "Q", p.u64(item_record(p, 0) + 24))),
    "key-table-lies": ("malformed", lambda p: p.put(p.section("idtp") + 8, "I", 0xffffffff)),
    "shared-prefix-lies": ("malformed", lambda p: p.put(p.section("idbk"), "B", 0x1e)),
    "kind-unknown": ("malformed", lambda p: p.put(item_record(p, 0), "B", 99)),
    "label-set-lies": ("malformed", lambda p: p.put(item_record(p, 0) + 12, "I", 0xffffff)),
    "id-rank-lies": ("malformed", lambda p: p.put(item_record(p, 0) + 16, "I", 0xffffff)),
    "text-offset-lies": ("malformed", lambda p: p.put(item_record(p, 0) + 20, "I", 0xfffffff0)),
    "body-offset-lies": ("malformed", lambda p: p.put(item_record(p, 1) + 24, "Q", (1 << 40) - 1 | 9 << 40)),
    "body-begins-elsewhere": ("malformed", lambda p: p.put(item_record(p, 0) + 24, "Q", p.u64(item_record(p, 0) + 24) + 1)),
    "link-offsets-lie": ("malformed", lambda p: p.put(p.section("link"), "II", 0, 0x10000000)),
    "link-count-lies": ("malformed", lambda p: p.put(p.section("link") + LINKS, "BBBB", 1, 1, 0xff, 0x7f)),
    "link-leads-nowhere": ("malformed", lambda p: p.put(p.section("link") + LINKS, "BBBB", 1, 1, 1, 126)),
    "link-back-missing": ("malformed", without_links_back),
    "map-not-deflated": ("malformed", lambda p: p.put(p.section("map "), "8s", b"\xff" * 8)),
    "block-index-lies": ("malformed", lambda p: p.put(p.section("bidx") + 16, "Q", 1 << 50)),
    "block-not-deflated": ("malformed", lambda p: p.put(p.section("body"), "8s", b"\xff" * 8)),
    "inflation-ratio": ("limit_exceeded", lambda p: p.put(p.entry("body") + 24, "Q", 1 << 40)),
    "deflate-bomb": ("limit_exceeded", deflate_bomb),
    "search-for-other-items": ("malformed", lambda p: p.put(p.section("srch"), "I", 1)),
    "too-many-fields": ("limit_exceeded", lambda p: p.put(p.section("srch") + 8, "I", 9)),
    "posting-list-outside": ("malformed", lambda p: p.put(p.entry("post") + 16, "QQ", 0, 0)),
    # faults that checksums and hashes find
    "page-damaged": ("damaged", lambda p: p.put(p.section("body") + 3, "B", p.bytes[p.section("body") + 3] ^ 1)),
    "checksum-damaged": ("damaged", lambda p: p.put(p.u64(24), "I", p.u32(p.u64(24)) ^ 1)),
    "statement-damaged": ("damaged", lambda p: p.put(len(p.bytes) - 20, "B", p.bytes[len(p.bytes) - 20] ^ 1)),
    "content-changed": ("hash_mismatch", lambda p: p.put(item_record(p, 0) + 4, "H", 77)),
    "root-changed": ("hash_mismatch", lambda p: p.put(40, "B", p.bytes[40] ^ 1)),
    "hash-tree-changed": ("hash_mismatch", lambda p: p.put(p.section("hash"), "B", p.bytes[p.section("hash")] ^ 1)),
    "file-hash-wrong": ("hash_mismatch", lambda p: p.put(20, "I", 1)),
}
# Packs whose page checksums stay wrong, or that have none.
NOT_RESEALED = {"page-damaged", "checksum-damaged", "empty", "not-a-pack"}
# Packs with a correct release statement, and with correct hashes everywhere.
RESTATED = {"content-changed", "hash-tree-changed"}
REHASHED = {"link-back-missing", "document-shared"}


def main(landkaart):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([landkaart, "init", f"{folder}/source"], check=True, capture_output=True)
        subprocess.run([landkaart, "build", f"{folder}/source", "-o", f"{folder}/base.lkp"], check=True,
                       capture_output=True)
        original = pathlib.Path(folder, "base.lkp").read_bytes()
    packs = HERE / "packs"
    shutil.rmtree(packs, ignore_errors=True)
    packs.mkdir()
    for name, (code, change) in BROKEN.items():
        pack = EditedPack(original)
        change(pack)
        if name not in NOT_RESEALED and len(pack.bytes) > 128 and pack.u64(24) < len(pack.bytes):
            covered = pack.u64(24)
            if covered + 4 * -(-covered // PAGE) <= len(pack.bytes):
                pack.reseal()
        if name in RESTATED:
            pack.restate()
        if name in REHASHED:
            pack.rehash()
        (packs / f"{name}.lkp").write_bytes(pack.bytes)
    codes = {f"{name}.lkp": code for name, (code, _) in sorted(BROKEN.items())}
    (HERE / "broken.json").write_text(json.dumps(codes, indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
