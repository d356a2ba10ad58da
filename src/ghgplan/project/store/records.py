"""Records of builds: what was read, what was found, what was written; and whether all of that is still so.

A record is text, a fact a line, so that it can be looked at and is read without a parser.
"""

# Loaded before everything else: see the package's docstring.
from __future__ import annotations

import os

from ghgplan.project.store.entries import entry_path, present_signature, read_entry, write_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Known = dict[str, tuple[str, str]]
"""Files by place: the digest of their content, and their signature where it may be trusted."""


class Command:
    """A plan and what is asked of it, as far as it decides what is made (``asked``)."""

    __slots__ = ("asked", "label")

    def __init__(self, label: str, asked: str) -> None:
        self.label = label
        self.asked = asked

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{self.label}\t{self.asked}"


def asked_of_plans(
    verb: str, editions: Iterable[str], formats: Iterable[str], out: str, *, strict: bool, page_numbers: bool = False
) -> str:
    """What a command asks of each of its plans, in one line. ``out`` is a place, empty where nothing is written."""
    wishes = ",".join(wish for wish, holds in (("strict", strict), ("page numbers", page_numbers)) if holds)
    return "\t".join((verb, ",".join(editions), ",".join(formats), wishes or "-", out))


class Record:
    """What became of a plan, and what from.

    ``name_key`` is what another plan's name must differ from, ``code`` the exit code,
    ``findings`` are JSON. ``shown`` is what was printed, by the manner of showing.
    """

    __slots__ = ("absent", "code", "command", "findings", "inputs", "name_key", "outputs", "shown", "signed_anew", "source")

    def __init__(self, command: str, source: str, name_key: str, code: int, findings: str) -> None:
        self.command = command
        self.source = source
        self.name_key = name_key
        self.code = code
        self.findings = findings
        self.inputs: Known = {}
        self.absent: list[str] = []
        self.outputs: Known = {}
        self.shown: dict[str, str] = {}
        self.signed_anew = False

    def sign(self, files: Known, place: str, signature: str) -> None:
        """Note that the file has the content known of it, and ``signature``."""
        files[place] = files[place][0], signature
        self.signed_anew = True


def record_path(store: str, command: Command) -> str:
    """Where the record of ``command`` stands: under the name of the plan's folder."""
    plan = command.label.removesuffix("/plan.yaml").rpartition("/")[2]
    return entry_path(f"{store}/plans", plan, command.line)


def read_record(path: str, command: Command) -> Record | None:
    """The record of ``command``; None where there is none."""
    content = read_entry(path)
    if content is None:
        return None
    try:
        record = _decoded(content.decode("utf-8", "surrogateescape").split("\n"))
    except (ValueError, IndexError):
        return None
    return record if record.command == command.line else None


def write_record(path: str, record: Record) -> bool:
    """Keep the record; whether that could be done."""
    text = _encoded(record)
    return text is not None and write_entry(path, text.encode("utf-8", "surrogateescape"))


def _encoded(record: Record) -> str | None:
    facts = [("command", record.command), ("source", record.source), ("name", record.name_key), ("code", str(record.code))]
    facts += [("read", f"{place}\t{known[0]}\t{known[1]}") for place, known in record.inputs.items()]
    facts += [("absent", place) for place in record.absent]
    facts += [("wrote", f"{place}\t{known[0]}\t{known[1]}") for place, known in record.outputs.items()]
    facts.append(("findings", record.findings))
    # Names with a tab or a line break can be no part of a line.
    files = (*record.inputs, *record.absent, *record.outputs)
    if any("\t" in place or "\n" in place for place in files) or any("\n" in fact for _, fact in facts):
        return None
    lines = [f"{kind}\t{fact}" for kind, fact in facts]
    for manner, text in record.shown.items():
        lines += [f"shown\t{manner}\t{text.count(chr(10)) + 1}", text]
    return "\n".join(lines)


def _decoded(lines: list[str]) -> Record:
    facts: dict[str, str] = {}
    record = Record("", "", "", 0, "")
    number = 0
    while number < len(lines):
        kind, _, fact = lines[number].partition("\t")
        number += 1
        if kind in ("read", "wrote"):
            place, known, signed = fact.split("\t")
            (record.inputs if kind == "read" else record.outputs)[place] = known, signed
        elif kind == "absent":
            record.absent.append(fact)
        elif kind == "shown":
            manner, count = fact.split("\t")
            record.shown[manner] = "\n".join(lines[number : number + int(count)])
            number += int(count)
        else:
            facts[kind] = fact
    record.command, record.source, record.name_key = facts.get("command", ""), facts.get("source", ""), facts.get("name", "")
    record.code, record.findings = int(facts.get("code", "")), facts.get("findings", "")
    return record


class Change:
    """Why a record no longer holds: ``reason`` is a word, ``path`` the file that it is about."""

    __slots__ = ("path", "reason")

    def __init__(self, reason: str, path: str = "") -> None:
        self.reason = reason
        self.path = path


class Disk:
    """The files of a project as they are now. What many plans share, their templates, is looked at once."""

    def __init__(self, project: str) -> None:
        self.project = project
        self.shared: dict[tuple[str, str], str | None] = {}
        self.there: dict[str, bool] = {}

    def changes(self, record: Record, source: str) -> Iterator[Change]:
        """Why the record does not hold; nothing where it does. Its signatures are brought up to date."""
        if record.source != source:
            yield Change("version")
        for place, known in record.inputs.items():
            present = self._shared_signature(place, known)
            if present != known[1]:
                if present is None:
                    yield self._change(place, "read", "lost")
                else:
                    record.sign(record.inputs, place, present)
        for place, known in record.outputs.items():
            present = present_signature(self.path(place), known)
            if present != known[1]:
                if present is None:
                    yield self._change(place, "wrote", "missing")
                else:
                    record.sign(record.outputs, place, present)
        yield from (Change("appeared", place) for place in record.absent if self._is_there(place))

    def path(self, place: str) -> str:
        """Where the file is that entries name ``place``."""
        return place if os.path.isabs(place) else f"{self.project}/{place}"

    def _shared_signature(self, place: str, known: tuple[str, str]) -> str | None:
        key = place, known[0]
        if key not in self.shared:
            self.shared[key] = present_signature(self.path(place), known)
        return self.shared[key]

    def _is_there(self, place: str) -> bool:
        if place not in self.there:
            self.there[place] = os.path.lexists(self.path(place))
        return self.there[place]

    def _change(self, place: str, changed: str, gone: str) -> Change:
        return Change(changed if os.path.lexists(self.path(place)) else gone, place)
