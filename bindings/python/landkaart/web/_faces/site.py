# SPDX-License-Identifier: EUPL-1.2
"""Writes the portal as files, for web servers without Python. Entry point: write_site."""

from __future__ import annotations

import contextlib
import html
import json
import os
import posixpath
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urlsplit

from ..._errors import ErrorCode, InvalidArgument, PackError, error_from_core
from ..._items import Item
from ..._pack import Pack
from .._addresses import LISTS, Addresses, every_address, find, item_at
from .._http.messages import Request, Response
from .._portal import Portal
from .._settings import Settings

_MARKER_FILE = "landkaart-site.json"  # a folder that holds this file was written by write_site
_LISTED = ("id", "kind", "title", "summary", "purpose", "group-size", "minutes", "difficulty")
_NOT_PAGES = ("asset", "static", "pack", "sitemap", "robots", "security")
# The media types of the files of a pack by the end of their name, as the format lists them.
_TYPES = {
    **{".avif": "image/avif", ".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg"},
    **{".png": "image/png", ".svg": "image/svg+xml", ".webp": "image/webp"},
    **{".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg", ".ogg": "audio/ogg"},
    **{".vtt": "text/vtt", ".txt": "text/plain", ".csv": "text/csv"},
    **{".json": "application/json", ".pdf": "application/pdf"},
}
# Ends of names of other files, of which no part runs in a browser or on a server.
_DOCUMENTS = (".bin", ".docx", ".epub", ".odp", ".ods", ".odt", ".pptx", ".xlsx", ".zip")
_MOVED = (301, 302, 307, 308)
# Finds every start tag of a page and nothing else, because the templates escape each < in text
# and attributes.
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_LINK = re.compile(r'(\s(?:href|src|poster)=")(/(?!/)[^"]*)(?=")')
_MOVED_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={href}">
<link rel="canonical" href="{href}">
</head>
<body><main><h1><a href="{href}">{title}</a></h1></main></body>
</html>
"""


class SiteReport(NamedTuple):
    """The result of write_site.

    Attributes:
        pages: The number of pages, without pages that only redirect.
        files: The number of all files.
        bytes: The total size of all files.
    """

    pages: int
    files: int
    bytes: int


def write_site(
    pack: Pack, folder: str | os.PathLike[str], settings: Settings | None = None
) -> SiteReport:
    """Writes the pages of a pack as files. Pages of items and of lists have their data as JSON
    beside them.

    The same pack and settings give the same bytes. The site is written to a temporary folder beside
    the target and then renamed, so that a web server never shows a half-written site.

    Args:
        pack: The pack.
        folder: The folder to write. It must be new, empty, or written by an earlier call.
        settings: The options of the portal. With a base_url each page names its canonical address.

    Raises:
        InvalidArgument: The folder holds other files.
        FileError: The operating system refused to write a file.
    """
    target = Path(folder).resolve()
    try:
        _refuse_other_work(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as aside:
            written = Path(aside) / "site"
            written.mkdir()
            report = _Site(pack, settings or Settings(), written).write()
            _put_in_place(written, target, Path(aside) / "before")
    except OSError as error:
        message = f"cannot write the site: {error.strerror}"
        where = str(error.filename or target)
        raise error_from_core(ErrorCode.IO, message, where, None, error.errno or 0) from error
    return report


def _refuse_other_work(target: Path) -> None:
    if not target.exists() or (target / _MARKER_FILE).is_file():
        return
    if not target.is_dir() or any(target.iterdir()):
        message = f"{target} holds files that are not a Landkaart site; choose a new folder"
        raise InvalidArgument(message, ErrorCode.INVALID_ARGUMENT, where=str(target))


def _put_in_place(written: Path, target: Path, before: Path) -> None:
    if target.exists():
        target.rename(before)
    try:
        written.rename(target)
    except OSError:
        with contextlib.suppress(OSError):
            before.rename(target)
        raise


class _Site:
    """Writes the responses of the portal as files. A link within the portal makes its target a file
    too."""

    def __init__(self, pack: Pack, settings: Settings, folder: Path) -> None:
        self._pack = pack
        self._settings = replace(settings, static=True, content_only=False, count_searches=False)
        self._portal = Portal(pack, self._settings)
        self._folder = folder
        self._files: dict[str, str] = {}  # the file name for each address seen so far
        self._waiting: list[str] = []  # addresses whose file is not written yet
        self._pages = 0
        self._bytes = 0
        self._count = 0

    def write(self) -> SiteReport:
        for address in self._addresses():
            self._file_of(address)
            while self._waiting:
                self._write_answer(self._waiting.pop())
        manifest = self._pack.manifest
        about = {"id": manifest.id, "version": manifest.version, "root": manifest.root}
        self._write(_MARKER_FILE, _json_bytes(about))
        return SiteReport(self._pages, self._count, self._bytes)

    def _addresses(self) -> Iterator[str]:
        """The addresses to start from. The others are found through the links of the pages."""
        address = Addresses("")
        yield from every_address(self._pack)
        yield from (address("asset", name=name) for name in self._pack.assets)
        yield from (address("item", id=id) for id in self._pack)
        for old, new in self._pack.redirects.items():
            yield address("item", id=old)
            yield address(self._pack[new].kind.value, id=old)
        if self._settings.base_url:
            yield address("sitemap")
            yield address("robots")
        if self._settings.security_contact:
            yield address("security")

    def _file_of(self, address: str) -> str:
        """The file name for an address. A new address is added to the files to write."""
        if address not in self._files:
            path = unquote(address).lstrip("/")
            is_page = _name_of(address) not in _NOT_PAGES
            self._files[address] = posixpath.join(path, "index.html") if is_page else path
            self._waiting.append(address)
        return self._files[address]

    def _write_answer(self, address: str) -> None:
        answer = self._portal.answer(Request("GET", unquote(address)))
        if answer.status != 200 and answer.status not in _MOVED:
            raise _malformed(f"{address!r} has no page or file")
        file = self._files[address]
        if answer.status in _MOVED:
            self._write(file, self._moved_page(file, answer).encode())
        elif _name_of(address) in _NOT_PAGES:
            if _name_of(address) == "asset":
                _check_type(file, answer.headers["content-type"])
            self._write(file, answer.body)
        else:
            self._write_page(address, file, answer.text)

    def _write_page(self, address: str, file: str, page: str) -> None:
        self._pages += 1
        self._write(file, self._with_relative_links(file, page).encode())
        described = self._described(unquote(address))
        if described is not None:
            beside = posixpath.join(posixpath.dirname(file), "index.json")
            self._write(beside, _json_bytes(described))

    def _with_relative_links(self, file: str, page: str) -> str:
        def relative(link: re.Match[str]) -> str:
            return link[1] + html.escape(self._relative(file, html.unescape(link[2])))

        return _TAG.sub(lambda tag: _LINK.sub(relative, tag[0]), page)

    def _relative(self, file: str, href: str) -> str:
        """The relative address from a file to an address of the portal. The query string is
        dropped, because a file cannot read it."""
        parts = urlsplit(href)
        if _name_of(parts.path) is None:  # not of the portal, such as an extra stylesheet
            return href
        path = posixpath.relpath(self._file_of(parts.path), posixpath.dirname(file) or ".")
        return quote(path) + (f"#{parts.fragment}" if parts.fragment else "")

    def _moved_page(self, file: str, answer: Response) -> str:
        to = answer.headers["location"]
        item = self._pack.get(item_at(unquote(urlsplit(to).path)) or "")
        title = item.title if item else self._settings.title or self._pack.manifest.title
        href = html.escape(self._relative(file, to))
        language = html.escape(self._settings.language)
        return _MOVED_PAGE.format(language=language, title=html.escape(title), href=href)

    def _described(self, path: str) -> object:
        """The data of the JSON file beside a page: its item, or a list of its items. None for pages
        without such data."""
        target = find(path)
        if target is None:
            return None
        if target.name == "home" or target.name in LISTS:
            items = self._pack.where(kind=LISTS.get(target.name))
            return {"items": [_listed(item) for item in items]}
        item = self._pack.get(target.fields.get("id", ""))
        return item.to_dict() if item and item.kind.value == target.name else None

    def _write(self, file: str, content: bytes | memoryview) -> None:
        path = (self._folder / file).resolve()
        if posixpath.normpath(file) != file or not path.is_relative_to(self._folder):
            raise _malformed(f"{file!r} is outside the folder of the site")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as written:  # x: a file is never replaced, and no link followed
                written.write(content)
        except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
            raise _malformed(f"{file!r} has the name of another file or folder") from error
        self._count += 1
        self._bytes += len(content)


def _check_type(file: str, media_type: str) -> None:
    """Checks the end of the name of a file of the pack. A web server chooses the media type by it,
    and may run a program with some names.

    Raises:
        PackError: The end of the name is not that of the media type, or is unknown.
    """
    end = posixpath.splitext(file)[1].lower()
    if end not in _DOCUMENTS and _TYPES.get(end) != media_type:
        shown = file.removeprefix("bestanden/")
        message = (
            f"the file {shown!r} of the pack cannot be a file of a site, because a web server may "
            f"send names with {end or 'no extension'!r} as another type than {media_type}"
        )
        raise PackError(message, ErrorCode.MALFORMED)


def _malformed(problem: str) -> PackError:
    return PackError(f"the pack breaks the format: {problem}", ErrorCode.MALFORMED)


def _listed(item: Item) -> dict[str, Any]:
    """The fields of an item that `landkaart list --json` gives."""
    whole = item.to_dict()
    return {key: whole[key] for key in _LISTED if key in whole}


def _name_of(address: str) -> str | None:
    """The name of the pattern that an address matches; None for an address outside the portal."""
    target = find(unquote(address))
    return target.name if target is not None else None


def _json_bytes(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
