# SPDX-License-Identifier: EUPL-1.2
"""Prints the themes of the documents in a folder. Reads .txt and .md files.

Each paragraph of a document is a search query. The themes of the topics that it finds are the
themes of the paragraph.

Example: python themes_of_documents.py raadsstukken/
"""

import argparse
from collections import Counter
from pathlib import Path

import landkaart

ANSWERS = 3  # search results used of each paragraph
LEAST_WORDS = 6  # shorter paragraphs are headings and greetings


def paragraphs(path: Path) -> list[str]:
    blocks = path.read_text(encoding="utf-8", errors="replace").split("\n\n")
    return [block for block in blocks if len(block.split()) >= LEAST_WORDS]


def touched(pack: landkaart.Pack, path: Path) -> tuple[Counter[str], Counter[str]]:
    """The sum of the search scores of a document for each theme, and for each topic."""
    themes: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    for paragraph in paragraphs(path):
        for hit in pack.search(paragraph, kind="topic", limit=ANSWERS):
            topics[hit.title] += hit.score
            for theme in hit.item.themes:
                themes[theme.title] += hit.score
    return themes, topics


def main() -> None:
    arguments = argparse.ArgumentParser(description="Which themes do documents touch?")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--pack", help="a pack file; default: the included pack")
    asked = arguments.parse_args()
    pack = landkaart.open(asked.pack) if asked.pack else landkaart.cocreatie()
    for path in sorted(asked.folder.rglob("*")):
        if path.suffix not in (".md", ".txt"):
            continue
        themes, topics = touched(pack, path)
        print(path.relative_to(asked.folder))
        whole = sum(themes.values()) or 1
        for theme, score in themes.most_common():
            print(f"  {score / whole:4.0%}  {theme}")
        for topic, _ in topics.most_common(ANSWERS):
            print(f"        - {topic}")


if __name__ == "__main__":
    main()
