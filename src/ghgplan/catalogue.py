"""Message catalogues: every label, message and terminal line, in Chinese and English.

A leaf. The catalogues are gettext ``.po`` files under ``locale/<language>/<domain>.po``,
read by Babel; ids are names (``table.pathways.caption``), not sentences, so that
neither language is the original of the other.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from babel.messages.pofile import read_po

Language = Literal["zh", "en"]
"""A language that text is written in."""

LANGUAGES: tuple[Language, ...] = ("zh", "en")

Domain = Literal[
    "diagnostics",
    "document",
    "terminal",
    "checks/arithmetic",
    "checks/quantities",
    "checks/pathways",
    "checks/targets",
    "checks/reconciliation",
    "checks/measures",
    "checks/criteria",
    "checks/wording",
    "checks/acceptance",
]
DOMAINS: tuple[Domain, ...] = get_args(Domain)


class Catalogue:
    """The messages of one domain in one language."""

    def __init__(self, domain: Domain, language: Language, messages: dict[str, str]) -> None:
        self.domain = domain
        self.language = language
        self.messages = messages

    def __contains__(self, name: object) -> bool:
        return name in self.messages

    def text(self, name: str, /, **arguments: object) -> str:
        """The message ``name`` with its ``{placeholders}`` filled.

        Raises KeyError for an unknown message or a missing argument: both are bugs,
        and the tests look for every name that the code uses.
        """
        return self.messages[name].format_map(arguments)


@cache
def catalogue(domain: Domain, language: Language) -> Catalogue:
    """The shipped catalogue of ``domain`` in ``language``."""
    path = files("ghgplan") / "locale" / language / f"{domain}.po"
    with path.open("rb") as stream:
        entries = read_po(stream, locale=language)
    messages = {str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string}
    return Catalogue(domain, language, messages)
