# SPDX-License-Identifier: EUPL-1.2
"""Manifest: the description of a pack, such as its title, version and publisher."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Manifest:
    """The description of a pack. A text that the pack does not state is empty.

    Attributes:
        id: The id of the pack, such as "cocreatie"; every release keeps it.
        title: The title of the pack.
        version: The version for people, such as "1.4.0".
        release: The release number; a newer release has a larger number.
        language: The main language, a BCP 47 tag such as "nl".
        publisher: The organisation that publishes the pack.
        licence: The licence of items without one of their own, an SPDX identifier.
        description: One or two sentences about the pack.
        channel: The release channel, such as "stable" or "preview".
        homepage: The address of a web page about the pack.
        format_version: The version of the file format.
        root: The SHA-256 root hash of the content, as 64 hexadecimal digits. Packs with equal root
            hashes have equal content.

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
    """Makes a Manifest from the JSON object in the pack."""
    texts = {key: str(stored.get(key, "")) for key in _TEXTS}
    release = stored.get("release", 1)
    return Manifest(**texts, release=release, format_version=format_version, root=root)
