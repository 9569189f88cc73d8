# SPDX-License-Identifier: EUPL-1.2
"""Writes dutch.lexicon; content-pack/compiler/dutch/lexicon.cpp reads it.

Magic, u32 number of words, u32 number of endings, then streams, each u32 length inflated, u32 length
deflated (RFC 1951, raw) and bytes, all little-endian:
  endings   what turns a word into its lemma, the commonest first: u8 letters to cut, text, line feed
  shared    u8 for each word, in order of bytes: letters shared with the word before
  rest      the other letters, the last one with its high bit set
  lemmas    varint: 2 x number of the ending, and 1 more for a form that is seldom typed
  weights   u8: low three bits as modifier, next three as head, 64 for a verb, 128 never split
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
    """`entries`: word -> (lemma, weights, seldom), where the weights are the byte of the file."""
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
