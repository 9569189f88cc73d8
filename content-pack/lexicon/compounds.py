# SPDX-License-Identifier: EUPL-1.2
"""How well a word serves as first or last part of compounds, counted over the word list itself.

"Huis" ends hundreds of words and "tehuis" few, so gemeentehuis is gemeente and huis.
"""

import collections
import math

from spelling import opened

SHORTEST = 4
HEAVIEST = 7
PRODUCTIVE = 8  # times seen as that part


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
        """A noun, or the plural of one."""
        lemma = self.lemma(word)
        if not self.long_enough(word) or lemma in self.never or lemma in self.paradigms.verbs:
            return False
        if word.endswith(("je", "jes")) and word[:-1].rstrip("tj") in self.words:
            return False
        if word == lemma:
            return word not in self.paradigms.adjectives or self.has_plural(word) or word in self.nouns
        if word in self.paradigms.irregular:
            return True
        if word in self.paradigms.verb_forms:  # afspraken is of afspraak, raadden not of raad
            return word in [way + "en" for way in opened(lemma)]
        return lemma in self.paradigms.singular_of(word) and not self.is_genitive(word, lemma)

    def has_plural(self, word):
        return any(self.lemma(way + "en") == word for way in opened(word) if way + "en" in self.words)

    def is_genitive(self, word, lemma):
        """Tijds stands only in "zijns tijds" and in compounds, where it is tijd with a linking s."""
        return word == lemma + "s" and self.has_plural(lemma)

    def may_be_modifier(self, word):
        """The stem of a verb too: parkeervergunning."""
        sorts = {sort for _, sort in self.paradigms.verb_forms.get(word, ())}
        noun = word in self.paradigms.verbs and self.lemma(word + "s") == word if word + "s" in self.words else False
        return self.long_enough(word) and ("stem" in sorts or noun)

    def splits(self, word):
        for at in range(3, len(word) - 2):
            head = word[at:]
            if head in self.heads:
                linked = word[at - 1] == "s" and "s" + head not in self.heads and word[:at] not in self.heads
                for modifier in (word[:at], word[: at - 1] if linked else ""):
                    if modifier in self.modifiers:
                        yield modifier, head

    def count(self):
        """Each word counts for its best split, by what was counted before."""
        first, last = self.first, self.last
        self.first, self.last = collections.Counter(), collections.Counter()
        for word in sorted(self.words):
            best = max(self.splits(word), key=lambda split: self.score(first, last, *split), default=None)
            if best:
                self.first[self.lemma(best[0])] += 1
                self.last[self.lemma(best[1])] += 1

    def needless(self, word):
        """A plain compound that splits without being listed, and that no other word is made of."""
        if self.first[self.lemma(word)] or self.last[self.lemma(word)]:
            return False
        splits = self.splits(word)
        best = max(splits, key=lambda split: self.score(self.first, self.last, *split), default=None)
        if not best or min(self.first[self.lemma(best[0])], self.last[self.lemma(best[1])]) < PRODUCTIVE:
            return False
        return self.lemma(word) in (word, word[: -len(best[1])] + self.lemma(best[1]))

    def is_action(self, word):
        """Of a verb with something before it: deelneming and deelnemer are of deelnemen, not of deel."""
        stems = (word.removesuffix(ending) for ending in ("er", "ers", "ing", "ingen") if word.endswith(ending))
        starts = (*self.paradigms.particles, *self.paradigms.prefixes, "her")
        return any(stem + "en" in self.paradigms.verbs and stem.startswith(starts) for stem in stems)

    def score(self, first, last, modifier, head):
        return math.log1p(first[self.lemma(modifier)]) + math.log1p(last[self.lemma(head)]), head

    def weights(self, word):
        """As modifier and as head, 0 where it may not be one."""
        lemma = self.lemma(word)
        return (
            heaviness(self.first[lemma]) if word in self.modifiers else 0,
            heaviness(self.last[lemma]) if word in self.heads else 0,
        )


def heaviness(times):
    return min(HEAVIEST, 1 + int(math.log2(1 + times) * 0.8))
