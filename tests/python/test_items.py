# SPDX-License-Identifier: EUPL-1.2
"""Items are typed, immutable, hashable and picklable, and have the fields of their source files."""

import datetime
import pickle
from typing import Any, cast

import pytest
from conftest import FIXTURE
from pack_bytes import with_checksums

import landkaart
from landkaart import Item, Items, LinkType, Obstacle, Pack, Theme, Video, WorkForm


def test_each_kind_has_its_class(samples: Pack) -> None:
    assert {item.kind for item in samples.values()} == set(landkaart.Kind)
    for item in samples.values():
        assert type(item).__name__ == item.kind.value.title().replace("-", "")


def test_items_from_different_calls_have_equal_values_and_hashes(samples: Pack) -> None:
    assert samples["tm-wadi"] == samples.terms[-1]
    assert len({samples["tm-wadi"], samples.terms[-1], samples["samen"]}) == 2
    assert samples["tm-wadi"] != samples["samen"]
    assert samples["tm-wadi"] != "tm-wadi"


def test_an_item_equals_the_same_item_of_a_copy_of_the_pack(samples: Pack) -> None:
    again = landkaart.open(FIXTURE.read_bytes())
    assert samples["samen"] == again["samen"]
    assert hash(samples["samen"]) == hash(again["samen"])


def test_an_item_differs_from_the_item_with_its_id_in_another_pack(samples: Pack) -> None:
    content = bytearray(FIXTURE.read_bytes())
    root = content.index(bytes.fromhex(samples.manifest.root))
    content[root] ^= 1
    other = landkaart.open(with_checksums(content))
    assert other["samen"].id == samples["samen"].id
    assert other["samen"].title == samples["samen"].title
    assert other["samen"] != samples["samen"]
    assert len({other["samen"], samples["samen"]}) == 2


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_items_can_be_pickled(samples: Pack, protocol: int) -> None:
    everything = Items(samples.values())
    again = pickle.loads(pickle.dumps(everything, protocol))
    assert again == everything
    assert type(again) is Items
    assert [item.to_dict() for item in again] == [item.to_dict() for item in everything]


def test_items_cannot_be_changed_or_made(samples: Pack) -> None:
    form = samples["wv-rondje"]
    for change in ("title", "anything"):
        with pytest.raises(AttributeError, match="immutable"):
            setattr(form, change, "x")
    with pytest.raises(AttributeError):
        del form.title
    with pytest.raises(TypeError, match="come from a pack"):
        WorkForm()


def test_to_dict_returns_a_new_dictionary_each_time(samples: Pack) -> None:
    form = samples["wv-rondje"]
    form.to_dict()["steps"].clear()
    assert form.to_dict()["steps"]
    assert cast("WorkForm", form).steps


def test_repr_reads_as_a_dataclass(samples: Pack) -> None:
    assert repr(samples["tm-wadi"]) == "Term(id='tm-wadi', title='Wadi')"
    assert repr(samples["wv-rondje"]) == (
        "WorkForm(id='wv-rondje', title='Rondje hulp', purpose='survive', "
        "group_size=Range(min=3, max=12), minutes=Range(min=20, max=30))"
    )


def test_a_work_form_has_the_fields_of_its_front_matter(samples: Pack) -> None:
    form = samples["wv-rondje"]
    assert isinstance(form, WorkForm)
    said = form.to_dict()
    assert form.purpose == said["purpose"]
    assert form.difficulty == said["difficulty"]
    assert dict(form.group_size._asdict()) == said["group-size"]
    assert dict(form.minutes._asdict()) == said["minutes"]
    assert [step.title for step in form.steps] == [step["title"] for step in said["steps"]]
    for name in ("when", "when_not", "online", "accessibility", "origin", "licence_note"):
        assert getattr(form, name) == said.get(name.replace("_", "-"), "")
    assert list(form.materials) == said.get("materials", [])
    assert form.group_size.min in form.group_size
    assert form.group_size.max + 1 not in form.group_size


def test_every_text_of_the_work_forms_is_that_of_the_front_matter(pack: Pack) -> None:
    for name in ("when", "when_not", "online", "accessibility", "origin", "licence_note"):
        texts = {form.id: getattr(form, name) for form in pack.work_forms if getattr(form, name)}
        key = name.replace("_", "-")
        written = {form.id: form.to_dict().get(key) for form in pack.work_forms}
        assert texts == {id: text for id, text in written.items() if text} != {}, name


def test_a_video_has_its_files(samples: Pack) -> None:
    video = samples["vd-pompen"]
    assert isinstance(video, Video)
    assert video.file.media_type == "video/mp4"
    assert bytes(video.captions).startswith(b"WEBVTT")
    assert "vlotter" in video.transcript
    assert video.duration == datetime.timedelta(seconds=video.to_dict()["duration"])
    assert video.poster is not None
    assert video.poster.name == "images/ton.svg"


def test_dates_are_dates(samples: Pack) -> None:
    dated = [item for item in samples.values() if "review-by" in item.to_dict()]
    assert dated
    for item in dated:
        assert item.review_by is not None
        assert item.review_by.isoformat() == item.to_dict()["review-by"]
    assert samples["samen"].review_by is None


def test_an_item_without_a_licence_has_that_of_the_pack(samples: Pack) -> None:
    own = {item.id: item.licence for item in samples.values() if "licence" in item.to_dict()}
    assert own == {"ar-tuinen": "CC-BY-4.0"}
    others = {item.licence for item in samples.values() if item.id not in own}
    assert others == {samples.manifest.licence} == {"CC0-1.0"}


def test_every_link_is_a_backlink_of_its_target(samples: Pack) -> None:
    links = [(item, link) for item in samples.values() for link in item.links]
    assert len(links) == 14
    for item, link in links:
        assert landkaart.Link(link.type, item) in link.item.backlinks
    assert len(links) == sum(len(item.backlinks) for item in samples.values())


def test_properties_and_linked_give_the_targets_of_each_type_of_link(samples: Pack) -> None:
    found = 0
    for item in samples.values():
        if isinstance(item, Theme):
            continue
        for type in list(LinkType)[:7]:
            targets = Items(link.item for link in item.links if link.type is type)
            assert item.linked(type) == item.linked(type.value) == targets
            assert getattr(item, type.value.replace("-", "_")) == targets
            found += len(targets)
    assert found > 5


def test_a_theme_lists_the_items_that_belong_to_it(pack: Pack) -> None:
    for theme in pack.themes:
        for name in ("topics", "obstacles", "articles", "stories", "videos", "terms"):
            inside = [item for item in getattr(pack, name) if theme in item.themes]
            assert list(getattr(theme, name)) == inside, name
        forms = [form for form in pack.work_forms if theme in form.themes]
        assert list(theme.work_forms) == forms
        assert theme.topics and theme.obstacles and theme.work_forms


def test_an_obstacle_has_its_route(pack: Pack) -> None:
    for obstacle in pack.obstacles:
        assert isinstance(obstacle, Obstacle)
        route = obstacle.route
        assert route == pack.route(obstacle.id)
        assert route.obstacle == obstacle
        assert route.topics == obstacle.linked("topics") != ()
        assert route.work_forms == obstacle.linked("work-forms") != ()
        assert route.another_way == obstacle.to_dict()["another-way"]
        parts = (route.topics, route.work_forms, route.articles, route.stories)
        assert list(route.stops) == [item for part in parts for item in part]


def test_slices_of_items_are_items(pack: Pack) -> None:
    first = pack.topics[:3]
    assert type(first) is Items
    assert first.ids == pack.topics.ids[:3]
    assert isinstance(pack.topics[0], Item)


def test_a_body_is_available_as_html_text_and_markdown(samples: Pack) -> None:
    item: Any = samples["cooperatie"]
    assert item.html.startswith("<p>Een coöperatie")
    assert item.text.startswith("Een coöperatie")
    assert "1. Begin" in item.markdown
