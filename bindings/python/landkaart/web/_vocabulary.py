# SPDX-License-Identifier: EUPL-1.2
"""The Dutch words for kinds and purposes in addresses, query strings and /v1."""

from __future__ import annotations

from .._vocabulary import Kind, Purpose

KIND_WORDS = {
    Kind.THEME: "thema",
    Kind.TOPIC: "onderwerp",
    Kind.OBSTACLE: "obstakel",
    Kind.WORK_FORM: "werkvorm",
    Kind.ARTICLE: "artikel",
    Kind.VIDEO: "video",
    Kind.STORY: "verhaal",
    Kind.TERM: "begrip",
    Kind.JOURNEY: "reis",
}
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
PURPOSE_WORDS = {
    Purpose.SURVIVE: "overleven",
    Purpose.BUILD_COMPETENCIES: "competenties-opbouwen",
    Purpose.LEARN_TOGETHER: "samen-leren",
}
KINDS = {word: kind for kind, word in KIND_WORDS.items()}
PURPOSES = {word: purpose for purpose, word in PURPOSE_WORDS.items()}
