# SPDX-License-Identifier: EUPL-1.2
"""Asks the program about a golden pack. Later versions of the program must give the same answers."""
import hashlib
import json
import pathlib
import subprocess
import tempfile


def asked(landkaart, *command):
    """The JSON that a command of the program prints."""
    done = subprocess.run([landkaart, *command, "--json"], check=True, capture_output=True, timeout=120)
    return json.loads(done.stdout)


def exported(landkaart, pack):
    """A SHA-256 over the paths and contents of the exported source files."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "out")
        subprocess.run([landkaart, "export", out, "--pack", pack], check=True, capture_output=True, timeout=120)
        files = sorted(path for path in out.rglob("*") if path.is_file())
        lines = [f"{path.relative_to(out)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def questions(landkaart, pack):
    """Queries: the first word, and the first two words as a phrase, of about eight titles."""
    titles = [item["title"].split() for item in asked(landkaart, "list", "--pack", pack)["items"]]
    for title in titles[:: max(1, len(titles) // 8)]:
        yield title[0]
        if len(title) > 1:
            yield f'"{title[0]} {title[1]}"'


def answers(landkaart, pack):
    """The answers that the .json file beside a golden pack stores."""
    totals = {}
    for question in questions(landkaart, pack):
        found = asked(landkaart, "search", "--pack", pack, "--match", "all", question)
        totals[question] = found["total"]
    return {
        "root": asked(landkaart, "info", pack)["root"],
        "verified": asked(landkaart, "verify", pack),
        "exported": exported(landkaart, pack),
        "totals": totals,
    }
