# SPDX-License-Identifier: EUPL-1.2
"""Weights of each word as the first part (modifier) and last part (head) of compounds.

The weights come from counts over the word list: "huis" ends hundreds of words and "tehuis" few, so
the compiler splits gemeentehuis into gemeente and huis. `Compounds.weights` is the entry point.
"""

import collections
import math

from spelling import opened

SHORTEST = 4  # letters of a part; short-parts.tsv lists exceptions
HEAVIEST = 7
PRODUCTIVE = 8  # fewest compounds in the list that begin or end with a part of a needless compound


class Compounds:
    def __init__(self, lemmas, tables):
        self.words = lemmas.words
        self.lemma = lemmas.lemma
        self.paradigms = lemmas.paradigms
        self.never = tables.never_parts | set(tables.prefixes)
        self.short = tables.short_parts
        self.nouns = tables.nouns
        self.heads = {word for word in self.words if self.may_be_head(word)}
        self.modifiers = self.heads | {word for word in self.words if self.may_be_modifier(word)}
        self.first, self.last = collections.Counter(), collections.Counter()
        for _ in range(3):
            self.count()

    def long_enough(self, word):
        return word not in self.never and (len(word) >= SHORTEST or word in self.short)

    def may_be_head(self, word):
        """Whether a word may be the last part of a compound: a noun or the plural of a noun."""
        lemma = self.lemma(word)
        if not self.long_enough(word) or lemma in self.never or lemma in self.paradigms.verbs:
            return False
        if word.endswith(("je", "jes")) and word[:-1].rstrip("tj") in self.words:
            return False
        if word == lemma:
            return word not in self.paradigms.adjectives or self.has_plural(word) or word in self.nouns
        if word in self.paradigms.irregular:
            return True
        if word in self.paradigms.verb_forms:  # afspraken is a plural of afspraak; raadden is none of raad
            return word in [way + "en" for way in opened(lemma)]
        return lemma in self.paradigms.singular_of(word) and not self.is_genitive(word, lemma)

    def has_plural(self, word):
        return any(self.lemma(way + "en") == word for way in opened(word) if way + "en" in self.words)

    def is_genitive(self, word, lemma):
        """Whether a word in -s is a genitive, such as "tijds", and not a plural."""
        return word == lemma + "s" and self.has_plural(lemma)

    def may_be_modifier(self, word):
        """Whether a word that is no head may be a modifier: the stem of a verb, as in parkeervergunning."""
        sorts = {sort for _, sort in self.paradigms.verb_forms.get(word, ())}
        noun = word in self.paradigms.verbs and self.lemma(word + "s") == word if word + "s" in self.words else False
        return self.long_enough(word) and ("stem" in sorts or noun)

    def splits(self, word):
        """All splits of a word into a modifier and a head, with or without a linking s."""
        for at in range(3, len(word) - 2):
            head = word[at:]
            if head in self.heads:
                linked = word[at - 1] == "s" and "s" + head not in self.heads and word[:at] not in self.heads
                for modifier in (word[:at], word[: at - 1] if linked else ""):
                    if modifier in self.modifiers:
                        yield modifier, head

    def count(self):
        """Counts the parts of the best split of each word. The previous counts decide which split is best."""
        first, last = self.first, self.last
        self.first, self.last = collections.Counter(), collections.Counter()
        for word in sorted(self.words):
            best = max(self.splits(word), key=lambda split: self.score(first, last, *split), default=None)
            if best:
                self.first[self.lemma(best[0])] += 1
                self.last[self.lemma(best[1])] += 1

    def needless(self, word):
        """Whether the lexicon may leave out a compound, because the compiler splits it by rule.

        A word that is itself a part of other compounds is never left out.
        """
        if self.first[self.lemma(word)] or self.last[self.lemma(word)]:
            return False
        splits = self.splits(word)
        best = max(splits, key=lambda split: self.score(self.first, self.last, *split), default=None)
        if not best or min(self.first[self.lemma(best[0])], self.last[self.lemma(best[1])]) < PRODUCTIVE:
            return False
        return self.lemma(word) in (word, word[: -len(best[1])] + self.lemma(best[1]))

    def is_action(self, word):
        """Whether a word comes from a verb with a particle or prefix: deelneming and deelnemer, of deelnemen.

        Such a word is no compound of the particle: deelnemer is not deel + nemer.
        """
        stems = (word.removesuffix(ending) for ending in ("er", "ers", "ing", "ingen") if word.endswith(ending))
        starts = (*self.paradigms.particles, *self.paradigms.prefixes, "her")
        return any(stem + "en" in self.paradigms.verbs and stem.startswith(starts) for stem in stems)

    def score(self, first, last, modifier, head):
        return math.log1p(first[self.lemma(modifier)]) + math.log1p(last[self.lemma(head)]), head

    def weights(self, word):
        """The weights of a word as modifier and as head, from 1 to 7; 0 when it may not be that part."""
        lemma = self.lemma(word)
        return (
            heaviness(self.first[lemma]) if word in self.modifiers else 0,
            heaviness(self.last[lemma]) if word in self.heads else 0,
        )


def heaviness(times):
    """A weight on a logarithmic scale: 1 for 0 times, 7 for 181 times or more."""
    return min(HEAVIEST, 1 + int(math.log2(1 + times) * 0.8))
