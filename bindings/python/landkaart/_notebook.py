# SPDX-License-Identifier: EUPL-1.2
"""The HTML that notebooks show for the objects of the package. All text from a pack is escaped; the
bodies of items are HTML of a safe subset."""

from __future__ import annotations

from collections.abc import Iterable

from ._frame import Frame
from ._items import Item, Items, Route, WorkForm
from ._map import Map
from ._pack import Pack
from ._search import SearchResult
from ._shown import notebook_html
from ._values import Snippet

_MOST_ROWS = 60


def escape(text: str) -> str:
    import html  # loading html takes longer than loading the rest of this module

    return html.escape(text)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table. The names in the head are text; the cells of the rows are HTML."""
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table>"


def _more(shown: int, total: int) -> str:
    return f"<p>… and {total - shown} more</p>" if total > shown else ""


@notebook_html.register
def snippet_html(snippet: Snippet) -> str:
    parts = []
    done = 0
    for begin, end in snippet.highlights:
        parts.append(escape(snippet.text[done:begin]))
        parts.append(f"<mark>{escape(snippet.text[begin:end])}</mark>")
        done = end
    return "".join([*parts, escape(snippet.text[done:])])


def _facts(item: Item) -> str:
    if not isinstance(item, WorkForm):
        return ""
    return f"{item.group_size} people, {item.minutes} minutes"


@notebook_html.register(Items)
def items_html(items: Items[Item]) -> str:
    shown = items[:_MOST_ROWS]
    rows = (
        (
            f"<code>{escape(item.id)}</code>",
            escape(item.title),
            escape(_facts(item) or item.kind.value),
            escape(item.summary),
        )
        for item in shown
    )
    return _table(("id", "title", "", "summary"), rows) + _more(len(shown), len(items))


@notebook_html.register
def item_html(item: Item) -> str:
    about = " · ".join(filter(None, (item.kind.value, _facts(item), item.id)))
    language = escape(item.language)
    summary = f"<p><strong>{escape(item.summary)}</strong></p>" if item.summary else ""
    return (
        f'<article lang="{language}"><h3>{escape(item.title)}</h3><p><small>{escape(about)}'
        f"</small></p>{summary}{item.html}</article>"
    )


@notebook_html.register
def search_html(result: SearchResult) -> str:
    rows = (
        (
            f"<strong>{escape(hit.title)}</strong><br>{snippet_html(hit.snippet)}",
            escape(hit.kind.value),
            f"<code>{escape(hit.id)}</code>",
        )
        for hit in result.hits
    )
    suggestion = result.suggestion
    hint = f"<p>did you mean <em>{escape(suggestion)}</em>?</p>" if suggestion else ""
    count = f"<p>{result.total} hits for <em>{escape(result.query)}</em></p>"
    return count + hint + (_table(("found", "kind", "id"), rows) if result.hits else "")


@notebook_html.register
def route_html(route: Route) -> str:
    parts = [f"<h3>{escape(route.obstacle.title)}</h3><p>{escape(route.obstacle.summary)}</p>"]
    for heading, items in (
        ("Read", route.topics),
        ("Do", route.work_forms),
        ("Read more", route.articles),
        ("See how others did it", route.stories),
    ):
        if items:
            titles = "".join(f"<li>{escape(item.title)}</li>" for item in items)
            parts.append(f"<h4>{heading}</h4><ol>{titles}</ol>")
    if route.another_way:
        parts.append(f"<h4>When to choose another way</h4><p>{escape(route.another_way)}</p>")
    return "".join(parts)


@notebook_html.register
def pack_html(pack: Pack) -> str:
    about = pack.manifest
    counts: dict[str, int] = {}
    for item in pack.values():
        counts[item.kind.value] = counts.get(item.kind.value, 0) + 1
    rows = ((escape(kind), str(count)) for kind, count in counts.items())
    heading = f"<h3>{escape(about.title)} {escape(about.version)}</h3>"
    return f"{heading}<p>{escape(about.description)}</p>" + _table(("kind", "items"), rows)


@notebook_html.register
def frame_html(frame: Frame) -> str:
    values = [column[:_MOST_ROWS] for column in frame.columns.values()]
    rows = ((escape(_cell(value)) for value in row) for row in zip(*values, strict=True))
    return _table(frame.columns, rows) + _more(min(len(frame), _MOST_ROWS), len(frame))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


@notebook_html.register
def map_html(drawn: Map) -> str:
    return drawn.svg(base_url="#")
