# SPDX-License-Identifier: EUPL-1.2
"""What the texts and members of an item should be, put together from a pack that was read."""

from reader import bodies
from reader.pack import Pack


def searched_texts(item, document: dict) -> dict[str, str]:
    """Search: the text of each field of a pack made by this project."""
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
    """What `show --json` should say: the document, and what record, labels and links say."""

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
    assert not members.keys() & pack.documents[item.ordinal].keys(), "a member stands in two places"
    return members | pack.documents[item.ordinal]
