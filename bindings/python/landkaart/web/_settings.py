# SPDX-License-Identifier: EUPL-1.2
"""Settings: the options of a portal."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CONTACT = re.compile(r"(?:https://|mailto:|tel:)[!-~]+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True)
class Settings:
    """The options of a portal. Every option has a working default.

    Attributes:
        base_url: The public address of the portal, such as "https://www.example.org/landkaart".
            When empty, the portal has no sitemap and no oEmbed, and addresses in metadata are
            relative.
        title: The title of the portal; that of the pack when empty.
        language: The language of buttons and messages: "nl", "fy" or "en".
        theme: The class of an NL Design System theme, such as "utrecht-theme". It is put on the
            html element.
        stylesheets: The addresses of extra stylesheets, which pages load before those of the
            portal.
        scripts: The addresses of extra scripts, such as one for the header of the host's site.
        heading_offset: How many levels are added to every heading, 0 to 5. With 1 the first heading
            of a page is an h2, for content inside a page of a host application.
        content_only: Answer with the content of pages only. A host application puts the content in
            its own pages.
        static: Render pages for files on a web server without Python: pages have no forms.
        about: The id of the article on the page "about this map"; ignored when the pack lacks it.
        frame_ancestors: The sites that may show the portal in a frame, as in the directive of that
            name in a content security policy.
        cors_origins: The other origins whose scripts may request `/v1`; "*" allows all.
        contact_name: The name of the contact for `/v1`, shown in its OpenAPI document; the
            publisher of the pack when empty.
        contact_email: The e-mail address of the contact.
        contact_url: The web page of the contact; when empty, the homepage of the pack, or else
            base_url.
        hsts_seconds: For how many seconds browsers must use https for the whole host (the header
            Strict-Transport-Security); 0 sends no header, because other applications can be on the
            host.
        security_contact: Where to report a vulnerability, as the address of a page or "mailto:...".
            The portal then has `/.well-known/security.txt` (RFC 9116).
        security_expires: The time until which that contact holds, such as
            "2027-11-30T00:00:00Z"; at most a year from now is advised.
        security_languages: The languages of reports, as BCP 47 tags.
        count_searches: Count the words of searches without results. The page `/tellers` shows them.
        searches_at_once: The most searches that run at once; 0 for one less than the number of
            processors, but 1 to 8.
        searches_waiting: The most searches that wait for their turn; any further search gets status
            503. Each takes a thread, of which an ASGI server has 40 for everything.
        search_seconds: The most seconds that a search waits, and then the most seconds that its
            hits, its total and its facets each take; a longer one gets status 503.
    """

    base_url: str = ""
    title: str = ""
    language: str = "nl"
    theme: str = ""
    stylesheets: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    heading_offset: int = 0
    content_only: bool = False
    static: bool = False
    about: str = "ar-over-deze-landkaart"
    frame_ancestors: tuple[str, ...] = ("'self'",)
    cors_origins: tuple[str, ...] = ()
    contact_name: str = ""
    contact_email: str = ""
    contact_url: str = ""
    hsts_seconds: int = 0
    security_contact: str = ""
    security_expires: str = ""
    security_languages: tuple[str, ...] = ("nl", "en")
    count_searches: bool = False
    searches_at_once: int = 0
    searches_waiting: int = 16
    search_seconds: float = 1.0

    def __post_init__(self) -> None:
        """Checks the values, so that a mistake is reported when the portal starts.

        Raises:
            ValueError: A value is not allowed.
        """
        if self.base_url and not self.base_url.startswith(("https://", "http://")):
            raise ValueError(
                f"base_url must begin with https:// or http://; it is {self.base_url!r}"
            )
        for name in (
            "stylesheets",
            "scripts",
            "frame_ancestors",
            "cors_origins",
            "security_languages",
        ):
            if isinstance(getattr(self, name), str):
                raise ValueError(f"{name} must be a tuple or list of strings, not one string")
        if not 0 <= self.heading_offset <= 5:
            raise ValueError(f"heading_offset must be 0 to 5, not {self.heading_offset}")
        if self.security_contact:
            self._check_security()
        for name in ("hsts_seconds", "searches_at_once", "searches_waiting"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must be 0 or more, not {getattr(self, name)}")
        if not 0 < self.search_seconds <= 60:
            raise ValueError(f"search_seconds must be above 0, to 60, not {self.search_seconds}")
        object.__setattr__(self, "base_url", self.base_url.rstrip("/"))

    def _check_security(self) -> None:
        """Checks the values of security.txt.

        Raises:
            ValueError: A value is not allowed.
        """
        if not _CONTACT.fullmatch(self.security_contact):
            raise ValueError(
                "security_contact must begin with https://, mailto: or tel:, without spaces; it is "
                f"{self.security_contact!r}"
            )
        if not _TIME.fullmatch(self.security_expires):
            raise ValueError(
                "security_expires must be a time such as 2027-11-30T00:00:00Z, not "
                f"{self.security_expires!r}"
            )
        for language in self.security_languages:
            if not _LANGUAGE.fullmatch(language):
                raise ValueError(f"security_languages must hold tags such as nl, not {language!r}")
