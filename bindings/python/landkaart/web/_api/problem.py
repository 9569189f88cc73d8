# SPDX-License-Identifier: EUPL-1.2
"""The error responses of /v1, as problem details (RFC 9457). A response about a wrong request
explains how to correct it."""

from __future__ import annotations

import difflib

from ..._items import Item
from ..._vocabulary import Kind
from .._http.admission import Overloaded
from .._http.messages import Content
from .._words.kinds import KIND_FOLDERS, KIND_WORDS
from .parameters import cut, did_you_mean
from .view import PREFIX, JsonObject, View, compact

_MEDIA_TYPE = "application/problem+json"
_TITLES = {
    400: "Ongeldige vraag",
    404: "Niet gevonden",
    405: "Methode niet toegestaan",
    500: "Fout in de server",
    503: "Te druk",
}
_MAX_COMPARED = 2000  # in a larger pack an unknown id is not compared with all ids: that is slow
_MAX_SUGGESTED = 3


class Problem(Exception):
    """An error response.

    Attributes:
        content: The response: problem details as JSON.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        more: JsonObject | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        title = _TITLES[status]
        told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        body = compact(told | (more or {})).encode()
        headers = {"cache-control": "no-store", **(headers or {})}
        if status == 405:
            headers["allow"] = "GET, HEAD"
        self.content = Content(body, _MEDIA_TYPE, status=status, headers=headers)


def wrong_query(mistakes: list[dict[str, str]]) -> Problem:
    """The error for a query string. It lists the given mistakes."""
    told = " ".join(f"{mistake['naam']}: {mistake['uitleg']}" for mistake in mistakes)
    return Problem(400, told, {"fouten": mistakes})


def overloaded(retry_after: int) -> Problem:
    """The error for a search that was not made, because too many others wait or because it took too
    long.

    Args:
        retry_after: The number of seconds after which the client may try again.
    """
    detail = f"Er zijn nu te veel vragen tegelijk. Probeer het over {retry_after} seconden weer."
    return Problem(503, detail, headers={"retry-after": str(retry_after)})


def no_such_item(view: View, id: str, kind: Kind) -> Problem:
    """The error for an unknown id, or one of another kind. It suggests similar items."""
    near = _near(view, id, kind)
    every = f" Alle id's staan in {PREFIX}/{KIND_FOLDERS[kind]}."
    hint = f" Bedoelde je {near[0].id}?" if near else every
    detail = f"Er is geen {KIND_WORDS[kind]} met het id '{cut(id)}'.{hint}"
    return Problem(404, detail, {"suggesties": view.summaries(near)})


def no_such_path(path: str) -> Problem:
    """The error for an unknown path. `path` is the part after "/v1/"."""
    first = path.strip("/").partition("/")[0]
    known = [*KIND_FOLDERS.values(), "zoekresultaten", "suggesties", "kaart", "interfacewoorden"]
    shown = cut(f"{PREFIX}/{path}")
    if not path or path.endswith("/"):
        return Problem(
            404, f"{shown} bestaat niet. Een adres eindigt hier niet op een schuine streep."
        )
    near = did_you_mean(first, known)
    return Problem(404, f"{shown} bestaat niet.{near} {PREFIX} noemt alles wat er is.")


def _near(view: View, id: str, kind: Kind) -> list[Item]:
    """Similar items; none when too many searches wait."""
    other = view.pack.get(id)
    if other is not None:
        return [other]
    try:
        with view.admission.turn():
            return _found_near(view, id, kind)
    except Overloaded:
        return []


def _found_near(view: View, id: str, kind: Kind) -> list[Item]:
    if len(view.pack) <= _MAX_COMPARED:
        ids = view.pack.where(kind=kind).ids
        near = difflib.get_close_matches(id, ids, n=_MAX_SUGGESTED)
        if near:
            return [view.pack[one] for one in near]
    words = cut(id).replace("-", " ")
    found = view.admission.search(view.pack, words, kind=kind, limit=_MAX_SUGGESTED)
    return [hit.item for hit in found]
