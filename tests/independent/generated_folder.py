# SPDX-License-Identifier: EUPL-1.2
"""Writes a large authoring folder: long posting lists, many words, and every front-matter key."""

import functools
import json
import random
from pathlib import Path

ARTICLES = 300
SPECIAL = """
B&W|B & W|b en w|B en W|B. en W.|B  &W|R&D|R& D|Q & A|10 & 11|a & b & c|100%|a_b|3,14|{}|[x]|--|…
foto's|'s avonds|\u2019s-Gravenhage|l\u2019état|x ` y|co-creatie|zee-egel|e-mail|vis-à-vis
wijk\u2011raad|onder\u00adzoek|2-3|1-2-tje|co2-uitstoot|café|cafe\u0301|Œuvre|Straße
coördinatie|reünie|naïef|½|Ĳsselmeer|Ångström|ﬁets|ǆ|a\u1ab0b\u0345\u034fc|Жизнь|日本語
""".strip().replace("\n", "|").split("|")  # fmt: skip
SPECIAL += ["é" * 65, "x" * 63 + "жz", "x" * 62 + "жz", "een-" * 17]
COMMON = ["overleg", "wijk", "raad", "samen", "bewoners", "plan", "straat", "geld", "vraag"]
SYLLABLES = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se"]
AUTHORED = {
    "licence": "CC0-1.0",
    "valid-from": "2024-01-31",
    "review-by": "2026-12-01",
    "sources": ["Jansen, 2016, <Boek> & “citaat”"],
}
ODD = {
    "x-odd": {"é": [1, -2, 2.5, True, None, 'a\tb\\"\u0001/\u007f\u2028'], "a": {"z": {}, "b": []}}
}
ASSETS = {
    "images/kring.png": b"\x89PNG" + bytes(range(256)),
    "images/leeg.svg": b"",
    "videos/gesprek.mp4": random.Random(2).randbytes(2_200_000),
    "videos/gesprek.vtt": b"WEBVTT\n",
    "an-asset-with-a-name-much-longer-than-fifteen.txt": b"text",
    "an-asset-with-a-name-much-longer-than-sixteen-and-more.pdf": b"%PDF",
}


def article_id(number: int) -> str:
    return f"artikel-over-samenwerken-{number:03}" + "-en-nog-veel-meer" * (number % 7 == 0)


REDIRECTS = {
    "oud-artikel": article_id(7),
    "artikel-over-samenwerken-007-oud": article_id(7),
    "zoek": "trio",
}


def phrase(numbers: random.Random, count: int) -> str:
    """`count` words: half common words, 40 % made of random syllables, 10 % special cases."""
    chosen = []
    for _ in range(count):
        kind = numbers.random()
        own = "".join(numbers.choices(SYLLABLES, k=numbers.randint(2, 4)))
        chosen.append(
            numbers.choice(COMMON if kind < 0.5 else SPECIAL) if not 0.5 < kind < 0.9 else own
        )
        chosen.append(numbers.choice([" ", " ", " ", ", ", ". ", "; ", " (", ") "]))
    return "".join(chosen).strip() or "leeg"


def body(numbers: random.Random, paragraphs: int) -> str:
    def some():
        return phrase(numbers, numbers.randint(3, 30))

    def line():
        return phrase(numbers, 5).replace("|", " ").replace("`", " ")

    parts = [
        lambda: some(),
        lambda: f"## {line()}",
        lambda: f"- {line()}\n- {line()}\n  - {line()}\n- {line()}",
        lambda: f"{numbers.randint(1, 40)}. {line()}\n1. {line()}\n\n   {line()}",
        lambda: f"> {line()}\n>\n> - {line()}",
        lambda: f"```\n{line()}\n\n  {line()}\n```",
        lambda: f"| {line()} | {line()} |\n|---|---|\n| {line()} | {line()} |",
        lambda: f"{line()} *{line()}* **{line()}** `{line()}`\\\n{line()}",
        lambda: (
            f'[{numbers.choice(COMMON)}](item:trio) ![een "kring" & B&W](asset:images/kring.png)'
        ),
        lambda: "[huis](https://example.org/?a=1&b=2) <mailto:a@example.org>\n\n---",
    ]
    return "\n\n".join(numbers.choice(parts)() for _ in range(paragraphs))


@functools.cache
def articles() -> list[dict]:
    numbers = random.Random(1)
    return [article(numbers, number) for number in range(ARTICLES)]


def article(numbers: random.Random, number: int) -> dict:
    entry = {"id": article_id(number), "title": f"Overleg {phrase(numbers, 4)}"}
    entry["body"] = body(numbers, 500 if number == 5 else number % 9)
    if number % 3:
        entry["summary"] = phrase(numbers, 200 if number % 50 == 1 else 12)
    if number % 4 == 0:
        entry["alternative-titles"] = [phrase(numbers, 3), "B", "& W", "zee-", "egel"]
    if number % 5 == 0:
        entry |= {
            "tags": [phrase(numbers, 1), "raad", f"b en w {number}"],
            "themes": ["krachten", "wijk"][: 1 + number % 2],
        }
    if number % 6 == 0:
        entry |= {
            "related": [article_id((number + step) % ARTICLES) for step in (9, 1)],
            "order": number % 5,
        }
    if number % 11 == 0:
        entry |= AUTHORED | ODD | {"x-emoji": "😀"}
    if number == 8:
        entry |= {"language": "en-GB", "translation-of": article_id(9)}
    return entry


def write(folder: Path) -> None:
    write_pack_yaml(
        folder,
        {"redirects": REDIRECTS, "channel": "proef", "homepage": "https://example.org/", **ODD},
    )
    write_items(folder)
    for name, content in ASSETS.items():
        write_file(folder / "assets" / name, content)
    write_file(folder / "articles/many.jsonl", lines_of(articles()))
    write_file(folder / "map.geojson", json.dumps(map_of_all_roles()).encode())
    synonyms = [
        {"term": "overleg", "equal": ["gesprek", "b & w"]},
        {"term": "wijk", "related": ["straat"]},
    ]
    write_file(folder / "synonyms.yaml", json.dumps(synonyms).encode())


def write_many(folder: Path, count: int) -> None:
    """Writes `count` small items. From 10,000 items a pack stores a document order."""
    numbers = random.Random(4)
    write_pack_yaml(folder, {})
    entries = []
    for number in range(count):
        entry = {"id": f"stuk-{number:05}", "title": f"Stuk {numbers.choice(COMMON)}"}
        entry["body"] = phrase(numbers, numbers.randint(1, 8))
        if number % 3 == 0:
            entry["related"] = [f"stuk-{(7 * number + 3) % count:05}"]
        entries.append(entry)
    write_file(folder / "articles/many.jsonl", lines_of(entries))


def lines_of(entries: list[dict]) -> bytes:
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries).encode()


def write_pack_yaml(folder: Path, more: dict) -> None:
    keys = {
        "id": "proef",
        "title": "Proef & co",
        "version": "1.2.3",
        "release": 7,
        "language": "nl",
    }
    keys |= {"publisher": "Iemand", "licence": "CC-BY-4.0", **more}
    write_file(folder / "pack.yaml", front_matter(keys))


def write_file(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def front_matter(keys: dict) -> bytes:
    """YAML whose values are JSON, which is valid YAML."""
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in keys.items()).encode()


def write_items(folder: Path) -> None:
    numbers = random.Random(3)
    for path, keys in items().items():
        content = b"---\n" + front_matter(keys) + b"---\n" + body(numbers, 3).encode()
        write_file(folder / f"{path}.md", content)


def items() -> dict[str, dict]:
    """At least one item of every kind, with every key that the kind allows."""
    journey = {"title": "Eerste reis", "stops": ["trio", "luisteren", "wijk"]}
    term = {"title": "Burgemeester", "alternative-titles": ["burgervader", "burgermoeder"]}
    return {
        "themes/wijk": {"title": "Wijk", "order": 2},
        "themes/krachten": {"title": "Krachten", "order": 1, "summary": "Wie doet mee?"},
        **topics_and_obstacles(),
        **work_forms(),
        "videos/gesprek": {"title": "Gesprek", **VIDEO, "poster": "images/kring.png"},
        "stories/het-plein": {"title": "Het plein"},
        "terms/burgemeester": term,
        "journeys/eerste": journey,
    }


VIDEO = {
    "file": "videos/gesprek.mp4",
    "captions": "videos/gesprek.vtt",
    "transcript": "Hallo. B & W?",
    "duration": 75,
}
LINKS = {
    "topics": ["luisteren"],
    "obstacles": ["alleen"],
    "articles": [article_id(3)],
    "videos": ["gesprek"],
    "stories": ["het-plein"],
    "terms": ["burgemeester"],
    "work-forms": ["trio", "duo"],
    "related": ["wijk"],
}


def topics_and_obstacles() -> dict[str, dict]:
    long_id, tags = "z" * 128, ["a", "b"]
    topic = {"title": "Luisteren", "themes": ["wijk", "krachten"], "tags": tags}
    long = {"title": "Lang", "themes": ["wijk"], "tags": tags, "summary": "lang " * 1000}
    obstacle = {"title": "Alleen", "another-way": "Stop dan; co-creatie is meer."}
    return {
        "topics/luisteren": {**topic, **LINKS, "topics": [long_id], **AUTHORED, **ODD},
        f"topics/{long_id}": long,
        "obstacles/alleen": {**obstacle, **LINKS, "obstacles": []},
    }


def work_forms() -> dict[str, dict]:
    form = {"group-size": {"min": 3, "max": 12}, "minutes": {"min": 20, "max": 30}}
    texts = ("when", "when-not", "online", "accessibility", "origin", "licence-note")
    steps = [
        {"title": "Co-creatie", "minutes": 5},
        {"title": "Wat je zoekt, en wat je biedt"},
    ]
    whole_form = form | {"materials": ["stiften & papier", "B&W-kaart"], "steps": steps}
    whole_form |= {key: f"Bij {key}: b en w" for key in texts}
    trio = {"title": "Trio-advies", "purpose": "survive", "difficulty": 1}
    duo = {"title": "Duo", "purpose": "build-competencies", "difficulty": 2}
    solo = {"title": "Solo", "purpose": "learn-together", "difficulty": 3, "order": 0}
    return {
        "work-forms/trio": trio | whole_form,
        "work-forms/duo": duo | form,
        "work-forms/solo": solo | form,
    }


def map_of_all_roles() -> dict:
    def feature(role, id, kind, coordinates, **more):
        properties = {"role": role, **({"id": id} if id else {}), **more}
        return {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": kind, "coordinates": coordinates},
        }

    ring = [[0, 0], [100.125, 0.333], [100, 99.999], [-5.5, 80], [0, 0]]
    features = [feature("territory", "wijk", "Polygon", [ring], **{"x-colour": "#aabbcc"})]
    features.append(feature("place", "luisteren", "Point", [10.456, 20]))
    features.append(feature("hazard", "alleen", "Point", [30, 40.5]))
    features.append(feature("road", None, "LineString", [[0, 0], [50, 50.505], [99, 1]]))
    return {"type": "FeatureCollection", "features": features}
