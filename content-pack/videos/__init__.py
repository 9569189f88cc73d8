# SPDX-License-Identifier: EUPL-1.2
"""Draws the silent videos of the default pack from storyboards, in the style of the map.

`make videos` is the way in; `film.Film` draws one frame at one moment.
"""
