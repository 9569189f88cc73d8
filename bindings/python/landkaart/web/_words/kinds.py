# SPDX-License-Identifier: EUPL-1.2
"""The Dutch words for kinds and purposes in addresses, query strings and /v1."""

from __future__ import annotations

from ..._vocabulary import DUTCH_NAMES, Kind, Purpose

KIND_WORDS = {kind: DUTCH_NAMES[kind] for kind in Kind}
KIND_FOLDERS = {
    Kind.THEME: "themas",
    Kind.TOPIC: "onderwerpen",
    Kind.OBSTACLE: "obstakels",
    Kind.WORK_FORM: "werkvormen",
    Kind.ARTICLE: "artikelen",
    Kind.VIDEO: "videos",
    Kind.STORY: "verhalen",
    Kind.TERM: "begrippen",
    Kind.JOURNEY: "reizen",
}
PURPOSE_WORDS = {purpose: DUTCH_NAMES[purpose].replace(" ", "-") for purpose in Purpose}
KINDS = {word: kind for kind, word in KIND_WORDS.items()}
PURPOSES = {word: purpose for purpose, word in PURPOSE_WORDS.items()}
