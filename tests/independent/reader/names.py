# SPDX-License-Identifier: EUPL-1.2
"""The rules for ids, labels and names of assets, of sections Items and Assets."""

import re

from reader.conventions import demand

ID = re.compile(r"[a-z0-9-]{1,128}")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# A part of the name of an asset: neither forbidden characters, nor spaces and full stops at its ends.
PART = re.compile(r'(?! )[^/\\:*?"<>|\x00-\x1f\x7f-\x9f]*[^/\\:*?"<>|\x00-\x1f\x7f-\x9f .]')
DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.ASCII | re.IGNORECASE)
ACTIVE = re.compile(
    r".*\.(html|htm|xhtml|xht|shtml|js|mjs|cjs|css|xml|xsl|xslt|svgz|swf|wasm|mht|mhtml|hta|php|cgi|htaccess"
    r"|webmanifest|appcache)",
    re.ASCII | re.IGNORECASE,
)


def checked_id(id: str) -> str:
    demand(ID.fullmatch(id) is not None, "an id has other characters than a-z, 0-9 and -, or not 1 to 128 of them")
    return id


def checked_label(text: str) -> str:
    demand(not CONTROL.search(text), "a title, summary, label or description has a control character")
    return text


def checked_asset_name(name: str) -> str:
    demand(1 <= len(name.encode()) <= 512, "the name of an asset has not 1 to 512 bytes")
    demand(
        all(PART.fullmatch(part) and not DEVICE.fullmatch(part) for part in name.split("/")),
        "the name of an asset is not a relative path that every file system can store",
    )
    demand(not ACTIVE.fullmatch(name), "a browser or server would run an asset")
    return name
