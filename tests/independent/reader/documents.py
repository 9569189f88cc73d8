# SPDX-License-Identifier: EUPL-1.2
"""Section Documents of the specification: the types of the values in a document."""

from reader.conventions import demand
from reader.links import LINK_TYPES
from reader.names import checked_asset_name

TEXTS = {
    *("html", "licence", "valid-from", "review-by", "when", "when-not", "online", "accessibility"),
    *("origin", "licence-note", "another-way", "transcript"),
}
LISTS = {"alternative-titles", "sources", "materials"}
NUMBERS = {"order", "duration"}
ASSETS = {"file", "captions", "poster"}
# Keys whose values are stored elsewhere.
ELSEWHERE = {
    *("id", "kind", "title", "summary", "language", "themes", "tags", "purpose", "difficulty"),
    *("group-size", "minutes"),
    *LINK_TYPES,
}


def is_number(value: object) -> bool:
    return type(value) is int and 0 <= value <= 1_000_000


def is_step(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("title"), str)
        and ("minutes" not in value or is_number(value["minutes"]))
    )


def is_list(value: object, of: object) -> bool:
    return isinstance(value, list) and all(of(element) for element in value)


def is_text(value: object) -> bool:
    return isinstance(value, str)


def checked_document(document: object) -> dict:
    """The document. Raises PackError when a value breaks the specification."""
    demand(isinstance(document, dict), "a document is not an object")
    for key, value in document.items():
        holds = (
            (key not in TEXTS | ASSETS or is_text(value))
            and (key not in LISTS or is_list(value, is_text))
            and (key not in NUMBERS or is_number(value))
            and (key != "steps" or is_list(value, is_step))
        )
        demand(holds, f"{key} in a document has the wrong type")
        demand(key not in ELSEWHERE, f"{key} is stored in a document")
        if key in ASSETS:
            checked_asset_name(value)
    return document
