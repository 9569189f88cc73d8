# SPDX-License-Identifier: EUPL-1.2
"""security.txt (RFC 9116): where to report a vulnerability."""

from pathlib import Path

import pytest

import landkaart
from landkaart.web import Portal, Request, Settings, write_site

ADDRESS = "/.well-known/security.txt"
GIVEN = {
    "security_contact": "mailto:veilig@gemeente.example",
    "security_expires": "2027-11-30T00:00:00Z",
}


def test_it_has_the_fields_of_the_settings(samples: landkaart.Pack) -> None:
    settings = Settings(base_url="https://gemeente.example/kaart", **GIVEN)
    answer = Portal(samples, settings).answer(Request("GET", ADDRESS))
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "Contact: mailto:veilig@gemeente.example",
        "Expires: 2027-11-30T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: https://gemeente.example/kaart/.well-known/security.txt",
    ]


def test_it_is_absent_without_a_contact(samples: landkaart.Pack) -> None:
    assert Portal(samples).answer(Request("GET", ADDRESS)).status == 404


def test_a_site_of_files_has_it_too(samples: landkaart.Pack, tmp_path: Path) -> None:
    write_site(samples, tmp_path / "site", Settings(**GIVEN))
    written = (tmp_path / "site/.well-known/security.txt").read_text()
    assert written.startswith("Contact: mailto:veilig@gemeente.example\nExpires: 2027-")
    assert "Canonical" not in written
    write_site(samples, tmp_path / "zonder")
    assert not (tmp_path / "zonder/.well-known").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"security_contact": "veilig@gemeente.example"},
        {"security_contact": "https://gemeente.example/a b"},
        {"security_contact": "mailto:a\nContact: mailto:b"},
        {"security_expires": ""},
        {"security_expires": "2027-11-30"},
        {"security_languages": ("nl\nX: y",)},
        {"security_languages": "nl"},
    ],
)
def test_values_that_break_the_format_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Settings(**{**GIVEN, **wrong})
