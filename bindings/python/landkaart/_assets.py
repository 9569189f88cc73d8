# SPDX-License-Identifier: EUPL-1.2
"""The pictures, videos and other files in a pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import _landkaart
from ._errors import ErrorCode, NotFound


class Asset:
    """A file in a pack, such as a picture. Immutable. An asset keeps its pack open.

    Example:
        >>> asset = samples.assets["film/pomp.vtt"]
        >>> asset.media_type, len(asset)
        ('text/vtt', 51)
        >>> bytes(asset)[:6]
        b'WEBVTT'
    """

    __slots__ = ("_core",)

    def __init__(self, core: _landkaart.Asset) -> None:
        self._core = core

    @property
    def name(self) -> str:
        """The path of the file within the pack, such as "images/kring.png"."""
        return self._core.name

    @property
    def media_type(self) -> str:
        """The media type (MIME type), such as "image/png"."""
        return self._core.media_type

    @property
    def view(self) -> memoryview:
        """The bytes of the file, not copied. A slice of the view answers an HTTP range request."""
        return memoryview(self._core)

    def __len__(self) -> int:
        return len(self._core)

    def __bytes__(self) -> bytes:
        return bytes(self.view)

    def __repr__(self) -> str:
        return f"Asset(name={self.name!r}, media_type={self.media_type!r}, size={len(self)})"


class Assets(Mapping[str, Asset]):
    """The files of a pack, as a mapping of names to assets, sorted by name.

    Example:
        >>> list(samples.assets)
        ['film/pomp.mp4', 'film/pomp.vtt', 'images/ton.svg']
    """

    __slots__ = ("_core",)

    def __init__(self, core: _landkaart.Pack) -> None:
        self._core = core

    def __getitem__(self, name: str) -> Asset:
        core = self._core.asset(name) if isinstance(name, str) else None
        if core is None:
            raise NotFound(
                f"the pack has no file {name!r}; list(pack.assets) gives all names",
                ErrorCode.NOT_FOUND,
            )
        return Asset(core)

    def __iter__(self) -> Iterator[str]:
        return (asset.name for asset in self._core.assets())

    def __len__(self) -> int:
        return len(self._core.assets())

    def __repr__(self) -> str:
        return f"Assets({list(self)!r})"
