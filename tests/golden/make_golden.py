# SPDX-License-Identifier: EUPL-1.2
"""Makes the golden packs of one version of the format, and the .json files with their answers.

    python3 tests/golden/make_golden.py PATH-OF-LANDKAART version-1

It is run once, when the version of the format is frozen. The texts consist of invented words, which have no
inflections, parts or synonyms, so the answers depend on no lexicon.
"""
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from golden import answers

HERE = pathlib.Path(__file__).parent
MANIFEST = "id: {name}\ntitle: Golden\nversion: 1.0.0\nlanguage: nl\npublisher: Landkaart\nlicence: CC0-1.0\n"
ORDERED = 10_050  # a pack of more than 10,000 documents stores a document order


def words(count):
    """Invented words, such as "xazok17"."""
    draw = random.Random(count)
    return ["".join(draw.choice(pair) for pair in ("xq", "aeiou", "zw", "aeiou", "kq")) + str(i) for i in range(count)]


def write_source(folder, name, items, more=""):
    """Writes an authoring folder of articles. `more` is added to its pack.yaml."""
    draw = random.Random(items)
    vocabulary = words(50)
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    folder.mkdir()
    (folder / "pack.yaml").write_text(MANIFEST.format(name=name) + more)
    (folder / "articles").mkdir()
    with open(folder / "articles/all.jsonl", "w") as lines:
        for number in range(items):
            title = " ".join(draw.choices(vocabulary, weights, k=2))
            body = " ".join(draw.choices(vocabulary, weights, k=draw.randrange(1, 5)))
            lines.write(json.dumps({"id": f"ar-{number}", "title": title, "body": body}) + "\n")


def main(landkaart, version):
    packs = HERE / version
    packs.mkdir(exist_ok=True)
    shutil.copy(HERE.parent / "conformance/fixture.lkp", packs / "everything.lkp")
    with tempfile.TemporaryDirectory() as folder:
        for name, items, more in (("ordered", ORDERED, ""), ("without-positions", 400, "positions: false\n")):
            source = pathlib.Path(folder, name)
            write_source(source, name, items, more)
            subprocess.run([landkaart, "build", source, "-o", packs / f"{name}.lkp"], check=True, capture_output=True)
    for pack in sorted(packs.glob("*.lkp")):
        said = answers(landkaart, pack)
        pack.with_suffix(".json").write_text(json.dumps(said, indent=1) + "\n")


main(*sys.argv[1:])
