# SPDX-License-Identifier: EUPL-1.2
"""Finds the words of a list that may be inflections of one lemma. `Paradigms` is the entry point.

Problem. The word list holds words without any information on them. "woningen" is a word like
"woning", and "besloten" may be the past of besluiten, its participle, or an infinitive.

Idea. For each word that may be a lemma, rules generate all its inflected forms: a hypothesis. The
hypothesis counts as proved when certain forms are in the list. A form alone proves nothing.
- Verb: the forms of a strong verb come from strong-verbs.tsv, with any prefix or particle before
  them. The forms of a weak verb follow from its stem. Its participle must be in the list, or its
  past together with its stem.
- Adjective: the form in -e and a comparison (-er, -st) must be in the list. Words with a typical
  ending, such as -lijk, need no comparison.
- Noun: a plural needs its singular in the list.

Invariant. Strong verbs are found before weak verbs, because their pasts and participles look like
infinitives of weak verbs; such doubtful infinitives need more proof. A form keeps all verbs to which
it may belong: `verb_forms` maps it to each infinitive with the sort of form. lemmas.py chooses.

Termination. Each word is tested once as a strong verb, once as a weak verb with each particle, and
once as an adjective. No rule adds words to the list.
"""

import collections
import re

from spelling import closed, ends_short, opened

VOICELESS_CONSONANTS = "tkfschpx"
ADJECTIVE_ENDINGS = (
    "lijk ig isch baar loos zaam eel aal ief aans iaans air eus iek end erend matig vormig vrij rijk arm"
    " waardig vast talig tijdig zijdig jarig delig air abel ibel ant ent iel lijks lands daags"
).split()
UNCOMPARED = 5  # fewest letters of an adjective that is recognised by its ending only


class Verb:
    """An infinitive and its inflected forms, each with the sort of form."""

    def __init__(self, infinitive, forms):
        self.infinitive = infinitive
        self.forms = forms  # form -> "stem", "finite", "past", "participle"


def weak_stems(infinitive):
    """The possible stems, each with the last consonant of the stem in the infinitive: leven has leef, v."""
    if not infinitive.endswith("en"):
        return []
    written = infinitive[:-2]
    stems = closed(written)
    if len(stems) > 1 and ends_short(stems[-1]) and (syllables(stems[-1]) == 1 or stems[-1][-2] not in "ei"):
        stems.pop()  # the stem of kamen is kaam, not kam; but the stem of regelen is regel
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
        """Fills `verbs` and `verb_forms`. Strong verbs come first: see the invariant above."""
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
        """Whether these letters may stand before a strong verb: a prefix, a particle with a prefix, or a word.

        "geb" may not, so gebruiken does not follow ruiken.
        """
        starts = {*self.particles, *self.prefixes}
        pairs = (before[:at] in starts and before[at:] in self.prefixes for at in range(2, len(before)))
        return before in self.prefixes or len(before) > 3 and before in self.words or any(pairs)

    def weak_verb_forms(self, infinitive, doubtful):
        """The forms of the stem with the most forms in the list, or None when the word is no weak verb.

        `doubtful` says that the word is also a form of a strong verb, and requires more proof.
        """
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
                        seen += 1  # meevoeren is a verb, although it is also the past of meevaren
                    if seen > most:
                        best, most = forms, seen
        return best

    def seen(self, forms, bare, stem, doubtful):
        """The number of forms in the list, or 0 when these forms do not prove a verb."""
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
        """The adjectives of which this word may be an inflection, each with the ending."""
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
        """The singulars of which this word may be the plural, the most likely first."""
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
        """Whether the s belongs to the word: plaats and fonds are no plurals, as plaatsje and fondsen show."""
        return form + "je" in self.words or any(way + "en" in self.words for way in opened(form))

    def short_or_long(self, written):
        """The singulars of a plural in -en, given without -en.

        "bom" has (boom, bom); bomen is the plural of boom only, because bommen is the plural of bom.
        """
        stems = closed(written)
        if written not in stems:
            stems.append(written)
        return [stem for stem in stems if not self.doubles(stem, written)]

    def doubles(self, stem, written):
        return stem == written and ends_short(stem) and stem + stem[-1] + "en" in self.words
