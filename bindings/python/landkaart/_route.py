# SPDX-License-Identifier: EUPL-1.2
"""The route from an obstacle to what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ._items import Items

if TYPE_CHECKING:
    from ._item import Item
    from ._kinds import Article, Obstacle, Story, Topic, WorkForm


class Route(NamedTuple):
    """From an obstacle to what helps.

    Attributes:
        obstacle: Where it starts.
        topics: To read first.
        work_forms: To do then.
        articles: To read on.
        stories: How others did it.
        another_way: When to stop, or to choose another way.
    """

    obstacle: Obstacle
    topics: Items[Topic]
    work_forms: Items[WorkForm]
    articles: Items[Article]
    stories: Items[Story]
    another_way: str

    @property
    def stops(self) -> Items[Item]:
        """Everything on it, in order."""
        return Items((*self.topics, *self.work_forms, *self.articles, *self.stories))

    def to_dict(self) -> dict[str, Any]:
        """In the shape of `landkaart route --json`, with the whole of each item."""
        return {
            "obstacle": self.obstacle.to_dict(),
            "topics": [item.to_dict() for item in self.topics],
            "work-forms": [item.to_dict() for item in self.work_forms],
            "articles": [item.to_dict() for item in self.articles],
            "stories": [item.to_dict() for item in self.stories],
            "another-way": self.another_way,
        }

    def _repr_html_(self) -> str:
        from . import _notebook

        return _notebook.route_html(self)
