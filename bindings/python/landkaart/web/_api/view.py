# SPDX-License-Identifier: EUPL-1.2
"""View: a pack as /v1 shows it under one root. An answer rests on that and on what is asked alone,
so finished answers are kept."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from ..._item import Item
from ..._kinds import WorkForm
from ..._pack import Pack
from ..._values import Range
from .._addresses import Addresses
from .._http import Content, entity_tag
from .._vocabulary import KIND_FOLDERS, KIND_WORDS, PURPOSE_WORDS

JsonObject = dict[str, Any]

PREFIX = "/v1"
_MOST_ANSWERS = 512  # of some 10 kB, and of 100 kB at most
_MOST_SUMMARIES = 4096  # of a kB
_FRESH = "max-age=300"  # without "public": what a host shields stays out of shared caches


class Answer(NamedTuple):
    """What is sent when all is well.

    Attributes:
        content: Of the response.
        unanswered: It says that nothing was found.
    """

    content: Content
    unanswered: bool = False


def answer(
    body: JsonObject | str,
    media_type: str = "application/json",
    *,
    varies: str = "",
    private: bool = False,
    unanswered: bool = False,
) -> Answer:
    """An answer with its headers.

    Args:
        body: A JSON object, or a text of another type.
        media_type: Of the body.
        varies: The request header that it depends on.
        private: It repeats what somebody typed, which no shared cache should keep.
        unanswered: It says that nothing was found.
    """
    text = body if isinstance(body, str) else compact(body)
    headers = {"cache-control": f"private, {_FRESH}" if private else _FRESH}
    if varies:
        headers["vary"] = varies
    encoded = text.encode()
    content = Content(encoded, media_type, entity_tag(encoded), headers=headers)
    return Answer(content, unanswered)


def compact(document: JsonObject) -> str:
    """JSON without spaces."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


class View:
    """A pack under one root. Safe to share between threads.

    Attributes:
        pack: What is shown.
        page: Addresses of pages.
        kept: Calls a function with this view and what is asked; remembers its latest answers.
        summary: An item in a list. It is remembered, so whoever gets it leaves it as it is.
    """

    def __init__(self, pack: Pack, root: str) -> None:
        self.pack = pack
        self.page = Addresses(root)
        self.kept = functools.lru_cache(_MOST_ANSWERS)(self._answer)
        self.summary = functools.lru_cache(_MOST_SUMMARIES)(self._summary)

    def _answer(self, make: Callable[..., Answer], *asked: object) -> Answer:
        return make(self, *asked)

    def href(self, path: str, **query: object) -> JsonObject:
        """A link within /v1; what is None is not asked."""
        asked = urlencode({name: value for name, value in query.items() if value is not None})
        return {"href": f"{self.page.root}{PREFIX}{path}" + (f"?{asked}" if asked else "")}

    def links(self, item: Item) -> JsonObject:
        """Where an item is, here and as a page."""
        here = f"/{KIND_FOLDERS[item.kind]}/{item.id}"
        return {"self": self.href(here), "pagina": {"href": self.page(item)}}

    def _summary(self, item: Item) -> JsonObject:
        document: JsonObject = {
            "id": item.id,
            "soort": KIND_WORDS[item.kind],
            "titel": item.title,
            "samenvatting": item.summary,
            "themas": [theme.id for theme in item.themes],
            "taal": item.language,
        }
        if not item.summary:
            del document["samenvatting"]
        if isinstance(item, WorkForm):
            document |= {
                "doel": PURPOSE_WORDS[item.purpose],
                "groepsgrootte": span(item.group_size),
                "duur": span(item.minutes),
                "moeilijkheid": int(item.difficulty),
            }
        document["_links"] = self.links(item)
        return document

    def summaries(self, items: Iterable[Item]) -> list[JsonObject]:
        """Items in a list."""
        return [self.summary(item) for item in items]


def span(values: Range) -> JsonObject:
    """At least and at most."""
    return {"minimum": values.min, "maximum": values.max}
