# SPDX-License-Identifier: EUPL-1.2
"""A film of a storyboard. `Film.draw` draws the frame of one moment."""

from __future__ import annotations

import math
from pathlib import Path

import cairo

from . import ink, lettering
from .actors import cast
from .easing import between, glide, pop
from .ink import SCALE
from .landscape import Camera, Landscape
from .lettering import Block
from .map_view import HEIGHT, WIDTH, MapView
from .storyboard import Line, Shot, Storyboard

RATE = 25
FRAME_WIDTH, FRAME_HEIGHT = round(WIDTH * SCALE), round(HEIGHT * SCALE)
LOOK = 1.3  # seconds in which the spyglass opens or shuts
TEXT_MIDDLE, MARGIN = 112.0, 26.0
SPEECH_FLOOR = 232.0  # smallest y of the top of a speech balloon, so that it stays below the text


class Film:
    """Draws the frames of one storyboard."""

    def __init__(self, board: Storyboard, geojson: Path) -> None:
        self.board = board
        self.map = MapView(geojson, board)
        self.land = Landscape(board.land, board.territory, board.id)
        self.actors = cast(board)

    def camera(self, moment: float) -> Camera:
        """The camera at a moment. It glides along the road; a new enlargement is a cut."""
        shots = [shot for shot in self.board.shots if shot.kind in ("land", "tomorrow")]
        middle, near = shots[0].view
        for shot in shots[1:]:
            if shot.start > moment:
                break
            seconds = pan_seconds(shot.view[0] - middle) if shot.view[1] == near else 0.0
            middle += (shot.view[0] - middle) * between(shot.start, shot.start + seconds, moment)
            near = shot.view[1]
        return Camera.on(middle, near)

    def draw(self, moment: float) -> cairo.ImageSurface:
        """Draws the frame of a moment."""
        surface = cairo.ImageSurface(cairo.FORMAT_RGB24, FRAME_WIDTH, FRAME_HEIGHT)
        context = cairo.Context(surface)
        context.scale(SCALE, SCALE)
        shot = self.board.shot_at(moment)
        self._draw_ground(context, shot, moment)
        self._draw_text(context, shot, moment)
        return surface

    def _draw_ground(self, context: cairo.Context, shot: Shot, moment: float) -> None:
        if shot.kind in ("title", "end"):
            flag = between(0.5, 1.1, moment, pop) if shot.kind == "title" else 1.0
            self.map.draw(context, flag, moment - shot.start)
            opened = between(shot.end - LOOK, shot.end, moment)
            if shot.kind == "end":
                opened = 1 - between(shot.start, shot.start + LOOK, moment)
            if opened > 0:
                self._look_through(context, opened, moment)
        else:
            self._draw_land(context, moment)

    def _look_through(self, context: cairo.Context, opened: float, moment: float) -> None:
        """Draws the land inside a spyglass, a circle that opens at the film's place on the map."""
        x, y = self.map.seen_at()
        radius = 1160 * opened * opened
        context.save()
        context.new_path()
        context.arc(x, y, radius, 0, 2 * math.pi)
        context.clip()
        self._draw_land(context, moment)
        context.restore()
        for name, width in (("ink", 20), ("ochre", 14)):
            context.new_path()
            context.arc(x, y, radius + 8, 0, 2 * math.pi)
            ink.finish(context, None, name, width)

    def _draw_land(self, context: cairo.Context, moment: float) -> None:
        camera = self.camera(moment)
        self.land.paint(context, camera)
        context.save()
        context.translate(camera.left, camera.top)
        context.scale(camera.near, camera.near)
        for actor in sorted(self.actors.values(), key=lambda a: a.depth(moment)):
            x, _ = camera.place(actor.tracks["x"].at(moment), 0)
            if -400 < x < WIDTH + 400:
                actor.draw(context, moment)
        context.restore()
        for shot in self.board.shots:
            for line in shot.speech:
                if line.start <= moment < line.end:
                    self._draw_speech(context, line, moment, camera)

    def _draw_text(self, context: cairo.Context, shot: Shot, moment: float) -> None:
        line = shot.text
        if shot.kind == "title":
            self._draw_title(context, shot, moment)
        elif not line or moment < line.start:
            return
        elif shot.kind == "end":
            kicker, block = (
                _left(110, line.start, line.end + 1),
                _left(206, line.start + 0.5, line.end + 1),
            )
            lettering.hand_letter(context, "Praat erover", "kicker", kicker, moment)
            lettering.write(context, line.words, "question", block, moment)
        elif shot.kind == "tomorrow":
            kicker, block = _centred(8, shot.start, line.end), _centred(102, line.start, line.end)
            lettering.hand_letter(context, "Morgen", "kicker", kicker, moment)
            lettering.write(context, line.words, "text", block, moment)
        else:
            high = lettering.height_of(lettering.lay_out(line.words, "text"), "text")
            block = _centred(TEXT_MIDDLE - high / 2, line.start, line.end)
            lettering.write(context, line.words, "text", block, moment)

    def _draw_title(self, context: cairo.Context, shot: Shot, moment: float) -> None:
        top, until = 130.0, shot.end - LOOK + 0.1
        block = _left(top, shot.start + 0.5, until)
        lettering.hand_letter(context, self.board.title, "title", block, moment)
        if shot.text:
            top += lettering.height_of(lettering.lay_out(self.board.title, "title"), "title") + 22
            block = _left(top, shot.text.start, until)
            lettering.write(context, shot.text.words, "subtitle", block, moment)

    def _draw_speech(
        self, context: cairo.Context, line: Line, moment: float, camera: Camera
    ) -> None:
        x, y = camera.place(*self.actors[line.who].mouth(moment))
        box = balloon(line, x, y)
        size = between(line.start, line.start + 0.4, moment, pop)
        size *= 1 - between(line.end - 0.25, line.end, moment, glide)
        if size < 0.02:
            return
        context.save()
        context.translate(x, y)
        context.scale(size, size)
        context.translate(-x, -y)
        bx, by, bw, bh = box
        context.new_path()
        ink.rounded(context, bx, by, bw, bh, 20)
        ink.finish(context, "paper")
        foot = min(max(x, bx + 40), bx + bw - 40)
        ink.shape(
            context,
            f"M{foot - 14:.1f} {by + bh - 2:.1f}L{x:.1f} {y:.1f} {foot + 14:.1f} {by + bh - 2:.1f}",
            "paper",
        )
        ink.shape(context, f"M{foot - 11:.1f} {by + bh - 3:.1f}H{foot + 11:.1f}", None, "paper", 5)
        if size > 0.6:
            lettering.write(
                context,
                line.words,
                "speech",
                Block(bx + bw / 2, by + 13, line.start - 1, line.end + 1),
                moment,
            )
        context.restore()


def _left(top: float, start: float, end: float) -> Block:
    return Block(86, top, start, end, centred=False)


def _centred(top: float, start: float, end: float) -> Block:
    return Block(WIDTH / 2, top, start, end)


def pan_seconds(distance: float) -> float:
    """The duration in seconds of a camera movement over a distance in pixels."""
    return 1.1 + abs(distance) / 1500


def balloon(line: Line, x: float, y: float) -> tuple[float, float, float, float]:
    """The box of a speech balloon for a head at (x, y): left, top, width, height."""
    lines = lettering.lay_out(line.words, "speech")
    width = max(lettering.width_of(text, "speech") for text in lines) + 44
    height = lettering.height_of(lines, "speech") + 28
    left = min(max(x - width / 2, MARGIN), WIDTH - MARGIN - width)
    return left, max(y - 26 - height, SPEECH_FLOOR), width, height
