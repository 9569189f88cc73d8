# SPDX-License-Identifier: EUPL-1.2
"""Made the packs of version-1/ and what they answer; run once for each version of the format.

    python3 tests/golden/make_golden.py PATH-OF-LANDKAART version-1

Invented words have no inflections, parts or synonyms, so that what they find follows from the bytes alone.
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
MANIFEST = "id: {name}\ntitle: Golden\nversion: '1'\nlanguage: nl\npublisher: Landkaart\nlicence: CC0-1.0\n"
ORDERED = 10_050  # documents get an order of their own from 10,000


def words(count):
    draw = random.Random(count)
    return ["".join(draw.choice(pair) for pair in ("xq", "aeiou", "zw", "aeiou", "kq")) + str(i) for i in range(count)]


def write_source(folder, name, items, more=""):
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
