# SPDX-License-Identifier: EUPL-1.2
"""`landkaart site`: writes the pages as files, which work in any folder and without a server."""

import errno
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markup import Markup
from pack_bytes import with_checksums

import landkaart
from landkaart.web import Settings
from landkaart.web._faces.site import _check_type, _Site, write_site

LINKING = ("href", "src", "poster", "action")


class Page(HTMLParser):
    """The tags, links and ids of an HTML file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attributes:
            if name in LINKING:
                self.links.append(value or "")
            if name == "id":
                self.ids.add(value or "")


@pytest.fixture(scope="module")
def pack() -> landkaart.Pack:
    return landkaart.cocreatie()


@pytest.fixture(scope="module")
def site(pack: landkaart.Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "landkaart"
    write_site(pack, folder)
    return folder


@pytest.fixture
def small(tmp_path: Path) -> landkaart.Pack:
    """A pack of four items, with a redirect."""
    source = tmp_path / "source"
    landkaart.init(source)
    with (source / "pack.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(f"redirects:\n  oud: {next(source.glob('topics/*.md')).stem}\n")
    landkaart.build(source, tmp_path / "small.lkp")
    return landkaart.open(tmp_path / "small.lkp")


def pages(site: Path) -> Iterator[tuple[Path, Page]]:
    return ((path, Page(path)) for path in sorted(site.rglob("*.html")))


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "landkaart", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def test_every_item_has_a_page(site: Path, pack: landkaart.Pack) -> None:
    for item in pack.values():
        page = Page(site / "items" / item.id / "index.html")
        leads_to = (site / "items" / item.id / page.links[0]).resolve()
        assert item.id in leads_to.parent.name
        assert "h1" in Page(leads_to).tags


def test_every_link_leads_to_a_file_and_every_fragment_to_an_id(site: Path) -> None:
    read = dict(pages(site))
    wrong = []
    for path, page in read.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https"):
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            found = target.is_file() and (not parts.fragment or parts.fragment in read[target].ids)
            if link.startswith("/") or parts.query or not found:
                wrong.append((path.relative_to(site).as_posix(), link))
    assert len(read) > 300
    assert wrong == []


def test_no_page_has_a_form(site: Path) -> None:
    with_form = [path for path, page in pages(site) if {"form", "input"} & set(page.tags)]
    assert with_form == []


def test_the_list_of_work_forms_has_no_introduction_about_filters(site: Path) -> None:
    page = Markup((site / "werkvormen/index.html").read_text(encoding="utf-8"))
    assert page.texts("p", class_="nl-paragraph nl-paragraph--lead") == []


def test_the_search_page_lists_all_titles(site: Path, pack: landkaart.Pack) -> None:
    shown = (site / "zoeken/index.html").read_text(encoding="utf-8")
    for item in pack.values():
        assert f"/{item.id}/index.html" in shown
    assert "Troika Consulting" in shown
    assert "zoeken/index.html" in (site / "index.html").read_text(encoding="utf-8")


def test_a_long_list_is_one_page(tmp_path: Path) -> None:
    landkaart.init(tmp_path / "source")
    articles = ({"id": f"a{n}", "title": f"Artikel {n}", "body": "Kort."} for n in range(300))
    (tmp_path / "source" / "articles").mkdir(exist_ok=True)
    lines = "".join(json.dumps(article) + "\n" for article in articles)
    (tmp_path / "source" / "articles" / "veel.jsonl").write_text(lines, encoding="utf-8")
    landkaart.build(tmp_path / "source", tmp_path / "mine.lkp")
    write_site(landkaart.open(tmp_path / "mine.lkp"), tmp_path / "site")
    links = Page(tmp_path / "site/artikelen/index.html").links
    assert {f"a{n}/index.html" for n in range(300)} <= set(links)


def test_pages_have_a_json_file_beside_them(site: Path, pack: landkaart.Pack) -> None:
    form = json.loads((site / "werkvormen/wv-troika/index.json").read_text(encoding="utf-8"))
    assert form == pack["wv-troika"].to_dict()
    listed = json.loads((site / "werkvormen/index.json").read_text(encoding="utf-8"))["items"]
    assert [item["id"] for item in listed] == [form.id for form in pack.work_forms]
    assert set(listed[0]) == {
        *("id", "kind", "title", "summary", "purpose", "group-size", "minutes", "difficulty")
    }
    everything = json.loads((site / "index.json").read_text(encoding="utf-8"))["items"]
    assert len(everything) == len(pack)


def test_the_files_of_the_pack_are_copied(site: Path, pack: landkaart.Pack) -> None:
    for name, asset in pack.assets.items():
        assert (site / "bestanden" / name).read_bytes() == bytes(asset)


def test_the_same_pack_gives_the_same_bytes(
    site: Path, pack: landkaart.Pack, tmp_path: Path
) -> None:
    write_site(pack, tmp_path / "elsewhere")
    assert contents(tmp_path / "elsewhere") == contents(site)


def test_an_old_id_has_a_page_that_redirects(small: landkaart.Pack, tmp_path: Path) -> None:
    write_site(small, tmp_path / "site")
    for old in ("items/oud", "onderwerpen/oud"):
        page = Page(tmp_path / "site" / old / "index.html")
        leads_to = (tmp_path / "site" / old / page.links[0]).resolve()
        assert leads_to.parent.name == small["oud"].id


def test_a_base_url_gives_canonical_addresses_and_a_sitemap(
    small: landkaart.Pack, tmp_path: Path
) -> None:
    write_site(small, tmp_path / "site", Settings(base_url="https://www.example.org/kaart"))
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://www.example.org/kaart' in home
    assert "https://www.example.org/kaart/" in (tmp_path / "site/sitemap.xml").read_text()
    assert "oembed" not in home


@pytest.mark.parametrize(
    ("file", "address", "relative"),
    [
        ("index.html", "/over#bronnen", "over/index.html#bronnen"),
        ("over/index.html", "/", "../index.html"),
        ("werkvormen/a/index.html", "/zoeken?zoekterm=x", "../../zoeken/index.html"),
        ("over/index.html", "/static/map.css", "../static/map.css"),
        ("over/index.html", "/huisstijl.css", "/huisstijl.css"),
    ],
)
def test_links_become_relative_and_keep_their_fragment(
    small: landkaart.Pack, tmp_path: Path, file: str, address: str, relative: str
) -> None:
    assert _Site(small, Settings(), tmp_path)._relative(file, address) == relative


def test_addresses_of_extra_stylesheets_are_not_changed(
    small: landkaart.Pack, tmp_path: Path
) -> None:
    write_site(small, tmp_path / "site", Settings(stylesheets=("/huisstijl.css",)))
    assert "/huisstijl.css" in Page(tmp_path / "site/index.html").links


def test_an_earlier_site_is_replaced_as_a_whole(small: landkaart.Pack, tmp_path: Path) -> None:
    write_site(small, tmp_path / "site")
    (tmp_path / "site" / "vervallen.html").write_text("oud")
    report = write_site(small, tmp_path / "site")
    assert not (tmp_path / "site" / "vervallen.html").exists()
    assert report.files == len(contents(tmp_path / "site"))


def test_a_folder_with_other_files_is_not_changed(small: landkaart.Pack, tmp_path: Path) -> None:
    (tmp_path / "werk").mkdir()
    (tmp_path / "werk" / "notitie.txt").write_text("mijn werk")
    with pytest.raises(landkaart.InvalidArgument, match="not a Landkaart site"):
        write_site(small, tmp_path / "werk")
    assert contents(tmp_path / "werk") == {"notitie.txt": b"mijn werk"}


def test_a_hostile_pack_cannot_write_outside_the_folder(tmp_path: Path) -> None:
    landkaart.init(tmp_path / "source")
    (tmp_path / "source/assets/veilig").mkdir(parents=True)
    (tmp_path / "source/assets/veilig/plaat.txt").write_text("buit")
    landkaart.build(tmp_path / "source", tmp_path / "mine.lkp")
    content = (tmp_path / "mine.lkp").read_bytes()
    # Names of the same length and media type, so that the name is the only mistake.
    for name in (
        b"../../../bui.txt",
        b"../stati/map.txt",
        b"veilig//plaa.txt",
        b"/tmp/plaatje.txt",
    ):
        assert len(name) == len(b"veilig/plaat.txt")
        hostile = with_checksums(content.replace(b"veilig/plaat.txt", name))
        with pytest.raises(landkaart.PackError, match="the name of an asset is not a relative"):
            write_site(landkaart.open(hostile), tmp_path / "site")
        assert {path.name for path in tmp_path.iterdir()} == {"source", "mine.lkp"}
    assert not Path("/tmp/plaatje.txt").exists()


@pytest.mark.parametrize("name", ["../buiten", "/tmp/buiten", "over/../../buiten", "over/../kaart"])
def test_no_file_is_written_outside_the_folder(
    small: landkaart.Pack, tmp_path: Path, name: str
) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(landkaart.PackError, match="outside the folder"):
        _Site(small, Settings(), tmp_path / "site")._write(name, b"")


def test_no_file_is_replaced_and_no_link_is_followed(small: landkaart.Pack, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "elders").write_text("van een ander")
    (tmp_path / "site" / "link").symlink_to(tmp_path / "elders")
    site = _Site(small, Settings(), tmp_path / "site")
    site._write("static/map.css", b"van de portal")
    for name, problem in (
        ("static/map.css", "name of another file"),
        ("static/map.css/x", "name of another file"),
        ("static", "name of another file"),
        ("link", "outside the folder"),
    ):
        with pytest.raises(landkaart.PackError, match=problem):
            site._write(name, b"van het pakket")
    assert (tmp_path / "site/static/map.css").read_bytes() == b"van de portal"
    assert (tmp_path / "elders").read_text() == "van een ander"


@pytest.mark.parametrize(
    ("file", "media_type"),
    [
        ("bestanden/e.js", "application/octet-stream"),
        ("bestanden/e.html", "application/octet-stream"),
        ("bestanden/e.php", "application/octet-stream"),
        ("bestanden/.htaccess", "application/octet-stream"),
        ("bestanden/e", "text/plain"),
        ("bestanden/e.js", "text/plain"),
        ("bestanden/e.svg", "image/png"),
    ],
)
def test_a_file_that_a_web_server_may_send_as_another_type_is_refused(
    file: str, media_type: str
) -> None:
    with pytest.raises(landkaart.PackError, match="cannot be a file of a site"):
        _check_type(file, media_type)


def test_files_of_known_types_and_documents_can_be_files_of_a_site() -> None:
    _check_type("bestanden/e.SVG", "image/svg+xml")
    _check_type("bestanden/formulier.docx", "application/octet-stream")


def test_a_full_disk_does_not_change_an_earlier_site(
    small: landkaart.Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(small, tmp_path / "site")
    before = contents(tmp_path)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(landkaart.FileError, match="No space left") as caught:
        write_site(small, tmp_path / "site")
    monkeypatch.undo()
    assert (caught.value.errno, caught.value.where) == (errno.ENOSPC, str(tmp_path / "site"))
    assert contents(tmp_path) == before


def test_the_command_writes_the_site_and_prints_its_size(
    small: landkaart.Pack, tmp_path: Path
) -> None:
    done = run("site", str(tmp_path / "small.lkp"), "-o", str(tmp_path / "site"))
    assert (done.returncode, done.stderr) == (0, "")
    files = len(contents(tmp_path / "site"))
    assert f"{files} files" in done.stdout


def test_a_signal_leaves_no_half_written_site(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "landkaart", "site", "-o", str(tmp_path / "site")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as writing:
        while not list(tmp_path.glob(".site-*/site/*")):
            assert writing.poll() is None
            time.sleep(0.005)
        writing.terminate()
        assert writing.wait(60) == 128 + signal.SIGTERM
        assert writing.stderr is not None and writing.stderr.read() == b""
    assert list(tmp_path.iterdir()) == []


def test_the_command_exits_with_the_number_of_the_error(tmp_path: Path) -> None:
    done = run("site", str(tmp_path / "weg.lkp"), "-o", str(tmp_path / "site"))
    assert done.returncode == landkaart.ErrorCode.IO
    assert done.stderr.startswith("landkaart: ")
    assert run("site").returncode == 2
    wrong = run("site", "-o", str(tmp_path / "site"), "--base-url", "intranet")
    assert wrong.returncode == landkaart.ErrorCode.INVALID_ARGUMENT
    assert not (tmp_path / "site").exists()
