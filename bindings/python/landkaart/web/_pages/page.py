# SPDX-License-Identifier: EUPL-1.2
"""Visit, what a page is made from, and Page, what is particular to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from markupsafe import Markup

from ..._item import Item
from ..._items import Items
from ..._pack import Pack
from .._addresses import LIST_OF_KIND, LISTS, Addresses
from .._edition import Edition
from .._http import Content
from .._query import Query
from .._settings import Settings
from .._words import Words
from .pager import Pager, page_number, pager
from .structured_data import JsonObject

ItemT = TypeVar("ItemT", bound=Item)
Trail = tuple[tuple[str, str], ...]
_PER_PAGE = 200


@dataclass(frozen=True)
class Visit:
    """One request, with all that its answer may rest on.

    Attributes:
        edition: Of the pack.
        settings: With its title filled in.
        words: Of the interface.
        query: What was asked.
        address: Addresses for links in the page.
        public: Addresses for others to keep: under the base URL when there is one.
    """

    edition: Edition
    settings: Settings
    words: Words
    query: Query
    address: Addresses
    public: Addresses

    @property
    def pack(self) -> Pack:
        """What the pages are about."""
        return self.edition.pack

    def drawing(self, highlight: Item | None = None, *, with_list: bool = False) -> Markup:
        """The map, perhaps with the path of a journey or from an obstacle."""
        id = highlight.id if highlight is not None else ""
        return self.edition.drawing(self.address.root, self.words.language, id, with_list)

    def part(
        self, items: Sequence[ItemT], name: str, **query: object
    ) -> tuple[Items[ItemT], Pager]:
        """What stands on one page of a long list, and where that is; a file holds all of it.

        Args:
            items: The whole list.
            name: Of the page in the table of addresses.
            query: What else is asked for.
        """
        per_page = max(len(items), 1) if self.settings.static else _PER_PAGE
        pages = pager(
            page_number(self.query),
            len(items),
            per_page,
            lambda page: self.address(name, **query, pagina=page),
        )
        begin = (pages.number - 1) * per_page
        return Items(items[begin : begin + per_page]), pages

    def page_in_words(self, pages: Pager) -> str:
        """Which page of a list it is; empty for the first."""
        if pages.number == 1:
            return ""
        return self.words["pager.page"].format(number=pages.number, last=pages.last)

    def above(self, item: Item) -> Trail:
        """What stands above an item: the list that it is in."""
        title = self.words[f"kinds.{item.kind.value}"]
        return ((title, self.address(LIST_OF_KIND[item.kind])),)


@dataclass(frozen=True)
class Page:
    """What is particular to one page.

    Attributes:
        name: Of its pattern in the table of addresses.
        title: Its h1, plain text.
        canonical: The address for others to keep.
        template: Its name; that of the page when empty.
        data: What the template gets.
        description: One or two sentences.
        qualifier: What tells it from other pages with the same title.
        trail: Titles and addresses of the pages between home and this one.
        subject: What it is about, in the words of schema.org.
        item: The item that it shows.
        indexed: Whether search engines may list it.
        status: Of the response.
        unanswered: The query that found nothing.
    """

    name: str
    title: str
    canonical: str = ""
    template: str = ""
    data: Mapping[str, object] = field(default_factory=dict)
    description: str = ""
    qualifier: str = ""
    trail: Trail = ()
    subject: JsonObject | None = None
    item: Item | None = None
    indexed: bool = True
    status: int = 200
    unanswered: str = ""

    @property
    def section(self) -> str:
        """The name of the list that it is under, or its own."""
        return LIST_OF_KIND[self.item.kind] if self.item is not None else self.name

    @property
    def is_section(self) -> bool:
        """Whether it is itself what the menu leads to."""
        return self.name in LISTS or self.name == "map"


Answer = Page | Content | None  # what is at an address: a page, the way to one, or nothing
