# SPDX-License-Identifier: EUPL-1.2
"""The response at the root of /v1, and the texts that the custom elements show."""

from __future__ import annotations

from .._words.interface import words_in
from .._words.kinds import KIND_FOLDERS, KIND_WORDS, PURPOSE_WORDS
from .view import Answer, View, answer


def start(view: View) -> Answer:
    """The description of the pack, and links to the addresses in /v1 that need no id."""
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
    """The texts of the interface in a language, and the words for the values of /v1, such as
    kinds."""
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
