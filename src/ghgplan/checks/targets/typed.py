"""Percentages typed into prose, against the figures of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers, inventories
from ghgplan.checks.targets.sentences import Claim, at_language, claims, outline_texts, sentences, wordings
from ghgplan.checks.telling import places, told
from ghgplan.compute.energy import CarrierReport
from ghgplan.compute.numbers import PERCENT, Number, ratio
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.text import Text

_EMISSIONS = re.compile(r"排放|强度|碳|emission|intensit|carbon|CO2|CO₂", re.IGNORECASE)
_CHANGES = re.compile(
    r"下降|降低|减少|减排|降幅|上升|增加|增长|升高|\b(?:fall|fell|fallen|drop|reduc|decreas|declin|cut|lower|below|rise|rose|increas|grew)\w*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"产量|产值|电耗|用电|能耗|煤耗|天然气|成本|收入|投资|人员|占|\b(?:output|production|electricity|energy|gas|cost|revenue|share)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_PARTS = re.compile(r"[，,、：:]")
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


_CHAPTERS = (".pathways.", ".progress.", ".targets.", ".gap.", ".group.", ".measures.")
_Backing = tuple[frozenset[int], Interval]
"""A percentage of the plan, in per cent, with the years it speaks of; none where it names none."""


def changes_in_prose(report: Report) -> Iterator[Finding]:
    """A typed percentage by which emissions fell or rise that no figure of the plan gives, of the years that the sentence names."""
    backed = [*_percentages(report)]
    spoken_of = _years_with_figures(report)
    for path, text in _prose(report):
        for language, wording in wordings(text):
            found = next(
                (claim for sentence in sentences(wording) for claim in _unbacked(sentence, backed, spoken_of, _years_of(report, path))),
                None,
            )
            if found:
                yield Finding(at_language(path, text, language), {"said": found.fragment}, fragment=found.fragment)
                break


def energy_shares_in_prose(report: Report) -> Iterator[Finding]:
    """A typed share of the energy used that the plan's figures of energy do not give."""
    known = [(name, carrier) for _, name, carrier in carriers(report)]
    if not known:
        return
    for path, text, _ in outline_texts(report.plan.outline):
        for language, wording in wordings(text):
            found = next((each for sentence in sentences(wording) if (each := _share_clash(sentence, known))), None)
            if found:
                claim, subject, numbers = found
                arguments = {"said": claim.fragment, "subject": subject, "known": ", ".join(told(number, 2) for number in numbers) or "—"}
                yield Finding(at_language(path, text, language), arguments, places(*numbers), fragment=claim.fragment)
                break


def _years_of(report: Report, path: Path) -> frozenset[int]:
    """The year that a target's sentence quotes rather than types."""
    target = report.plan.targets.get(path[1]) if path[0] == "targets" else None
    return frozenset({target.year} if target and target.year else ())


def _years_with_figures(report: Report) -> frozenset[int]:
    """The years of which the plan gives emissions or intensities, or a target."""
    given = {year for series in _series(report) for year, _ in series}
    return frozenset(given | {target.year for target in report.plan.targets.values() if target.year})


def _unbacked(sentence: str, backed: list[_Backing], spoken_of: frozenset[int], quoted: frozenset[int]) -> Iterator[Claim]:
    years = {int(match[0]) for match in _YEAR.finditer(sentence)} or quoted
    if not years & spoken_of or not _EMISSIONS.search(sentence):
        return
    of_years = [known for named, known in backed if not named or named & years]
    for part in _PARTS.split(sentence):
        if _CHANGES.search(part) and not _OTHER.search(part):
            yield from (claim for claim in claims(part) if not any(claim.holds.meets(known) for known in of_years))


def _percentages(report: Report) -> Iterator[_Backing]:
    """Percentages of the plan, and the changes between any two figures of one series, as positive numbers."""
    for name, number in report.numbers.items():
        if number.unit.is_kind("share") and any(kind in f".{name}" for kind in _CHAPTERS):
            year = _YEAR.fullmatch(name.rpartition(".")[2])
            yield frozenset({int(year[0])} if year else ()), interval(number, PERCENT)
    for series in _series(report):
        for (first_year, first), (last_year, last) in combinations(series, 2):
            try:
                part = (interval(last, first.unit) / interval(first)).times(100)
            except (ValueError, ZeroDivisionError):
                continue
            years = frozenset({first_year, last_year})
            yield years, Interval(100 - part.high, 100 - part.low)
            yield years, Interval(part.low - 100, part.high - 100)


def _series(report: Report) -> Iterator[list[tuple[int, Number]]]:
    for pathway in report.pathways.values():
        base = [(pathway.pathway.base_year, pathway.base)] if pathway.base else []
        yield [*base, *pathway.values.items(), *pathway.actual.items()]
    for entity in report.entities.values():
        for totals in entity.inventory.totals.values() if entity.inventory else ():
            yield list(totals.items())
    for _, inventory in inventories(report):
        for source in inventory.sources.values():
            yield list(source.emissions.items())


def _prose(report: Report) -> Iterator[tuple[Path, Text]]:
    yield from ((path, text) for path, text, _ in outline_texts(report.plan.outline))
    yield from ((("targets", name, "statement"), target.statement) for name, target in report.plan.targets.items())
    yield from ((("progress", name, "remark"), each.remark) for name, each in report.plan.progress.items() if each.remark)


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
