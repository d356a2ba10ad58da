"""How languages write dates and lists: Babel's patterns, from the Unicode locale data, kept as a table beside the code.

Babel takes a twentieth of a second to load with two locales, for a handful of patterns. ``tools/generate_docs.py`` writes the table,
and the tests hold every function that uses it against Babel.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ghgplan.catalogue import Language
from ghgplan.package_files import package_text

LOCALES: Mapping[Language, str] = {"zh": "zh_CN", "en": "en_GB"}


@cache
def patterns(language: Language) -> Mapping[str, str]:
    """The patterns of a language by name: ``date`` and ``month`` with the letters y, M and d, ``list 2``, … with {0} and {1}, ``month 1``, …"""
    lines = (line.split("\t") for line in package_text("document/locales.txt").splitlines())
    return {name: pattern for locale, name, pattern in lines if locale == LOCALES[language]}


def table_text() -> str:
    """The table, as Babel has it."""
    # Loaded only where the table is made.
    from babel.core import Locale

    lines: list[str] = []
    for name in sorted(LOCALES.values()):
        locale = Locale.parse(name)
        found = {"date": locale.date_formats["long"].pattern, "month": locale.datetime_skeletons["yMMMM"].pattern}
        found |= {f"list {part}": pattern for part, pattern in sorted(locale.list_patterns["standard"].items())}
        found |= {f"month {number}": month for number, month in locale.months["format"]["wide"].items()}
        lines += [f"{name}\t{key}\t{pattern}" for key, pattern in found.items()]
    return "".join(f"{line}\n" for line in lines)
