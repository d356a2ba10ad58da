"""How an entry of the reference library reads: its source in one line, the whole of it as JSON."""

from __future__ import annotations

from typing import Any

from ghgplan.catalogue import catalogue
from ghgplan.cli.terminal import Terminal, printable
from ghgplan.reference.entries import Entry

AMOUNTS = (
    "average",
    "residual average",
    "fossil average",
    "operating margin",
    "build margin",
    "life cycle",
    "net calorific value",
    "carbon content",
    "oxidation",
    "emission factor",
    "printed emission factor",
    "converges to",
    "electrolysis",
    "sector average",
    "target setting",
    "freight",
    "density",
    "carbonate",
    "purchased heat",
    "water",
)
"""What amounts are, where the catalogue has a label for it; otherwise they are called by their own name."""


def amount_label(of: str, terminal: Terminal) -> str:
    """What an amount of an entry is: its label, else the kind of entry, the gas or the group it is named by."""
    labels = catalogue("document", terminal.language)
    names = (f"amount.{of}" if of in AMOUNTS else "", f"reference kind.{of}")
    return next((labels.messages[name] for name in names if name in labels), of)


def entry_source(entry: Entry, terminal: Terminal) -> str:
    """Source, place in it, year and verification of an entry, in one line."""
    origin = entry.provenance
    title = origin.source.title.zh if terminal.language == "zh" else origin.source.title.en
    verification = catalogue("document", terminal.language).text(origin.verification.label_id)
    parts = (origin.source.number, title, origin.place, origin.edition, verification)
    return printable(("；" if terminal.language == "zh" else "; ").join(part for part in parts if part))


def entry_json(entry: Entry) -> dict[str, Any]:
    """An entry of the library as JSON can hold it."""
    origin = entry.provenance
    source = origin.source
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "set": entry.set or None,
        "name": {"zh": entry.name.zh, "en": entry.name.en},
        "amounts": [{"of": of, "value": f"{amount.value:f}", "unit": amount.unit} for of, amount in entry.amounts],
        "edition": origin.edition,
        "valid from": origin.valid_from or None,
        "valid to": origin.valid_to or None,
        "verification": origin.verification.value,
        "source": {
            "id": source.id,
            "number": source.number or None,
            "title": {"zh": source.title.zh, "en": source.title.en},
            "place": origin.place or None,
            "published": source.published or None,
            "url": source.url or None,
            "verification": source.verification.value,
        },
        "note": {"zh": origin.note.zh, "en": origin.note.en} if origin.note else None,
    }
