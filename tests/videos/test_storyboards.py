# SPDX-License-Identifier: EUPL-1.2
"""Conditions for every film of the default pack: texts fit, stay long enough, and are in the captions."""

import unittest
from collections import Counter
from itertools import pairwise

import films

if not films.MISSING:
    import yaml
    from videos import actors, captions, encode, film, landscape, lettering, map_style

FASTEST = 3.0  # words a second


@unittest.skipIf(films.MISSING, films.WHY_NOT)
class EveryFilm(unittest.TestCase):
    def each(self):
        self.assertEqual(len(films.boards()), 8)
        for board in films.boards():
            with self.subTest(board.id):
                yield board

    def test_there_are_two_films_a_territory(self):
        counted = Counter(board.theme for board in films.boards())
        self.assertEqual(set(counted.values()), {2})
        self.assertEqual(len(counted), 4)

    def test_a_film_takes_40_to_70_seconds_and_its_shots_follow_each_other(self):
        for board in self.each():
            self.assertTrue(40 <= board.seconds <= 70, board.seconds)
            self.assertAlmostEqual(sum(shot.seconds for shot in board.shots), board.seconds)
            for shot, following in pairwise(board.shots):
                self.assertAlmostEqual(shot.end, following.start)

    def test_a_shot_takes_at_least_4_seconds(self):
        for board in self.each():
            self.assertGreaterEqual(min(shot.seconds for shot in board.shots), 4)

    def test_every_text_fits_its_place(self):
        for board in self.each():
            lettering.lay_out(board.title, "title")
            styles = {"title": "subtitle", "end": "question"}
            for shot in board.shots:
                if shot.text:
                    lettering.lay_out(shot.text.words, styles.get(shot.kind, "text"))
                for line in shot.speech:
                    lettering.lay_out(line.words, "speech")

    def test_a_balloon_stays_in_the_frame_and_below_the_text(self):
        self.assertTrue(any(shot.speech for board in films.boards() for shot in board.shots))
        for board in self.each():
            cast = actors.cast(board)
            for shot in board.shots:
                for line in shot.speech:
                    camera = landscape.Camera.on(*shot.view)
                    head = camera.place(*cast[line.who].mouth((line.start + line.end) / 2))
                    left, top, width, height = film.balloon(line, *head)
                    self.assertGreaterEqual(left, 0, line)
                    self.assertLessEqual(left + width, film.WIDTH, line)
                    self.assertGreaterEqual(top, film.SPEECH_FLOOR, line)
                    self.assertLessEqual(top + height, head[1] + 1, line)

    def test_every_text_stays_long_enough_to_be_read(self):
        for board in self.each():
            for shot in board.shots:
                for line in shot.lines:
                    self.assertLessEqual(films.words(line.plain) / (line.end - line.start), FASTEST)
                read = [*(line.plain for line in shot.lines), *shot.labels]
                self.assertLessEqual(sum(map(films.words, read)) / shot.seconds, FASTEST, shot.seen)

    def test_labels_of_things_are_in_the_captions(self):
        self.assertTrue(any(thing.labels for board in films.boards() for thing in board.things))
        for board in self.each():
            said = " ".join(label for shot in board.shots for label in shot.labels).lower()
            for thing in board.things:
                for label in thing.labels:
                    plain = label.replace("|", " ").rstrip(".").lower()
                    self.assertIn(plain, said, thing.name)

    def test_captions_cover_the_film_without_a_gap(self):
        for board in self.each():
            cues = captions.cues(board)
            self.assertEqual(cues[0].start, 0)
            self.assertAlmostEqual(cues[-1].end, board.seconds)
            for cue, following in pairwise(cues):
                self.assertAlmostEqual(cue.end, following.start)
                self.assertLess(cue.start, cue.end)

    def test_a_caption_is_shown_when_its_text_appears(self):
        for board in self.each():
            cues = captions.cues(board)
            for shot in board.shots:
                for line in shot.lines:
                    cue = next(cue for cue in cues if line.plain in cue.text.replace("\n", " "))
                    self.assertTrue(cue.start <= line.start < cue.end, line)

    def test_stored_captions_and_transcript_are_those_of_the_storyboard(self):
        for board in self.each():
            stored = (films.PACK / "assets" / "videos" / f"{board.id}.vtt").read_text("utf-8")
            self.assertEqual(stored, captions.webvtt(board), "run make videos")
            item = (films.PACK / "videos" / f"{board.id}.md").read_text("utf-8")
            self.assertEqual(item, captions.fill_in(item, board), "run make videos")
            front_matter = yaml.safe_load(item.split("---\n")[1])
            self.assertEqual(front_matter["transcript"], captions.transcript(board))
            self.assertEqual(front_matter["title"], captions.plain_title(board))

    def test_text_colours_have_enough_contrast(self):
        for name, style in lettering.STYLES.items():
            with self.subTest(name):
                self.assertGreaterEqual(map_style.contrast(style.colour, style.ground), 4.5)
        self.assertGreaterEqual(map_style.contrast("ink", "glow"), 4.5, "a lit column")


@unittest.skipIf(films.MISSING, films.WHY_NOT)
class TheFiles(unittest.TestCase):
    ASSETS = films.PACK / "assets" / "videos"

    def test_films_and_posters_are_small(self):
        files = list(self.ASSETS.iterdir())
        films_stored = [file for file in files if file.suffix == ".webm"]
        self.assertEqual(len(films_stored), 8)
        for file in files:
            limit = {".webm": encode.LIMIT, ".webp": encode.POSTER_LIMIT}.get(file.suffix, 10_000)
            self.assertLessEqual(file.stat().st_size, limit, file.name)
        self.assertLess(sum(file.stat().st_size for file in files), 5_000_000)

    def test_a_film_is_webm_and_has_its_poster(self):
        stored = list(self.ASSETS.glob("*.webm"))
        self.assertEqual(len(stored), 8)
        for file in stored:
            self.assertEqual(file.read_bytes()[:4], b"\x1aE\xdf\xa3", file.name)
            self.assertTrue(file.with_suffix(".webp").exists(), file.name)
