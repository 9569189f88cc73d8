# SPDX-License-Identifier: EUPL-1.2
"""The query parameters of /v1, each declared once, and the explanations of mistakes in them."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from fastapi import Query
from starlette.datastructures import QueryParams

from ..._pack import Pack
from ..._vocabulary import Kind
from .._words.kinds import KIND_WORDS, KINDS, PURPOSE_WORDS, PURPOSES

if TYPE_CHECKING:
    KindWord = str
    PurposeWord = str
    ColourWord = str
else:
    KindWord = Literal[tuple(KIND_WORDS.values())]
    PurposeWord = Literal[tuple(PURPOSE_WORDS.values())]
    ColourWord = Literal["klassen", "licht", "donker", "druk"]

# An empty value of any other parameter counts as absent, because forms send every field.
MAY_BE_EMPTY = {"zoekterm", "tekst"}
_MAX_NUMBER = 1_000_000
_MAX_TEXT_LENGTH = 500
_MAX_ID_LENGTH = 200
_MAX_COMPARED = 2000  # ids
_MAX_SHOWN_LENGTH = 60  # characters; a message repeats no more of a wrong value

_EXPECTED: dict[str, str] = {}
_CHOICES: dict[str, Collection[str]] = {
    "soort": KINDS,
    "doel": PURPOSES,
    "kleuren": ("klassen", "licht", "donker", "druk"),
}
_KIND_OF_ID = {"thema": Kind.THEME, "obstakel": Kind.OBSTACLE}


def _number(
    name: str, description: str, default: int | None, least: int, most: int = _MAX_NUMBER
) -> Any:
    _EXPECTED[name] = f"een heel getal van {least} tot en met {most}"
    return Query(default, alias=name, description=description, ge=least, le=most)


def _text(name: str, description: str, default: Any, longest: int = _MAX_TEXT_LENGTH) -> Any:
    _EXPECTED[name] = f"een tekst van hoogstens {longest} tekens"
    return Query(default, alias=name, description=description, max_length=longest)


def _choice(name: str, description: str, default: str | None = None) -> Any:
    _EXPECTED[name] = "een van " + ", ".join(_CHOICES[name])
    return Query(default, alias=name, description=description)


def _id(name: str, description: str) -> Any:
    declared = _text(name, description, None, _MAX_ID_LENGTH)
    if name in _KIND_OF_ID:
        _EXPECTED[name] = f"het id van een {name}"
    return declared


THEME = _id("thema", "Alleen wat bij dit thema hoort: het id van een thema.")
OBSTACLE = _id("obstakel", "Alleen werkvormen op de route van dit obstakel, in die volgorde.")
KIND = _choice("soort", "Alleen van deze soort.")
PURPOSE = _choice("doel", "Alleen werkvormen met dit doel.")
GROUP_SIZE = _number("groepsgrootte", "Hoeveel mensen er zijn.", None, 1)
MAX_MINUTES = _number("maximaleDuur", "Hoeveel minuten er zijn.", None, 1)
MAX_DIFFICULTY = _number(
    "maximaleMoeilijkheid",
    "Wat je hoogstens aandurft: 1 kan iedereen begeleiden, 2 vraagt wat ervaring, 3 vraagt een "
    "ervaren begeleider.",
    None,
    1,
    3,
)
PAGE = _number("pagina", "Welke bladzijde van de lijst.", 1, 1)
COUNT_LISTED = _number("aantal", "Hoeveel onderdelen op een bladzijde.", 20, 1, 100)
COUNT_FOUND = _number("aantal", "Hoeveel resultaten hoogstens.", 10, 1, 100)
COUNT_SUGGESTED = _number("aantal", "Hoeveel suggesties hoogstens.", 8, 1, 100)
FROM = _number("vanaf", "Hoeveel resultaten worden overgeslagen.", 0, 0, 10_000)
QUERY = _text("zoekterm", "Waar iemand op vastloopt, in eigen woorden. Geen vraag is fout.", ...)
TYPED = _text("tekst", "Wat er tot nu toe in het zoekveld staat.", ...)
LANGUAGE = _text("taal", "Een BCP 47-code, zoals nl of fy.", "nl", 35)
ROUTE = _id("route", "Teken de route van dit obstakel, of deze reis. Een onbekend id doet niets.")
CHOSEN = Query(
    [],
    alias="gekozen",
    description="Toon dit id als gekozen; deze parameter mag vaker voorkomen.",
)
COLOURS = _choice(
    "kleuren",
    "Van de tekening: klassen (voor een pagina met het stijlblad), licht, donker of druk.",
    "klassen",
)


_MAX_MISTAKES = 20  # mistakes in one response; a query string can hold thousands


def mistakes_in(
    given: QueryParams, known: Iterable[str], refused: Iterable[str], pack: Pack
) -> list[dict[str, str]]:
    """The mistakes in a query string, at most one per name and at most twenty, in the order of the
    query.

    Args:
        given: The query string.
        known: The allowed names.
        refused: The names whose value FastAPI rejected, and the required names that are missing.
        pack: The pack in which ids are looked up.
    """
    names, rejected = set(known), list(refused)
    repeated = set(_repeated(given, names))

    def mistake(name: str) -> str:
        """What is wrong with a name or its value; "" when nothing is."""
        if name in given and name not in names:
            return _unknown(name, names)
        kind = _KIND_OF_ID.get(name)
        if kind is not None and given.get(name) and not _is_id(pack, given[name], kind):
            return _refused(given[name], name, _ids(pack, kind))
        if name in repeated:
            return "Dit staat er meer dan een keer. Geef één waarde."
        return _refused(given.get(name), name, _CHOICES.get(name, ())) if name in rejected else ""

    # Lazy, because an explanation takes time and a query can have thousands of wrong names.
    explained = ((name, mistake(name)) for name in dict.fromkeys([*given, *rejected]))
    wrong = ({"naam": cut(name), "uitleg": told} for name, told in explained if told)
    return list(itertools.islice(wrong, _MAX_MISTAKES))


def cut(text: str) -> str:
    """A text from the request, cut to 60 characters for use in a message."""
    return text if len(text) <= _MAX_SHOWN_LENGTH else text[: _MAX_SHOWN_LENGTH - 1] + "…"


def did_you_mean(text: str, choices: Iterable[str]) -> str:
    """A sentence with the choice that is most similar to a text; "" when none is similar."""
    near = difflib.get_close_matches(text[:_MAX_ID_LENGTH], choices, n=1)
    return f" Bedoelde je {near[0]}?" if near else ""


def _unknown(name: str, names: set[str]) -> str:
    known = f" Hier kan: {', '.join(sorted(names))}." if names else ""
    return "Deze parameter is er niet." + (did_you_mean(name, names) or known)


def _refused(value: str | None, name: str, choices: Iterable[str]) -> str:
    if value is None:
        return f"Dit ontbreekt. Geef {_EXPECTED[name]}."
    near = did_you_mean(value, choices)
    return f"'{cut(value)}' kan hier niet. Geef {_EXPECTED[name]}.{near}"


def _repeated(given: QueryParams, names: set[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name, _ in given.multi_items():
        if name in seen and name in names and name != "gekozen":
            yield name
        seen.add(name)


def _is_id(pack: Pack, id: str, kind: Kind) -> bool:
    item = pack.get(id)
    return item is not None and item.kind is kind


def _ids(pack: Pack, kind: Kind) -> tuple[str, ...]:
    """The ids that are compared with a wrong one; none when there are so many that it is slow."""
    ids = pack.where(kind=kind).ids
    return ids if len(ids) <= _MAX_COMPARED else ()
