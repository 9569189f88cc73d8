#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Compiles dutch.lexicon from Debian's word list (package wdutch) and the folder tables.

    content-pack/lexicon/make_lexicon.py [WORD_LIST]

The result is committed, so that building Landkaart does not require the word list. The same inputs
give the same bytes. README.md describes the contents and the origin of the words.
"""

import dataclasses
import sys
from pathlib import Path

import lexicon_file
import spelling
from compounds import Compounds
from lemmas import Lemmas, Reading
from paradigms import Paradigms

FOLDER = Path(__file__).parent
WORD_LIST = "/usr/share/dict/dutch"


def rows(name):
    for line in (FOLDER / "tables" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def column(name):
    return {row[0] for row in rows(name)}


@dataclasses.dataclass
class Tables:
    particles: list
    prefixes: list
    strong_verbs: dict
    irregular_plurals: dict
    overrides: dict
    readings: dict
    never_parts: set
    short_parts: set
    whole_words: set
    extra_words: set
    nouns: set


def read_tables():
    return Tables(
        particles=sorted(column("particles.tsv")),
        prefixes=sorted(column("prefixes.tsv")),
        strong_verbs={row[0]: (*row[1:4], row[4].split()) for row in rows("strong-verbs.tsv")},
        irregular_plurals=dict(rows("irregular-plurals.tsv")),
        overrides=dict(rows("overrides.tsv")),
        readings={row[0]: Reading(*map(int, row[1:])) for row in rows("readings.tsv")},
        never_parts=column("never-parts.tsv"),
        short_parts=column("short-parts.tsv"),
        whole_words=column("whole-words.tsv"),
        extra_words={word for row in rows("extra-words.tsv") for word in row[0].split()},
        nouns=column("nouns.tsv"),
    )


def read_words(path):
    """The folded words of a list.

    Leaves out names (entries that begin with a capital), entries of more than one word, and entries with a sign other
    than a to z after folding.
    """
    words = set()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line and " " not in line and line[0].islower():
            word = spelling.fold(line)
            if word.isascii() and word.isalpha():
                words.add(word)
    return words


def is_diminutive(word, words):
    """Whether a word is a diminutive, such as huisje or huisjes. The lexicon has few of these."""
    if not word.endswith(("je", "jes")):
        return False
    base = word[: word.rindex("je")]
    return any(one in words for one in (base, base.removesuffix("t"), base.removesuffix("p"), base[:-2]))


def make_entries(words, tables):
    words |= tables.extra_words | tables.whole_words | set(tables.overrides) | set(tables.overrides.values())
    lemmas = Lemmas(Paradigms(words, tables), tables)
    words |= {lemmas.lemma(word) for word in words}
    compounds = Compounds(lemmas, tables)
    kept = {word for word in words if not compounds.needless(word) and not is_diminutive(word, words)}
    kept |= {word for word in words if is_whole(word, lemmas, compounds, tables)}
    kept |= {lemmas.lemma(word) for word in kept}
    return {
        word: (lemmas.lemma(word), weights(word, lemmas, compounds, tables), lemmas.is_seldom(word))
        for word in kept
    }


def is_whole(word, lemmas, compounds, tables):
    return lemmas.lemma(word) in tables.whole_words or compounds.is_action(word)


def weights(word, lemmas, compounds, tables):
    modifier, head = compounds.weights(word)
    lemma = lemmas.lemma(word)
    verb = lexicon_file.VERB * (lemma in lemmas.paradigms.verbs)
    whole = lexicon_file.WHOLE * is_whole(word, lemmas, compounds, tables)
    return modifier | head << 3 | verb | whole


def main(path=WORD_LIST):
    content = lexicon_file.encoded(make_entries(read_words(path), read_tables()))
    (FOLDER / "dutch.lexicon").write_bytes(content)
    print(len(content), "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
