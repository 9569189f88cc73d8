# SPDX-License-Identifier: EUPL-1.2
"""Hostile packs whose items, labels, links and bodies make an answer expensive or harmful."""

import json

from pack_maker import (
    dictionary,
    grouped,
    labels,
    link_section,
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
SCRIPT = b"document.title='HOSTILE '+document.domain"
SCRIPT_ELEMENT = 'x"><script/src=/bestanden/e.js></script>'
SHOWN = tuple(
    f"show --pack {{pack}} a --format {format}" for format in ("text", "markdown", "html", "json")
)


def article(document: bytes = b"{}", id: str = "a", **more) -> dict:
    return {"id": id, "kind": "article", "document": document, **more}


def articles(count: int, **more) -> list[dict]:
    """Articles with the ids a000000, a000001 and so on."""
    return [article(id=f"a{number:06}", **more) for number in range(count)]


def html(body: str) -> bytes:
    return json.dumps({"html": body}, separators=(",", ":")).encode()


def numbered_lists(depth: int, items: int) -> bytes:
    """Nested lists, numbered from 999,999,999, with empty items in the innermost."""
    begin = '<ol start="999999999">'
    inner = begin + "<li></li>" * items + "</ol>"
    return html((begin + "<li>") * (depth - 1) + inner + "</li></ol>" * (depth - 1))


def asset(name: str, media_type: str, content: bytes) -> dict:
    """The arguments of pack() for one asset."""
    place = varint(0) + varint(len(content)) + text(media_type)
    return {"assets": [(name.encode(), place)], "replaced": {"asst": content}}


@hostile("related --pack {pack} a000000", refused="an item has more than 16384 links")
def related_items_have_many_links():
    """An item and its 16 related items have 50,000 links each."""
    count = 100_000
    entries = []
    for number in range(17):
        others = range(20 + (number > 0), count, 2)
        steps = b"".join(step(number, other) for other in others)
        entries.append(links((RELATED, len(others), steps)))
    entries += [links()] * (count - 17)
    related = [varint(16) + b"".join(step(0, other) for other in range(1, 17))]
    related += [varint(0)] * (count - 1)
    replaced = {"link": grouped(entries), "rela": grouped(related)}
    return pack(articles(count), replaced=replaced)


@hostile("list --pack {pack} --theme a000000", refused="more than 64 themes")
def labels_have_many_themes():
    """50,000 items share a set of labels with 500,000 themes."""
    set_of_labels = labels(themes=varint(500_000) + b"\0" * 500_000)
    return pack(articles(50_000), replaced={"labl": strings([set_of_labels])})


@hostile("show --pack {pack} a --json", refused="a language or tag has more than 256 bytes")
def labels_have_long_tags():
    """An item with 2,000 tags, each the same name of 4 MB."""
    set_of_labels = labels(tags=varint(2000) + b"\1" * 2000)
    names = strings([b"nl", b"x" * 4_000_000])
    return pack([article()], replaced={"labl": strings([set_of_labels]), "name": names})


@hostile("show --pack {pack} b --json", refused="a key of a dictionary has more than 128 bytes")
def links_name_a_long_id():
    """4,000 links to an item with an id of 1 MB."""
    count = 4000
    items = [article(id="x" * 1_000_000), article(id="b")]
    entries = [links(), links((RELATED, count, step(1, 0) * count))]
    return pack(items, replaced={"link": grouped(entries)})


# ---- documents


@hostile(*SHOWN, refused="a body is larger")
def document_has_nested_lists():
    """16 nested lists with 1,500,000 empty items in the innermost, numbered from 999,999,999."""
    return pack([article(numbered_lists(16, 1_500_000))])


@hostile(*SHOWN, refused="a body is larger")
def document_has_breaks_in_lists():
    """15 nested lists around 4,150,000 line breaks."""
    return pack([article(html("<ul><li>" * 15 + "<br>" * 4_150_000 + "</li></ul>" * 15))])


@hostile(*SHOWN, refused="a body is larger")
def document_has_breaks():
    """A body of 4,190,000 line breaks."""
    return pack([article(html("<p>" + "<br>" * 4_190_000 + "</p>"))])


@hostile(*SHOWN, refused="a body is larger")
def document_has_empty_objects():
    """A document with 5,590,000 empty objects."""
    return pack([article(b'{"x-a":[' + b",".join([b"{}"] * 5_590_000) + b"]}")])


@hostile("show --pack {pack} a000000", refused="the documents of the items overlap")
def items_share_a_document():
    """2,000 items have one document of 1 MB."""
    document = b'{"x-a":[' + b",".join([b"0"] * 520_000) + b"]}"
    return pack(articles(2000, body=(0, len(document))), stream=document)


@hostile(*SHOWN, refused='a value of "tags" that the specification does not allow')
def document_repeats_labels():
    """The document has the member `tags`, which belongs to the labels."""
    labelled = strings([labels(tags=b"\1\0")])
    return pack([article(b'{"tags":2}')], replaced={"labl": labelled})


# ---- ids and names that harm a page, a folder or a terminal


@hostile("show --pack {pack} b", "list --pack {pack}", refused="an id is empty or has other")
def id_is_markup():
    """An id holds a script element."""
    return pack([article(id=SCRIPT_ELEMENT), article(id="b")])


@hostile("show --pack {pack} b", "list --pack {pack}", refused="an id is empty or has other")
def id_leaves_the_folder():
    """An id is a path that leads out of the folder of an export."""
    return pack([article(id="../../../outside"), article(id="b")])


@hostile(*SHOWN, refused="an address that begins with item: must go on with an id")
def link_is_markup():
    """The address of a link holds a script element in the place of an id."""
    address = "item:" + SCRIPT_ELEMENT
    escaped = address.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
    return pack([article(html(f'<p><a href="{escaped}">k</a></p>'))])


@hostile("info {pack}", refused="the name of an asset is not a relative path")
def asset_name_leaves_the_folder():
    """The path of an asset begins with two dots."""
    return pack([article()], **asset("../static/map.txt", "text/plain", b"text"))


@hostile("info {pack}", refused="the name of an asset is not a relative path")
def asset_is_a_script():
    """The name of an asset ends with .js, so that a web server sends it as a script."""
    return pack([article()], **asset("e.js", "application/octet-stream", SCRIPT))


@hostile("info {pack}", refused="the media type of an asset is not the one")
def asset_has_the_media_type_of_a_script():
    """An asset has the name of a text and the media type of a script."""
    return pack([article()], **asset("e.txt", "text/javascript", SCRIPT))


@hostile("list --pack {pack}", "search --pack {pack} evil", refused="has a control character")
def title_controls_a_terminal():
    """A title holds escape sequences."""
    item = article(html("<p>evil</p>"), title="B\x1b]0;evil\x07\x1b[2Jx\r\nq")
    return pack([item], words=[word("evil", posting(0))])


@hostile("list --pack {pack}", "search --pack {pack} evil", refused="has a control character")
def summary_controls_a_terminal():
    """A summary holds an escape sequence."""
    item = article(html("<p>evil</p>"), summary="s\x1b[8m")
    return pack([item], words=[word("evil", posting(0))])


# ---- packs within the limits of the format


@hostile(*SHOWN)
def most_nodes_in_nested_lists():
    """15 nested lists with 65,000 empty items in the innermost, numbered from 999,999,999."""
    return pack([article(numbered_lists(15, 65_000))])


@hostile(*SHOWN)
def most_breaks_in_quotations():
    """31 nested quotations around 131,000 line breaks."""
    body = "<blockquote>" * 30 + "<p>" + "<br>" * 131_000 + "</p>" + "</blockquote>" * 30
    return pack([article(html(body))])


@hostile(*SHOWN)
def most_emphasis():
    """3.5 MB of characters that Markdown escapes, in 52,000 elements."""
    part = "<em>" + "*_*_`[" * 10 + "</em>" + "#!" * 10 + "<strong>" + "\\|" * 10 + "</strong>"
    body = "<p>" + part * 26_000 + "</p>"
    return pack([article(html(body))])


@hostile(*SHOWN)
def most_json_values():
    """A document with 524,000 empty objects."""
    return pack([article(b'{"x-a":[' + b",".join([b"{}"] * 524_000) + b"]}")])


@hostile()
def most_documents():
    """1,001 items with a document of 30 KB each. An export writes them as one file."""
    return pack(articles(1001, document=b'{"x-a":"' + b"x" * 30_000 + b'"}'))


@hostile("show --pack {pack} a000031 --json", "related --pack {pack} a000031")
def most_links():
    """32 items, stored in one group, have 16,384 links and 10,000 words each. The last of them has
    16 related items among the others."""
    words = [f"w{number:04}" for number in range(10_000)]
    items = articles(32, document=html("<p>" + " ".join(words) + "</p>"))
    items += [article(id=f"b{number:05}") for number in range(16_384)]
    written = [(item, RELATED, other) for item in range(32) for other in range(32, len(items))]
    related = [varint(0)] * len(items)
    related[31] = varint(16) + b"".join(step(31, other) for other in range(16))
    return pack(
        items,
        words=[word(each, posting(0)) for each in words],
        replaced={"link": link_section(len(items), written), "rela": grouped(related)},
    )


@hostile("show --pack {pack} a000031 --json")
def most_backlinks():
    """20,000 items link to the item a000031, each with ten types of links."""
    items = articles(20_000)
    written = [(n, kind, 31) for n in range(len(items)) for kind in range(1, 11)]
    return pack(items, replaced={"link": link_section(len(items), written)})


@hostile("info {pack}")
def most_assets():
    """65,536 empty assets with names of 512 bytes that differ in six digits."""
    place = varint(0) + varint(0) + text("text/plain")
    folders = "x" * 250 + "/" + "x" * 250 + "/"
    names = [f"{folders}{number:06}.txt".encode() for number in range(65_536)]
    assert len(names[0]) == 512
    sections = dictionary("as", [(name, place) for name in names], keys_a_page=1024)
    return pack([article()], replaced=sections)


@hostile("info {pack}")
def most_redirects():
    """131,072 redirects from ids of 128 bytes to an id of 128 bytes."""
    ids = [f"{'r' * 122}{number:06}" for number in range(131_072)]
    entries = [("a" * 128, varint(0)), *((id, varint(1)) for id in ids)]
    sections = dictionary("id", [(id.encode(), value) for id, value in entries], keys_a_page=2048)
    return pack([article(id="a" * 128)], replaced=sections)


@hostile("list --pack {pack} --theme t63")
def most_themes():
    """10,000 items share a set of labels with 64 themes."""
    themes = [{"id": f"t{n:02}", "kind": "theme"} for n in range(64)]
    both = [labels(), labels(themes=varint(64) + bytes(range(64)))]
    return pack(themes + articles(10_000, labels=1), replaced={"labl": strings(both)})


@hostile("show --pack {pack} a --json")
def most_tags():
    """256 tags of 256 bytes."""
    names = [b"nl"] + [f"{number:03}".encode() + b"x" * 253 for number in range(256)]
    numbers = b"".join(varint(number) for number in range(1, 257))
    replaced = {"labl": strings([labels(tags=varint(256) + numbers)]), "name": strings(names)}
    return pack([article()], replaced=replaced)


@hostile("search --pack {pack} evil", "show --pack {pack} a")
def most_nested_json():
    """A document with 98 nested arrays in an object."""
    document = b'{"x-a":' + b"[" * 98 + b"]" * 98 + b"}"
    return pack([article(document)], words=[word("evil", posting(0))])
