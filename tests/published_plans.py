"""The plans in ``plans/``, which ship with ghgplan: each computed and composed once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ghgplan.compute.report import Report, compute
from ghgplan.document.blocks import Document, Edition
from ghgplan.document.compose import compose
from ghgplan.project.addresses import find
from ghgplan.project.loading import load

REPOSITORY = Path(__file__).resolve().parents[1]
PLANS = {address.name: address for address in find((), REPOSITORY).plans}


@cache
def report(name: str) -> Report:
    plan_file = load(PLANS[name]).outcome.value
    assert plan_file is not None
    found = compute(plan_file).value
    assert found is not None
    return found


@cache
def reports() -> dict[str, Report]:
    """All of them, members under ``<group>/<member>``."""
    found: dict[str, Report] = {}
    for plan in PLANS:
        found[plan] = report(plan)
        found |= {f"{plan}/{name}": member for name, member in report(plan).members.items()}
    return found


@cache
def composed(name: str, edition: Edition) -> Document:
    found = compose(report(name), edition).value
    assert found is not None
    return found
