# SPDX-License-Identifier: EUPL-1.2
"""Draws the silent videos of the default pack from storyboards, in the style of the map.

The entry point is `make videos`. `film.Film` draws the frame of one moment.
"""
