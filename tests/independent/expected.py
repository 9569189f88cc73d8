# SPDX-License-Identifier: EUPL-1.2
"""The texts and members of an item that the program should give, computed by the reader."""

from reader import bodies
from reader.pack import Pack


def searched_texts(item, document: dict) -> dict[str, str]:
    """The text of each search field, as the compiler of this project fills the fields."""
    body = bodies.plain_lines(bodies.parsed(document.get("html", "")))
    parts = (
        body + [step["title"] for step in document.get("steps", [])] + document.get("materials", [])
    )
    parts += [
        document.get(key, "") for key in ("when", "when-not", "online", "another-way", "transcript")
    ]
    return {
        "title": "\n".join([item.title, *document.get("alternative-titles", [])]),
        "summary": item.summary,
        "keywords": "\n".join(item.labels.tags),
        "text": "\n".join(parts),
    }


def shown(pack: Pack, item) -> dict:
    """The JSON that `show --json` should print: the document, record, labels and links."""

    def ids(ordinals):
        return [pack.items[ordinal].id for ordinal in ordinals]

    members = {"summary": item.summary, "themes": ids(item.labels.themes), "tags": item.labels.tags}
    members |= {"purpose": item.purpose, "difficulty": item.difficulty}
    for name, (least, most) in (("minutes", item.minutes), ("group-size", item.people)):
        members[name] = {"min": least, "max": most} if most else None
    for link in pack.links:
        if link.source == item.ordinal and link.type != "mentions":
            members.setdefault(link.type, []).extend(ids([link.target]))
    if "translation-of" in members:
        (members["translation-of"],) = members["translation-of"]
    members = {name: value for name, value in members.items() if value}
    members |= {
        "id": item.id,
        "kind": item.kind,
        "language": item.labels.language,
        "title": item.title,
    }
    assert not members.keys() & pack.documents[item.ordinal].keys(), "a member is in the record and in the document"
    return members | pack.documents[item.ordinal]
