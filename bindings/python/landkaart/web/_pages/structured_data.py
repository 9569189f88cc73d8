# SPDX-License-Identifier: EUPL-1.2
"""The machine-readable description of a page: JSON-LD in the vocabulary of schema.org, and Dublin
Core."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Iterable, Sequence
from typing import Any

from ..._items import Item, Journey, Obstacle, Term, Theme, Video, WorkForm
from ..._manifest import Manifest
from ..._values import Step
from .._addresses import Addresses

JsonObject = dict[str, Any]

_LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
# Characters that could end the script element around the JSON, or begin a comment in it.
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def json_ld(*things: JsonObject) -> str:
    """The text of a script element of type application/ld+json.

    Args:
        things: The objects that the text describes.
    """
    graph = {"@context": "https://schema.org", "@graph": things}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def breadcrumb_list(trail: Sequence[tuple[str, str]], title: str) -> JsonObject:
    """The breadcrumbs of a page. The page itself is the last entry, without an address."""
    above = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(trail, 1)
    ]
    last = {"@type": "ListItem", "position": len(above) + 1, "name": title}
    return {"@type": "BreadcrumbList", "itemListElement": [*above, last]}


def website(about: Manifest, title: str, public: Addresses) -> JsonObject:
    """The portal as a whole, with the address pattern of its search."""
    target = public("search") + "?zoekterm={zoekterm}"
    return _without_empty(
        {
            "@type": "WebSite",
            "@id": public("home") + "#portaal",
            "url": public("home"),
            "name": title,
            "description": about.description,
            "inLanguage": about.language,
            "license": licence_address(about.licence),
            "publisher": _organisation(about.publisher),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": target},
                "query-input": "required name=zoekterm",
            },
        }
    )


def collection(
    kind: str | list[str], title: str, address: str, items: Iterable[Item], public: Addresses
) -> JsonObject:
    """A page that is mainly a list of items. `kind` is its type, such as "CollectionPage"."""
    return {"@type": kind, "url": address, "name": title, "mainEntity": _item_list(items, public)}


def term_set(title: str, address: str, terms: Iterable[Item], public: Addresses) -> JsonObject:
    """A page with a list of terms."""
    defined = [_reference("DefinedTerm", term, public) for term in terms]
    return {
        "@type": "DefinedTermSet",
        "@id": address,
        "url": address,
        "name": title,
        "hasDefinedTerm": defined,
    }


def describe(item: Item, public: Addresses) -> JsonObject:
    """The description of an item."""
    about = item.pack.manifest
    return _without_empty(
        {
            "@id": public(item),
            "url": public(item),
            "name": item.title,
            "alternateName": list(item.alternative_titles),
            "description": item.summary,
            "inLanguage": item.language,
            "datePublished": item.valid_from.isoformat() if item.valid_from else "",
            "keywords": list(item.tags),
            "about": [_reference("Thing", theme, public) for theme in item.themes],
            "citation": list(item.sources),
            "license": licence_address(item.licence),
            "publisher": _organisation(about.publisher),
            "isPartOf": {"@id": public("home") + "#portaal"},
            **_particulars(item, public),
        }
    )


def dublin_core(item: Item, public: Addresses) -> list[tuple[str, str]]:
    """The description of an item in Dublin Core, as names and contents of meta elements."""
    stated = [
        ("DCTERMS.identifier", public(item)),
        ("DCTERMS.title", item.title),
        ("DCTERMS.description", item.summary),
        ("DCTERMS.language", item.language),
        ("DCTERMS.publisher", item.pack.manifest.publisher),
        ("DCTERMS.license", licence_address(item.licence)),
        ("DCTERMS.available", item.valid_from.isoformat() if item.valid_from else ""),
        *(("DCTERMS.subject", theme.title) for theme in item.themes),
    ]
    return [(name, content) for name, content in stated if content]


def open_graph(
    title: str, description: str, address: str, item: Item | None
) -> list[tuple[str, str]]:
    """The description of a page in Open Graph, from which chat programs and social media make a
    preview of a link. The properties and contents of meta elements.

    Args:
        title: The title of the page.
        description: One or two sentences about the page.
        address: The canonical address; left out unless it is absolute, as the protocol asks.
        item: The item of the page; None for a page about no item.
    """
    stated = [
        ("og:type", "article" if item is not None else "website"),
        ("og:title", title),
        ("og:description", description),
        ("og:url", address if address.startswith("http") else ""),
    ]
    return [(name, content) for name, content in stated if content]


def licence_address(licence: str) -> str:
    """The web address of a licence, from its SPDX identifier; "" when that is empty."""
    return _LICENCES.get(licence) or (f"https://spdx.org/licenses/{licence}" if licence else "")


def iso_duration(duration: datetime.timedelta) -> str:
    """A duration in the format of ISO 8601.

    Example:
        >>> from landkaart.web._pages.structured_data import iso_duration
        >>> iso_duration(datetime.timedelta(seconds=90))
        'PT1M30S'
    """
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    shown = f"{minutes}M" if minutes else ""
    return f"PT{shown}{seconds}S" if seconds or not minutes else f"PT{shown}"


@functools.singledispatch
def _particulars(item: Item, public: Addresses) -> JsonObject:
    """The fields that only this kind of item has."""
    return {"@type": "Article", "headline": item.title}


@_particulars.register
def _(item: Theme, public: Addresses) -> JsonObject:
    topics = [_reference("Article", topic, public) for topic in item.topics]
    return {"@type": "Collection", "hasPart": topics}


@_particulars.register
def _(item: Obstacle, public: Addresses) -> JsonObject:
    helps = [_reference("CreativeWork", stop, public) for stop in item.route.stops]
    return {"@type": "Article", "headline": item.title, "mentions": helps}


@_particulars.register
def _(item: WorkForm, public: Addresses) -> JsonObject:
    return {
        "@type": ["HowTo", "LearningResource"],
        "learningResourceType": "werkvorm",
        "step": [_step(step, position) for position, step in enumerate(item.steps, 1)],
        "totalTime": f"PT{item.minutes.max}M",
        "supply": [{"@type": "HowToSupply", "name": name} for name in item.materials],
        "educationalLevel": item.difficulty.name.lower().replace("_", "-"),
        "teaches": [topic.title for topic in item.topics],
        "isBasedOn": {"@type": "CreativeWork", "name": item.origin} if item.origin else "",
    }


def _step(step: Step, position: int) -> JsonObject:
    time = f"PT{step.minutes}M" if step.minutes else ""
    named = {"@type": "HowToStep", "position": position, "name": step.title}
    return _without_empty({**named, "timeRequired": time})


@_particulars.register
def _(item: Video, public: Addresses) -> JsonObject:
    poster = item.poster
    return {
        "@type": "VideoObject",
        "contentUrl": public("asset", name=item.file.name),
        "encodingFormat": item.file.media_type,
        "thumbnailUrl": public("asset", name=poster.name) if poster else "",
        "uploadDate": item.valid_from.isoformat() if item.valid_from else "",
        "duration": iso_duration(item.duration),
        "transcript": item.transcript,
        "accessibilityFeature": ["captions", "transcript"],
    }


@_particulars.register
def _(item: Term, public: Addresses) -> JsonObject:
    return {"@type": "DefinedTerm", "termCode": item.id, "inDefinedTermSet": public("terms")}


@_particulars.register
def _(item: Journey, public: Addresses) -> JsonObject:
    return {"@type": ["Collection", "ItemList"], **_list_elements(item.stops, public)}


def _item_list(items: Iterable[Item], public: Addresses) -> JsonObject:
    return {"@type": "ItemList", **_list_elements(items, public)}


def _list_elements(items: Iterable[Item], public: Addresses) -> JsonObject:
    elements = [
        {"@type": "ListItem", "position": number, "name": item.title, "url": public(item)}
        for number, item in enumerate(items, 1)
    ]
    return {"numberOfItems": len(elements), "itemListElement": elements}


def _reference(kind: str, item: Item, public: Addresses) -> JsonObject:
    return {"@type": kind, "@id": public(item), "name": item.title}


def _organisation(name: str) -> JsonObject | str:
    return {"@type": "Organization", "name": name} if name else ""


def _without_empty(thing: JsonObject) -> JsonObject:
    return {name: value for name, value in thing.items() if value not in ("", [], None)}
