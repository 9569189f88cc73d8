# SPDX-License-Identifier: EUPL-1.2
"""View: a pack as /v1 shows it under one root path. An answer depends only on the view and on the
arguments of the request, so the view caches answers."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from ..._items import Item, WorkForm
from ..._pack import Pack
from ..._values import Range
from .._addresses import Addresses, safe_id
from .._http.admission import Admission
from .._http.kept import Kept
from .._http.messages import Content, entity_tag
from .._words.kinds import KIND_FOLDERS, KIND_WORDS, PURPOSE_WORDS

JsonObject = dict[str, Any]

PREFIX = "/v1"
_MAX_CACHED_ANSWERS = 512  # in the cache; an answer has about 10 kB, and at most 100 kB
_MAX_CACHED_SUMMARIES = 4096  # in the cache; a summary has about 1 kB
# Without "public", so that shared caches do not store responses to requests with authorization.
_FRESH = "max-age=300"


class Answer(NamedTuple):
    """A successful answer.

    Attributes:
        content: The response.
        unanswered: Whether it is the answer to a search without results.
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
    """Makes an answer with its headers.

    Args:
        body: A JSON object, or a text of another type.
        media_type: The media type of the body.
        varies: The request header on which the answer depends; "" for none.
        private: Whether the answer repeats text that a visitor typed; shared caches must not store
            it.
        unanswered: Whether it is the answer to a search without results.
    """
    text = body if isinstance(body, str) else compact(body)
    headers = {"cache-control": f"private, {_FRESH}" if private else _FRESH}
    if varies:
        headers["vary"] = varies
    encoded = text.encode()
    content = Content(encoded, media_type, entity_tag(encoded), headers=headers)
    return Answer(content, unanswered)


def compact(document: JsonObject) -> str:
    """An object as JSON without spaces between the values."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


class View:
    """A pack under one root path. Safe to share between threads.

    Attributes:
        pack: The pack.
        admission: Bounds the searches that run at once.
        page: Makes the addresses of pages.
        cached: Calls a function with this view and other arguments, with a cache of 512 answers.
        summary: The fields of an item in a list, with a cache of 4096 items. Callers must not
            change the dictionary.
    """

    def __init__(self, pack: Pack, root: str, admission: Admission) -> None:
        self.pack = pack
        self.admission = admission
        self.page = Addresses(root)
        self.cached: Kept[Answer] = Kept(_MAX_CACHED_ANSWERS, self._answer)
        self.summary = functools.lru_cache(_MAX_CACHED_SUMMARIES)(self._summary)

    def _answer(self, make: Callable[..., Answer], *asked: object) -> Answer:
        return make(self, *asked)

    def href(self, path: str, **query: object) -> JsonObject:
        """A link to an address of /v1. Query values that are None are left out."""
        asked = urlencode({name: value for name, value in query.items() if value is not None})
        return {"href": f"{self.page.root}{PREFIX}{path}" + (f"?{asked}" if asked else "")}

    def links(self, item: Item) -> JsonObject:
        """The links of an item: its address in /v1 and its page."""
        here = f"/{KIND_FOLDERS[item.kind]}/{safe_id(item)}"
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
        """The summary of each item."""
        return [self.summary(item) for item in items]


def span(values: Range) -> JsonObject:
    """A range as a JSON object."""
    return {"minimum": values.min, "maximum": values.max}
