# SPDX-License-Identifier: EUPL-1.2
"""Record, the fields of an item that name no other item: the base class of Item."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn, cast

from . import _landkaart
from ._errors import ErrorCode, PackError
from ._frame import cell_of, columns_of
from ._pack_file import PackFile
from ._shown import ShownInNotebooks
from ._values import Heading
from ._vocabulary import KINDS, Kind


class Record(Mapping[str, Any], ShownInNotebooks):
    """The fields of an item. Immutable. An attribute is read from the pack when it is used."""

    __slots__ = ("__weakref__", "_core", "_document_cache", "_pack")

    _core: _landkaart.Item
    _pack: PackFile
    _document_cache: dict[str, Any] | None

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"items are immutable; cannot set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"items are immutable; cannot delete {name!r}")

    def __getitem__(self, column: str) -> Any:
        return cell_of(self, column)

    def __iter__(self) -> Iterator[str]:
        return iter(columns_of(self))

    def __len__(self) -> int:
        return len(columns_of(self))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return self.id == other.id and self._pack == other._pack

    def __hash__(self) -> int:
        return hash((self.id, self._pack))

    def _shown(self) -> dict[str, object]:
        """The names and values in the repr."""
        return {"id": self.id, "title": self.title}

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self._shown().items())
        return f"{type(self).__name__}({fields})"

    @property
    def pack(self) -> PackFile:
        """The pack that holds the item."""
        return self._pack

    @property
    def id(self) -> str:
        """The id, such as "wv-troika". A later release of the pack keeps or redirects it."""
        return self._core.id

    @property
    def kind(self) -> Kind:
        """The kind of the item, such as Kind.WORK_FORM."""
        return KINDS[self._core.kind - 1]

    @property
    def title(self) -> str:
        """The title, as plain text."""
        return self._core.title

    @property
    def summary(self) -> str:
        """A summary of one or two sentences, as plain text; empty when absent."""
        return self._core.summary

    @property
    def language(self) -> str:
        """The language of the item, a BCP 47 tag such as "nl"."""
        return self._core.language

    @property
    def tags(self) -> tuple[str, ...]:
        """Words and phrases that readers may type to find the item, besides the words of its
        text."""
        return self._core.tags

    @property
    def alternative_titles(self) -> tuple[str, ...]:
        """Other names of the item."""
        return self._texts("alternative-titles")

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the text, each with author, year and title."""
        return self._texts("sources")

    @property
    def licence(self) -> str:
        """The licence, an SPDX identifier; that of the pack when the item has none of its own."""
        return self._text("licence") or self._pack.manifest.licence

    @property
    def valid_from(self) -> datetime.date | None:
        """The date from which the content is valid; None when absent."""
        return self._date("valid-from")

    @property
    def review_by(self) -> datetime.date | None:
        """The date before which an editor must review the content; None when absent."""
        return self._date("review-by")

    @property
    def html(self) -> str:
        """The body as HTML, limited to a small safe subset of elements and attributes.

        A link to an item has the address "item:ID", and one to a file of the pack "asset:NAME".
        """
        return self._core.html()

    @property
    def text(self) -> str:
        """The body as plain text."""
        return self._core.text()

    @property
    def markdown(self) -> str:
        """The body as CommonMark with tables."""
        return self._core.markdown()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body, in order.

        The elements of `html` have no ids. A program that shows the HTML gives each heading its
        anchor as id, so that links to anchors work.

        Example:
            >>> pack["ob-regeldruk"].headings[0].anchor
            'wat-je-merkt'
        """
        return tuple(Heading(*heading) for heading in self._core.headings())

    def to_dict(self) -> dict[str, Any]:
        """The fields of the item, with its body under the key "html".

        Returns:
            A new dictionary with the keys of `landkaart show --json`. Fields that the item lacks
            are left out. Keys that begin with "x-" are extra fields from the source file.

        Example:
            >>> pack["wv-troika"].to_dict()["group-size"]["max"]
            60
        """
        return cast("dict[str, Any]", json.loads(self._core.json()))

    @property
    def _document(self) -> dict[str, Any]:
        if self._document_cache is None:
            object.__setattr__(self, "_document_cache", self.to_dict())
        return cast("dict[str, Any]", self._document_cache)

    def _text(self, key: str) -> str:
        value = self._document.get(key, "")
        return value if isinstance(value, str) else json.dumps(value)

    def _texts(self, key: str) -> tuple[str, ...]:
        values = self._document.get(key, [])
        if not isinstance(values, list):
            raise self._malformed(key)
        return tuple(map(str, values))

    def _date(self, key: str) -> datetime.date | None:
        text = self._text(key)
        try:
            return datetime.date.fromisoformat(text) if text else None
        except ValueError:
            raise self._malformed(key) from None

    def _malformed(self, key: str) -> PackError:
        return PackError(
            f"the pack breaks the format: item {self.id!r} has an invalid {key!r}",
            ErrorCode.MALFORMED,
        )
