# SPDX-License-Identifier: EUPL-1.2
"""The security headers. With them a page loads nothing from other sites, except from those of the
extra stylesheets and scripts in the settings. It runs no inline scripts, and is shown only in
frames of permitted sites."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ._settings import Settings

# Headers of static files, which pages of other sites may load.
SHARED = {"cache-control": "public, max-age=600", "cross-origin-resource-policy": "cross-origin"}
# Extra headers for a file of a pack whose type can contain scripts, such as SVG. A browser that
# opens the file directly runs no script and loads nothing.
_SANDBOX = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}
_INERT = re.compile(r"(video|audio)/.+|image/(png|jpeg|gif|webp|avif)|text/(plain|vtt)")
_NOBODY, _SELF = "'none'", "'self'"
# x-frame-options for browsers that do not support frame-ancestors, by the value of frame-ancestors.
_FRAME_OPTIONS = {"": "DENY", _NOBODY: "DENY", _SELF: "SAMEORIGIN"}


def security_headers(settings: Settings) -> dict[str, str]:
    """The security headers of the portal's responses. A header that a response has already replaces
    the one with the same name.

    Args:
        settings: The options of the portal; its stylesheets, scripts and frame ancestors are
            allowed.
    """
    headers = {
        "content-security-policy": _policy(settings),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
    }
    older = _FRAME_OPTIONS.get(" ".join(settings.frame_ancestors))
    if older:
        headers["x-frame-options"] = older
    if settings.base_url.startswith("https:"):
        headers["strict-transport-security"] = "max-age=31536000"
    return headers


def file_headers(media_type: str) -> dict[str, str]:
    """The headers of a file of a pack."""
    return SHARED if _INERT.fullmatch(media_type) else SHARED | _SANDBOX


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
    """The origins of addresses on other hosts. A theme's fonts and pictures come from the origin of
    its stylesheet."""
    parts = [urlsplit(address) for address in addresses]
    return sorted({f"{part.scheme}://{part.netloc}" for part in parts if part.netloc})
