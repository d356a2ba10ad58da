"""Message catalogues: every label, message and terminal line, in Chinese and English.

A leaf but for its files. The catalogues are gettext ``.po`` files under ``locale/<language>/<domain>.po``; ids are names (``table.pathways.caption``), not sentences, so that
neither language is the original of the other.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from ghgplan.package_files import package_text

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
    text = package_text(f"locale/{language}/{domain}.po")
    return Catalogue(domain, language, read_po(text))


_ENTRY = re.compile(r'msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"(?:\n|$))+)')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


def read_po(text: str) -> dict[str, str]:
    """The messages of a ``.po`` file by id, without its head and without those that say nothing.

    Babel reads such a file forty times slower, at every start and before the first word can be said; the tests
    hold what is read here against it, so a catalogue that uses more of the format (plurals, contexts) fails them.
    """
    messages = {_unquoted(name): _unquoted(message) for name, message in _ENTRY.findall(text)}
    return {name: message for name, message in messages.items() if name and message}


def _unquoted(lines: str) -> str:
    joined = "".join(line[1:-1] for line in lines.split("\n"))
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), joined) if "\\" in joined else joined
