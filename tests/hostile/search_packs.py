# SPDX-License-Identifier: EUPL-1.2
"""Hostile packs whose postings, words and synonyms make a search expensive."""

import json

from pack_maker import deflated, pack, posting, text, varint, word
from registry import hostile

ITEM = {"id": "a", "kind": "article"}


def articles(count: int) -> list[dict]:
    return [{"id": f"a{number:06}", "kind": "article"} for number in range(count)]


@hostile(
    "search --pack {pack} -- -evil",
    "search --pack {pack} --limit 0 evil",
    refused="a document number that is too high",
)
def skip_entry_wraps():
    """The first of two skip entries states 4,294,967,295 as last document, and no fields."""
    documents = 129
    skip = varint(0xFFFFFFFF) + varint(0) + b"\0" + varint(0) + varint(0) + b"\0"
    place = b"".join(map(varint, (documents, 0, 0, 0, len(skip))))
    return pack(articles(documents), words=[word("evil", place)], replaced={"skip": skip})


@hostile("search --pack {pack} evil", refused="a word has more than 16 parts")
def word_has_many_parts():
    """A word of 100,000 empty parts, which a text has 20,000 times."""
    document = b'{"html":"<p>' + b"evil " * 20_000 + b'</p>"}'
    words = [word("evil", posting(0), parts=[b"\0"] * 100_000)]
    return pack([{**ITEM, "document": document}], words=words)


def with_synonyms(groups: list[dict]) -> bytes:
    content = json.dumps(groups, separators=(",", ":")).encode()
    return pack([ITEM], words=[word("evil", posting(0))], replaced={"synm": deflated(content)})


@hostile("search --pack {pack} evil", refused="section 'synm' is larger")
def synonyms_share_a_term():
    """118,000 groups of synonyms of one word."""
    return with_synonyms([{"term": "evil", "equal": [f"w{n:x}"]} for n in range(118_000)])


@hostile(
    "search --pack {pack} " + " ".join(f"zx{number:05}" for number in range(48)),
    refused="section 'synm' is larger",
)
def synonyms_are_many():
    """120,000 words that only the synonyms have; the search compares 48 words with each."""
    return with_synonyms([{"term": f"zz{n:05x}", "equal": ["a"]} for n in range(120_000)])


@hostile("""search --pack {pack} '"een twee"'""", refused="the list of a word ends too early")
def blocks_share_positions():
    """All blocks of two words, and all groups of a block, read the same 800,000 positions."""
    documents, frequency = 64_000, 800_000
    # A Rice code with k = 0: each number is 1, so that each position follows the one before it.
    run = bytes([0]) + b"\x55" * (frequency // 4 + 8)
    groups = bytes(15) + run  # 15 groups of 0 bytes: all 16 groups begin at the run
    patches = b"".join(bytes([8 * group]) + varint(frequency - 1) for group in range(8))
    block = bytes([0]) + bytes([2]) + bytes([0x40, 7]) + patches
    blocks = documents // 128
    skip = b"".join(
        b"".join(map(varint, (127 if number == 0 else 128, 0, 0)))
        + bytes([2])
        + varint(frequency)
        + b"\0"
        for number in range(blocks)
    )
    place = b"".join(map(varint, (documents, 0, len(block), 0, len(groups), 0, len(skip))))
    return pack(
        articles(documents),
        words=[word("een", place), word("twee", place)],
        positions=groups,
        replaced={"post": block, "skip": skip},
    )


# ---- packs within the limits of the format


@hostile(
    "search --pack {pack} evil",
    "search --pack {pack} " + " ".join(f"w{number:x}" for number in range(0, 16_000, 340)),
)
def most_synonym_groups():
    """16,384 groups of synonyms, and a query of 48 of their words."""
    return with_synonyms([{"term": f"w{n:x}", "equal": [f"v{n:x}", "evil"]} for n in range(16_384)])


@hostile("search --pack {pack} " + " ".join(f"s{number:02}" for number in range(48)))
def most_synonyms_of_each_word():
    """48 words of a query with 64 synonyms each, all of them words of the pack."""
    known = [f"k{number:04}" for number in range(48 * 64)]
    groups = [
        {"term": f"s{group:02}", "equal": known[64 * group : 64 * group + 64]}
        for group in range(48)
    ]
    content = json.dumps(groups, separators=(",", ":")).encode()
    words = [word(key, posting(0)) for key in known]
    return pack([ITEM], words=words, replaced={"synm": deflated(content)})


PREFIXES = " ".join(f"w{number}*" for number in ["", *range(47)])


@hostile(f"search --pack {{pack}} '{PREFIXES}'", "suggest --pack {pack} w")
def most_words():
    """50,000 items and as many words, each in one item, and a query of 48 beginnings of words."""
    words = [word(f"w{number:05}", posting(number)) for number in range(50_000)]
    return pack(articles(50_000), words=words)


@hostile("search --pack {pack} evil", """search --pack {pack} '"evil evil"'""")
def text_repeats_a_compound():
    """A document of nearly 4 MiB that repeats a word with 16 parts."""
    document = b'{"html":"<p>' + b"evil " * 838_000 + b'</p>"}'
    words = [word("evil", posting(0), parts=[b"\xe0" + text("x")] * 16)]
    return pack([{**ITEM, "document": document}], words=words)


@hostile("search --pack {pack} evil")
def text_has_many_words():
    """A document of nearly 4 MiB with 450,000 different words, none of them in the dictionary."""
    words = " ".join(f"w{number:x}" for number in range(590_000))
    document = b'{"html":"<p>evil ' + words.encode()[: (4 << 20) - 40] + b'</p>"}'
    return pack([{**ITEM, "document": document}], words=[word("evil", posting(0))])
