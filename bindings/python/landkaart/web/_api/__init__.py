# SPDX-License-Identifier: EUPL-1.2
"""The API /v1, which gives the items of a pack as JSON. Entry point: `api_router`."""

from .router import api_router

__all__ = ["api_router"]
