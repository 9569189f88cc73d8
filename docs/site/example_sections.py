# SPDX-License-Identifier: EUPL-1.2
"""Makes mkdocstrings show an "Example:" of a docstring as code.

Its parser of docstrings knows the heading "Examples:" only.
"""

from typing import Any

from griffe import Extension, Object


class ExampleSections(Extension):
    """Renames the heading in each docstring before it is parsed."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Called for each module, class, function and attribute."""
        if obj.docstring:
            obj.docstring.value = obj.docstring.value.replace("Example:\n", "Examples:\n")
