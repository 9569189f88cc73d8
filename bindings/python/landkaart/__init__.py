# SPDX-License-Identifier: EUPL-1.2
"""Landkaart opens a pack, one compressed file of learning material, and searches and lists its
items.

Example:
    >>> import landkaart
    >>> pack = landkaart.cocreatie()
    >>> pack.search("ik sta er alleen voor").hits[0].title
    'De eenzame samenwerker'
    >>> [form.id for form in pack.work_forms(group_size=8, max_minutes=30)][:2]
    ['wv-paradoxvragen', 'wv-premortem']
"""

from ._assets import Asset, Assets
from ._authoring import (
    BuildReport,
    LeftOut,
    LintReport,
    Verification,
    build,
    export,
    init,
    lint,
    verify,
)
from ._errors import (
    Error,
    ErrorCode,
    FileError,
    FileForbidden,
    FileMissing,
    Finding,
    InvalidArgument,
    Mistake,
    NotFound,
    PackError,
    SourceFindings,
    SourceMistakes,
)
from ._frame import Frame
from ._item import Item
from ._items import Items
from ._kinds import (
    Article,
    Journey,
    Obstacle,
    Story,
    Term,
    Theme,
    Topic,
    Video,
    WorkForm,
)
from ._landkaart import FORMAT_VERSION
from ._landkaart import VERSION as __version__
from ._manifest import Manifest
from ._map import Map
from ._pack import Pack, cocreatie, open
from ._route import Route
from ._search import Hit, SearchResult
from ._values import (
    Explanation,
    Facets,
    Heading,
    Highlight,
    JourneyPath,
    Link,
    Offers,
    Place,
    Point,
    Progress,
    Range,
    Related,
    Snippet,
    Step,
    Suggestion,
    Territory,
)
from ._vocabulary import Difficulty, Kind, LinkType, Purpose

__all__ = [
    "FORMAT_VERSION",
    "Article",
    "Asset",
    "Assets",
    "BuildReport",
    "Difficulty",
    "Error",
    "ErrorCode",
    "Explanation",
    "Facets",
    "FileError",
    "FileForbidden",
    "FileMissing",
    "Finding",
    "Frame",
    "Heading",
    "Highlight",
    "Hit",
    "InvalidArgument",
    "Item",
    "Items",
    "Journey",
    "JourneyPath",
    "Kind",
    "LeftOut",
    "Link",
    "LinkType",
    "LintReport",
    "Manifest",
    "Map",
    "Mistake",
    "NotFound",
    "Obstacle",
    "Offers",
    "Pack",
    "PackError",
    "Place",
    "Point",
    "Progress",
    "Purpose",
    "Range",
    "Related",
    "Route",
    "SearchResult",
    "Snippet",
    "SourceFindings",
    "SourceMistakes",
    "Step",
    "Story",
    "Suggestion",
    "Term",
    "Territory",
    "Theme",
    "Topic",
    "Verification",
    "Video",
    "WorkForm",
    "__version__",
    "build",
    "cocreatie",
    "export",
    "init",
    "lint",
    "open",
    "verify",
]
