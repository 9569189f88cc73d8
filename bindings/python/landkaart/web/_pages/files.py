# SPDX-License-Identifier: EUPL-1.2
"""The responses that are not pages: stylesheets, scripts, files of the pack, the sitemap,
robots.txt and JSON."""

from __future__ import annotations

import functools
import json
import mimetypes
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from ..._errors import NotFound
from ..._map import Map
from .._http.messages import Content, entity_tag, text
from .._http.security import SHARED
from .page import Visit

_STATIC = Path(__file__).parents[1] / "static"
_MEDIA_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_DEGRADED = "a newer pack cannot be opened, so the previous one is served; see the log"
_MAX_LISTED = 50_000  # addresses in one sitemap; the limit of the sitemap protocol


@functools.cache
def static_files() -> Mapping[str, Content]:
    """The files in the folder static/, by name, and map.css, the stylesheet of the map."""
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
    """A stylesheet or script of the portal; None when it does not exist."""
    return static_files().get(name)


def asset(visit: Visit, name: str) -> Content | None:
    """A file of the pack; None when it does not exist."""
    try:
        found = visit.edition.asset(name)
    except NotFound:
        return None
    return found


def pack_file(visit: Visit) -> Content:
    """The pack file itself."""
    return visit.edition.file


def sitemap(visit: Visit) -> Content | None:
    """The sitemap, for search engines. It has the addresses of the pages whose content is on no
    other page.

    With more than 50,000 addresses it is an index of parts, and the query value "deel" selects a
    part. None without a base URL, because a sitemap must hold absolute addresses.
    """
    base, addresses = visit.settings.base_url, visit.edition.addresses
    if not base:
        return None
    if len(addresses) <= _MAX_LISTED:
        return _sitemap("urlset", "url", [base + address for address in addresses])
    parts = -(-len(addresses) // _MAX_LISTED)
    part = visit.query.text("deel")
    if part in map(str, range(1, parts + 1)):
        begin = (int(part) - 1) * _MAX_LISTED
        listed = addresses[begin : begin + _MAX_LISTED]
        return _sitemap("urlset", "url", [base + address for address in listed])
    places = [visit.public("sitemap", deel=number + 1) for number in range(parts)]
    return _sitemap("sitemapindex", "sitemap", places)


def _sitemap(root: str, entry: str, places: Iterable[str]) -> Content:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(f"<{entry}><loc>{escape(place)}</loc></{entry}>" for place in places),
        f"</{root}>",
    ]
    return text("\n".join(lines) + "\n", "application/xml")


def robots(visit: Visit) -> Content:
    """robots.txt: asks crawlers to skip search pages. Crawlers read it only at the root of a
    host."""
    lines = ["User-agent: *", f"Disallow: {visit.address('search')}"]
    if visit.settings.base_url:
        lines.append(f"Sitemap: {visit.public('sitemap')}")
    return text("\n".join(lines) + "\n")


def security(visit: Visit) -> Content | None:
    """security.txt (RFC 9116): where to report a vulnerability. None without a contact."""
    settings = visit.settings
    if not settings.security_contact:
        return None
    lines = [f"Contact: {settings.security_contact}", f"Expires: {settings.security_expires}"]
    if settings.security_languages:
        lines.append(f"Preferred-Languages: {', '.join(settings.security_languages)}")
    if settings.base_url:
        lines.append(f"Canonical: {visit.public('security')}")
    return text("\n".join(lines) + "\n")


def health(visit: Visit, problem: str) -> Content:
    """The status of the portal as JSON: the pack that it serves, and the problem with a newer one.

    Args:
        visit: The request.
        problem: Why a newer pack cannot be served; "" when there is no problem. The answer does not
            repeat it, because it can name files of the server; the log has it.
    """
    about = visit.pack.manifest
    pack = {
        "id": about.id,
        "version": about.version,
        "release": about.release,
        "root": about.root,
        "items": len(visit.pack),
    }
    status = {"status": "degraded", "problem": _DEGRADED} if problem else {"status": "ok"}
    return as_json({**status, "pack": pack})


def as_json(value: object, status: int = 200) -> Content:
    """A JSON response that caches must not store."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Content(body, "application/json", status=status, headers={"cache-control": "no-store"})
