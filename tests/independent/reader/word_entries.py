# SPDX-License-Identifier: EUPL-1.2
"""Section Search of the specification: the entries of the dictionary of words."""

from dataclasses import dataclass, field

from reader.conventions import Cursor, decoded, demand, part
from reader.postings import PostingList, PostingReader


@dataclass
class Word:
    """Section Search: an entry of the dictionary of words, with its posting lists."""

    word: str
    number: int
    parts_of_form: list[str]
    back_reference: int = 0  # entries back to the entry with the posting lists; 0: none
    lemma: str = ""
    is_function_word: bool = False
    words: PostingList = field(default_factory=PostingList)
    parts: PostingList = field(default_factory=PostingList)


class WordReader:
    """Section Search: reads the values of the dictionary of words."""

    def __init__(self, positions: bool, postings: PostingReader):
        self.positions, self.postings = positions, postings

    def read_all(self, entries) -> list[Word]:
        words = []
        for rank, (key, value) in enumerate(entries):
            word = self.read(key, value)
            if word.back_reference:
                demand(word.back_reference <= rank % 64, "a word refers to another block")
                other = words[rank - word.back_reference]
                demand(not other.back_reference, "a word refers to an entry that refers back too")
                word.lemma, word.is_function_word = other.lemma, other.is_function_word
                word.words, word.parts = other.words, other.parts
            words.append(word)
        return words

    def read(self, key: bytes, value: bytes) -> Word:
        cursor = Cursor(value)
        head = cursor.varint()
        demand(head < 1 << 10 and head & 15 <= 8, "a word has an unknown flag or form number")
        parts = self.read_parts(key, cursor) if head & 1 << 5 else []
        word = Word(decoded(key), head & 15, parts)
        if head & 1 << 4:
            word.back_reference = cursor.varint()
            demand(word.back_reference > 0 and not head >> 6, "a word refers to nothing")
        else:
            word.lemma = word.word
            if head & 1 << 6:
                kept = part(key, 0, cursor.varint())
                word.lemma = decoded(kept + cursor.text().encode())
            word.is_function_word = bool(head & 1 << 9)
            if head & 1 << 8:
                word.parts = self.postings.read_place(cursor, False, False)
                demand(word.parts.document_frequency > 0, "a list of parts is empty")
            word.words = self.postings.read_place(cursor, self.positions, bool(head & 1 << 7))
        cursor.finish("a word")
        return word

    @staticmethod
    def read_parts(key: bytes, cursor: Cursor) -> list[str]:
        parts, at = [], 0
        for _ in range(cursor.varint()):
            byte = cursor.u8()
            if byte >> 5 == 7:
                parts.append(cursor.text())
            else:
                begin = at + (byte >> 5)
                at = begin + (byte & 31)
                parts.append(decoded(part(key, begin, at)))
        return parts
