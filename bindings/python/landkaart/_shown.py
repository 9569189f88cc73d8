# SPDX-License-Identifier: EUPL-1.2
"""ShownInNotebooks, the base of the classes whose objects a notebook shows as HTML."""

from __future__ import annotations

from functools import singledispatch


@singledispatch
def notebook_html(shown: object) -> str:
    """The HTML that a notebook shows for an object. `_notebook.py` registers a function for each
    class."""
    raise TypeError(f"notebooks show no {type(shown).__name__} as HTML")


class ShownInNotebooks:
    """Adds the method that notebooks such as Jupyter call to show an object."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return notebook_html(self)
