# SPDX-License-Identifier: EUPL-1.2
"""The map: its territories, places and paths, and its drawing."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import landkaart
from landkaart import Pack


def test_a_map_has_territories_places_and_hazards(pack: Pack) -> None:
    drawn = pack.map
    assert [territory.id for territory in drawn.territories] == list(pack.themes.ids)
    assert {place.id for place in drawn.places} == set(pack.topics.ids)
    assert {hazard.id for hazard in drawn.hazards} == set(pack.obstacles.ids)
    assert all(land.outline[0] == land.outline[-1] for land in drawn.territories)
    assert bool(drawn)


def test_a_pack_without_map_geojson_gets_a_generated_map(tmp_path: Path, starter: Path) -> None:
    (starter / "map.geojson").unlink(missing_ok=True)
    landkaart.build(starter, tmp_path / "zonder.lkp")
    made = landkaart.open(tmp_path / "zonder.lkp")
    assert [land.id for land in made.map.territories] == list(made.themes.ids)
    assert made.map.svg().startswith("<svg")


def test_a_drawing_has_a_link_for_each_place(pack: Pack) -> None:
    svg = ElementTree.fromstring(pack.map.svg(base_url="/kaart/"))
    links = {
        element.get("href") or element.get("{http://www.w3.org/1999/xlink}href")
        for element in svg.iter("{http://www.w3.org/2000/svg}a")
    }
    assert {f"/kaart/{place.id}" for place in pack.map.places} <= links


def test_equal_options_give_equal_drawings_and_other_options_others(pack: Pack) -> None:
    plain = pack.map.svg()
    assert plain == pack.map.svg()
    obstacle = pack.obstacles[0]
    others = {
        pack.map.svg(embedded=True),
        pack.map.svg(palette="dark"),
        pack.map.svg(highlight=obstacle),
        pack.map.svg(selected=[obstacle]),
        pack.map.svg(heading="Onze kaart"),
    }
    assert len({plain, *others}) == 6
    assert pack.map.svg(highlight=obstacle) == pack.map.svg(highlight=obstacle.id)


def test_an_embedded_drawing_has_a_stylesheet(pack: Pack) -> None:
    assert "--" in pack.map.stylesheet()
    assert "style=" not in pack.map.svg(embedded=True)


def test_an_unknown_palette_is_an_invalid_argument(pack: Pack) -> None:
    with pytest.raises(landkaart.InvalidArgument, match="light, dark, print"):
        pack.map.svg(palette="zwart")  # type: ignore[arg-type]


def test_an_unknown_option_of_a_drawing_is_a_type_error(pack: Pack) -> None:
    for draw in (pack.map.svg, pack.map.html):
        with pytest.raises(TypeError, match="kleur"):
            draw(kleur="rood")  # type: ignore[call-arg]


def test_html_uses_the_options_of_the_drawing(pack: Pack) -> None:
    place = pack.map.places[0].id
    page = pack.map.html(base_url="/k/", selected=[place], language="fy", id_prefix="eigen")
    assert f'href="/k/{place}"' in page
    assert page.count("aria-current") == 2, "one in the drawing and one in the list"
    assert "Leginda" in page and 'id="eigen-' in page


def test_a_release_keeps_the_places_of_the_previous_release(tmp_path: Path, starter: Path) -> None:
    (starter / "map.geojson").unlink(missing_ok=True)
    landkaart.build(starter, tmp_path / "een.lkp")
    theme = landkaart.open(tmp_path / "een.lkp").themes[0].id
    added = f"---\ntitle: Aanbouw\nthemes: [{theme}]\n---\n"
    (starter / "topics").mkdir(exist_ok=True)
    (starter / "topics" / "aanbouw.md").write_text(added, encoding="utf-8")
    landkaart.build(starter, tmp_path / "twee.lkp", previous=tmp_path / "een.lkp")
    old, new = (landkaart.open(tmp_path / name).map for name in ("een.lkp", "twee.lkp"))
    assert set(old.places) < set(new.places)
    assert old.territories == new.territories
