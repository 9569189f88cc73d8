#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Builds the site of the documents and references in build/site: `make docs`.

1. Doxygen reads the public headers. Any warning but "is not documented" is an error.
2. The documents of NAVIGATION, and every file that they link to, are copied to build/site-source,
   at the same paths, so that their links stay right.
3. The pages of the C++ and Python references are written beside them.
4. mkdocs builds the site. Any warning, such as a link without a target, is an error.

Needs doxygen, and the packages of docs/requirements.txt.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/repository"))

import cpp_reference  # noqa: E402
import prose  # noqa: E402
import test_documents  # noqa: E402
import yaml  # noqa: E402

BUILD = TOP / "build"
SOURCE = BUILD / "site-source"
SITE = BUILD / "site"
CPP = "docs/reference/cpp"
PYTHON = "docs/reference/python"

# A tab for each audience. CPP and PYTHON stand for the pages of a reference.
NAVIGATION = [
    ("Home", ["README.md"]),
    (
        "Embed in C++",
        ["docs/site/embed.md", "docs/cpp.md", "docs/stability.md", ("C++ reference", CPP)],
    ),
    (
        "Script in Python",
        [
            "docs/site/script.md",
            "docs/python.md",
            "examples/python/README.md",
            ("Python reference", PYTHON),
        ],
    ),
    (
        "Package content",
        [
            "docs/site/package.md",
            "docs/authoring.md",
            "docs/mistakes.md",
            "docs/json.md",
            "content-pack/lexicon/README.md",
            "content-pack/spec/v1.md",
        ],
    ),
    (
        "Run a portal",
        [
            "docs/site/portal.md",
            "docs/portal.md",
            "docs/api.md",
            "bindings/web/README.md",
            "examples/fastapi-app/README.md",
            "examples/django-project/README.md",
            "examples/intranet-page/README.md",
        ],
    ),
    (
        "Contribute",
        [
            "docs/site/contribute.md",
            "CONTRIBUTING.md",
            "ARCHITECTURE.md",
            "docs/glossary.md",
            ("Decisions", "docs/decisions"),
            "docs/benchmarks.md",
            "tests/conformance/README.md",
            "SECURITY.md",
            "CHANGELOG.md",
        ],
    ),
]
ASSETS = ["docs/site/site.css", "docs/site/iframe-worker.js"]
HOME_SETTINGS = "---\nhide: [navigation]\n---\n"
PYTHON_TITLES = {
    "assets": "Files in a pack",
    "authoring": "Making packs",
    "frame": "Tables",
    "filters": "Filters",
    "items": "Items and lists of items",
    "map": "The map",
    "pack": "Packs",
    "pack_file": "Pack files",
    "search": "Searching",
    "web": "The portal",
}
DOCUMENTED_MODULES = {"landkaart.web": "bindings/python/landkaart/web/__init__.py"}


def run(*command: str | Path) -> None:
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    if subprocess.run(command, cwd=TOP, env=quiet).returncode:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")


def read_headers() -> cpp_reference.Reference:
    folder = BUILD / "doxygen"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run("doxygen", "docs/site/Doxyfile")
    warnings = (folder / "warnings.txt").read_text(encoding="utf-8").splitlines()
    wrong = [line for line in warnings if not line.endswith("is not documented.")]
    if wrong:
        raise SystemExit("\n".join(["doxygen warns:", *wrong]))
    reference = cpp_reference.Reference(folder / "xml")
    without = cpp_reference.undescribed(reference)
    print(f"C++ reference: {len(without)} public names without a comment", *without, sep="\n  ")
    return reference


def copy_documents() -> None:
    """The documents of the navigation, what they link to, and what that links to."""
    shutil.rmtree(SOURCE, ignore_errors=True)
    waiting = [*ASSETS, *documents_of(NAVIGATION)]
    copied = set()
    while waiting:
        path = waiting.pop()
        if path in copied or not (TOP / path).is_file():
            continue
        copied.add(path)
        target = SOURCE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not path.endswith(".md"):
            shutil.copy(TOP / path, target)
            continue
        text = (TOP / path).read_text(encoding="utf-8")
        # A word after the language of a block, such as no-run, is for the tests.
        shown = re.sub(r"^( *```\w+) .*$", r"\1", text, flags=re.MULTILINE)
        target.write_text(HOME_SETTINGS * (path == "README.md") + shown, encoding="utf-8")
        links = [link for link in prose.links(text) if not test_documents.SCHEME.match(link)]
        waiting += [test_documents.destination(path, link)[0] for link in links]


def documents_of(navigation: list) -> list[str]:
    found = []
    for _, entries in navigation:
        for entry in entries:
            if isinstance(entry, str):
                found.append(entry)
            elif (TOP / entry[1]).is_dir():
                found += [
                    path.relative_to(TOP).as_posix()
                    for path in sorted((TOP / entry[1]).glob("*.md"))
                ]
    return found


def write_cpp(reference: cpp_reference.Reference) -> list:
    folder = SOURCE / CPP
    folder.mkdir(parents=True)
    pages = cpp_reference.write(reference, TOP, folder)
    libraries = dict.fromkeys(library for library, _ in pages)
    return [
        f"{CPP}/index.md",
        *(
            {library: [f"{CPP}/{page}.md" for of, page in pages if of == library]}
            for library in libraries
        ),
    ]


def write_python() -> list:
    """A page for each module with public names, and for each documented subpackage."""
    folder = SOURCE / PYTHON
    folder.mkdir(parents=True)
    tree = ast.parse((TOP / "bindings/python/landkaart/__init__.py").read_text(encoding="utf-8"))
    public = next(
        ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign)
    )
    pages, lines = (
        {},
        [
            "# Python reference { #python-reference }",
            "",
            "The package `landkaart`, with a page for each subject.",
            "",
        ],
    )
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module not in (None, "_landkaart"):
            names = [alias.asname or alias.name for alias in node.names]
            pages[node.module.strip("_")] = [
                f"landkaart.{name}" for name in names if name in public
            ]
    for module, path in DOCUMENTED_MODULES.items():
        pages[module.rpartition(".")[2]] = names_in(module, TOP / path)
    for page, names in pages.items():
        title = PYTHON_TITLES.get(page, page.capitalize())
        body = "\n\n".join(f"::: {name}" for name in names)
        (folder / f"{page}.md").write_text(f"# {title}\n\n{body}\n", encoding="utf-8")
        lines.append(
            f"- [{title}]({page}.md): {', '.join(f'[`{name}`][{name}]' for name in names)}"
        )
    (folder / "index.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [f"{PYTHON}/index.md", *(f"{PYTHON}/{page}.md" for page in pages)]


def names_in(module: str, path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = next(ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign))
    return [f"{module}.{name}" for name in names]


def navigation(references: dict[str, list]) -> list:
    def entry(each):
        if isinstance(each, str):
            return each
        title, folder = each
        return {title: references.get(folder) or in_folder(folder)}

    return [{title: [entry(each) for each in entries]} for title, entries in NAVIGATION]


def in_folder(folder: str) -> list[str]:
    pages = sorted(path.relative_to(TOP).as_posix() for path in (TOP / folder).glob("*.md"))
    return sorted(pages, key=lambda page: PurePosixPath(page).name != "README.md")


def build(nav: list) -> None:
    shutil.rmtree(SITE, ignore_errors=True)
    config = BUILD / "site.yml"
    settings = {
        "INHERIT": "../docs/site/mkdocs.yml",
        "docs_dir": SOURCE.name,
        "site_dir": SITE.name,
        "nav": nav,
    }
    config.write_text(
        yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    run(sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", config)
    for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"):  # only for a site at a known address
        (SITE / name).unlink(missing_ok=True)


def main() -> None:
    reference = read_headers()
    copy_documents()
    build(navigation({CPP: write_cpp(reference), PYTHON: write_python()}))
    print(f"The site is {SITE / 'index.html'}")


if __name__ == "__main__":
    main()
