# SPDX-License-Identifier: EUPL-1.2
"""Hostile packs whose string dictionaries read the same bytes many times."""

from pack_maker import (
    Section,
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


@hostile("search --pack {pack} evilword", refused=True)
def dictionary_reads_blocks_again():
    """The tables of the dictionary of words lead to one block 1,000,000 times."""
    return repeated_thrice(1000, b"\x10\x00q" * 10_000)


@hostile("search --pack {pack} evilwoord", refused=True)
def dictionary_repeats_near_words():
    """As above, with words one letter from the query, so that the search keeps each."""
    _, value = word("evilwoort", posting(0))
    return repeated_thrice(300, dictionary_entry(b"", b"evilwoort", value) * 1000)


@hostile("search --pack {pack} evil", refused=True)
def dictionary_block_is_long():
    """One block of 500,000 entries instead of 64, and a text of 100,000 different words."""
    block = b"\0\0" * 500_000 + dictionary_entry(b"", *word("evil", posting(0)))
    pages = key_table([(b"", 0)], len(block))
    top = u32s(1, 1) + key_table([(b"", 0)], len(pages))
    words = " ".join(f"w{number:x}" for number in range(100_000))
    item = {**ITEM, "title": "evil", "document": f'{{"html":"<p>evil {words}</p>"}}'.encode()}
    return pack([item], replaced=dictionary_of("tm", top, pages, block))


def shared_block(prefix: str, key: bytes, value: bytes, pages: int = 200, blocks: int = 1000):
    """All pages of the dictionary lead to the same blocks."""
    block = dictionary_entry(b"", key, value) + dictionary_entry(key, key, value) * 63
    page = key_table([(b"", number * len(block)) for number in range(blocks)], blocks * len(block))
    keys = [(b"" if number == 0 else b"zzz", number * len(page)) for number in range(pages)]
    top = u32s(64 * pages * blocks, blocks) + key_table(keys, pages * len(page))
    return pack([ITEM], replaced=dictionary_of(prefix, top, page * pages, block * blocks))


@hostile("search --pack {pack} 'evi*'", refused=True)
def dictionary_pages_share_words():
    """200 pages of the dictionary of words lead to the same 1000 blocks."""
    return shared_block("tm", *word("evil", posting(0)))


@hostile("info {pack}", "list --pack {pack}", refused=True)
def dictionary_pages_share_redirects():
    """200 pages of the dictionary of ids lead to the same 1000 blocks of redirects."""
    return shared_block("id", b"a", varint(1))


@hostile("search --pack {pack} 'evi*'", refused=True)
def dictionary_states_too_many_entries():
    """The top states 4,294,967,295 entries; the dictionary has one."""
    key, value = word("evil", posting(0))
    block = dictionary_entry(b"", key, value)
    pages = key_table([(key, 0)], len(block))
    top = u32s(0xFFFFFFFF, 0xFFFFFFFF) + key_table([(key, 0)], len(pages))
    return pack([ITEM], replaced=dictionary_of("tm", top, pages, block))


@hostile("search --pack {pack} evil", refused=True)
def dictionary_is_not_sorted():
    """The 64 words of a block are in descending order."""
    keys = sorted((f"evil{number:02}" for number in range(64)), reverse=True)
    block = b"".join(dictionary_entry(b"", *word(key, posting(0))) for key in keys)
    pages = key_table([(b"evil00", 0)], len(block))
    top = u32s(64, 64) + key_table([(b"evil00", 0)], len(pages))
    replaced = dictionary_of("tm", top, pages, block)
    return pack([ITEM], replaced={name: Section(s.stored) for name, s in replaced.items()})
