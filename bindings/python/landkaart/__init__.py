# SPDX-License-Identifier: EUPL-1.2
"""Landkaart opens a pack, one compressed file of learning material, and searches and lists its
items.

Example:
    >>> import landkaart
    >>> pack = landkaart.cocreatie()
    >>> pack.search("ik sta er alleen voor").hits[0].title
    'De eenzame samenwerker'
    >>> [form.id for form in pack.work_forms.where(group_size=8, max_minutes=30)][:2]
    ['wv-paradoxvragen', 'wv-premortem']
"""

from . import _notebook as _notebook  # registers the HTML of notebooks
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
from ._filters import Filters
from ._frame import Frame
from ._items import (
    Article,
    Item,
    Items,
    Journey,
    Link,
    Obstacle,
    Related,
    Route,
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
from ._pack_file import PackFile
from ._search import Hit, SearchResult, Suggestion
from ._values import (
    Explanation,
    Facets,
    Heading,
    Highlight,
    JourneyPath,
    Offers,
    Place,
    Point,
    Progress,
    Range,
    Snippet,
    Step,
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
    "Filters",
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
    "PackFile",
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
