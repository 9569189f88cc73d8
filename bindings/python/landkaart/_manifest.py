# SPDX-License-Identifier: EUPL-1.2
"""What a pack says of itself."""

from __future__ import annotations

from typing import Any, NamedTuple


class Manifest(NamedTuple):
    """What a pack says of itself; texts are empty where it does not say.

    Attributes:
        id: Stable for ever.
        title: What people see first.
        version: Readable version, such as "1.4.0".
        release: A number that only grows.
        language: A BCP 47 tag.
        publisher: Who stands behind it.
        licence: An SPDX id.
        description: One or two sentences.
        channel: Such as "stable" or "preview".
        homepage: Where to read more.
        format_version: Of the file.
        root: SHA-256 of the content as 64 hexadecimal digits; packs with the same are the same.

    Example:
        >>> pack.manifest.title
        'Landkaart co-creatie'
    """

    id: str
    title: str
    version: str
    release: int
    language: str
    publisher: str
    licence: str
    description: str
    channel: str
    homepage: str
    format_version: int
    root: str


_TEXTS = (
    "id",
    "title",
    "version",
    "language",
    "publisher",
    "licence",
    "description",
    "channel",
    "homepage",
)


def make_manifest(stored: dict[str, Any], format_version: int, root: str) -> Manifest:
    """The manifest as values, from its JSON."""
    texts = {key: str(stored.get(key, "")) for key in _TEXTS}
    release = stored.get("release", 1)
    return Manifest(**texts, release=release, format_version=format_version, root=root)
