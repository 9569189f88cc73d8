# SPDX-License-Identifier: EUPL-1.2
"""Route: the items that help with an obstacle, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ._items import Items

if TYPE_CHECKING:
    from ._item import Item
    from ._kinds import Article, Obstacle, Story, Topic, WorkForm


class Route(NamedTuple):
    """The items that help with an obstacle, in the order in which a reader uses them.

    Attributes:
        obstacle: The obstacle.
        topics: The topics to read first.
        work_forms: The work forms to do after that.
        articles: Articles for further reading.
        stories: Stories about how other people solved it.
        another_way: When to stop, or to choose another approach.
    """

    obstacle: Obstacle
    topics: Items[Topic]
    work_forms: Items[WorkForm]
    articles: Items[Article]
    stories: Items[Story]
    another_way: str

    @property
    def stops(self) -> Items[Item]:
        """All items of the route after the obstacle, in order."""
        return Items((*self.topics, *self.work_forms, *self.articles, *self.stories))

    def to_dict(self) -> dict[str, Any]:
        """The route, with the keys of `landkaart route --json`. Each item has all its fields."""
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
