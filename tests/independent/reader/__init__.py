# SPDX-License-Identifier: EUPL-1.2
"""A second reader of packs, from content-pack/spec/v1.md alone: it proves that that page suffices.

It reads a whole pack into memory and is strict: what breaks the page raises PackError. Each module
is one subject, each class one structure; its docstring names the section of the page that it
follows. Begin with pack.py.
"""
