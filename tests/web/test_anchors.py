# SPDX-License-Identifier: EUPL-1.2
"""The ids of headings, and links that lead to them."""

import json
import re
from pathlib import Path

import pytest
from api_client import ApiClient
from conftest import TOP

import landkaart
from landkaart.web import Portal, Request, create_app, write_site

CASES = json.loads((TOP / "tests" / "conformance" / "anchors.json").read_text(encoding="utf-8"))
PACK_YAML = """id: proef
title: Proef
version: 1.0.0
language: nl
publisher: Proef
licence: CC0-1.0
redirects: {oud: b}
"""


def built(folder: Path, **articles: str) -> landkaart.Pack:
    (folder / "articles").mkdir()
    (folder / "assets").mkdir()
    (folder / "assets" / "kring.png").write_text("x")
    (folder / "pack.yaml").write_text(PACK_YAML)
    (folder / "articles" / "b.md").write_text("---\ntitle: B\n---\n## Een kring\n")
    for id, body in articles.items():
        text = f"---\ntitle: A\n---\n{body}"
        (folder / "articles" / f"{id}.md").write_text(text, encoding="utf-8")
    landkaart.build(folder, folder / "a.lkp")
    return landkaart.open(folder / "a.lkp")


def main_of(pack: landkaart.Pack) -> str:
    page = Portal(pack).answer(Request("GET", "/artikelen/a")).body.decode()
    return page[page.index('class="landkaart-body"') :]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_headings_have_the_anchors_of_the_conformance_cases(
    case: dict[str, list[str]], tmp_path: Path
) -> None:
    pack = built(tmp_path, a=str(case["markdown"]))
    assert [heading.anchor for heading in pack["a"].headings] == case["anchors"]
    headings = re.findall(r'<h\d(?: id="([^"]*)")? class="nl-heading nl-', main_of(pack))
    assert headings[: len(case["anchors"])] == case["anchors"]


def test_links_to_anchors_lead_to_the_page_of_the_item(tmp_path: Path) -> None:
    body = "[a](item:b#een-kring) [b](item:oud#een-kring) [c](#kop) [d](item:b)\n\n## Kop\n"
    pack = built(tmp_path, a=body)
    links = re.findall('href="([^"]*)"', main_of(pack))
    assert links[:4] == ["/artikelen/b#een-kring", "/artikelen/b#een-kring", "#kop", "/artikelen/b"]


def test_links_to_anchors_lead_to_the_page_in_the_interface(tmp_path: Path) -> None:
    pack = built(tmp_path, a="[a](item:b#een-kring) [c](#kop)\n\n## Kop\n")
    html = ApiClient(create_app(pack)).json("/v1/artikelen/a")["html"]
    assert 'href="/artikelen/b#een-kring"' in html
    assert html.endswith('<h2 id="kop">Kop</h2>')


def test_links_to_anchors_lead_to_the_file_in_a_site(tmp_path: Path) -> None:
    pack = built(tmp_path, a="[a](item:b#een-kring)\n")
    write_site(pack, tmp_path / "site")
    page = (tmp_path / "site/artikelen/a/index.html").read_text(encoding="utf-8")
    assert re.search(r'href="[^"]*b[^"]*#een-kring"', page)


@pytest.mark.parametrize(("folder", "path"), [("articles", "artikelen"), ("themes", "themas")])
def test_a_table_of_contents_leads_to_sections_that_exist(
    folder: str, path: str, tmp_path: Path
) -> None:
    (tmp_path / "themes").mkdir()
    text = "---\ntitle: A\nsummary: Een.\n---\n## Een\n\na\n\n## Twee\n\nb\n\n## Drie\n\nc\n"
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / folder / "t.md").write_text(text, encoding="utf-8")
    (tmp_path / "pack.yaml").write_text(PACK_YAML.replace("redirects: {oud: b}\n", ""))
    landkaart.build(tmp_path, tmp_path / "a.lkp")
    page = Portal(landkaart.open(tmp_path / "a.lkp")).answer(Request("GET", f"/{path}/t"))
    html = page.body.decode()
    contents = html[html.index('class="landkaart-contents"') :].partition("</nav>")[0]
    targets = re.findall(r'href="#([^"]*)"', contents)
    assert targets == ["een", "twee", "drie"]
    assert all(f'id="{target}"' in html for target in targets)
