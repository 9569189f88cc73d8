# SPDX-License-Identifier: EUPL-1.2
"""Conditional requests, ranges and headers."""

import json
import re
import sys

import pytest
from conftest import TOP, Ask

import landkaart
from landkaart.web import Portal, Request, Settings
from landkaart.web._faces.site import _TYPES
from landkaart.web._http.security import file_headers, safe_type

sys.path.append(str(TOP / "tests" / "hostile"))
from pack_maker import MANIFEST, pack

VIDEO = "/bestanden/videos/vi-luisteren.webm"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'; require-trusted-types-for 'script'"
)


@pytest.mark.parametrize(
    "address", ["/", "/zoeken?zoekterm=raad", "/pakket", VIDEO, "/static/map.css", "/robots.txt"]
)
def test_a_current_entity_tag_gets_status_304(ask: Ask, address: str) -> None:
    tag = ask(address).headers["etag"]
    for sent in (tag, f'"anders", W/{tag}', "*"):
        again = ask(address, if_none_match=sent)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert ask(address, if_none_match='"anders"').status == 200


def test_the_entity_tag_depends_on_the_content(ask: Ask) -> None:
    assert ask("/over").headers["etag"] == ask("/over").headers["etag"]
    assert ask("/over").headers["etag"] != ask("/kaart").headers["etag"]


@pytest.mark.parametrize("address", ["/pakket", VIDEO])
@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-99", 0, 99), ("bytes=100-", 100, None), ("bytes=-50", -50, None)],
)
def test_a_range_gets_those_bytes_of_the_file(
    ask: Ask, address: str, asked: str, first: int, last: int | None
) -> None:
    whole = ask(address).body
    part = ask(address, range=asked)
    expected = whole[first:] if last is None else whole[first : last + 1]
    start = first % len(whole)
    assert (part.status, part.body) == (206, expected)
    assert part.headers["content-length"] == str(len(expected))
    assert (
        part.headers["content-range"] == f"bytes {start}-{start + len(expected) - 1}/{len(whole)}"
    )


@pytest.mark.parametrize("address", ["/pakket", VIDEO])
def test_a_long_file_is_sent_in_pieces_without_a_copy(ask: Ask, address: str) -> None:
    for asked in ({}, {"range": "bytes=1-"}):
        answer = ask(address, **asked)
        assert isinstance(answer.body, memoryview)
        pieces = list(answer.pieces())
        assert max(map(len, pieces)) <= 1 << 18
        assert b"".join(pieces) == answer.body


def test_a_range_beyond_the_end_gets_status_416_with_the_size(ask: Ask) -> None:
    size = len(ask(VIDEO).body)
    answer = ask(VIDEO, range=f"bytes={size}-")
    assert (answer.status, answer.headers["content-range"]) == (416, f"bytes */{size}")
    assert ask(VIDEO, range=f"bytes=0-{size * 9}").headers["content-length"] == str(size)


@pytest.mark.parametrize("more", [0, 1, 10**9])
def test_a_suffix_range_as_long_as_the_file_or_longer_is_the_whole_file(
    ask: Ask, more: int
) -> None:
    whole = ask(VIDEO).body
    answer = ask(VIDEO, range=f"bytes=-{len(whole) + more}")
    assert (answer.status, answer.body) == (206, whole)
    assert answer.headers["content-range"] == f"bytes 0-{len(whole) - 1}/{len(whole)}"
    assert answer.headers["content-length"] == str(len(whole))


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=9-1",
        "bytes=-",
        "bytes=-0",
        "bytes=0-1,4-5",
        "regels=0-1",
        "bytes=a-b",
        "bytes=\u0660-\u0669",
        "",
    ],
)
def test_an_invalid_or_multiple_range_gets_the_whole_file(ask: Ask, asked: str) -> None:
    assert ask(VIDEO, range=asked).status == 200


def test_if_range_with_an_old_entity_tag_gets_the_whole_file(ask: Ask) -> None:
    tag = ask(VIDEO).headers["etag"]
    assert ask(VIDEO, range="bytes=0-9", if_range=tag).status == 206
    assert ask(VIDEO, range="bytes=0-9", if_range='"ouder"').status == 200


def test_the_pack_can_be_downloaded(ask: Ask, pack: landkaart.Pack) -> None:
    answer = ask("/pakket")
    assert landkaart.open(answer.body) == pack
    assert answer.headers["content-disposition"] == 'attachment; filename="cocreatie-0.1.0.lkp"'


@pytest.mark.parametrize("address", ["/", "/zoeken?zoekterm=raad", "/nergens", "/healthz"])
def test_every_response_has_the_security_headers(ask: Ask, address: str) -> None:
    headers = ask(address).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert "strict-transport-security" not in headers
    assert "set-cookie" not in headers


def test_frame_ancestors_set_the_policy_for_frames(pack: landkaart.Pack) -> None:
    settings = Settings(frame_ancestors=("https://intranet.example",))
    headers = Portal(pack, settings).answer(Request("GET", "/")).headers
    assert "frame-ancestors https://intranet.example;" in headers["content-security-policy"]
    assert "x-frame-options" not in headers
    closed = Portal(pack, Settings(frame_ancestors=())).answer(Request("GET", "/")).headers
    assert "frame-ancestors 'none';" in closed["content-security-policy"]
    assert closed["x-frame-options"] == "DENY"


def test_only_a_setting_makes_browsers_use_https_for_the_whole_host(pack: landkaart.Pack) -> None:
    settings = Settings(base_url="https://gemeente.example", hsts_seconds=600)
    headers = Portal(pack, settings).answer(Request("GET", "/")).headers
    assert headers["strict-transport-security"] == "max-age=600"


def test_the_policy_allows_a_stylesheet_and_a_script_without_scheme(pack: landkaart.Pack) -> None:
    settings = Settings(stylesheets=("//cdn.example/x.css",), scripts=("//cdn.example/x.js",))
    policy = Portal(pack, settings).answer(Request("GET", "/")).headers["content-security-policy"]
    assert "style-src 'self' cdn.example;" in policy
    assert "script-src 'self' cdn.example/x.js;" in policy


def test_the_policy_allows_configured_stylesheets(pack: landkaart.Pack) -> None:
    settings = Settings(stylesheets=("/huisstijl.css", "https://stijl.example/thema/index.css"))
    policy = Portal(pack, settings).answer(Request("GET", "/")).headers["content-security-policy"]
    assert "style-src 'self' https://stijl.example;" in policy
    assert "script-src 'self';" in policy


def test_the_policy_allows_the_portals_own_script_and_the_configured_ones(
    pack: landkaart.Pack,
) -> None:
    settings = Settings(scripts=("https://stijl.example/menu.js?v=2", "/kop .js"))
    answer = Portal(pack, settings).answer(Request("GET", "/"))
    assert b'static/landkaart.js"' in bytes(answer.body)
    policy = answer.headers["content-security-policy"]
    (allowed,) = (part for part in policy.split("; ") if part.startswith("script-src"))
    assert set(allowed.split()[1:]) == {"'self'", "https://stijl.example/menu.js"}


def test_an_svg_file_of_a_pack_is_sent_with_a_sandbox(samples: landkaart.Pack) -> None:
    answer = Portal(samples).answer(Request("GET", "/bestanden/images/ton.svg"))
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-security-policy"].endswith("; sandbox")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize(
    "media_type", ["text/html", "text/javascript", "text/css", "image/svg+xml\r\nX: y", "a/b", ""]
)
def test_a_media_type_that_is_not_in_the_list_becomes_octet_stream(media_type: str) -> None:
    assert safe_type(media_type) == "application/octet-stream"
    headers = file_headers(safe_type(media_type), "x.js")
    assert headers["content-security-policy"].endswith("; sandbox")
    assert headers["content-disposition"] == 'attachment; filename="x.js"'
    assert headers["x-content-type-options"] == "nosniff"


def test_every_media_type_of_the_format_is_sent_as_it_is() -> None:
    source = (TOP / "core/model/media_types.cpp").read_text(encoding="utf-8")
    listed = dict(re.findall(r'\{"(\.\w+)", "([^"]+)"\}', source))
    assert listed == _TYPES
    assert [safe_type(media_type) for media_type in listed.values()] == list(listed.values())


def test_a_file_that_a_browser_cannot_show_is_saved(samples: landkaart.Pack) -> None:
    shown = Portal(samples).answer(Request("GET", "/bestanden/images/ton.svg"))
    assert shown.headers["content-disposition"] == "inline"
    assert file_headers("application/pdf", "nota.pdf")["content-disposition"] == (
        'attachment; filename="nota.pdf"'
    )


def test_a_video_is_sent_without_a_sandbox(ask: Ask) -> None:
    policy = ask(VIDEO).headers["content-security-policy"]
    assert policy == "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'"


def test_settings_reject_values_that_are_not_allowed() -> None:
    for wrong in ({"base_url": "gemeente.example"}, {"heading_offset": 6}, {"cors_origins": "*"}):
        with pytest.raises(ValueError):
            Settings(**wrong)  # type: ignore[arg-type]


def test_the_version_of_a_pack_cannot_break_a_header() -> None:
    # The compiler refuses this version, and a hostile pack can have it.
    manifest = json.dumps({**MANIFEST, "version": '1"; é\u2028X: y'}).encode()
    hostile = bytes(pack([], replaced={"mani": manifest}))
    answer = Portal(landkaart.open(hostile)).answer(Request("GET", "/pakket"))
    assert answer.headers["content-disposition"] == (
        f'attachment; filename="{MANIFEST["id"]}-1-X-y.lkp"'
    )
