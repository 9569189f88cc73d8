# SPDX-License-Identifier: EUPL-1.2
"""Section Assets of the specification."""

from dataclasses import dataclass

from reader.conventions import Cursor, decoded, demand, part
from reader.dictionaries import StringDictionary
from reader.names import checked_asset_name

OTHER = "application/octet-stream"
MEDIA_TYPES = {
    **{name: f"image/{name}" for name in ("avif", "gif", "png", "webp", "jpeg")},
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
    **{name: f"video/{name}" for name in ("mp4", "webm")},
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "vtt": "text/vtt",
    "txt": "text/plain",
    "csv": "text/csv",
    "json": "application/json",
    "pdf": "application/pdf",
}


def media_type_of(name: str) -> str:
    """The media type that belongs to the extension of a name."""
    _, dot, extension = name.rpartition(".")
    return MEDIA_TYPES.get(extension.lower(), OTHER) if dot else OTHER


@dataclass
class Asset:
    """Section Assets: one file in a pack."""

    name: str
    media_type: str
    content: bytes

    @classmethod
    def read_all(cls, dictionary: StringDictionary, assets: bytes) -> list["Asset"]:
        """The assets, sorted by name. Requires that their contents fill `assets` without gaps."""
        found, end = [], 0
        for name, value in dictionary:
            offset, asset = cls.read(checked_asset_name(decoded(name)), value, assets)
            demand(offset == end, "the contents of assets overlap or have gaps")
            end += len(asset.content)
            found.append(asset)
        demand(end == len(assets), "there are bytes after the last asset")
        demand(len(found) <= 65_536, "the pack has too many assets")
        return found

    @classmethod
    def read(cls, name: str, value: bytes, assets: bytes) -> tuple[int, "Asset"]:
        """The offset of the content, and the asset."""
        cursor = Cursor(value)
        offset, length, media_type = cursor.varint(), cursor.varint(), cursor.text()
        cursor.finish("an asset")
        demand(media_type == media_type_of(name), "the media type of an asset does not belong to its name")
        return offset, cls(name, media_type, part(assets, offset, offset + length))
