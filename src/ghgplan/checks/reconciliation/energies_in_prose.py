"""Energies that the text says the company uses, against the sources and carriers that its figures have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import carriers, inventories
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.sections import passages
from ghgplan.values import frozen


@frozen
class _Energy:
    """A kind of energy by the words that name it in a text, and those that name it in a source or carrier."""

    in_text: re.Pattern[str]
    known_by: re.Pattern[str]


def _energy(in_text: str, known_by: str) -> _Energy:
    return _Energy(re.compile(in_text, re.IGNORECASE), re.compile(known_by, re.IGNORECASE))


_ENERGIES: Mapping[str, _Energy] = {
    "柴油 diesel": _energy("柴油|diesel", "柴油|diesel|燃油|油品"),
    "汽油 petrol": _energy(r"汽油|\b(?:petrol|gasoline)\b", "汽油|petrol|gasoline|燃油|油品"),
    "液化石油气 LPG": _energy(r"液化石油气|\bLPG\b|liquefied petroleum gas", "液化|LPG|petroleum gas"),
    "天然气 natural gas": _energy("天然气|天燃气|natural gas", "天然气|天燃气|natural gas|燃气|LNG"),
    "热力 heat": _energy("外购(?:热力|蒸汽)|purchased (?:heat|steam)", "热|蒸汽|heat|steam"),
}
_USES = re.compile(
    r"燃用|使用|所用|采用|消耗|所需|燃料(?:为|是|有)|来自|来源于|购自|以[^，。；]{0,6}为燃料"
    r"|\b(?:runs?|use[sd]?|using|burns?|burnt|fuel(?:l?ed)?|comes? from|consum\w+)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"不再|不使用|没有|未使用|无(?!缝)|停用|淘汰|替代|替换|取代|代替|改用|将|计划|拟|逐步|争取|因子|系数|热值|缺省|指南"
    r"|\b(?:no longer|no|not|never|without|replac\w*|instead|will|plans? to|phas\w+ out|gradually|factors?|coefficients?|defaults?)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[。；！？;!?\n，,]|\.(?=\s|$)")
_TITLE = re.compile(r"《[^》]*》")


def energies_without_figures(report: Report) -> Iterator[Finding]:
    """An energy that the text says is used, in a plan whose sources and carriers do not have it. One finding a plan."""
    named = _named(report)
    if not named:
        return
    found: dict[str, tuple[Path, str]] = {}
    captions = [(("tables", name, "caption"), table.caption) for name, table in report.plan.tables.items()]
    for path, text in [*passages(report.plan.outline), *captions]:
        for each in wordings(path, text):
            for part in _PARTS.split(_TITLE.sub("", each.words)):
                if not _USES.search(part) or _NOT.search(part):
                    continue
                for name, energy in _ENERGIES.items():
                    match = energy.in_text.search(part)
                    if match and not energy.known_by.search(named):
                        found.setdefault(name, (each.path, match[0]))
    if found:
        (path, fragment), *others = found.values()
        arguments = {"energies": "、".join(said for _, said in found.values()), "count": str(len(found))}
        related = tuple(dict.fromkeys(place(report.file, *other) for other, _ in others if other != path))
        yield Finding(path, arguments, related, fragment=fragment)


def _named(report: Report) -> str:
    """What sources and carriers are called; nothing where the plan has emissions in total only."""
    sources = [source.source for _, inventory in inventories(report) for source in inventory.sources.values()]
    texts = [text for source in sources for text in (source.carrier, source.name)]
    texts += [carrier.carrier.name for _, _, carrier in carriers(report)]
    keys = [key for source in sources for key in (source.fuel,) if key]
    return "\n".join([*keys, *(wording for text in texts for wording in (text.zh, text.en) if wording)])
