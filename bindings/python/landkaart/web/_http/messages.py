# SPDX-License-Identifier: EUPL-1.2
"""Requests and responses as values. `respond` implements HEAD, conditional requests and ranges."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_PIECE = 1 << 18  # bytes; a longer body is not copied as a whole, but sent in pieces of this size
_ENTITY_TAGS = re.compile(r'(?:W/)?("[^"]*")')


@dataclass(frozen=True)
class Request:
    """An HTTP request to the portal.

    Attributes:
        method: The method in capitals, such as "GET".
        path: The percent-decoded path after `root`; begins with "/".
        query: The query string, not decoded, without the question mark.
        headers: The headers, by name in lower case.
        root: The path under which the portal is mounted, such as "/landkaart"; "" for none.
    """

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    root: str = ""


class Part(NamedTuple):
    """The parts of a page that a host application puts in its own page, besides the content.

    Attributes:
        title: The title, as plain text.
        language: The language of the content, a BCP 47 tag.
        head: HTML for the head element: stylesheets, the canonical address and metadata.
    """

    title: str
    language: str
    head: str


@dataclass(frozen=True)
class Response:
    """An HTTP response of the portal.

    Attributes:
        status: The status code, such as 200.
        headers: The headers, by name in lower case.
        body: The bytes to send: only the requested range, and empty for HEAD. It is a memoryview
            when it is longer than 256 KiB; send that with `pieces`. When `page` is set, `body` is
            the whole content also for HEAD, because the host application makes a longer page of it.
        page: The other parts of the page; None when `body` is a complete response.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes | memoryview
    page: Part | None = None

    @property
    def text(self) -> str:
        """The body decoded as UTF-8."""
        return bytes(self.body).decode()

    def pieces(self) -> Iterator[bytes]:
        """The body in pieces of at most 256 KiB."""
        for begin in range(0, len(self.body), _PIECE):
            yield bytes(self.body[begin : begin + _PIECE])


@dataclass(frozen=True)
class Content:
    """A whole resource, from which `respond` makes the response to a request.

    Attributes:
        body: All bytes of the resource.
        media_type: The media type, with the charset for text.
        tag: The entity tag with its quotes; "" when the resource must not be cached.
        status: The status code of a response with the whole resource.
        headers: Extra headers, besides those that follow from the other attributes.
        page: As in Response.
    """

    body: bytes | memoryview
    media_type: str
    tag: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    page: Part | None = None


def entity_tag(content: bytes | memoryview) -> str:
    """The strong entity tag of a body: a hash of its bytes, in quotes."""
    return f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'


def text(content: str, media_type: str = "text/plain", status: int = 200) -> Content:
    """A text as a resource with an entity tag."""
    body = content.encode()
    return Content(body, f"{media_type}; charset=utf-8", entity_tag(body), status)


def redirect(location: str) -> Content:
    """A permanent redirect (301)."""
    return Content(b"", "text/plain; charset=utf-8", status=301, headers={"location": location})


def respond(request: Request, content: Content) -> Response:
    """The response to a request: the whole resource, one range of it (206), or 304 when the
    client's copy is still current."""
    headers = {"content-type": content.media_type, **content.headers}
    if content.tag and content.status == 200:
        headers |= {"etag": content.tag, "accept-ranges": "bytes"}
        if _has(request.headers.get("if-none-match", ""), content.tag):
            del headers["content-type"]
            return Response(304, headers, b"")
        found = _range(request, content)
        if found is not None:
            return _partial(request, content, headers, *found)
    if content.page is not None:  # the host application sets the length of the page around it
        return Response(content.status, headers, content.body, content.page)
    headers["content-length"] = str(len(content.body))
    body = b"" if request.method == "HEAD" else _to_send(content.body)
    return Response(content.status, headers, body)


def _has(listed: str, tag: str) -> bool:
    return listed.strip() == "*" or tag in _ENTITY_TAGS.findall(listed)


def _range(request: Request, content: Content) -> tuple[int, int] | None:
    """The first and last byte of the requested range; first > last when the resource is shorter.

    None when the whole resource must be sent: without a range, with several ranges at once or with
    an invalid one. RFC 9110 allows that.
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
    """The body as bytes when it fits in one piece; a longer body stays a view, to avoid a copy."""
    return body if len(body) > _PIECE else bytes(body)


def with_headers(response: Response, headers: Mapping[str, str]) -> Response:
    """The response with extra headers. A header that the response already has keeps its value."""
    return replace(response, headers={**headers, **response.headers})
