# SPDX-License-Identifier: EUPL-1.2
"""Finds which words of a list belong together as inflections of one lemma.

A plural in a word list is a word like any other, so membership alone proves nothing. A verb is one
when its participle or past is in the list too, an adjective when it can be compared, a plural when
its singular is there and no better reading is.
"""

import collections
import re

from spelling import closed, ends_short, opened

VOICELESS_CONSONANTS = "tkfschpx"
ADJECTIVE_ENDINGS = (
    "lijk ig isch baar loos zaam eel aal ief aans iaans air eus iek end erend matig vormig vrij rijk arm"
    " waardig vast talig tijdig zijdig jarig delig air abel ibel ant ent iel lijks lands daags"
).split()
UNCOMPARED = 5  # letters at least for an adjective known by its ending only


class Verb:
    """An infinitive with its forms, each with the sort of form that it is."""

    def __init__(self, infinitive, forms):
        self.infinitive = infinitive
        self.forms = forms  # form -> "stem", "finite", "past", "participle"


def weak_stems(infinitive):
    """Stem and the consonant it has in the infinitive (leven: leef, v)."""
    if not infinitive.endswith("en"):
        return []
    written = infinitive[:-2]
    stems = closed(written)
    if len(stems) > 1 and ends_short(stems[-1]) and (syllables(stems[-1]) == 1 or stems[-1][-2] not in "ei"):
        stems.pop()  # of kamen the stem is kaam, never kam; of regelen it is regel
    return [(stem, written[-1:]) for stem in stems]


def syllables(word):
    return len(re.findall("[aeiouy]+", word))


def weak_forms(stem, consonant, unstressed):
    ending = "te" if consonant in VOICELESS_CONSONANTS else "de"
    if consonant in "vz":
        ending = "de"
    finite = stem if stem.endswith("t") else stem + "t"
    past = stem + ending
    participle = stem if stem[-1] == ending[0] else stem + ending[0]
    forms = {stem: "stem", finite: "finite" if finite != stem else "stem", past: "past", past + "n": "past"}
    forms[participle if unstressed else "ge" + participle] = "participle"
    return forms


class Paradigms:
    def __init__(self, words, tables):
        self.words = words
        self.particles = sorted(tables.particles, key=len, reverse=True)
        self.prefixes = tables.prefixes
        self.strong = tables.strong_verbs
        self.irregular = tables.irregular_plurals
        self.participles = tuple(parts[2] for parts in self.strong.values() if parts[2].startswith("ge"))
        self.verbs = {}
        self.verb_forms = collections.defaultdict(list)  # form -> [(infinitive, sort)]
        self.find_verbs()
        self.adjectives = {word for word in words if self.is_adjective(word)}

    # Verbs

    def find_verbs(self):
        """Strong ones first: their pasts and participles look like infinitives (besloten)."""
        candidates = sorted(self.words | set(self.strong), key=lambda word: (len(word), word))
        candidates = [word for word in candidates if word.endswith("n") and len(word) > 3]
        for word in candidates:
            self.add_verb(word, self.strong_forms(word))
        doubtful = set(self.verb_forms)
        for word in candidates:
            if word not in self.verbs:
                self.add_verb(word, self.weak_verb_forms(word, word in doubtful))

    def add_verb(self, infinitive, forms):
        if not forms:
            return
        for form in [form for form, sort in forms.items() if sort == "participle"]:
            if not form.endswith("en"):
                forms.setdefault(opened(form)[0] + "e", "inflected")
                forms.setdefault(opened(form)[0] + "en", "inflected")
        forms.setdefault(infinitive + "d", "inflected")
        forms.setdefault(infinitive + "de", "inflected")
        self.verbs[infinitive] = Verb(infinitive, forms)
        for form, sort in forms.items():
            if form != infinitive:
                self.verb_forms[form].append((infinitive, sort))

    def strong_forms(self, infinitive):
        base = next((infinitive[at:] for at in range(len(infinitive)) if infinitive[at:] in self.strong), None)
        if base is None or base != infinitive and infinitive.endswith(self.participles):
            return None
        before = infinitive[: -len(base)]
        past, pasts, participle, others = self.strong[base]
        bare = participle[2:] if participle.startswith("ge") else participle
        if before and before not in self.particles:
            if not self.may_precede(before):
                return None
            proofs = {before + form for form in (past, participle, bare)} - {infinitive}
            if not proofs & self.words:
                return None
        stems = closed(base[:-2])
        forms = {before + form: "stem" if form in stems else "finite" for form in others}
        forms |= {before + form: "past" for form in (past, pasts) if form}
        if participle:
            separable = before + participle
            whole = before in self.prefixes or separable not in self.words
            forms[before + bare if before and whole and separable not in self.words else separable] = "participle"
        return {form: sort for form, sort in forms.items() if form != infinitive}

    def may_precede(self, before):
        """A prefix, a particle with a prefix, or a word, but not any letters (geb-ruiken)."""
        starts = {*self.particles, *self.prefixes}
        pairs = (before[:at] in starts and before[at:] in self.prefixes for at in range(2, len(before)))
        return before in self.prefixes or len(before) > 3 and before in self.words or any(pairs)

    def weak_verb_forms(self, infinitive, doubtful):
        """The forms of the best of the stems it may have, or None when it is no verb."""
        best, most = None, 0
        for particle in ["", *self.particles]:
            rest = infinitive[len(particle) :]
            if not infinitive.startswith(particle) or len(rest) < 5 or doubtful and rest.startswith("ge"):
                continue
            for stem, consonant in weak_stems(rest)[: 1 if doubtful else None]:
                for unstressed in (False, True):
                    if unstressed and not particle and not stem.startswith(tuple(self.prefixes)):
                        continue
                    forms = weak_forms(stem, consonant, unstressed)
                    forms = {particle + form: sort for form, sort in forms.items() if particle + form != infinitive}
                    seen = self.seen(forms, stem, particle + stem, doubtful)
                    if doubtful and particle and rest in self.verbs:
                        seen += 1  # meevoeren, though it is also the past of meevaren
                    if seen > most:
                        best, most = forms, seen
        return best

    def seen(self, forms, bare, stem, doubtful):
        """How many of the forms are in the list, or 0 when they prove no verb."""
        seen = {sort for form, sort in forms.items() if form in self.words and form != stem}
        if bare.startswith("ge") and stem + "t" not in self.words:
            return 0
        participle = "participle" in seen and stem[-1] not in "dt"
        past = "past" in seen and stem in self.words and not doubtful
        return sum(form in self.words for form in forms) if participle or past else 0

    # Adjectives

    def is_adjective(self, word):
        if len(word) < 3 or word[-1] in "aeiouy" and not word.endswith(("ee", "ij", "uw", "oe")):
            return False
        inflected = [way + "e" for way in opened(word) if way + "e" in self.words]
        if not inflected:
            return False
        compared = any(way + "ere" in self.words for way in opened(word)) or word + "dere" in self.words
        superlative = word + "st" in self.words or word + "ste" in self.words
        compared = compared or superlative and any(way + "er" in self.words for way in opened(word))
        if compared and superlative or (compared or superlative) and word + "s" in self.words:
            return True
        return len(word) >= UNCOMPARED and word.endswith(tuple(ADJECTIVE_ENDINGS)) and not self.has_plural(word)

    def has_plural(self, word):
        return any(way + "en" in self.words for way in opened(word)) and word + "je" in self.words

    def adjectives_of(self, form):
        """Adjectives that this may be an inflection of, with the ending."""
        found = []
        for ending in ("e", "ere", "er", "ste", "st", "s", "dere", "der"):
            if not form.endswith(ending) or len(form) < len(ending) + 2:
                continue
            written = form[: -len(ending)]
            stems = [written] if ending in ("ste", "st", "s", "dere", "der") else closed(written)
            found += [(stem, ending) for stem in [*stems, written] if stem in self.adjectives and stem != form]
        return found

    # Nouns

    def singular_of(self, form):
        """The singulars this may be a plural of, the likeliest first."""
        if form in self.irregular:
            return [self.irregular[form]]
        found = []
        if form.endswith("heden"):
            found.append(form[:-4] + "eid")
        for at in range(1, len(form) - 3):
            if form[at:] in self.irregular:
                found.append(form[:at] + self.irregular[form[at:]])
        if form.endswith("en"):
            found += self.short_or_long(form[:-2])
        if form.endswith("en"):
            found.append(form[:-1])
        if form.endswith("s") and len(form) > 3 and not self.ends_in_s(form):
            found.append(form[:-1])
        if form.endswith("ien"):
            found.append(form[:-3] + "ie")
        for plural, singular in (("ici", "icus"), ("ea", "eum"), ("ia", "ium"), ("ora", "orum")):
            if form.endswith(plural):
                found.append(form[: -len(plural)] + singular)
        return [word for word in dict.fromkeys(found) if word in self.words and word != form and len(word) > 1]

    def ends_in_s(self, form):
        """Plaats and fonds are no plurals: they have plaatsje and fondsen."""
        return form + "je" in self.words or any(way + "en" in self.words for way in opened(form))

    def short_or_long(self, written):
        """Bomen is of boom, not of bom, which has bommen of its own."""
        stems = closed(written)
        if written not in stems:
            stems.append(written)
        return [stem for stem in stems if not self.doubles(stem, written)]

    def doubles(self, stem, written):
        return stem == written and ends_short(stem) and stem + stem[-1] + "en" in self.words
