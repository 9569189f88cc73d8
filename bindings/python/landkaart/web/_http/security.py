# SPDX-License-Identifier: EUPL-1.2
"""The security headers. With them a page loads nothing from other sites, except from those of the
extra stylesheets and scripts in the settings. It runs no inline scripts, and is shown only in
frames of permitted sites."""

from __future__ import annotations

from urllib.parse import SplitResult, quote, urlsplit

from .._settings import Settings

# Headers of static files, which pages of other sites may load.
SHARED = {"cache-control": "public, max-age=600", "cross-origin-resource-policy": "cross-origin"}
# The policy of a file of a pack. A browser that opens the file itself, such as an SVG picture, runs
# no script of it and loads nothing from elsewhere. Sound and pictures that move get no sandbox,
# because a browser loads them once more for the page that it makes around them.
_SANDBOX = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox"
_PLAYER = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'"
# The media types of files of a pack, in the list of the format, that a browser shows; and those
# that it saves.
_PLAYED = frozenset(["video/mp4", "video/webm", "audio/mpeg", "audio/ogg"])
_SHOWN = _PLAYED | {
    *("image/avif", "image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp"),
    *("text/plain", "text/vtt"),
}
_SAVED = frozenset(["application/json", "application/pdf", "text/csv"])
_UNKNOWN = "application/octet-stream"
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
    headers |= transport_security(settings)
    return headers


def transport_security(settings: Settings) -> dict[str, str]:
    """The header that makes browsers use https for the whole host; none unless the settings ask."""
    seconds = settings.hsts_seconds
    return {"strict-transport-security": f"max-age={seconds}"} if seconds else {}


def safe_type(media_type: str) -> str:
    """The media type with which a file of a pack is sent: its own when that is in the list of the
    format, which has no type that a browser runs as a script."""
    return media_type if media_type in _SHOWN | _SAVED else _UNKNOWN


def file_headers(media_type: str, name: str) -> dict[str, str]:
    """The headers of a file of a pack.

    Args:
        media_type: The result of `safe_type`.
        name: The name under which a browser saves the file; safe in a header.
    """
    shown = media_type in _SHOWN
    return {
        **SHARED,
        "content-security-policy": _PLAYER if media_type in _PLAYED else _SANDBOX,
        "content-disposition": "inline" if shown else f'attachment; filename="{name}"',
        "x-content-type-options": "nosniff",
    }


def _policy(settings: Settings) -> str:
    styles = " ".join([_SELF, *_origins(settings.stylesheets)])
    scripts = " ".join(_script_sources(settings))
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


def _script_sources(settings: Settings) -> list[str]:
    """'self' for the script of the search box and extra scripts on this site, and the exact
    addresses of extra scripts on other sites. A file of the pack is on this site too, but a browser
    does not run it as a script, because its media type is in the list of the format and
    x-content-type-options is nosniff."""
    elsewhere = {_source(one) for one in settings.scripts if urlsplit(one).netloc}
    return [_SELF, *sorted(elsewhere)]


def _source(address: str) -> str:
    parts = urlsplit(address)
    path = quote(parts.path, safe="/%:@!$&'()*+=~")
    return f"{_origin(parts)}{path}"


def _origins(addresses: tuple[str, ...]) -> list[str]:
    """The origins of addresses on other hosts. A theme's fonts and pictures come from the origin of
    its stylesheet."""
    parts = [urlsplit(address) for address in addresses]
    return sorted({_origin(part) for part in parts if part.netloc})


def _origin(parts: SplitResult) -> str:
    """The origin of an address. That of "//cdn.example/x.css" has no scheme, so a policy takes the
    scheme of the page."""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme else parts.netloc
