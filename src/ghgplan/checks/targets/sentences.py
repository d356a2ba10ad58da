"""What texts say, sentence by sentence, with quoted figures taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import Interval, around
from ghgplan.compute.numbers import written_decimals
from ghgplan.values import frozen

_QUOTE = re.compile(r"\{\{.*?\}\}")
_END = re.compile(r"[。；！？;!?\n]|\.(?=\s|$)")
_TITLE = re.compile(r"《[^》]*》")
_PERCENT = re.compile(r"(?P<least>超过|大于|高于|不低于|不少于|逾|more than|over|above|at least|exceed\w*)?"
                      r"(?P<most>不足|不到|低于|小于|less than|below|under)?"
                      r"\s*(?P<about>约为?|大约|近|about|around|nearly|some|roughly)?\s*"
                      r"(?P<figure>\d+(?:\.\d+)?)\s*[%％](?:\s*(?P<after_least>以上|or more)|\s*(?P<after_most>以下|以内|or less))?",
                      re.IGNORECASE)  # fmt: skip


@frozen
class Claim:
    """A typed percentage, and the values that would make it true."""

    fragment: str
    holds: Interval
    is_bound: bool
    """Whether it says no more than at least, or at most."""


def sentences(wording: str) -> list[str]:
    """The sentences of a text; a quoted figure is an ellipsis, the title of a standard nothing."""
    return [part.strip() for part in _END.split(_TITLE.sub("", _QUOTE.sub("…", wording))) if part.strip()]


def claims(part: str) -> Iterator[Claim]:
    """The percentages typed in a part of a sentence, as intervals in per cent."""
    for match in _PERCENT.finditer(part):
        value = Decimal(match["figure"])
        known = around(value, written_decimals(value))
        if match["about"]:
            known = known.widened(max(value / 20, Decimal("0.5")))
        if match["least"] or match["after_least"]:
            known = Interval(known.low, Decimal("Infinity"))
        elif match["most"] or match["after_most"]:
            known = Interval(Decimal("-Infinity"), known.high)
        yield Claim(match[0].strip(), known, not (known.low.is_finite() and known.high.is_finite()))
