# SPDX-License-Identifier: EUPL-1.2
"""/v1, the material as JSON for other programs; `api_router` is the way in."""

from .router import api_router

__all__ = ["api_router"]
