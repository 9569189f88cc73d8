# SPDX-License-Identifier: EUPL-1.2
"""Hostile packs whose string dictionaries read the same bytes many times."""

from pack_maker import (
    dictionary,
    dictionary_entry,
    dictionary_of,
    key_table,
    pack,
    posting,
    u32s,
    varint,
    word,
)
from registry import hostile

ITEM = {"id": "a", "kind": "article"}


def repeated_thrice(times: int, block: bytes, prefix: str = "tm") -> bytes:
    """A dictionary whose tables lead to the same page, and that to the same block, many times.

    The keys are "", Q and Q, over and over. For the first and the last of the three, the range of
    bytes is the same; the range of the key between them goes backwards.
    """
    unwanted = b"qqqqqqqq"

    def table(length: int) -> bytes:
        keys = [(b"", length), (unwanted, 2 * length), (unwanted, 0)] * times
        return key_table(keys, length)

    page = table(len(block))
    entries = 64 * 3 * times * 3 * times
    top = u32s(entries, 3 * times) + table(len(page))
    return pack([ITEM], replaced=dictionary_of(prefix, top, page * 2, block * 2))


@hostile("search --pack {pack} evilword", refused="a dictionary's top leaves a gap")
def dictionary_reads_blocks_again():
    """The tables of the dictionary of words lead to one block 44,000 times."""
    return repeated_thrice(70, b"\x10\x00q" * 10_000)


@hostile("search --pack {pack} evilwoord", refused="a dictionary's top leaves a gap")
def dictionary_repeats_near_words():
    """As above, with words one letter from the query, so that the search keeps each."""
    _, value = word("evilwoort", posting(0))
    return repeated_thrice(70, dictionary_entry(b"", b"evilwoort", value) * 1000)


@hostile("search --pack {pack} evil", refused="a dictionary's block has more entries")
def dictionary_block_is_long():
    """One block of 100,000 words instead of 64, and a text of 100,000 words."""
    keys = ["evil", *(f"w{number:05}" for number in range(100_000))]
    item = {**ITEM, "document": f'{{"html":"<p>{" ".join(keys)}</p>"}}'.encode()}
    words = [word(key, posting(0)) for key in keys]
    sections = dictionary("tm", words, block=len(words))
    sections["tmtp"].stored = u32s(64) + sections["tmtp"].stored[4:]  # the number of words
    return pack([item], replaced=sections)


def shared_blocks(prefix: str, value: bytes, pages: int = 20, blocks: int = 1000):
    """Each page of the dictionary has keys of its own, and the offsets of the same blocks."""
    stored, offsets = bytearray(), []
    for number in range(blocks):
        offsets.append(len(stored))
        previous = b""
        for key in (f"evil00{number:04}{entry:02}".encode() for entry in range(64)):
            stored += dictionary_entry(previous, key, value)
            previous = key
    tables, tops = [], []
    for page in range(pages):
        keys = [f"evil{page:02}{number:04}00".encode() for number in range(blocks)]
        tops.append((keys[0], sum(map(len, tables))))
        tables.append(key_table(list(zip(keys, offsets, strict=True)), len(stored)))
    top = u32s(64 * pages * blocks, blocks) + key_table(tops, sum(map(len, tables)))
    return pack([ITEM], replaced=dictionary_of(prefix, top, b"".join(tables), bytes(stored)))


@hostile("search --pack {pack} 'evi*'", refused="a dictionary's page leaves a gap")
def dictionary_pages_share_words():
    """20 pages of the dictionary of words lead to the same 1000 blocks."""
    return shared_blocks("tm", word("", posting(0))[1])


@hostile("info {pack}", "list --pack {pack}", refused="a dictionary's page leaves a gap")
def dictionary_pages_share_redirects():
    """20 pages of the dictionary of ids lead to the same 1000 blocks of redirects."""
    return shared_blocks("id", varint(1))


@hostile("search --pack {pack} 'evi*'", refused="a page of the wrong number of keys")
def dictionary_states_too_many_entries():
    """The top states 4,294,967,295 entries; the dictionary has one."""
    key, value = word("evil", posting(0))
    block = dictionary_entry(b"", key, value)
    pages = key_table([(key, 0)], len(block))
    top = u32s(0xFFFFFFFF, 0xFFFFFFFF) + key_table([(key, 0)], len(pages))
    return pack([ITEM], replaced=dictionary_of("tm", top, pages, block))


@hostile("search --pack {pack} evil", refused="keys that do not ascend")
def dictionary_is_not_sorted():
    """The 64 words of a block are in descending order."""
    keys = sorted((f"evil{number:02}" for number in range(64)), reverse=True)
    block = b"".join(dictionary_entry(b"", *word(key, posting(0))) for key in keys)
    pages = key_table([(keys[0].encode(), 0)], len(block))
    top = u32s(64, 64) + key_table([(keys[0].encode(), 0)], len(pages))
    return pack([ITEM], replaced=dictionary_of("tm", top, pages, block))
