# SPDX-License-Identifier: EUPL-1.2
"""Renderer: turns a Page into HTML with Jinja. The variables of the templates are set here, and
those of one page in `Page.data`."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..._values import Snippet
from .._http.messages import Content, Part, entity_tag
from .body import body_html, contents, with_anchors
from .page import Page, Trail, Visit
from .structured_data import breadcrumb_list, dublin_core, json_ld, open_graph

_TEMPLATES = Path(__file__).parents[1] / "templates"
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class _Head:
    """The variable `page` of the templates: the attributes of Page, and the data of the head
    element."""

    page: Page
    visit: Visit

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)

    @property
    def language(self) -> str:
        return self.visit.words.language

    @property
    def part_title(self) -> str:
        """The title and qualifier of the page, without the title of the portal."""
        return " - ".join(filter(None, (self.page.title, self.page.qualifier)))

    @property
    def document_title(self) -> str:
        return " - ".join(dict.fromkeys((self.part_title, self.visit.settings.title)))

    @functools.cached_property
    def breadcrumbs(self) -> Trail:
        """The breadcrumbs from the home page to the page above this one; none for home and
        errors."""
        if self.page.name in ("home", "not-found"):
            return ()
        return ((self.visit.words["site.home"], self.visit.address("home")), *self.page.trail)

    @functools.cached_property
    def json_ld(self) -> Markup:
        things = [self.page.subject] if self.page.subject else []
        if self.breadcrumbs:
            things.append(breadcrumb_list(self._public_trail(), self.page.title))
        return Markup(json_ld(*things)) if things else Markup("")

    def _public_trail(self) -> list[tuple[str, str]]:
        root, base = self.visit.address.root, self.visit.public.root
        return [(title, base + address.removeprefix(root)) for title, address in self.breadcrumbs]

    @property
    def metadata(self) -> list[tuple[str, str]]:
        stated = dublin_core(self.page.item, self.visit.public) if self.page.item else []
        return stated if self.page.indexed else [("robots", "noindex"), *stated]

    @property
    def open_graph(self) -> list[tuple[str, str]]:
        page = self.page
        if not page.indexed:
            return []
        stated = open_graph(page.title, page.description, page.canonical, page.item)
        return [*stated, ("og:site_name", self.visit.settings.title)]

    @property
    def oembed(self) -> str:
        settings = self.visit.settings
        if not settings.base_url or settings.static or not self.page.indexed:
            return ""
        return self.visit.public("oembed", url=self.page.canonical)

    @property
    def stylesheets(self) -> tuple[str, ...]:
        ours = ["map.css"] if self.page.data.get("map") else []
        sheets = [self.visit.address("static", name=name) for name in ["landkaart.css", *ours]]
        return (*self.visit.settings.stylesheets, *sheets)

    @property
    def scripts(self) -> tuple[str, ...]:
        return self.visit.settings.scripts


class Renderer:
    """Renders pages. Safe to share between threads.

    Args:
        content_only: Render only the content, without html element, header and footer.
        heading_offset: The number of levels to add to each heading.
    """

    def __init__(self, content_only: bool, heading_offset: int) -> None:
        self._content_only = content_only
        self._offset = heading_offset
        self._layout = "part.html.j2" if content_only else "page.html.j2"
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        self._environment.globals |= {
            "heading": self._heading,
            "marked": _marked,
            "contents": contents,
            "with_anchors": with_anchors,
        }

    def render(self, visit: Visit, page: Page) -> Content:
        """The page as a resource with HTML."""
        head = _Head(page, visit)
        shared = {
            "layout": self._layout,
            "page": head,
            "pack": visit.pack,
            "words": visit.words,
            "settings": visit.settings,
            "address": visit.address,
            "body": lambda html: self._body(visit, html),
        }
        name = f"{page.template or page.name}.html.j2"
        body = self._environment.get_template(name).render({**shared, **page.data}).encode()
        headers = {"cache-control": "no-cache" if page.indexed else "private, no-cache"}
        if not self._content_only:
            return Content(body, _HTML, entity_tag(body), page.status, headers)
        metadata = self._environment.get_template("metadata.html.j2").render(shared)
        part = Part(head.part_title, visit.words.language, metadata)
        return Content(body, _HTML, status=page.status, headers=headers, page=part)

    def _heading(self, level: int) -> str:
        return f"h{min(level + self._offset, 6)}"

    def _body(self, visit: Visit, html: str) -> Markup:
        return Markup(body_html(html, visit.pack, visit.address, self._offset))


def _marked(snippet: Snippet) -> Iterator[tuple[str, bool]]:
    """The text of a snippet in pieces, each with whether it is a highlight."""
    done = 0
    for begin, end in snippet.highlights:
        yield snippet.text[done:begin], False
        yield snippet.text[begin:end], True
        done = end
    yield snippet.text[done:], False
