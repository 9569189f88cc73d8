# SPDX-License-Identifier: EUPL-1.2
"""Requests and responses as values, and what HTTP asks of them: HEAD, conditions and ranges."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_PIECE = 1 << 18  # bytes; of a file, more than this are not copied but sent one piece at a time
_ENTITY_TAGS = re.compile(r'(?:W/)?("[^"]*")')


@dataclass(frozen=True)
class Request:
    """What is asked.

    Attributes:
        method: In capitals.
        path: Decoded, begins with "/", without `root`.
        query: What stands after the question mark, as it was sent.
        headers: By name in small letters.
        root: Where the portal is mounted, such as "/landkaart".
    """

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    root: str = ""


class Part(NamedTuple):
    """What a host needs to put content in a page of its own.

    Attributes:
        title: Plain text.
        language: A BCP 47 tag.
        head: HTML for inside the head: stylesheets, canonical address, metadata.
    """

    title: str
    language: str
    head: str


@dataclass(frozen=True)
class Response:
    """What is answered.

    Attributes:
        status: Such as 200.
        headers: By name in small letters.
        body: What is sent: already cut to a range, and empty for HEAD, unless it is content for a
            page of the host. A view when it is long, such as a pack: send that in `pieces`.
        page: There when `body` is content for a page of the host.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes | memoryview
    page: Part | None = None

    @property
    def text(self) -> str:
        """The body of a page."""
        return bytes(self.body).decode()

    def pieces(self) -> Iterator[bytes]:
        """A long body in parts."""
        for begin in range(0, len(self.body), _PIECE):
            yield bytes(self.body[begin : begin + _PIECE])


@dataclass(frozen=True)
class Content:
    """Something that can be fetched, before HTTP says how much of it is sent.

    Attributes:
        body: All of it.
        media_type: With its charset.
        tag: An entity tag with its quotes; none when it may not be kept.
        status: Of the response, when all of it is sent.
        headers: Besides those that follow from the rest.
        page: As in Response.
    """

    body: bytes | memoryview
    media_type: str
    tag: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    page: Part | None = None


def entity_tag(content: bytes | memoryview) -> str:
    """A strong entity tag of these bytes."""
    return f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'


def text(content: str, media_type: str = "text/plain", status: int = 200) -> Content:
    """A text with its entity tag."""
    body = content.encode()
    return Content(body, f"{media_type}; charset=utf-8", entity_tag(body), status)


def redirect(location: str) -> Content:
    """Moved for ever."""
    return Content(b"", "text/plain; charset=utf-8", status=301, headers={"location": location})


def respond(request: Request, content: Content) -> Response:
    """The response that a request gets: all of the content, part of it, or that it is unchanged."""
    headers = {"content-type": content.media_type, **content.headers}
    if content.tag and content.status == 200:
        headers |= {"etag": content.tag, "accept-ranges": "bytes"}
        if _has(request.headers.get("if-none-match", ""), content.tag):
            del headers["content-type"]
            return Response(304, headers, b"")
        found = _range(request, content)
        if found is not None:
            return _partial(request, content, headers, *found)
    if content.page is not None:  # the host makes a longer page of it
        return Response(content.status, headers, content.body, content.page)
    headers["content-length"] = str(len(content.body))
    body = b"" if request.method == "HEAD" else _to_send(content.body)
    return Response(content.status, headers, body)


def _has(listed: str, tag: str) -> bool:
    return listed.strip() == "*" or tag in _ENTITY_TAGS.findall(listed)


def _range(request: Request, content: Content) -> tuple[int, int] | None:
    """First and last byte of one range; first beyond last when there are no such bytes.

    More ranges at once, and what is no range, are answered with everything, as RFC 9110 allows.
    """
    asked = _RANGE.fullmatch(request.headers.get("range", "").strip())
    if asked is None or request.method != "GET":
        return None
    if request.headers.get("if-range", content.tag) != content.tag:
        return None
    first, last = asked.groups()
    size = len(content.body)
    if first:
        if last and int(last) < int(first):
            return None
        return int(first), min(int(last), size - 1) if last else size - 1
    return (max(size - int(last), 0), size - 1) if last and int(last) else None


def _partial(
    request: Request, content: Content, headers: dict[str, str], first: int, last: int
) -> Response:
    size = len(content.body)
    if first > last:
        return Response(416, headers | {"content-range": f"bytes */{size}"}, b"")
    body = _to_send(content.body[first : last + 1])
    part = {"content-range": f"bytes {first}-{last}/{size}", "content-length": str(len(body))}
    return Response(206, headers | part, body)


def _to_send(body: bytes | memoryview) -> bytes | memoryview:
    """The same bytes; a view only of many."""
    return body if len(body) > _PIECE else bytes(body)


def with_headers(response: Response, headers: Mapping[str, str]) -> Response:
    """The same response, with these headers where it has none of that name."""
    return replace(response, headers={**headers, **response.headers})
