"""Where a number of a report comes from: the tree of its inputs, down to the plan's lines and the library's entries."""

from __future__ import annotations

from ghgplan.compute.formulas import FORMULAS, Formula
from ghgplan.compute.numbers import Computed, Library, Number, Stated
from ghgplan.compute.report import Report
from ghgplan.reference.entries import Entry
from ghgplan.reference.library import all_entries
from ghgplan.values import frozen


@frozen
class Derivation:
    """A number and what it was made from.

    ``name`` is the number's dotted name in the report; an input that has none is called by the
    place where the plan states it, or not at all.
    """

    name: str
    number: Number
    formula: Formula | None = None
    """How it was computed; None where it was not."""
    inputs: tuple[Derivation, ...] = ()
    """In the formula's order."""
    entry: Entry | None = None
    """The library's entry that it was taken from."""
    is_repeated: bool = False
    """True where the tree shows this number's inputs further up, and not again."""
    handle: str = ""
    """What the tree tells it from its other numbers by: its name; of a computed one without a name ``#1``, ``#2``, in the
    order of the tree, and the same wherever it is repeated."""


class NumberNames:
    """What the numbers of a report are called."""

    def __init__(self, report: Report) -> None:
        # The report holds its numbers, so no other object can take the identity of one of them.
        self._report = report
        self._by_identity: dict[int, str] = {}
        self._by_place: dict[Stated, str] = {}
        for name, number in report.numbers.items():
            self._by_identity.setdefault(id(number), name)
            if isinstance(number.origin, Stated):
                self._by_place.setdefault(number.origin, name)

    def of(self, number: Number) -> str:
        """The dotted name of ``number``, else the path in the plan that states it, else nothing."""
        name = self._by_identity.get(id(number))
        if name is None and isinstance(number.origin, Stated):
            name = self._by_place.get(number.origin) or ".".join(number.origin.path)
        return name or ""


def derivation(report: Report, name: str, names: NumberNames | None = None) -> Derivation:
    """The derivation of the number ``name``. Raises KeyError where the report has no such number.

    ``names`` saves collecting the report's names anew for each of many derivations.
    """
    return _derive(report.numbers[name], name, names or NumberNames(report), {})


def _derive(number: Number, name: str, names: NumberNames, shown: dict[int, str]) -> Derivation:
    """``shown`` has the handles of the computed numbers further up, by their identity."""
    match number.origin:
        case Stated():
            return Derivation(name, number, handle=name)
        case Library(entry):
            return Derivation(name, number, entry=all_entries()[entry], handle=name)
        case Computed(formula, inputs):
            if id(number) in shown:
                return Derivation(name, number, FORMULAS[formula], is_repeated=True, handle=shown[id(number)])
            unnamed = sum(handle.startswith("#") for handle in shown.values())
            shown[id(number)] = handle = name or f"#{unnamed + 1}"
            parts = tuple(_derive(part, names.of(part), names, shown) for part in inputs)
            return Derivation(name, number, FORMULAS[formula], parts, handle=handle)
