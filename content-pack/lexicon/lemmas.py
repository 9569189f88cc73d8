# SPDX-License-Identifier: EUPL-1.2
"""Chooses the lemma of each word of the list from the lemmas that paradigms.py considers possible.

`Lemmas.lemma` is the entry point. Where a form may be a noun and a verb, counts from a corpus decide
(`readings.tsv`).
"""

import collections

from spelling import closed, opened

SURE = 5  # fewest occurrences in the corpus that prove a reading
SHARE = 0.04  # least share of the occurrences of a word that have an article before them, for a noun

Reading = collections.namedtuple("Reading", "total plural singular verb", defaults=(0, 0, 0, 0))


class Lemmas:
    def __init__(self, paradigms, tables):
        self.paradigms = paradigms
        self.words = paradigms.words
        self.overrides = tables.overrides
        self.readings = tables.readings
        self.chosen = {}
        strong = paradigms.strong.values()
        self.strong_finite = {form for past, pasts, _, others in strong for form in (past, pasts, *others)}

    def lemma(self, form):
        """The lemma of a form. Repeats `step` until the word is its own lemma.

        "verleende" is an inflection of "verleend", which is a form of "verlenen". When the steps form a
        circle, the shortest word of the circle is the lemma.
        """
        way = [form]
        while way[-1] not in self.chosen and (nearer := self.step(way[-1])) not in way:
            way.append(nearer)
        end = self.chosen.get(way[-1])
        if end is None:
            circle = way[way.index(self.step(way[-1])) :]
            end = min(circle, key=lambda word: (len(word), word))
        for passed in way:
            self.chosen[passed] = end
        return end

    def step(self, form):
        """The word of which `form` is an inflection, or `form` itself."""
        if form in self.overrides:
            return self.overrides[form]
        singulars = self.paradigms.singular_of(form)
        singulars.sort(key=lambda word: -self.reading(word).singular)
        if form in self.paradigms.irregular and form not in self.paradigms.verbs:
            return self.paradigms.irregular[form]
        if form in self.paradigms.verbs:
            return self.noun_or_infinitive(form, singulars)
        if form in self.paradigms.adjectives and not self.only_verb(form):
            return form
        adjective, ending = self.adjective_of(form)
        if adjective and not self.only_verb(adjective) and self.is_inflected(form, ending):
            return adjective
        verb = self.verb_of(form)
        if verb and not self.is_noun(form, singulars):
            return verb
        if adjective and self.is_inflected(form, ending):
            return adjective
        if form.endswith("en") and self.is_own_noun(form):
            return form
        nouns = [word for word in singulars if self.may_be_singular(word, form)]
        return nouns[0] if nouns else self.uncompared(form)

    def is_own_noun(self, form):
        """Whether a word in -en is a singular: wapen is, because the list has wapentje.

        A form in -ens proves it only when the stem is no word: krachtens does not prove "krachten".
        """
        return form + "tje" in self.words or form + "s" in self.words and form[:-2] not in self.words

    def uncompared(self, form):
        """The adjective without comparison of which a word in -e is a form: bevoegde is a form of bevoegd.

        Returns the word itself when there is none: orde is not a form of oord, which is a noun.
        """
        if len(form) > 5 and form.endswith("e") and not self.has_own_plural(form):
            for word in closed(form[:-1]):
                if self.is_like_participle(word) and form + "n" in self.words:
                    return word
                others = word in self.paradigms.verb_forms or self.has_own_plural(word) or self.has_diminutive(word)
                if word in self.words and not others and opened(word)[0] + "en" not in self.words:
                    return word
        return form

    def noun_or_infinitive(self, form, singulars):
        """The singular, when the infinitive is more often the plural of a noun in the corpus."""
        nouns = [word for word in singulars if word not in self.paradigms.verbs and self.may_be_singular(word, form)]
        seen = self.reading(form)
        return nouns[0] if nouns and seen.plural > seen.verb and seen.plural >= SURE else form

    def verb_lemma(self, infinitive):
        """The lemma of a verb: the infinitive, or its stem when the infinitive is the plural of another word.

        "wegen" is the plural of "weg", so the lemma of "woog" is "weeg".
        """
        lemma = self.step(infinitive)
        stems = [form for form, sort in self.paradigms.verbs[infinitive].forms.items() if sort == "stem"]
        return infinitive if lemma in (infinitive, *stems) or not stems else stems[0]

    def verb_of(self, form):
        """The lemma of the verb of a form, or None.

        Of several verbs, the one for which the form is more basic (see `order`), then the shorter one.
        """
        found = self.paradigms.verb_forms.get(form)
        if not found:
            return None
        order = ["finite", "participle", "past", "stem", "inflected"]
        return self.verb_lemma(min(found, key=lambda verb: (order.index(verb[1]), len(verb[0]), verb[0]))[0])

    def only_verb(self, form):
        sorts = {sort for _, sort in self.paradigms.verb_forms.get(form, ())}
        return bool(sorts) and not self.is_compared(form)

    def is_compared(self, form):
        return any(form + ending in self.words for ending in ("er", "ere", "der", "dere", "st", "ste"))

    def is_noun(self, form, singulars):
        """Whether a form of a verb is more often a noun in the corpus."""
        sorts = {sort for _, sort in self.paradigms.verb_forms[form]}
        if sorts <= {"inflected"}:
            return False
        seen = self.reading(form)
        if "participle" in sorts and "stem" not in sorts:
            often = seen.singular > seen.total * SHARE * 3 and not form.endswith("en")
            return seen.singular >= SURE and (often or self.has_diminutive(form))
        if self.has_own_plural(form) and form not in self.strong_finite:
            return True
        if "finite" in sorts and seen.total:  # "het" before a finite verb proves no noun: "het betekent"
            return seen.plural >= SURE and seen.plural > seen.total * SHARE * 2
        if self.has_diminutive(form) or self.has_own_plural(form):
            return form not in self.strong_finite or "finite" not in sorts
        if "past" in sorts and form.endswith(("e", "en")):
            plurals = [word for word in singulars if self.may_be_singular(word, form)]
            return bool(plurals) and seen.plural >= SURE and seen.plural > seen.total * SHARE
        least = SHARE if "stem" not in sorts else SHARE / 4  # texts of law seldom use the first person
        return "finite" not in sorts and seen.singular >= SURE and seen.singular > seen.total * least

    def has_diminutive(self, form):
        """Whether the list has a diminutive of the word. "regeltje" does not count for "regelt"."""
        if form.endswith("t") and form[:-1] in self.words and form[-2:-1] in "aeiouylnrw":
            return False
        return form + "je" in self.words or form + "tje" in self.words

    def has_own_plural(self, form):
        """Whether the list has a plural of the word that is no form of a verb.

        "gemeentes" shows that "gemeente" is a noun, and not "gemeen" with an ending.
        """
        plurals = [form + "s"]
        if not form.endswith("e"):
            plurals.append(form + "en")
        free = (word for word in plurals if word in self.words)
        return any(word not in self.paradigms.verbs and word not in self.paradigms.verb_forms for word in free)

    def adjective_of(self, form):
        found = self.paradigms.adjectives_of(form)
        return found[0] if found else (None, "")

    def is_like_participle(self, word):
        """Whether a word looks like a participle of a verb that is not in use: bevoegd, ongehuwd."""
        starts = ("be", "ge", "ver", "on", "her", *self.paradigms.particles)
        return word in self.words and word.endswith(("d", "t")) and word.startswith(starts)

    def is_inflected(self, form, ending):
        """Whether a form with this ending is an inflected adjective: "groter" is.

        "rechter" is not, because the diminutive "rechtertje" shows that it is a noun.
        """
        if ending in ("er", "der"):
            return not self.has_diminutive(form)
        return not self.has_own_plural(form)

    def may_be_singular(self, word, plural):
        """Whether `plural` may be the plural of `word`. Forms of verbs have no plural unless they are nouns."""
        if word in self.overrides and self.overrides[word] == word:
            return True
        if word in self.paradigms.verbs:
            return plural == word + "s" and word + "tje" in self.words
        if word in self.paradigms.verb_forms:
            return self.is_noun(word, [])
        return not (plural.endswith("s") and word in self.paradigms.adjectives)

    def reading(self, form):
        return self.readings.get(form, Reading())

    def is_seldom(self, form):
        """Whether people seldom type this form: werkten, werkende, gevoeligst, tijds.

        A pack lists such a form only when the form occurs in its texts.
        """
        lemma = self.lemma(form)
        if form == lemma or form in self.overrides or form in self.paradigms.verbs:
            return False
        sorts = {sort for _, sort in self.paradigms.verb_forms.get(form, ())}
        if sorts & {"stem", "finite", "participle"} or "past" in sorts and not form.endswith("en"):
            return False
        if lemma in self.paradigms.singular_of(form):
            plurals = (way + "en" for way in opened(lemma))
            return form == lemma + "s" and any(self.chosen.get(plural) == lemma for plural in plurals)
        return (lemma, "e") not in self.paradigms.adjectives_of(form)
