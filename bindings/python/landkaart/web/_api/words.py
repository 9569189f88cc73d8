# SPDX-License-Identifier: EUPL-1.2
"""Where /v1 begins, and the words that elements in a page show."""

from __future__ import annotations

from .._vocabulary import KIND_FOLDERS, KIND_WORDS, PURPOSE_WORDS
from .._words import words_in
from .view import Answer, View, answer


def start(view: View) -> Answer:
    """What there is, and where."""
    about = view.pack.manifest
    folders = [*KIND_FOLDERS.values(), "zoekresultaten", "suggesties", "kaart", "interfacewoorden"]
    return answer(
        {
            "titel": about.title,
            "versie": about.version,
            "uitgever": about.publisher,
            "licentie": about.licence,
            "_links": {
                "self": view.href(""),
                "openapi": view.href("/openapi.json"),
                **{folder: view.href(f"/{folder}") for folder in folders},
                "pagina": {"href": view.page("home")},
            },
        }
    )


def interface_words(view: View, language: str) -> Answer:
    """The words of the interface, and those for the values of /v1."""
    words = words_in(language)
    return answer(
        {
            "taal": words.language,
            "woorden": dict(words),
            "soorten": {
                word: {"een": words[f"kind.{kind.value}"], "meer": words[f"kinds.{kind.value}"]}
                for kind, word in KIND_WORDS.items()
            },
            "doelen": {
                word: words[f"purpose.{purpose.value}"] for purpose, word in PURPOSE_WORDS.items()
            },
            "moeilijkheden": {level: words[f"difficulty.{level}"] for level in ("1", "2", "3")},
        }
    )
