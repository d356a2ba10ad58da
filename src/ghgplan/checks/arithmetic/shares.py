"""Shares: each against the amounts it is a share of, and all of them against 100 %."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ghgplan.checks.precision import agree, exactly, interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers, inventories
from ghgplan.checks.telling import beside, places, told
from ghgplan.compute.energy import comprehensive_energy
from ghgplan.compute.numbers import PERCENT, Number, ratio, total
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.values import frozen

_HUNDRED = exactly(Decimal(100))


@frozen
class _Shares:
    """The shares of one whole in one year, by the path of each; computed where both amounts are known."""

    whole: str
    year: int
    path: Path
    """Of the whole."""
    stated: Mapping[Path, Number]
    computed: Mapping[Path, Number]
    is_complete: bool
    """Whether every part has a stated share."""

    @property
    def together(self) -> Number:
        return total(self.stated.values(), PERCENT)


def shares_against_amounts(report: Report) -> Iterator[Finding]:
    """Stated shares that are not the part over the whole. One finding for the years of a part, at the first of them."""
    wrong: dict[Path, list[tuple[_Shares, Number, Number]]] = {}
    for shares in _all(report):
        for path, stated in shares.stated.items():
            computed = shares.computed.get(path)
            if computed and not agree(stated, computed):
                wrong.setdefault(path[:-1], []).append((shares, stated, computed))
    for path, found in wrong.items():
        shares, stated, computed = found[0]
        arguments = {
            "part": path[-2], "whole": shares.whole, "year": str(shares.year), "stated": told(stated), "computed": beside(computed, stated),
            "together": told(shares.together), "years": ", ".join(str(each.year) for each, _, _ in found),
        }  # fmt: skip
        yield Finding((*path, str(shares.year)), arguments, places(computed))


def shares_together(report: Report) -> Iterator[Finding]:
    """Stated shares of a whole that do not make 100 %, where the amounts do not tell which of them is wrong."""
    for shares in _all(report):
        told_by_amounts = len(shares.computed) == len(shares.stated)
        if shares.is_complete and not told_by_amounts and not interval(shares.together).meets(_HUNDRED):
            arguments = {"whole": shares.whole, "year": str(shares.year), "together": told(shares.together)}
            yield Finding(next(iter(shares.stated)), arguments, places(*shares.stated.values()))


def _all(report: Report) -> Iterator[_Shares]:
    yield from _of_sources(report)
    yield from _of_carriers(report)
    yield from _of_uses(report)


def _of_sources(report: Report) -> Iterator[_Shares]:
    for entity, inventory in inventories(report):
        path = ("inventory", entity, "sources")
        parts = {(*path, name, "stated shares"): (source.shares, source.emissions) for name, source in inventory.sources.items()}
        yield from _shares(entity, path, parts, inventory.totals.get("total", {}))


def _of_carriers(report: Report) -> Iterator[_Shares]:
    by_entity: dict[str, dict[Path, tuple[Mapping[int, Number], Mapping[int, Number]]]] = {}
    for entity, name, carrier in carriers(report):
        path = ("energy", entity, "carriers", name, "stated shares")
        by_entity.setdefault(entity, {})[path] = (carrier.shares, carrier.coal_equivalent)
    for entity, parts in by_entity.items():
        yield from _shares(entity, ("energy", entity), parts, comprehensive_energy(report.entities[entity].energy))


def _of_uses(report: Report) -> Iterator[_Shares]:
    for entity, name, carrier in carriers(report):
        path = ("energy", entity, "carriers", name)
        parts = {(*path, "uses", use, "stated shares"): (each.shares, each.amounts) for use, each in carrier.uses.items()}
        # The row of the total is a share like the others: the whole of the whole.
        whole: dict[Path, tuple[Mapping[int, Number], Mapping[int, Number]]] = {
            (*path, "stated total shares"): (carrier.total_shares, carrier.consumption)
        }
        yield from _shares(name, path, parts, carrier.consumption)
        yield from _shares(name, path, whole, carrier.consumption)


def _shares(
    whole: str, path: Path, parts: Mapping[Path, tuple[Mapping[int, Number], Mapping[int, Number]]], amounts: Mapping[int, Number]
) -> Iterator[_Shares]:
    for year in sorted({year for shares, _ in parts.values() for year in shares}):
        stated = {(*at, str(year)): shares[year] for at, (shares, _) in parts.items() if year in shares and shares[year].is_stated}
        if not stated:
            continue
        computed: dict[Path, Number] = {}
        for at, (_, of_part) in parts.items():
            share = _share(of_part.get(year), amounts.get(year), 4)
            if share and (*at, str(year)) in stated:
                computed[*at, str(year)] = share
        yield _Shares(whole, year, path, stated, computed, len(stated) == len(parts))


def _share(part: Number | None, whole: Number | None, decimals: int) -> Number | None:
    try:
        return ratio(part, whole, PERCENT, decimals, "share") if part and whole else None
    except ValueError:
        return None
