# SPDX-License-Identifier: EUPL-1.2
"""Section Assets of the specification."""

from dataclasses import dataclass

from reader.conventions import Cursor, decoded, part


@dataclass
class Asset:
    """Section Assets: one file in a pack."""

    name: str
    media_type: str
    content: bytes

    @classmethod
    def read(cls, name: bytes, value: bytes, assets: bytes) -> "Asset":
        cursor = Cursor(value)
        offset, length, media_type = cursor.varint(), cursor.varint(), cursor.text()
        cursor.finish("an asset")
        return cls(decoded(name), media_type, part(assets, offset, offset + length))
