# SPDX-License-Identifier: EUPL-1.2
"""PackFile, the part of a pack that its items need: the handle to the file, its description and
its assets."""

from __future__ import annotations

import json
from typing import NoReturn, cast

from . import _landkaart
from ._arguments import invalid
from ._assets import Assets
from ._manifest import Manifest, make_manifest


class PackFile:
    """The base class of Pack, which also has the items, the search and the map."""

    __slots__ = ("__weakref__", "_handle", "_manifest")

    _handle: _landkaart.Pack | None
    _manifest: Manifest | None  # None until it is first used

    def __init__(self) -> None:
        raise TypeError("open a pack with landkaart.open(path) or landkaart.cocreatie()")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"packs are immutable; cannot set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"packs are immutable; cannot delete {name!r}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PackFile):
            return NotImplemented
        return self.manifest.root == other.manifest.root

    def __hash__(self) -> int:
        return hash(self.manifest.root)

    @property
    def _core(self) -> _landkaart.Pack:
        if self._handle is None:
            raise invalid("this pack is closed; open it again with landkaart.open(path)")
        return self._handle

    @property
    def manifest(self) -> Manifest:
        """The description of the pack: its title, version, publisher and so on. A closed pack keeps
        it."""
        if self._manifest is None:
            core = self._core
            made = make_manifest(json.loads(core.manifest()), core.format_version, core.root)
            self._set("_manifest", made)
        return cast("Manifest", self._manifest)

    @property
    def assets(self) -> Assets:
        """The pictures, videos and other files of the pack, by name."""
        return Assets(self._core)

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._handle is None

    def close(self) -> None:
        """Lets go of the pack file. The pack then raises InvalidArgument for every question, except
        for its manifest.

        Items, hits and maps that the program still holds can be read. The memory is freed, and the
        file is no longer mapped, when the program holds none of them. Closing twice does nothing.

        Example:
            >>> with landkaart.open(folder / "proef.lkp") as opened:
            ...     item = opened["tm-wadi"]
            >>> opened.closed, item.title
            (True, 'Wadi')
        """
        if not self.closed:
            _ = self.manifest
            self._set("_handle", None)

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def _open(self, core: _landkaart.Pack) -> None:
        """Sets the attributes of a new object."""
        self._set("_handle", core)
        self._set("_manifest", None)
