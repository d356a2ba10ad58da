"""How far a plan meets a criterion, what shows it and what lacks."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ghgplan.diagnostics import Path, Related
from ghgplan.reference.criteria import Criterion, criteria
from ghgplan.values import frozen


class Status(StrEnum):
    """How far a criterion is met, as far as a plan can show it."""

    MET = "met"
    PARTLY = "partly met"
    MISSING = "missing"
    NOT_APPLICABLE = "not applicable"

    @property
    def label_id(self) -> str:
        """The message that says it to a reader, in the catalogue of this family."""
        return f"status.{self.value}"


@frozen
class Remark:
    """One thing that is there, or that lacks."""

    id: str
    places: tuple[Related, ...] = ()
    """Where the plan, or a member's, shows it."""
    names: tuple[str, ...] = ()
    """What it speaks of, in no language: names of the report's things, some with figures behind them (``north.plant 2024: 9.8``)."""
    at: Path = ()
    """Where the plan should say what lacks; it need not exist."""

    @property
    def message_id(self) -> str:
        """The message that says it to a reader, in the catalogue of this family."""
        return f"name.{self.id}"

    @property
    def about(self) -> str:
        """The chapter whose things it names; empty where it names none."""
        return self.places[0].path[0] if self.places and self.places[0].path else ""

    @property
    def detail(self) -> str:
        """What it speaks of, as findings tell it: `` (casting, extrusion)``, or nothing."""
        return f" ({', '.join(self.names)})" if self.names else ""


@frozen
class Judgement:
    """What a plan shows of one criterion."""

    criterion: Criterion
    status: Status
    shown: tuple[Remark, ...] = ()
    lacking: tuple[Remark, ...] = ()

    @property
    def places(self) -> tuple[Related, ...]:
        """Where the plan shows what is there, each place once."""
        return tuple(dict.fromkeys(place for remark in self.shown for place in remark.places))


def judged(criterion: str, shown: Iterable[Remark | None], lacking: Iterable[Remark | None]) -> Judgement:
    """Met where nothing lacks, missing where nothing is there."""
    there = tuple(remark for remark in shown if remark)
    not_there = tuple(remark for remark in lacking if remark)
    status = Status.MET if not not_there else Status.PARTLY if there else Status.MISSING
    return Judgement(criteria()[criterion], status, there, not_there)


def remark(name: str, of: Iterable[tuple[str, Related | None]] = (), at: Path = ()) -> Remark | None:
    """A remark on the things ``of``, named in its detail; None where there are none of them."""
    things = list(of)
    if not things:
        return None
    names = tuple(dict.fromkeys(label for label, _ in things if label))
    return Remark(name, tuple(dict.fromkeys(place for _, place in things if place)), names, at)
