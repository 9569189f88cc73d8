# SPDX-License-Identifier: EUPL-1.2
"""An independent reader of packs, written from the specification content-pack/spec/v1.md alone.

The reader shows that the specification suffices to write a reader. It reads a whole pack into
memory, and raises PackError for anything that breaks the specification. Each module reads one
subject, and each class one structure. A docstring that begins with "Section" names the section of
the specification that the code follows. Begin with pack.py.
"""
