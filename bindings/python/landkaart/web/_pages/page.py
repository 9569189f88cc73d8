# SPDX-License-Identifier: EUPL-1.2
"""Visit, the request from which a page is made, and Page, the data of one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from markupsafe import Markup

from ..._items import Item, Items
from ..._pack import Pack
from .._addresses import LIST_OF_KIND, LISTS, Addresses
from .._edition import Edition
from .._http.admission import Admission
from .._http.messages import Content
from .._http.query import Query
from .._settings import Settings
from .._words.interface import Words
from .pager import Pager, page_number, pager
from .structured_data import JsonObject

ItemT = TypeVar("ItemT", bound=Item)
Trail = tuple[tuple[str, str], ...]
_PER_PAGE = 200


@dataclass(frozen=True)
class Visit:
    """One request, with everything on which its response may depend.

    Attributes:
        edition: The pack and its caches.
        settings: The options of the portal; the title is never empty.
        words: The texts of the interface.
        query: The values of the query string.
        address: Makes the addresses of links within the portal.
        public: Makes addresses for use elsewhere, such as canonical ones: below the base URL if the
            portal has one.
        admission: Bounds the searches that run at once.
    """

    edition: Edition
    settings: Settings
    words: Words
    query: Query
    address: Addresses
    public: Addresses
    admission: Admission

    @property
    def pack(self) -> Pack:
        """The pack."""
        return self.edition.pack

    def drawing(self, highlight: Item | None = None, *, with_list: bool = False) -> Markup:
        """The map as HTML.

        Args:
            highlight: A journey or obstacle, whose path is drawn; None for no path.
            with_list: Whether a list of the same links follows the drawing.
        """
        id = highlight.id if highlight is not None else ""
        return self.edition.drawing(self.address.root, self.words.language, id, with_list)

    def part(
        self, items: Sequence[ItemT], name: str, **query: object
    ) -> tuple[Items[ItemT], Pager]:
        """The items on the requested page of a long list, at most 200, and the position of that
        page.

        With settings.static all items are on one page.

        Args:
            items: The whole list.
            name: The name of the page's pattern in PATTERNS.
            query: The other values for the addresses of the pages.
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
        """The page number as a text, such as "pagina 2 van 3"; "" for the first page."""
        if pages.number == 1:
            return ""
        return self.words["pager.page"].format(number=pages.number, last=pages.last)

    def above(self, item: Item) -> Trail:
        """The breadcrumbs of an item: the list that contains it."""
        title = self.words[f"kinds.{item.kind.value}"]
        return ((title, self.address(LIST_OF_KIND[item.kind])),)


@dataclass(frozen=True)
class Page:
    """The data of one page.

    Attributes:
        name: The name of its pattern in PATTERNS, or "not-found".
        title: The title, which is the h1 of the page, as plain text.
        canonical: The canonical address.
        template: The name of the template; `name` when empty.
        data: The variables of the template.
        description: One or two sentences about the page.
        qualifier: A text after the title that distinguishes pages with the same title.
        trail: The breadcrumbs between the home page and this page, as titles and addresses.
        subject: The subject of the page, in the vocabulary of schema.org; None when it has none.
        item: The item of the page; None for pages about no item.
        indexed: Whether search engines may list the page.
        status: The status code of the response.
        unanswered: The query of a search page without results, otherwise "".
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
        """The name of the list that contains its item; its own name for pages about no item."""
        return LIST_OF_KIND[self.item.kind] if self.item is not None else self.name

    @property
    def is_section(self) -> bool:
        """Whether the menu has a link to this page: a list, or the map."""
        return self.name in LISTS or self.name == "map"


Answer = Page | Content | None  # the result for a path: a page, a redirect, or nothing
