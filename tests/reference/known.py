"""Asking the library for what it must know."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from ghgplan.reference.entries import Amount
from ghgplan.reference.lookup import Unknown

T = TypeVar("T")


def known(found: T | Unknown) -> T:
    """What was found; fails the test where nothing was."""
    assert not isinstance(found, Unknown), f"{found.asked} {found.name} is not known; nearest: {found.nearest}"
    return found


def value(amount: Amount | None) -> Decimal:
    """The value of an amount that must be there."""
    assert amount is not None
    return amount.value
