#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Counts how often a corpus uses a word as a noun and as a verb, by the word before it.

"De besluiten" is a noun, and "te besluiten" is a verb. Only words that may be both are counted. The
result is committed, and make_lexicon.py reads it:
    count_contexts.py CORPUS.jsonl.gz > tables/readings.tsv
"""

import collections
import gzip
import json
import re
import sys

import make_lexicon
import spelling
from paradigms import Paradigms

WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z]+)*")
PLURAL = set("de deze alle twee drie vier geen welke dergelijke beide enkele".split())
SINGULAR = set("de het een deze dit elk elke ieder iedere geen der des".split())
VERB = set("te kan kunnen zal zullen wordt worden moet moeten mag mogen wil willen ik je niet".split())
LEAST = 3  # fewest occurrences of a word as a plural, singular or verb; rarer words are not written


def words(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            text = f"{document['title']} . {document['body']}"
            yield ""
            for word in WORD.findall(text.lower()):
                yield spelling.fold(word)


def ambiguous():
    """The words whose counts lemmas.py uses: forms of verbs, and singulars that share a plural."""
    listed = make_lexicon.read_words(make_lexicon.WORD_LIST)
    paradigms = Paradigms(listed, make_lexicon.read_tables())
    found = set(paradigms.verbs) | set(paradigms.verb_forms)
    for word in listed:
        singulars = paradigms.singular_of(word)
        found.update(singulars if len(singulars) > 1 else ())
    return found


def main(path):
    asked = ambiguous()
    plural, singular, verb, total = (collections.Counter() for _ in range(4))
    previous = ""
    for word in words(path):
        total[word] += 1
        plural[word] += previous in PLURAL
        singular[word] += previous in SINGULAR
        verb[word] += previous in VERB
        previous = word
    print("# Written by count_contexts.py: word, times in all, as a plural, as a singular, as a verb.")
    for word in sorted(total):
        seen = plural[word], singular[word], verb[word]
        if word in asked and max(seen) >= LEAST:
            print(word, total[word], *seen, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
