# SPDX-License-Identifier: EUPL-1.2
"""What is fetched as it is: stylesheets, scripts, files of the pack, and answers for machines."""

from __future__ import annotations

import functools
import json
import mimetypes
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from .._errors import NotFound
from .._map import Map
from ._addresses import every_address, find
from ._http import Content, entity_tag, text
from ._page import Visit
from ._security import SHARED

_STATIC = Path(__file__).with_name("static")
_MEDIA_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_NOT_LISTED = ("work-form-sheet", "stop", "search")  # they have the address of something else


@functools.cache
def static_files() -> Mapping[str, Content]:
    """The stylesheets and scripts of the portal, by name."""
    found = {
        file.name: _static(file.name, file.read_bytes())
        for file in sorted(_STATIC.iterdir())
        if file.is_file()
    }
    return {**found, "map.css": _static("map.css", Map.stylesheet().encode())}


def _static(name: str, body: bytes) -> Content:
    suffix = Path(name).suffix
    media_type = _MEDIA_TYPES.get(suffix) or mimetypes.guess_type(name)[0]
    return Content(body, media_type or "application/octet-stream", entity_tag(body), headers=SHARED)


def static(visit: Visit, name: str) -> Content | None:
    """A stylesheet or script."""
    return static_files().get(name)


def asset(visit: Visit, name: str) -> Content | None:
    """A file of the pack."""
    try:
        found = visit.edition.asset(name)
    except NotFound:
        return None
    return found


def pack_file(visit: Visit) -> Content:
    """The pack itself."""
    return visit.edition.file


def sitemap(visit: Visit) -> Content | None:
    """Every page, for search engines; there is none without a base URL."""
    base = visit.settings.base_url
    if not base:
        return None
    listed = [
        f"<url><loc>{escape(base + address)}</loc></url>"
        for address in every_address(visit.pack)
        if (target := find(address)) is not None and target.name not in _NOT_LISTED
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    root = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return text(f"{head}{root}\n{chr(10).join(listed)}\n</urlset>\n", "application/xml")


def robots(visit: Visit) -> Content:
    """What crawlers may do; it counts only when the portal is the root of its host."""
    lines = ["User-agent: *", f"Disallow: {visit.address('search')}"]
    if visit.settings.base_url:
        lines.append(f"Sitemap: {visit.public('sitemap')}")
    return text("\n".join(lines) + "\n")


def health(visit: Visit) -> Content:
    """That it works, and with which release."""
    about = visit.pack.manifest
    pack = {
        "id": about.id,
        "version": about.version,
        "release": about.release,
        "root": about.root,
        "items": len(visit.pack),
    }
    return as_json({"status": "ok", "pack": pack})


def as_json(value: object, status: int = 200) -> Content:
    """An answer in JSON that is not to be kept."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Content(body, "application/json", status=status, headers={"cache-control": "no-store"})
