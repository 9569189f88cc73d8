# SPDX-License-Identifier: EUPL-1.2
"""Drawing the films: changes in time, paths, symbols of the map, and errors in a storyboard."""

import tempfile
import unittest
from pathlib import Path

import films

if not films.MISSING:
    import cairo
    from videos import actors, easing, film, lettering, map_style, storyboard, svg_path

SMALL = """
title: Een titel
theme: krachtenveld
place: kv-collegas
poster: 1
land: {width: 1400}
things:
  vera: {at: [300, 600]}
shots:
  - {kind: title, seconds: 4, seen: De kaart.}
  - seconds: 6
    view: 700
    seen: Zij loopt.
    text: Zij loopt.
    do: [{who: vera, at: 1, for: 2, to: [900, 600]}]
"""


@unittest.skipIf(films.MISSING, films.WHY_NOT)
class Drawing(unittest.TestCase):
    def read(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "vi-proef.yaml"
            path.write_text(text, "utf-8")
            return storyboard.read(path)

    def test_a_track_glides_from_where_it_is(self):
        track = easing.Track(0.0)
        track.add(1, 2, 10)
        values = [round(track.at(moment), 6) for moment in (0, 1, 2, 3, 9)]
        self.assertEqual(values, [0, 0, 5, 10, 10])

    def test_a_switch_keeps_its_last_state(self):
        switch = easing.Switch("")
        switch.add(2, "pet")
        self.assertEqual([switch.at(moment) for moment in (1.9, 2, 8)], ["", "pet", "pet"])

    def test_a_thing_that_appears_ends_at_its_size(self):
        self.assertAlmostEqual(easing.pop(0), 0)
        self.assertAlmostEqual(easing.pop(1), 1)
        self.assertLess(max(easing.pop(n / 50) for n in range(51)), 1.15)

    def test_a_path_of_svg_is_traced_with_relative_and_absolute_letters(self):
        context = cairo.Context(cairo.ImageSurface(cairo.FORMAT_A8, 9, 9))
        svg_path.trace(context, "M1 2h3v4H1zM5-1l1 1")
        points = [tuple(values[-2:]) for _, values in context.copy_path() if values]
        self.assertEqual(points[:4], [(1, 2), (4, 2), (4, 6), (1, 6)])
        self.assertEqual(points[-2:], [(5, -1), (6, 0)])

    def test_symbols_and_colours_come_from_the_tables_of_the_map(self):
        self.assertEqual(len(map_style.symbol("landmark-0")), 4)
        self.assertEqual(map_style.rule("sea"), {"fill": "sea"})
        self.assertAlmostEqual(map_style.contrast("#000000", "#ffffff"), 21)

    def test_lines_of_a_text_are_even(self):
        one, other = lettering.lay_out("een twee drie vier vijf zes " * 2, "text")
        widths = lettering.width_of(one, "text"), lettering.width_of(other, "text")
        self.assertLess(max(widths) / min(widths), 1.3)

    def test_a_text_that_is_too_long_is_refused(self):
        with self.assertRaises(lettering.DoesNotFit):
            lettering.lay_out("woorden " * 40, "text")

    def test_a_person_walks_to_the_position_in_the_storyboard(self):
        vera = actors.cast(self.read(SMALL))["vera"]
        self.assertEqual(vera.tracks["x"].at(4.5), 300)
        self.assertEqual(vera.tracks["x"].at(7.0), 900)

    def test_a_frame_has_the_size_of_the_film(self):
        drawn = film.Film(self.read(SMALL), films.PACK / "map.geojson").draw(6.0)
        self.assertEqual((drawn.get_width(), drawn.get_height()), (960, 540))

    def test_the_same_moment_has_the_same_frame_and_another_moment_another(self):
        board = self.read(SMALL)
        moments = (3.5, 3.5, 7.0)
        frames = [film.Film(board, films.PACK / "map.geojson").draw(moment) for moment in moments]
        same, again, later = (bytes(frame.get_data()) for frame in frames)
        self.assertEqual(same, again)
        self.assertNotEqual(same, later)

    def test_a_storyboard_with_a_mistake_is_refused_with_its_place(self):
        for wrong, said in (
            (SMALL.replace("who: vera", "who: vero"), "shot 2"),
            (SMALL.replace("view: 700", "view: 900"), "within the land"),
            (SMALL.replace("to: [900", "too: [900"), "too"),
            (SMALL.replace("{at: [300, 600]}", "{at: [3, 4], colour: red}"), "colour"),
        ):
            with self.subTest(said), self.assertRaisesRegex(storyboard.Mistake, said):
                self.read(wrong)
