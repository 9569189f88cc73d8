# SPDX-License-Identifier: EUPL-1.2
"""Draws 200 queries of each class from a corpus. The same texts give the same queries."""
import random
import re
from collections import Counter

CLASSES = ("one", "two", "three", "four", "all", "prefix", "typo", "phrase")
WORD = re.compile(r"[^\W\d_]{3,}")
COUNT = 200  # queries of each class
LEAST_DOCUMENTS = 3  # in which a word of a query is
GREATEST_SHARE = 0.15  # of the documents may have a word of a query


def with_a_mistake(word: str, chance: random.Random) -> str:
    """The word without one letter, with two neighbouring letters swapped, or with one letter replaced."""
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice("aeionrt") + word[at + 1 :]


def make_queries(texts: list[str]) -> dict[str, list[str]]:
    chance = random.Random(2017)
    frequencies = Counter(word for text in texts for word in set(WORD.findall(text.lower())))
    usable = {word for word, count in frequencies.items() if LEAST_DOCUMENTS <= count <= len(texts) * GREATEST_SHARE}

    def words_of_one_text(count: int, least_letters: int = 3) -> list[str]:
        while True:
            found = [word for word in dict.fromkeys(WORD.findall(chance.choice(texts).lower()))
                     if word in usable and len(word) >= least_letters]
            if len(found) >= count:
                return chance.sample(found, count)

    def three_in_a_row() -> str:
        while True:
            words = WORD.findall(chance.choice(texts).lower())
            if len(words) > 5:
                at = chance.randrange(len(words) - 3)
                if usable.intersection(words[at : at + 3]):
                    return " ".join(words[at : at + 3])

    makers = {
        "one": lambda: words_of_one_text(1)[0],
        "two": lambda: " ".join(words_of_one_text(2)),
        "three": lambda: " ".join(words_of_one_text(3)),
        "four": lambda: " ".join(words_of_one_text(4)),
        "all": lambda: " ".join(words_of_one_text(2)),
        "prefix": lambda: words_of_one_text(1)[0][:4],
        "typo": lambda: with_a_mistake(words_of_one_text(1, least_letters=6)[0], chance),
        "phrase": three_in_a_row,
    }
    return {name: [makers[name]() for _ in range(COUNT)] for name in CLASSES}
