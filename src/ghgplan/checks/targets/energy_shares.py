"""Shares of energy typed into prose, against the figures of energy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ghgplan.checks.precision import interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers
from ghgplan.checks.targets.sentences import Claim, claims, sentences
from ghgplan.checks.telling import places, told
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.energy import CarrierReport
from ghgplan.compute.numbers import PERCENT, Number, ratio
from ghgplan.compute.report import Report
from ghgplan.plan.sections import passages

_SHARE = re.compile(
    r"占[^，。]{0,14}(?:能耗|能源|用能|用电|耗电|电耗|总量|能消耗)|of (?:the |its )?(?:company's )?(?:total )?(?:energy|electricity)",
    re.IGNORECASE,
)
_COAL_EQUIVALENT = re.compile(r"折?标准?煤|coal equivalent", re.IGNORECASE)
"""A unit, not what is burnt."""
_SUBJECT = re.compile(r"^.{0,60}?(?=占|约占|accounts? for|makes? up)", re.IGNORECASE)
_ENERGIES: Mapping[str, tuple[str, ...]] = {
    "热力": ("热力", "蒸汽", "热水", "heat", "steam"), "天然气": ("天然气", "natural gas"), "柴油": ("柴油", "diesel"),
    "汽油": ("汽油", "petrol", "gasoline"), "煤": ("煤", "coal"), "液化石油气": ("液化石油气", "lpg", "liquefied petroleum gas"),
    "电": ("电力", "电", "electricity", "power"),
}  # fmt: skip
"""Energies by the words that name them, in both languages."""


def energy_shares_in_prose(report: Report) -> Iterator[Finding]:
    """A typed share of the energy used that the plan's figures of energy do not give."""
    known = [(name, carrier) for _, name, carrier in carriers(report)]
    if not known:
        return
    for path, text in passages(report.plan.outline, notes=True):
        for wording in wordings(path, text):
            found = next((each for sentence in sentences(wording.written) if (each := _share_clash(sentence, known))), None)
            if found:
                claim, subject, numbers = found
                arguments = {"said": claim.fragment, "subject": subject, "known": ", ".join(told(number, 2) for number in numbers) or "—"}
                yield Finding(wording.path, arguments, places(*numbers), fragment=claim.fragment)
                break


def _share_clash(sentence: str, known: list[tuple[str, CarrierReport]]) -> tuple[Claim, str, list[Number]] | None:
    for part in re.split(r"[，,]", sentence):
        subject = _SUBJECT.match(part)
        if not subject or not _SHARE.search(part):
            continue
        for claim in claims(part):
            energy = _energy(subject[0])
            if energy is None:
                continue
            numbers = [number for _, carrier in known if _names(carrier, energy) for number in _shares(carrier, known)]
            if not any(claim.holds.meets(interval(number, PERCENT)) for number in numbers):
                return claim, subject[0].strip().removesuffix("约"), numbers
    return None


def _energy(subject: str) -> str | None:
    subject = _COAL_EQUIVALENT.sub("", subject)
    return next((key for key, words in _ENERGIES.items() if any(word in subject.lower() for word in words)), None)


def _names(carrier: CarrierReport, energy: str) -> bool:
    names = [name.lower() for name in (carrier.carrier.name.zh, carrier.carrier.name.en) if name]
    return any(word in name for word in _ENERGIES[energy] for name in names)


def _shares(carrier: CarrierReport, known: list[tuple[str, CarrierReport]]) -> Iterator[Number]:
    yield from carrier.shares.values()
    for year, part in carrier.coal_equivalent.items():
        wholes = [other.coal_equivalent[year] for _, other in known if year in other.coal_equivalent]
        whole = sum((number.value_in(part.unit) for number in wholes), Decimal(0))
        share = (
            ratio(part, Number(whole, part.unit, part.origin, part.decimals), PERCENT, 2, "share") if year not in carrier.shares else None
        )
        if share:
            yield share
