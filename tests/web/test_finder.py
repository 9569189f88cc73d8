# SPDX-License-Identifier: EUPL-1.2
"""The finder of work forms, which works with forms and links, without JavaScript."""

from collections.abc import Callable

import pytest
from markup import Markup

import landkaart

Read = Callable[[str], Markup]


def found(page: Markup) -> list[str]:
    """The ids of the listed work forms."""
    links = [link for link in page.values("href", "a") if "/werkvormen/" in link]
    return [link.rpartition("/")[2] for link in links]


def test_without_filters_every_work_form_is_listed(read: Read, pack: landkaart.Pack) -> None:
    assert found(read("/werkvormen")) == list(pack.work_forms.ids)


def test_the_form_asks_for_purpose_people_minutes_and_difficulty(read: Read) -> None:
    page = read("/werkvormen")
    assert page.values("method", "form", action="/landkaart/werkvormen") == ["get"]
    for name in ("doel", "groepsgrootte", "maximaleDuur", "maximaleMoeilijkheid"):
        assert page.values("id", name=name)[0] in page.values("for", "label")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("groepsgrootte=8&maximaleDuur=30", {"group_size": 8, "max_minutes": 30}),
        ("doel=samen-leren", {"purpose": "learn-together"}),
        ("maximaleMoeilijkheid=1", {"max_difficulty": 1}),
        ("thema=krachtenveld", {"theme": "krachtenveld"}),
        ("obstakel=ob-regeldruk", {"obstacle": "ob-regeldruk"}),
        ("groepsgrootte=&maximaleDuur=&doel=", {}),
    ],
)
def test_filters_give_the_same_work_forms_as_the_package(
    read: Read, pack: landkaart.Pack, query: str, wanted: dict[str, object]
) -> None:
    forms = pack.work_forms.where(**wanted)  # type: ignore[arg-type]
    assert found(read(f"/werkvormen?{query}")) == list(forms.ids)


def test_the_form_keeps_the_submitted_values(read: Read) -> None:
    page = read("/werkvormen?groepsgrootte=8&maximaleDuur=30&doel=samen-leren")
    assert page.values("value", "input", name="groepsgrootte") == ["8"]
    chosen = [
        found["value"] for tag, found, _ in page.elements if tag == "option" and "selected" in found
    ]
    assert {"30", "samen-leren"} <= set(chosen)


def test_each_filter_has_a_link_that_removes_it(read: Read) -> None:
    links = read("/werkvormen?groepsgrootte=8&doel=samen-leren").values("href", "a")
    assert "/landkaart/werkvormen?doel=samen-leren" in links
    assert "/landkaart/werkvormen?groepsgrootte=8" in links


def test_options_show_the_number_of_work_forms(read: Read, pack: landkaart.Pack) -> None:
    page = read("/werkvormen?groepsgrootte=8")
    left = len(pack.work_forms.where(group_size=8, max_minutes=30))
    assert page.texts("option", value="30") == [f"Hooguit 30 minuten ({left})"]


def test_a_duration_outside_the_list_becomes_an_option(read: Read, pack: landkaart.Pack) -> None:
    page = read("/werkvormen?maximaleDuur=25")
    chosen = [
        found["value"] for tag, found, _ in page.elements if tag == "option" and "selected" in found
    ]
    assert chosen == ["25"]
    assert found(page) == list(pack.work_forms.where(max_minutes=25).ids)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("groepsgrootte=veel", "groepsgrootte"),
        ("groepsgrootte=-3", "groepsgrootte"),
        ("groepsgrootte=0", "groepsgrootte"),
        ("maximaleDuur=1e3", "maximaleDuur"),
        ("doel=gezelligheid", "doel"),
        ("maximaleMoeilijkheid=9", "maximaleMoeilijkheid"),
    ],
)
def test_a_mistake_is_explained_at_its_field_and_ignored(
    read: Read, pack: landkaart.Pack, query: str, field: str
) -> None:
    page = read(f"/werkvormen?{query}")
    assert page.values("aria-invalid", name=field) == ["true"]
    described = page.values("aria-describedby", name=field)[0].split()
    assert any(name in page.values("id", "p", class_="landkaart-error") for name in described)
    assert len(found(page)) == len(pack.work_forms)


def test_mistakes_are_listed_above_the_form_and_counted_in_the_title(read: Read) -> None:
    page = read("/werkvormen?groepsgrootte=veel&thema=bestaat-niet&obstakel=wv-troika")
    assert page.texts("h2")[0] == "3 keuzes kloppen niet"
    assert page.texts("title")[0].startswith("Kies een werkvorm - 3 keuzes kloppen niet")
    assert "#landkaart-groepsgrootte" in page.values("href", "a")
    told = page.texts("li")
    assert "Dit gebied kennen we niet. Je ziet werkvormen uit alle gebieden." in told
    assert "Dit obstakel kennen we niet. Je ziet werkvormen bij alle obstakels." in told


def test_an_unknown_theme_is_not_kept_in_the_form(read: Read) -> None:
    page = read("/werkvormen?thema=bestaat-niet&obstakel=ob-regeldruk")
    assert page.values("name", "input", type="hidden") == ["obstakel"]


def test_hostile_values_are_escaped(read: Read) -> None:
    page = read("/werkvormen?groepsgrootte=%22%3E%3Cscript%3E&thema=%3Cb%3E&obstakel=wv-troika")
    assert page.values("value", "input", name="groepsgrootte") == ['"><script>']
    assert page.texts("b") == []
