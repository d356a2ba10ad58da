"""What every fact of the library has in common: names, amounts, source, validity, verification."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from ghgplan.values import frozen


class Verification(StrEnum):
    """How far a fact was held against its source. Where parts of an entry differ, the weakest part's word stands."""

    PUBLISHED = "published document"
    """Stands in a published plan or report."""
    READ = "read at source"
    """Read in the public page or file that is named."""
    THIRD_PARTY = "stated by third party"
    """Stated by third-party code or a third-party page; the official text was not seen."""
    DERIVED = "derived"
    """Computed from other facts."""
    MEMORY = "from memory"
    """Not verified: to be checked before it is printed as a citation."""

    @property
    def label_id(self) -> str:
        """The message that says it to a reader."""
        return f"verification.{self.value}"


class Kind(StrEnum):
    """The kinds of entries."""

    FUEL = "fuel"
    GRID_FACTOR = "grid factor"
    GWP = "gwp"
    BLEND = "refrigerant blend"
    COAL_EQUIVALENT = "coal equivalent"
    PARAMETER = "parameter"
    CURVE = "pathway curve"
    STANDARD = "standard"
    CRITERION = "asi criterion"
    EMISSION_CATEGORY = "emission category"

    @property
    def label_id(self) -> str:
        """The message that says it to a reader."""
        return f"reference kind.{self.value}"


@frozen
class Name:
    """A text in both languages."""

    zh: str
    en: str


@frozen
class Amount:
    """A value as it was published and its unit, written as plans write units."""

    value: Decimal
    unit: str

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".strip()


@frozen
class Source:
    """A document. ``verification`` is about its title and number, not about the values it is named for."""

    id: str
    number: str
    title: Name
    published: str
    """A date, month or year; empty where not known."""
    url: str
    verification: Verification


@frozen
class Provenance:
    """Where a fact comes from and when it holds."""

    source: Source
    place: str
    """Table, clause or appendix of the source; empty where not known."""
    verification: Verification
    edition: str
    """Year of the data, or edition of the source; ``undated`` where neither is known."""
    valid_from: str = ""
    valid_to: str = ""
    """First and last date, month or year; empty where not known."""
    note: Name | None = None


@frozen
class Entry:
    """One fact as a list shows it; the modules of its kind have it in its own type."""

    id: str
    """Unique in the library: ``grid factor/mee-nbs/shanxi/2023``."""
    kind: Kind
    set: str
    """The named set, series, edition or report that it belongs to; empty where its kind has no sets."""
    name: Name
    amounts: tuple[tuple[str, Amount], ...]
    """What each amount is (``net calorific value``; in a blend the gas; in a group of parameters the group) and the amount."""
    provenance: Provenance

    @property
    def value_text(self) -> str:
        """All amounts in one line, as published; those of a blend with their gases."""
        return "; ".join(f"{amount} {of}" if self.kind is Kind.BLEND else str(amount) for of, amount in self.amounts)
