# SPDX-License-Identifier: EUPL-1.2
"""Writes the file dutch.lexicon, which content-pack/compiler/dutch/lexicon.cpp reads.

The file holds 8 bytes of magic, the number of words (u32), the number of endings (u32), and five
streams. Each stream is its inflated length (u32), its deflated length (u32), and its bytes, deflated
without a header (RFC 1951). All numbers are little-endian. Words are in byte order. The streams:
  endings   changes from a word to its lemma, the most frequent first: number of letters to remove (u8),
            text to append, line feed
  shared    for each word: number of first letters that it shares with the word before it (u8)
  rest      for each word: its other letters; the last letter has its high bit set
  lemmas    for each word: 2 x the number of its ending, plus 1 when people seldom type it (varint)
  weights   for each word (u8): bits 0-2 weight as modifier, bits 3-5 weight as head, bit 6 verb,
            bit 7 never split
"""

import collections
import os
import struct
import zlib

MAGIC = b"LKLEXIC\x01"
VERB, WHOLE = 64, 128


def deflated(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    packed = packer.compress(content) + packer.flush()
    return struct.pack("<II", len(content), len(packed)) + packed


def varint(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out) + bytes([number])


def ending(word, lemma):
    shared = len(os.path.commonprefix([word, lemma]))
    return len(word) - shared, lemma[shared:]


def encoded(entries):
    """The bytes of the file. `entries` maps a word to (lemma, byte of the stream weights, seldom)."""
    words = sorted(entries)
    endings = {word: ending(word, entries[word][0]) for word in words}
    counted = collections.Counter(endings.values())
    order = sorted(counted, key=lambda one: (-counted[one], one))
    number = {one: at for at, one in enumerate(order)}
    shared, rest, previous = bytearray(), bytearray(), ""
    for word in words:
        common = len(os.path.commonprefix([word, previous]))
        shared.append(common)
        letters = bytearray(word[common:].encode("ascii"))
        letters[-1] |= 0x80
        rest += letters
        previous = word
    streams = (
        b"".join(bytes([cut]) + text.encode("ascii") + b"\n" for cut, text in order),
        bytes(shared),
        bytes(rest),
        b"".join(varint(2 * number[endings[word]] + entries[word][2]) for word in words),
        bytes(entries[word][1] for word in words),
    )
    return MAGIC + struct.pack("<II", len(words), len(order)) + b"".join(map(deflated, streams))
