"""Words that are slips wherever they stand, each with the right one; and one thing called by two names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ghgplan.catalogue import LANGUAGES, Language
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.wording.prose import Prose, prose
from ghgplan.compute.report import Report
from ghgplan.values import frozen


@frozen
class Slip:
    """What people type, and what they mean."""

    wrong: re.Pattern[str]
    right: str


def _slips(*pairs: tuple[str, str]) -> tuple[Slip, ...]:
    return tuple(Slip(re.compile(wrong), right) for wrong, right in pairs)


CHINESE = _slips(
    ("天[燃然]汽|天燃气", "天然气"),
    ("[能电煤单]秏", "能耗、电耗"),
    ("温室汽体|温室气休|溫室", "温室气体"),
    ("二氧化炭|二样化碳|二氧化谈", "二氧化碳"),
    ("排放因[孑予]", "排放因子"),
    ("排方量", "排放量"),
    ("碳排方", "碳排放"),
    ("炭排放", "碳排放"),
    ("低炭", "低碳"),
    ("[减降]炭", "减碳、降碳"),
    ("减少少|減少", "减少"),
    ("碳足[计积]", "碳足迹"),
    ("碳中合", "碳中和"),
    ("碳达锋", "碳达峰"),
    ("可再生能原", "可再生能源"),
    ("[核盘]察", "核查、盘查"),
    ("台帐", "台账"),
    ("阀值", "阈值"),
    ("溶炼", "熔炼"),
    ("溶铸", "熔铸"),
    ("冶练", "冶炼"),
    ("电结铝", "电解铝"),
    ("铝[绽碇]", "铝锭"),
    ("烧咀", "烧嘴"),
    ("光付", "光伏"),
    ("吨标准媒|标媒", "标准煤"),
    ("当最(?=排放|计)", "当量"),
    ("制冷济", "制冷剂"),
    ("供应上(?=提供|须|应|要求|的)", "供应商"),
    (r"IS0(?=[\s-]?[0-9])", "ISO"),
)
"""Compared with Chinese texts. Only what is no word in any sense: what some people write on purpose is not here."""

ENGLISH = _slips(
    (
        r"(?i)\bgreen[ -]?house[ -]gass?(?:es)?\b(?<!greenhouse gas)(?<!greenhouse-gas)(?<!greenhouse gases)(?<!greenhouse-gases)",
        "greenhouse gas",
    ),
    (r"(?i)\bscopes? I{1,3}\b", "scope 1, 2, 3"),
    (r"(?i)\bemission s\b", "emissions"),
    (r"(?i)\bcarbon di ?oxid\b|\bcarbon di oxide\b", "carbon dioxide"),
    (r"(?i)\bemmiss?ions?\b|\bemisions?\b|\bemissons?\b", "emission"),
    (r"(?i)\benviroments?(?:al)?\b", "environment"),
    (r"(?i)\beletricity\b|\belectricty\b", "electricity"),
    (r"(?i)\bnatual gas\b", "natural gas"),
    (r"(?i)\bequiv[ai]l[ae]nt\b(?<!equivalent)", "equivalent"),
    (r"(?i)\breducton\b|\breductoin\b", "reduction"),
    (r"(?i)\balumini?num\b|\balumnium\b|\balumium\b", "aluminium"),
    (r"(?i)\brenewble\b|\brenewabel\b", "renewable"),
    (r"(?i)\beffic[ie]{1,2}cy\b|\befficency\b", "efficiency"),
    (r"(?i)\bcarbon foot print\b", "carbon footprint"),
    (r"(?i)\bacheive", "achieve"),
    (r"(?i)\bverifcation\b", "verification"),
    (r"(?i)\bintensitiy\b|\bintesity\b", "intensity"),
    (r"\bIS0(?=[\s-]?[0-9])", "ISO"),
)

SYMBOLS = _slips(
    (
        r"(?<![A-Za-z0-9])(?:[kMG]?[tg])C0[2₂]e?|(?<![A-Za-z0-9])C0₂e?|(?<![A-Za-z0-9])C0[2₂](?=e\b|\s?(?:eq|当量|排放|emission|equivalent))",
        "CO2",
    ),
    (r"(?<![A-Za-z])(?:KWH|KWh|Kwh|kwh|kWH|KwH)(?![A-Za-z])", "kWh"),
    (r"(?<![A-Za-z])(?:MWH|Mwh|mwh)(?![A-Za-z])", "MWh"),
    (r"(?<![A-Za-z])(?:GWH|Gwh|gwh)(?![A-Za-z])", "GWh"),
    (r"(?<![A-Za-z])[kK][wW]/[hH](?![A-Za-z])", "kWh"),
    (r"(?<![A-Za-z])[mM][wW]/[hH](?![A-Za-z])", "MWh"),
    (r"(?<=[0-9万])\s?(?:KW|Kw|kw)(?![A-Za-z/])", "kW"),
    (r"(?<=[0-9])\s?(?:KG|Kg)(?![A-Za-z])", "kg"),
    (r"(?<![A-Za-z])(?:[tT]co2e|TCO2e|tCo2e|Co2e?)(?![A-Za-z0-9])", "CO2, tCO2e"),
)
"""Compared with texts in both languages: a zero for the letter O, and units in the wrong case or turned into a quotient."""

_AFTER_SCOPE = r"(?=[、，,。；：:（(+\s]|和|与|及|直接|间接|温室|排放|类别|$)"
"""What may follow a scope written in Chinese numerals: 范围一致 is none."""

PAIRS: Sequence[tuple[Language, tuple[str, str], tuple[str, str]]] = (
    ("zh", ("供应商", "供应商"), ("供货商", "供货商")),
    ("zh", ("可再生能源", "可再生能源"), ("再生能源", "(?<![可非])再生能源")),
    ("zh", ("范围1", r"范围\s?1"), ("范围一", f"范围[一壹]{_AFTER_SCOPE}")),
    ("zh", ("范围2", r"范围\s?2"), ("范围二", f"范围[二贰]{_AFTER_SCOPE}")),
    ("zh", ("范围3", r"范围\s?3"), ("范围三", f"范围[三叁]{_AFTER_SCOPE}")),
    ("zh", ("排放强度", "排放强度"), ("排放密度", "排放密度")),
    ("zh", ("基准年", "基准年"), ("基年", "(?<=[为以])基年|基年(?=排放|值|数据|强度|的)")),
    ("zh", ("外购电力", "外购电力"), ("外购电能", "外购电能")),
    ("en", ("aluminium", r"(?i)\baluminium\b(?! stewardship)"), ("aluminum", r"(?i)\baluminum\b")),
)
"""Two names of one thing: language, then each name with the pattern that finds it. Titles in 《》 keep their own words."""


def slips(report: Report) -> Iterator[Finding]:
    """A misspelt word of the field; the same word once, with all its places."""
    yield from _found(report, {"zh": CHINESE, "en": ENGLISH})


def symbols(report: Report) -> Iterator[Finding]:
    """A unit or a formula written wrongly in prose; the same once, with all its places."""
    yield from _found(report, {"zh": SYMBOLS, "en": SYMBOLS})


def two_names(report: Report) -> Iterator[Finding]:
    """One thing under two names in texts of one language, at the rarer of them."""
    untitled = {
        language: [(each, re.sub("《[^》]*》", "", each.words)) for each in of_language] for language, of_language in _prose(report)
    }
    together = {language: _together(words for _, words in texts) for language, texts in untitled.items()}
    for language, *names in PAIRS:
        if not all(re.search(pattern, together[language]) for _, pattern in names):
            continue
        places = [[(each, match) for each, words in untitled[language] for match in re.findall(pattern, words)] for _, pattern in names]
        if not all(places):  # 范围 at the end of one text, and a number at the beginning of the next
            continue
        rare, common = sorted((0, 1), key=lambda number: (len(places[number]), -number))
        at, fragment = places[rare][0]
        arguments = {
            "rare": names[rare][0], "times": str(len(places[rare])), "common": names[common][0], "other_times": str(len(places[common])),
        }  # fmt: skip
        related = tuple(dict.fromkeys(place(report.file, *other.path) for other, _ in places[common][:1]))
        yield Finding(at.path, arguments, related, fragment=fragment)


def _found(report: Report, lists: dict[Language, tuple[Slip, ...]]) -> Iterator[Finding]:
    places: dict[tuple[str, str], list[Prose]] = {}
    occurring = {language: _occurring(lists[language], of_language) for language, of_language in _prose(report)}
    for each in prose(report):
        for slip in occurring[each.language]:
            for match in slip.wrong.finditer(each.words):
                places.setdefault((match[0].strip(), slip.right), []).append(each)
    for (wrong, right), where in places.items():
        related = tuple(dict.fromkeys(place(report.file, *other.path) for other in where if other.path != where[0].path))
        yield Finding(where[0].path, {"wrong": wrong, "right": right, "times": str(len(where))}, related, fragment=wrong)


def _prose(report: Report) -> Iterator[tuple[Language, list[Prose]]]:
    for language in LANGUAGES:
        yield language, [each for each in prose(report) if each.language == language]


def _occurring(known: Sequence[Slip], texts: Sequence[Prose]) -> list[Slip]:
    """Those that stand anywhere. Of all that can be misspelt, a plan has next to nothing: to ask each text for each takes longer."""
    together = _together(each.words for each in texts)
    return [slip for slip in known if slip.wrong.search(together)]


def _together(texts: Iterable[str]) -> str:
    # A line's end is an end of words, and no part of any.
    return "\n".join(texts)
