# SPDX-License-Identifier: EUPL-1.2
"""Property test: any request gets a valid response, and any page is valid."""

import string

from conftest import TOP
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import Markup

import landkaart
from landkaart.web import Portal, Request, Settings
from landkaart.web._addresses import PATTERNS

PORTAL = Portal(
    landkaart.open(TOP / "tests" / "conformance" / "fixture.lkp"),
    Settings(base_url="https://gemeente.example/kaart", count_searches=True),
)
NAMES = "zoekterm soort thema doel pagina groepsgrootte maximaleDuur maximaleMoeilijkheid obstakel"
NAMES += " route url format maxwidth deel x"
VALUES = (
    st.text()
    | st.integers().map(str)
    | st.sampled_from(
        [
            "water",
            "werkvorm",
            "samen-leren",
            "https://gemeente.example/kaart/kaart",
            "%ff",
            "%00",
            "+",
        ]
    )
)
PATHS = (
    st.text()
    | st.sampled_from([*PATTERNS.values()])
    | st.builds(
        "/{}/{}".format,
        st.sampled_from(["themas", "werkvormen", "reizen", "bestanden", "items", "static"]),
        st.text() | st.sampled_from(["jr-wandeling/1", "wv-rondje/printen", "images/ton.svg"]),
    )
)
QUERIES = st.text(string.printable) | st.lists(
    st.tuples(st.sampled_from(NAMES.split()), VALUES), max_size=5
).map(lambda pairs: "&".join(f"{name}={value}" for name, value in pairs))
HEADERS = st.dictionaries(
    st.sampled_from(["range", "if-none-match", "if-range", "accept"]),
    st.text() | st.from_regex(r"bytes=[0-9]{0,20}-[0-9]{0,20}", fullmatch=True),
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["GET", "HEAD", "POST", ""]), PATHS, QUERIES, HEADERS)
def test_any_request_gets_a_valid_response(
    method: str, path: str, query: str, headers: dict[str, str]
) -> None:
    answer = PORTAL.answer(Request(method, path, query, headers, root="/kaart"))
    assert answer.status in (200, 206, 301, 304, 404, 405, 416, 501)
    assert all(value.isprintable() and value.isascii() for value in answer.headers.values())
    if answer.status == 301:
        assert answer.headers["location"].startswith("/kaart/")
    is_html = answer.headers.get("content-type", "").startswith("text/html")
    if is_html and answer.body and answer.status != 206:
        page = Markup(answer.body.decode())
        assert page.inline_scripts == []
        assert set(page.values("src", "script")) <= {"/kaart/static/landkaart.js"}
        assert len(page.texts("h1")) == 1
