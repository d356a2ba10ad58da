"""``ghgplan factors``: list and search the reference library, or show one of its entries in whole."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence

from ghgplan.catalogue import LANGUAGES, catalogue
from ghgplan.cli.arguments import Command, UsageError
from ghgplan.cli.entries import amount_label, entry_json
from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.terminal import Colour, Terminal, display_width, printable
from ghgplan.diagnostics import nearest
from ghgplan.reference.entries import Entry, Kind, Name
from ghgplan.reference.library import all_entries, search
from ghgplan.reference.sets import named_sets

WIDEST = {"id": 60, "name": 40, "value": 44, "source": 40}
"""Columns of the terminal that a cell of a list may take; one entry alone, and JSON, show all."""

_COLUMNS = ("id", "name", "value", "edition", "set", "source", "verification")


def show_factors(command: Command, terminal: Terminal) -> int:
    """List the entries that ``command`` asks for; a list without entries is a result too. Raises UsageError."""
    kind, in_set = _kind(command.kind, terminal), _set(command.set, terminal)
    alone = all_entries().get(command.words)
    found = (alone,) if alone else tuple(entry for entry in search(command.words, kind) if in_set in (None, entry.set))
    if command.as_json:
        terminal.line(json.dumps({"entries": [entry_json(entry) for entry in found]}, ensure_ascii=False, indent=2))
    elif alone:
        for line in entry_lines(alone, terminal):
            terminal.line(line)
    elif found:
        for line in table_lines(found, terminal):
            terminal.line(line)
        terminal.line(terminal.text("factors.count", count=len(found)))
    else:
        terminal.complain(terminal.text("factors.none"))
    return ExitCode.BUILT


def table_lines(entries: Sequence[Entry], terminal: Terminal) -> Iterator[str]:
    """The entries as a table with a head, one to a line."""
    heads = [terminal.text("factors.id"), terminal.text("factors.name"), terminal.text("factors.value"), terminal.text("factors.edition")]
    heads += [terminal.text("factors.set"), terminal.text("factors.source"), terminal.text("factors.verification")]
    rows = [_cells(entry, terminal) for entry in entries]
    widths = [max(display_width(row[column]) for row in (heads, *rows)) for column in range(len(_COLUMNS))]
    yield terminal.coloured(_padded(heads, widths), Colour.BOLD)
    for row in rows:
        yield _padded(row, widths)


def entry_lines(entry: Entry, terminal: Terminal) -> Iterator[str]:
    """All that is known of one entry, a line each."""
    origin = entry.provenance
    yield terminal.coloured(printable(entry.id), Colour.BOLD)
    facts = [
        (terminal.text("factors.name"), _in(entry.name, terminal)),
        (terminal.text("factors.kind"), _label(entry.kind.label_id, terminal)),
        (terminal.text("factors.set"), _set_name(entry, terminal)),
        *((amount_label(of, terminal), str(amount)) for of, amount in entry.amounts),
        (terminal.text("factors.edition"), origin.edition),
        (terminal.text("factors.valid"), f"{origin.valid_from} – {origin.valid_to}" if origin.valid_from or origin.valid_to else ""),
        (terminal.text("factors.source"), " ".join(part for part in (origin.source.number, _in(origin.source.title, terminal)) if part)),
        (terminal.text("factors.place"), origin.place),
        (terminal.text("factors.published"), origin.source.published),
        (terminal.text("factors.url"), origin.source.url),
        (terminal.text("factors.verification"), _label(origin.verification.label_id, terminal)),
        (terminal.text("factors.note"), _in(origin.note, terminal) if origin.note else ""),
    ]
    shown = [(label, text) for label, text in facts if text]
    width = max(display_width(label) for label, _ in shown)
    for label, text in shown:
        yield f"  {label}{' ' * (width - display_width(label))}  {printable(text)}"


def _cells(entry: Entry, terminal: Terminal) -> list[str]:
    origin = entry.provenance
    cells = {
        "id": entry.id,
        "name": _in(entry.name, terminal),
        "value": entry.value_text,
        "edition": origin.edition,
        "set": entry.set,
        "source": origin.source.number or _in(origin.source.title, terminal),
        "verification": _label(origin.verification.label_id, terminal),
    }
    return [_cut(printable(cells[column]), WIDEST.get(column)) for column in _COLUMNS]


def _padded(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (width - display_width(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cut(text: str, width: int | None) -> str:
    if width is None or display_width(text) <= width:
        return text
    while display_width(text) > width - 3:
        text = text[:-1]
    return f"{text}..."


def _in(name: Name, terminal: Terminal) -> str:
    return name.zh if terminal.language == "zh" else name.en


def _label(name: str, terminal: Terminal) -> str:
    return catalogue("document", terminal.language).messages[name]


def _set_name(entry: Entry, terminal: Terminal) -> str:
    known = named_sets(entry.kind)
    return f"{entry.set} ({_in(known[entry.set].name, terminal)})" if entry.set in known else entry.set


def _kind(given: str | None, terminal: Terminal) -> Kind | None:
    """The kind by its id, or by its name in either language."""
    if given is None:
        return None
    names = {_folded(catalogue("document", language).messages[kind.label_id]): kind for language in LANGUAGES for kind in Kind}
    names |= {_folded(kind.value): kind for kind in Kind}
    if _folded(given) not in names:
        raise UsageError(_unknown("--kind", given, [kind.value for kind in Kind], terminal))
    return names[_folded(given)]


def _set(given: str | None, terminal: Terminal) -> str | None:
    if given is None:
        return None
    known = {_folded(entry.set): entry.set for entry in all_entries().values() if entry.set}
    if _folded(given) not in known:
        raise UsageError(_unknown("--set", given, list(known.values()), terminal))
    return known[_folded(given)]


def _unknown(option: str, given: str, known: Sequence[str], terminal: Terminal) -> str:
    sentence = terminal.text("usage.unknown-value", option=option, given=given, known=", ".join(known))
    close = nearest(given, known)
    return f"{sentence} {terminal.text('usage.did-you-mean', suggestion=close)}" if close else sentence


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
