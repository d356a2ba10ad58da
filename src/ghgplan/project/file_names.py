"""Which names may become names of files, on every system that a plan may be built on."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

MOST_CHARACTERS = 80
MOST_BYTES = 200
"""In UTF-8. Linux allows 255 bytes a name, of which endings and editions need some."""

Reason = Literal["character", "edge", "reserved", "long", "empty"]

_ILLEGAL = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_UNPRINTED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def unfit(name: str) -> Reason | None:
    """Why ``name`` cannot be a file's name, or None where it can."""
    if not name:
        return "empty"
    if _ILLEGAL.search(name) or any(unicodedata.category(character) in _UNPRINTED for character in name):
        return "character"
    if name[0] in " .-" or name[-1] in " ." or name.startswith("~$"):
        return "edge"
    if _RESERVED.fullmatch(name):
        return "reserved"
    if len(name) > MOST_CHARACTERS or len(name.encode()) > MOST_BYTES:
        return "long"
    return None


def same_name_key(name: str) -> str:
    """What two names share that some file system takes for one: ``Ａ`` and ``a``, ``é`` in either form."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
