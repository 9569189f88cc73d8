# SPDX-License-Identifier: EUPL-1.2
"""Settings: what the host of a portal chooses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What the host chooses; everything has a value that works.

    Attributes:
        base_url: The public address of the portal, such as "https://www.example.org/landkaart".
            Without it there is no sitemap and no oEmbed, and addresses in metadata are relative.
        title: Of the portal; the pack's when empty.
        language: Of the interface: "nl", "fy" or "en".
        theme: Class of a theme of NL Design System, put on the html element, such as
            "utrecht-theme".
        stylesheets: Addresses of the host's stylesheets, before ours.
        scripts: Addresses of scripts to load, such as that of the host's header.
        heading_offset: How many levels deeper headings begin than h1, for content inside a page.
        content_only: Answer with the content of pages only; a host puts it in pages of its own.
        static: The pages become files: nothing there can answer a form.
        about: Id of the article on the page about this map, if the pack has it.
        frame_ancestors: Who may show the portal in a frame, as in a content security policy.
        cors_origins: Which other origins may ask `/v1` from a script; "*" for all.
        contact_name: Whom to ask about `/v1`; the publisher of the pack when empty.
        contact_email: Likewise.
        contact_url: Likewise; the homepage of the pack when empty.
        count_searches: Count words of searches that found nothing; `/tellers` shows them.
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
    count_searches: bool = False

    def __post_init__(self) -> None:
        """Refuses what would only go wrong later."""
        if self.base_url and not self.base_url.startswith(("https://", "http://")):
            raise ValueError(f"base_url begins with https:// or http://, not {self.base_url!r}")
        for name in ("stylesheets", "scripts", "frame_ancestors", "cors_origins"):
            if isinstance(getattr(self, name), str):
                raise ValueError(f"{name} is a list, not one text")
        if not 0 <= self.heading_offset <= 5:
            raise ValueError(f"heading_offset is 0 to 5, not {self.heading_offset}")
        object.__setattr__(self, "base_url", self.base_url.rstrip("/"))
