"""The door to the command line: a build in which nothing changed is answered here, before anything else is loaded.

Whatever is not exactly that is handed on: another verb, a plan that was not built yet, a
file that differs by a byte, an option that is mistyped, a manner of showing that is new.
"""

# To load the rest takes a hundred times longer than all that is done here.
from __future__ import annotations

import os
import sys

from ghgplan.cli.colours import shows_colours
from ghgplan.cli.interface_language import interface_language
from ghgplan.project.store.entries import STORE, place
from ghgplan.project.store.identity import known_identity, listing
from ghgplan.project.store.records import Command, Disk, Record, asked_of_plans, read_record, record_path, write_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ghgplan.catalogue import Language

_PLANS, _PLAN = "plans", "plan.yaml"
_EDITIONS = ("zh", "en", "zh-en")
_FORMATS = ("docx", "md", "pdf")
_USUAL_FORMATS = _FORMATS[:2]
_WITH_VALUE = ("--lang", "--to", "--out", "--ui-lang", "--jobs")
_SHORT = {"-q": "--quiet", "-v": "--verbose"}
MOST_JOBS = 256
_WITHOUT_VALUE = ("--strict", "--quiet", "--verbose")


class Asked:
    """A plain build or check, as it was typed."""

    __slots__ = ("names", "options", "verb")

    def __init__(self, verb: str, names: list[str], options: Mapping[str, str]) -> None:
        self.verb = verb
        self.names = names
        self.options = options

    def of_plans(self, here: str) -> str:
        """What is asked of each plan."""
        editions = _words(self.options.get("--lang"), _EDITIONS) or _EDITIONS
        formats = _words(self.options.get("--to"), _FORMATS) or _USUAL_FORMATS
        out = place(os.path.join(here, self.options.get("--out", "out")), here) if self.verb == "build" else ""
        return asked_of_plans(self.verb, editions, formats, out, strict="--strict" in self.options)


def manner(language: str, *, coloured: bool, quiet: bool, verbose: bool) -> str:
    """A manner of showing results, in one word."""
    ways = {"coloured": coloured, "quiet": quiet, "verbose": verbose}
    return " ".join((language, *(way for way, holds in ways.items() if holds)))


def answer(given: Sequence[str]) -> int | None:
    """Show what a build without changes shows, and its exit code; None where there is more to do."""
    try:
        listing()
        asked = understood(given)
        shown = _unchanged(asked, os.getcwd()) if asked and sys.stdout else None
    except OSError:  # ghgplan in a zip file, a folder that is gone: the rest says what there is to say
        return None
    if shown is None:
        return None
    said = _say("".join(f"{text}\n" for _, text in shown if text))
    return max(code for code, _ in shown) if said else 3


def understood(given: Sequence[str]) -> Asked | None:
    """What ``given`` asks for, where it is a plain build or check of plans by name."""
    if not given or given[0] not in ("build", "check"):
        return None
    names: list[str] = []
    options: dict[str, str] = {}
    left = list(given[1:])
    last_was_name = False
    while left:
        word = left.pop(0)
        if not word.startswith("-"):
            if not last_was_name and names:
                return None
            names.append(word)
            last_was_name = True
            continue
        last_was_name = False
        option, equals, value = _SHORT.get(word, word).partition("=")
        if option in _WITH_VALUE and not equals and left:
            value = left.pop(0)
        if not _is_plain(given[0], option, equals, value) or option in options:
            return None
        options[option] = value
    plain = all(name.strip() and not set(name) & set("/\\\0\t\n") and name not in (".", "..") for name in names)
    return Asked(given[0], names, options) if plain else None


def _is_plain(verb: str, option: str, equals: str, value: str) -> bool:
    if option in _WITHOUT_VALUE:
        return not equals
    if not value or value.startswith("-") or option not in _WITH_VALUE or (option == "--out" and verb == "check"):
        return False
    if option == "--jobs":
        return is_number_of_jobs(value)
    known = {"--lang": _EDITIONS, "--to": _FORMATS, "--ui-lang": ("zh", "en")}.get(option)
    words = value.split(",") if option in ("--lang", "--to") else [value]
    return known is None or all(word in known for word in words)


def is_number_of_jobs(value: str) -> bool:
    """Whether ``value`` is a number of processes."""
    return value.isascii() and value.isdecimal() and len(value) < 10 and 1 <= int(value) <= MOST_JOBS


def _words(value: str | None, known: tuple[str, ...]) -> tuple[str, ...]:
    given = value.split(",") if value else ()
    return tuple(word for word in known if word in given)


def _unchanged(asked: Asked, here: str) -> list[tuple[int, str]] | None:
    """Exit code and text of each plan; None where one of them is not as it was."""
    store = f"{here}/{STORE}"
    identity = known_identity(store)
    if identity is None:
        return None
    language: Language = (
        "zh" if asked.options.get("--ui-lang") == "zh" else "en" if "--ui-lang" in asked.options else interface_language(os.environ)
    )
    options = asked.options
    coloured = shows_colours(sys.stdout, os.environ)
    wanted = manner(language, coloured=coloured, quiet="--quiet" in options, verbose="--verbose" in options)
    disk = Disk(here)
    shown: list[tuple[int, str]] = []
    keys: set[str] = set()
    for record, path in _records(asked, here, store):
        if record is None or wanted not in record.shown or record.name_key in keys:
            return None
        for _ in disk.changes(record, identity.source):
            return None
        if record.signed_anew:
            write_record(path, record)
        keys.add(record.name_key)
        shown.append((record.code, record.shown[wanted]))
    return shown or None


def _records(asked: Asked, here: str, store: str) -> Iterator[tuple[Record | None, str]]:
    """The records of the plans that are asked for, None for one that has no record."""
    of_plans = asked.of_plans(here)
    for name in dict.fromkeys(asked.names) or _folders(here):
        command = Command(f"{_PLANS}/{name}/{_PLAN}", of_plans)
        path = record_path(store, command)
        record = read_record(path, command)
        # A folder without a plan is nobody's business, unless it was asked for.
        if record is not None or asked.names or os.path.lexists(f"{here}/{_PLANS}/{name}/{_PLAN}"):
            yield record, path


def _folders(here: str) -> list[str]:
    try:
        return sorted(os.listdir(f"{here}/{_PLANS}"))
    except OSError:
        return []


def _say(text: str) -> bool:
    """Print ``text``; whether anyone is there to read it."""
    # As the terminal speaks later on: the consoles of Windows start out in a code page.
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # A second complaint at exit would be ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True
