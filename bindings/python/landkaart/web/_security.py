# SPDX-License-Identifier: EUPL-1.2
"""The headers that keep a page to itself: nothing from elsewhere, nothing inline, few frames."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ._settings import Settings

# For files, which pages of others may use.
SHARED = {"cache-control": "public, max-age=600", "cross-origin-resource-policy": "cross-origin"}
# For a file of a pack that could hold script: opened on its own, it can do nothing.
_ALONE = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}
_INERT = re.compile(r"(video|audio)/.+|image/(png|jpeg|gif|webp|avif)|text/(plain|vtt)")
_NOBODY, _SELF = "'none'", "'self'"
_OLDER_FRAMES = {"": "DENY", _NOBODY: "DENY", _SELF: "SAMEORIGIN"}  # for older browsers


def security_headers(settings: Settings) -> dict[str, str]:
    """Headers for every response, where it has none of that name.

    Args:
        settings: Whose frame ancestors, and whose stylesheets and scripts, are allowed.
    """
    headers = {
        "content-security-policy": _policy(settings),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
    }
    older = _OLDER_FRAMES.get(" ".join(settings.frame_ancestors))
    if older:
        headers["x-frame-options"] = older
    if settings.base_url.startswith("https:"):
        headers["strict-transport-security"] = "max-age=31536000"
    return headers


def file_headers(media_type: str) -> dict[str, str]:
    """Headers for a file of a pack, whatever it is said to be."""
    return SHARED if _INERT.fullmatch(media_type) else SHARED | _ALONE


def _policy(settings: Settings) -> str:
    styles = " ".join([_SELF, *_origins(settings.stylesheets)])
    scripts = " ".join([_SELF, *_origins(settings.scripts)])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles}",
            f"img-src {styles} data:",
            f"font-src {styles}",
            "connect-src 'self'",
            "media-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {' '.join(settings.frame_ancestors or (_NOBODY,))}",
            "require-trusted-types-for 'script'",
        ]
    )


def _origins(addresses: tuple[str, ...]) -> list[str]:
    """The other hosts among addresses; a theme's fonts and pictures come from where it stands."""
    parts = [urlsplit(address) for address in addresses]
    return sorted({f"{part.scheme}://{part.netloc}" for part in parts if part.netloc})
