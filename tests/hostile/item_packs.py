# SPDX-License-Identifier: EUPL-1.2
"""Hostile packs whose items, labels, links and bodies make an answer expensive or harmful."""

from pack_maker import (
    grouped,
    labels,
    links,
    pack,
    posting,
    step,
    strings,
    text,
    varint,
    word,
)
from registry import hostile

RELATED = 8  # a type of links
SHOWN = tuple(
    f"show --pack {{pack}} a --format {format}" for format in ("text", "markdown", "html", "json")
)


def article(document: bytes = b"{}", id: str = "a", **more) -> dict:
    return {"id": id, "kind": "article", "document": document, **more}


def html(body: str) -> bytes:
    return b'{"html":"' + body.replace('"', '\\"').encode() + b'"}'


@hostile("related --pack {pack} a", refused=True)
def related_items_have_many_links():
    """An item and its 16 related items have 50,000 links each."""
    count = 100_000
    items = [article(text_at=0) for _ in range(count)]
    entries = []
    for number in range(17):
        others = range(20 + (number > 0), count, 2)
        steps = b"".join(step(number, other) for other in others)
        entries.append(links((RELATED, len(others), steps)))
    entries += [links()] * (count - 17)
    related = [varint(16) + b"".join(step(0, other) for other in range(1, 17))]
    related += [varint(0)] * (count - 1)
    return pack(
        items,
        replaced={"text": text("t") + text(""), "link": grouped(entries), "rela": grouped(related)},
    )


@hostile("list --pack {pack} --theme a", refused=True)
def labels_have_many_themes():
    """50,000 items share a set of labels with 500,000 themes."""
    items = [article(text_at=0) for _ in range(50_000)]
    set_of_labels = labels(themes=varint(500_000) + b"\0" * 500_000)
    return pack(items, replaced={"text": text("t") + text(""), "labl": strings([set_of_labels])})


@hostile("show --pack {pack} a --json", refused=True)
def labels_have_long_tags():
    """An item with 2,000 tags, each the same name of 4 MB."""
    set_of_labels = labels(tags=varint(2000) + b"\1" * 2000)
    names = strings([b"nl", b"x" * 4_000_000])
    return pack([article()], replaced={"labl": strings([set_of_labels]), "name": names})


@hostile("show --pack {pack} b --json", refused=True)
def links_name_a_long_id():
    """4,000 links to an item with an id of 1 MB."""
    count = 4000
    items = [article(id="x" * 1_000_000), article(id="b")]
    entries = [links(), links((RELATED, count, step(1, 0) * count))]
    return pack(items, replaced={"link": grouped(entries)})


# ---- documents


@hostile(*SHOWN, refused=True)
def document_has_nested_lists():
    """16 nested lists with 1,500,000 empty items in the innermost, numbered from 999,999,999."""
    numbered = '<ol start="999999999">'
    inner = numbered + "<li></li>" * 1_500_000 + "</ol>"
    return pack([article(html((numbered + "<li>") * 15 + inner + "</li></ol>" * 15))])


@hostile(*SHOWN, refused=True)
def document_has_breaks_in_lists():
    """15 nested lists around 4,150,000 line breaks."""
    return pack([article(html("<ul><li>" * 15 + "<br>" * 4_150_000 + "</li></ul>" * 15))])


@hostile(*SHOWN, refused=True)
def document_has_breaks():
    """A body of 4,190,000 line breaks."""
    return pack([article(html("<p>" + "<br>" * 4_190_000 + "</p>"))])


@hostile(*SHOWN, refused=True)
def document_has_empty_objects():
    """A document with 5,590,000 empty objects."""
    return pack([article(b'{"x-a":[' + b",".join([b"{}"] * 5_590_000) + b"]}")])


@hostile("show --pack {pack} a000000", refused=True)
def items_share_a_document():
    """2,000 items have one document of 16 MB."""
    document = b'{"x-a":[' + b",".join([b"0"] * 8_380_000) + b"]}"
    items = [article(id=f"a{n:06}", body=(0, len(document))) for n in range(2000)]
    return pack(items, stream=document)


@hostile(*SHOWN, refused=True)
def document_repeats_labels():
    """The document has the members `themes` and `tags`, which belong to the labels."""
    labelled = strings([labels(themes=b"\1\0", tags=b"\1\0")])
    return pack([article(b'{"themes":1,"tags":2}')], replaced={"labl": labelled})


# ---- ids and names that harm a page, a folder or a terminal


@hostile("show --pack {pack} b --format html", refused=True)
def id_is_markup():
    """An id holds a script element, and the pack holds the script as an asset."""
    script = b"document.title='HOSTILE '+document.domain"
    link = (
        '<p><a href="item:x&quot;&gt;&lt;script/src=/bestanden/e.js&gt;&lt;/script&gt;">k</a></p>'
    )
    place = varint(0) + varint(len(script)) + text("text/javascript")
    items = [article(id='x"><script/src=/bestanden/e.js></script>'), article(html(link), id="b")]
    return pack(items, assets=[(b"e.js", place)], replaced={"asst": script})


@hostile("show --pack {pack} b --format html", refused=True)
def asset_name_leaves_the_folder():
    """An asset is named ../static/landkaart.js, the path of the portal's own script."""
    script = b"document.title='HOSTILE '+document.domain"
    place = varint(0) + varint(len(script)) + text("text/javascript")
    assets = [(b"../static/landkaart.js", place)]
    return pack([article(id="b")], assets=assets, replaced={"asst": script})


@hostile("list --pack {pack}", "search --pack {pack} evil", refused=True)
def texts_control_a_terminal():
    """Id, title, summary and body hold escape sequences."""
    item = article(
        b'{"html":"<p>evil \\u001b[31m\\u009b31m</p>"}',
        id="b\x1b[31mX",
        title="B\x1b]0;evil\x07\x1b[2Jx\r\nq",
        summary="s\x1b[8m",
    )
    return pack([item], words=[word("evil", posting(0))])


# ---- packs within the limits of the format


@hostile(*SHOWN, refused=False)
def most_nodes_in_nested_lists():
    """15 nested lists with 65,000 empty items in the innermost, numbered from 999,999,999."""
    numbered = '<ol start="999999999">'
    inner = numbered + "<li></li>" * 65_000 + "</ol>"
    return pack([article(html((numbered + "<li>") * 14 + inner + "</li></ol>" * 14))])


@hostile(*SHOWN, refused=False)
def most_breaks_in_quotations():
    """31 nested quotations around 131,000 line breaks."""
    body = "<blockquote>" * 30 + "<p>" + "<br>" * 131_000 + "</p>" + "</blockquote>" * 30
    return pack([article(html(body))])


@hostile(*SHOWN, refused=False)
def most_emphasis():
    """Nearly 4 MiB of characters that Markdown escapes, in 100,000 elements."""
    body = "<p>" + "".join("<em>*_*_`[</em>#!<strong>\\|</strong>" for _ in range(32_000)) + "</p>"
    return pack([article(html(body))])


@hostile(*SHOWN, refused=False)
def most_json_values():
    """A document with 524,000 empty objects."""
    return pack([article(b'{"x-a":[' + b",".join([b"{}"] * 524_000) + b"]}")])


@hostile("list --pack {pack} --theme a000063", refused=False)
def most_themes():
    """10,000 items share a set of labels with 64 themes."""
    themes = [{"id": f"a{n:06}", "kind": "theme", "text_at": 0} for n in range(64)]
    items = themes + [article(id=f"b{n:06}", text_at=0, labels=1) for n in range(10_000)]
    both = [labels(), labels(themes=varint(64) + bytes(range(64)))]
    return pack(items, replaced={"text": text("t") + text(""), "labl": strings(both)})


@hostile("show --pack {pack} a --json", refused=False)
def most_tags():
    """256 tags of 256 bytes."""
    names = [b"nl"] + [f"{number:03}".encode() + b"x" * 253 for number in range(256)]
    numbers = b"".join(varint(number) for number in range(1, 257))
    replaced = {"labl": strings([labels(tags=varint(256) + numbers)]), "name": strings(names)}
    return pack([article()], replaced=replaced)


@hostile("search --pack {pack} evil", "show --pack {pack} a", refused=False)
def most_nested_json():
    """A document with 98 nested arrays in an object."""
    document = b'{"x-a":' + b"[" * 98 + b"]" * 98 + b"}"
    return pack([article(document)], words=[word("evil", posting(0))])
