"""Every way in which a plan file is known to go wrong: what is said of it, and where.

Lines and columns count from 1. ``_IN_PLAN`` holds the mistakes of somebody who edits a
plan with a Chinese keyboard: what stood there, what is typed instead, and the place of
the finding inside what was typed (as line and column offset from where it begins).
"""

from __future__ import annotations

import pytest

from ghgplan.catalogue import LANGUAGES
from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.plan import tree
from ghgplan.plan.reader import read
from plan.samples import GOOD_PLAN, broken, compiled, line_of, places, shown, typed

SITE = "site: {zh: 示例省示例市, en: Example City}"
NAME = "{zh: 铸造厂, en: Casthouse}"
LAST_VALUE = "2030: 0.64"


def assert_says(diagnostic: Diagnostic) -> None:
    for language in LANGUAGES:
        message, advice = diagnostic.message(language), diagnostic.advice(language)
        assert message.strip()
        assert advice, f"{diagnostic.code} gives no advice"
        assert advice.strip()


_FILES: list[tuple[str, bytes, tuple[str, int, int]]] = [
    ("GB18030", "company:\n  name: 示例".encode("gb18030"), ("GP-Y03", 2, 10)),
    ("Big5", "company:\n  name: 公司".encode("big5"), ("GP-Y03", 2, 9)),
    ("one wrong byte behind a mark", "\ufeffa: 中".encode()[:-1] + b"\xff", ("GP-Y03", 1, 4)),
    ("UTF-16 without a mark", "company: x".encode("utf-16-le"), ("GP-Y03", 1, 1)),
    ("UTF-16 cut short", b"\xff\xfea", ("GP-Y03", 1, 1)),
    ("UTF-32", "company: x".encode("utf-32"), ("GP-Y03", 1, 1)),
    ("Word or Excel file", b"PK\x03\x04\x14\x00\x06\x00", ("GP-Y02", 1, 1)),
    ("old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1", ("GP-Y02", 1, 1)),
    ("PDF", b"%PDF-1.7", ("GP-Y02", 1, 1)),
    ("too large", b"#" * (4 * 1024 * 1024 + 1), ("GP-Y01", 1, 1)),
    ("empty", b"", ("GP-Y14", 1, 1)),
    ("only a comment", "# 计划\n".encode(), ("GP-Y14", 1, 1)),
    ("only a word", b"plan", ("GP-Y15", 1, 1)),
    ("a list", b"- company\n", ("GP-Y15", 1, 1)),
    ("deep", b"a: " + b"[" * 50 + b"]" * 50, ("GP-Y12", 1, 43)),
]


@pytest.mark.parametrize(("content", "place"), [pytest.param(content, place, id=name) for name, content, place in _FILES])
def test_a_file_that_is_no_plan(content: bytes, place: tuple[str, int, int]) -> None:
    outcome = read(content, "plan.yaml")
    assert outcome.value is None
    assert places(outcome.diagnostics) == [place], shown(outcome.diagnostics)
    assert_says(outcome.diagnostics[0])


def test_a_file_of_more_values_than_any_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_NODES", 100)
    found = read(b"a: [" + b"1," * 200 + b"1]", "plan.yaml").diagnostics
    assert places(found) == [("GP-Y13", 1, 203)]
    assert_says(found[0])


_CHARACTERS = {
    "byte order mark": ("\ufeff", "U+FEFF"),
    "bidirectional override": ("\u202e", "U+202E"),
    "isolate": ("\u2066", "U+2066"),
    "control character": ("\x07", "U+0007"),
    "vertical tab": ("\x0b", "U+000B"),
    "delete": ("\x7f", "U+007F"),
    "next line": ("\x85", "U+0085"),
    "line separator": ("\u2028", "U+2028"),
    "lost character": ("\ufffd", "U+FFFD"),
    "noncharacter": ("\uffff", "U+FFFF"),
}


@pytest.mark.parametrize(("character", "codepoint"), _CHARACTERS.values(), ids=_CHARACTERS)
def test_a_character_that_no_document_can_hold(character: str, codepoint: str) -> None:
    found = compiled(broken("7880 t", f"78{character}80 tonn").replace("number: 007", f"num{character}ber: 007"))
    assert places(found) == [("GP-Y04", 7, 6), ("GP-Y04", 35, 15), ("GP-U04", 35, 13)]
    assert found[0].arguments["codepoint"] == codepoint
    assert_says(found[0])


@pytest.mark.parametrize("escape", [r"\0", r"\u202e", r"\ud800", r"\ufeff", r"\x07"])
def test_a_character_written_as_an_escape(escape: str) -> None:
    assert places(compiled(broken(SITE, f'site: "甲{escape}乙"'))) == [("GP-Y04", 3, 9)]


# name, what stood there, what is typed, code, line and column offset from the start of what is typed
_IN_PLAN: list[tuple[str, str, str, str, int, int]] = [
    # the keyboard
    ("full-width colon", "number: 007", "number：007", "GP-Y20", 0, 6),
    ("full-width colon behind a chapter", "document:", "document：", "GP-Y20", 0, 8),
    ("full-width colon in braces", NAME, "{zh：铸造厂, en：Casthouse}", "GP-Y20", 0, 1),
    ("full-width comma in braces", NAME, "{zh: 铸造厂，en: Casthouse}", "GP-Y28", 0, 8),
    ("full-width braces", NAME, "｛zh: 铸造厂, en: Casthouse｝", "GP-Y28", 0, 0),
    ("full-width brackets", "[zh, en, zh-en]", "［zh，en］", "GP-S03", 0, 0),
    ("enumeration comma", "[zh, en, zh-en]", "[zh、en]", "GP-S20", 0, 1),
    ("full-width space in the indentation", "  number: 007", "　number: 007", "GP-Y22", 0, 0),
    ("no-break space in the indentation", "  number: 007", "\u00a0\u00a0number: 007", "GP-Y22", 0, 0),
    ("full-width space behind the colon", "number: 007", "number:　007", "GP-Y29", 0, 7),
    ("tab in the indentation", "  number: 007", "\tnumber: 007", "GP-Y21", 0, 0),
    ("full-width dash", "      - table: pathways", "      － table: pathways", "GP-Y23", 0, 6),
    ("long dash without a space", "      - table: pathways", "      —table: pathways", "GP-Y23", 0, 6),
    ("bullet", "- ISO 14064-1:2018", "• ISO 14064-1:2018", "GP-S03", 0, 0),
    ("no space behind the dash", "- ISO 14064-1:2018", "-ISO 14064-1:2018", "GP-S03", 0, 0),
    ("no space behind the dash of an item", "      - table: water", "      -table: water", "GP-Y40", 0, 6),
    ("no space behind the colon", "reporting year: 2024", "reporting year:2024", "GP-Y24", 0, 14),
    ("no colon", "number: 007", "number 007", "GP-Y31", 0, 0),
    ("no colon behind a chapter", "document:", "document", "GP-Y31", 0, 0),
    ("Chinese quotation marks around a colon", SITE, "site: “地址: 示例市”", "GP-Y25", 0, 6),
    ("colon in a value", SITE, "site: 地址: 示例市", "GP-Y27", 0, 8),
    ("@ first", SITE, "site: @示例市", "GP-Y26", 0, 6),
    ("% first", SITE, "site: %示例市", "GP-Y26", 0, 6),
    ("backtick first", SITE, "site: `示例市`", "GP-Y26", 0, 6),
    ("backslash in double quotes", SITE, 'site: "D:\\data"', "GP-Y38", 0, 10),
    ("quotation mark left open", SITE, 'site: "示例市', "GP-Y34", 0, 6),
    ("quotation mark left open in braces", SITE, 'site: {zh: 示例市, en: "City}', "GP-Y34", 0, 20),
    ("text behind the quotation marks", SITE, 'site: "示例"市', "GP-Y36", 0, 10),
    ("brace left open", NAME, "{zh: 铸造厂, en: Casthouse", "GP-Y35", 0, 0),
    ("bracket left open", "[zh, en, zh-en]", "[zh, en", "GP-Y35", 0, 0),
    ("text on the line of |", SITE, "site: |示例市", "GP-Y39", 0, 7),
    ("list on the line of its key", "- ISO 14064-1:2018", "standard: - ISO", "GP-Y33", 0, 10),
    ("two commas", "[CO2, CH4]", "[CO2,, CH4]", "GP-Y37", 0, 5),
    ("indented too far", f"  {SITE}", f"     {SITE}", "GP-Y32", 0, 5),
    ("indented too little", f"  {SITE}", f" {SITE}", "GP-Y32", 0, 1),
    ("a key under a value", "number: 007", "number: 007\n    of: 3", "GP-Y30", 1, 4),
    # YAML's own features
    ("anchor", SITE, "site: &示例市", "GP-Y08", 0, 6),
    ("alias", SITE, "site: *示例市", "GP-Y08", 0, 6),
    ("merge key", SITE, "<<: {site: 示例市}", "GP-Y08", 0, 0),
    ("tag", SITE, "site: !!binary 示例市", "GP-Y09", 0, 6),
    ("unknown tag", SITE, "site: !示例市", "GP-Y26", 0, 6),
    ("directive", "company:\n", "%YAML 1.1\n---\ncompany:\n", "GP-Y10", 1, 0),
    ("second document", "measures:\n", "---\nmeasures:\n", "GP-Y10", 0, 0),
    ("quote without quotation marks", SITE, "site: {{ company.name }}", "GP-Y11", 0, 6),
    ("quote without quotation marks, and text", SITE, "site: {{ company.name }} 的地址", "GP-Y11", 0, 6),
    ("same key twice", f"  {SITE}", f"  {SITE}\n  site: 示例市", "GP-Y07", 1, 2),
    ("invisible character in a key", "number: 007", "num\u200bber: 007", "GP-Y16", 0, 0),
    ("text lost as a comment", SITE, "site: 示例路 #3", "GP-Y17", 0, 10),
    # keys
    ("misspelt key", "reporting year: 2024", "report year: 2024", "GP-S01", 0, 0),
    ("capitals in a key", "reporting year: 2024", "Reporting Year: 2024", "GP-S01", 0, 0),
    ("Chinese key", "reporting year: 2024", "报告年度: 2024", "GP-S02", 0, 0),
    ("misspelt chapter", "pathways:\n", "pathway:\n", "GP-S01", 0, 0),
    ("misspelt key that must be given", "method: asi-tool", "methode: asi-tool", "GP-S01", 0, 0),
    ("missing key", "  process:\n    entity: casting\n", "  process:\n", "GP-S18", 0, 2),
    ("unknown language", "en: Casthouse}", "english: Casthouse}", "GP-S15", 0, 0),
    ("comma in a text in braces", '"Example Aluminium Co., Ltd."', "Example Aluminium Co., Ltd.", "GP-S19", 0, 23),
    # shapes
    ("text for a list", "[CO2, CH4]", "CO2", "GP-S03", 0, 0),
    ("mapping for a list", "- ISO 14064-1:2018", "ISO: 14064", "GP-S03", 0, 0),
    (
        "text for a mapping",
        "stated:\n      scope 1: {2023: 2594.4 tCO2e}\n      intensity: {2023: 0.82 tCO2e/t}",
        "stated: 无",
        "GP-S03",
        0,
        8,
    ),
    ("list for a mapping", "{2024: 0.81}", "[2024, 0.81]", "GP-S03", 0, 0),
    ("list for a text", SITE, "site: [示例市]", "GP-S03", 0, 6),
    ("mapping for a number", LAST_VALUE, "2030: {value: 0.64}", "GP-S03", 0, 6),
    ("text for an item", "- table: water", "- water", "GP-S03", 0, 2),
    (
        "nothing for a chapter",
        "members:\n  north:\n    name: {zh: 北方公司, en: North}\n    plan: ../north/plan.yaml\n",
        "members:\n",
        "GP-S05",
        0,
        0,
    ),
    ("nothing for a text", "carrier: {zh: 天然气, en: Natural gas}", "carrier:", "GP-S05", 0, 0),
    ("spaces for a text", SITE, 'site: "  "', "GP-S05", 0, 0),
    ("two things in an item", "- table: water", "- table: water\n        chart: diagram", "GP-S17", 0, 2),
    ("a picture beside a table", "- table: water", "- table: water\n        picture: a.png", "GP-S17", 0, 2),
    ("a picture without a caption", "- table: water", "- picture: a.png", "GP-S21", 0, 2),
    ("words for a chart", "- table: water", "- table: water\n        alternative: {zh: 水, en: Water}", "GP-S22", 0, 2),
    ("text too long", SITE, f"site: {'长' * 100_001}", "GP-S16", 0, 6),
    ("code too long", "number: 007", f"number: {'0' * 201}", "GP-S13", 0, 8),
    ("line break in a code", "number: 007", "number: |\n    007\n    008", "GP-S13", 0, 8),
    # words
    ("misspelt word", "activity: casthouse", "activity: cast house", "GP-S06", 0, 10),
    ("capitals in a word", "scope: scope 1", "scope: Scope 1", "GP-S06", 0, 7),
    ("Chinese numeral in a word", "scope: scope 1", "scope: 范围一", "GP-S06", 0, 7),
    ("unknown word", "gwp: AR6", "gwp: 2021", "GP-S07", 0, 5),
    ("part of several words", "kind: stationary combustion", "kind: 燃烧", "GP-S07", 0, 6),
    ("neither yes nor no", "confirmed: yes", "confirmed: √", "GP-S09", 0, 11),
    ("slash in a name", "  extrusion:\n", "  挤压/一厂:\n", "GP-S14", 0, 2),
    ("full stop in a name", "  extrusion:\n", "  plant.2:\n", "GP-S14", 0, 2),
    ("name too long", "  extrusion:\n", f"  {'厂' * 61}:\n", "GP-S14", 0, 2),
    # years, dates, months
    ("year with 年", "reporting year: 2024", "reporting year: 2024年", "GP-S08", 0, 16),
    ("full-width year", "reporting year: 2024", "reporting year: ２０２４", "GP-S08", 0, 16),
    ("Chinese year", "reporting year: 2024", "reporting year: 二〇二四", "GP-S08", 0, 16),
    ("year of two digits", "reporting year: 2024", "reporting year: 24", "GP-S08", 0, 16),
    ("year long ago", "reporting year: 2024", "reporting year: 1024", "GP-S08", 0, 16),
    ("null for a year", "reporting year: 2024", "reporting year: null", "GP-S08", 0, 16),
    ("tilde for a year", "reporting year: 2024", "reporting year: ~", "GP-S08", 0, 16),
    ("wrong year as key", "{2024: 0.81}", "{2024年: 0.81}", "GP-S08", 0, 1),
    ("date with slashes", "date: 2025-09-15", "date: 2025/9/15", "GP-S11", 0, 6),
    ("date with full stops", "date: 2025-09-15", "date: 2025.9.15", "GP-S11", 0, 6),
    ("date in Chinese", "date: 2025-09-15", "date: 2025年9月15日", "GP-S11", 0, 6),
    ("date without separators", "date: 2025-09-15", "date: 20250915", "GP-S11", 0, 6),
    ("date in Chinese quotation marks", "date: 2025-09-15", "date: “2025-09-15”", "GP-S11", 0, 6),
    ("day that the calendar lacks", "date: 2025-09-15", "date: 2025-02-30", "GP-S10", 0, 6),
    ("such a day, written otherwise", "date: 2025-09-15", "date: 2025/2/30", "GP-S10", 0, 6),
    ("month for a date", "date: 2025-09-15", "date: 2025-09", "GP-S10", 0, 6),
    ("day first", "date: 2025-09-15", "date: 15/09/2025", "GP-S10", 0, 6),
    ("date with time", "date: 2025-09-15", "date: 2025-09-15T00:00:00", "GP-S10", 0, 6),
    ("month in Chinese", "from: 2023-09", "from: 2023年9月", "GP-S11", 0, 6),
    ("month that the calendar lacks", "from: 2023-09", "from: 2023-13", "GP-S12", 0, 6),
    # numbers
    ("thousands separators", "7880 t", "7,880 t", "GP-U02", 0, 0),
    ("full-width thousands separators", "7880 t", "7，880 t", "GP-U02", 0, 0),
    ("spaces in a number", "7880 t", "7 880 t", "GP-U02", 0, 0),
    ("full-width digits", "7880 t", "７８８０ t", "GP-U03", 0, 0),
    ("zero first", LAST_VALUE, "2030: 08", "GP-U03", 0, 6),
    ("zeros first", LAST_VALUE, "2030: 007", "GP-U03", 0, 6),
    ("underscore", LAST_VALUE, "2030: 1_000", "GP-U03", 0, 6),
    ("exponent", LAST_VALUE, "2030: 1e3", "GP-U03", 0, 6),
    ("huge exponent", LAST_VALUE, "2030: 1e1000000", "GP-U01", 0, 6),
    ("full stop first", LAST_VALUE, "2030: .64", "GP-U03", 0, 6),
    ("full stop last", LAST_VALUE, "2030: 1.", "GP-U03", 0, 6),
    ("Chinese full stop", LAST_VALUE, "2030: 0。64", "GP-U03", 0, 6),
    ("comma as decimal point, in quotes", LAST_VALUE, 'a: 0, 2030: "0,64"', "GP-U03", 0, 12),
    ("comma as decimal point", LAST_VALUE, "2030: 0,64", "GP-U11", 0, 8),
    ("hexadecimal", LAST_VALUE, "2030: 0x10", "GP-U01", 0, 6),
    ("sexagesimal", LAST_VALUE, "2030: 1:30", "GP-U01", 0, 6),
    ("nan", LAST_VALUE, "2030: nan", "GP-U01", 0, 6),
    ("infinity", LAST_VALUE, "2030: .inf", "GP-U01", 0, 6),
    ("Chinese numerals", LAST_VALUE, "2030: 零点六四", "GP-U01", 0, 6),
    ("no for a number", LAST_VALUE, "2030: no", "GP-U01", 0, 6),
    ("null for a number", LAST_VALUE, "2030: null", "GP-U01", 0, 6),
    ("tilde for a number", LAST_VALUE, "2030: ~", "GP-U01", 0, 6),
    ("about", "7880 t", "约7880 t", "GP-U01", 0, 0),
    ("range", "22 %", "20-22 %", "GP-U09", 0, 0),
    ("too many digits", LAST_VALUE, f"2030: 0.{'1' * 40}", "GP-U08", 0, 6),
    ("unit where there is a key for it", LAST_VALUE, "2030: 0.64 tCO2e/t", "GP-U10", 0, 6),
    # units
    ("no unit", "7880 t", "7880", "GP-U06", 0, 0),
    ("share as a fraction", "22 %", "0.22", "GP-U06", 0, 0),
    ("a multiple alone", "224.222 万kWh", "224.222 万", "GP-U06", 0, 0),
    ("misspelt unit", "7880 t", "7880 tonn", "GP-U04", 0, 0),
    ("ton, of which there are three", "7880 t", "7880 ton", "GP-U04", 0, 0),
    ("capitals of a unit", "224.222 万kWh", "224.222 万kwh", "GP-U04", 0, 0),
    ("full-width unit", "22 %", "22％", "GP-U04", 0, 0),
    ("unknown unit", "7880 t", "7880 bushels", "GP-U05", 0, 0),
    ("nothing under the fraction line", "0.85 m3/t", "0.85 m3/", "GP-U05", 0, 0),
    ("another kind of unit", "7880 t", "7880 kWh", "GP-U07", 0, 0),
    ("unknown unit for a pathway", "unit: tCO2e/t", "unit: 吨每吨", "GP-U05", 0, 6),
    # names
    ("misspelt entity", "entity: casting\n    boundary", "entity: castin\n    boundary", "GP-R01", 0, 8),
    ("an entity's Chinese name", "entity: casting\n    boundary", "entity: 铸造厂\n    boundary", "GP-R02", 0, 8),
    ("inventory of no entity", "inventory:\n  casting:", "inventory:\n  castin:", "GP-R01", 1, 2),
    ("progress on no pathway", "progress:\n  process:", "progress:\n  metal:", "GP-R02", 1, 2),
    ("target on no pathway", "pathway: process", "pathway: proces", "GP-R01", 0, 9),
    ("table of nothing", "- table: water", "- table: wate", "GP-R01", 0, 9),
    ("table of no pathway", "- table: pathways\n        of: [process]", "- table: pathways\n        of: [metal]", "GP-R02", 1, 13),
    ("diagram that is not there", "of: [road]", "of: [rode]", "GP-R01", 0, 5),
    ("two diagrams", "of: [road]", "of: [road, organisation]", "GP-R11", -1, 8),
    ("aim without a value", "aim: 2030", "aim: 2035", "GP-R04", 0, 5),
    ("cells missing", '- ["2024", ^]', '- ["2024"]', "GP-R05", 0, 2),
    ("own table called like a built-in one", "tables:\n  water:", "tables:\n  savings:", "GP-R10", 1, 2),
    ("box under nothing", "under: chair", "under: table", "GP-R02", 0, 7),
    ("box without under", ", under: chair}", "}", "GP-R08", 0, -38),
    ("box under itself", "under: chair", "under: data", "GP-R09", 0, -40),
    ("tree without a top", "    top: chair\n", "", "GP-R07", -2, 2),
    ("steps and boxes", "    top: chair\n", "    steps: [一]\n    top: chair\n", "GP-R06", -2, 2),
]


@pytest.mark.parametrize(("before", "after", "code", "line", "column"), [pytest.param(*row[1:], id=row[0]) for row in _IN_PLAN])
def test_a_mistake_in_a_plan(before: str, after: str, code: str, line: int, column: int) -> None:
    index = GOOD_PLAN.index(before)
    text = GOOD_PLAN[:index] + after + GOOD_PLAN[index + len(before) :]
    found = compiled(text)
    start_line = text.count("\n", 0, index)
    start_column = index - (text.rfind("\n", 0, index) + 1) if line == 0 else 0
    assert (code, start_line + line + 1, start_column + column + 1) in places(found), shown(found)
    for diagnostic in found:
        assert_says(diagnostic)


def test_the_good_plan_is_good() -> None:
    assert compiled(GOOD_PLAN) == ()


@pytest.mark.parametrize(
    "written",
    [
        "007",
        "08",
        "1.10",
        "no",
        "yes",
        "on",
        "off",
        "1_000",
        "1e3",
        "0x10",
        "0o17",
        "1:30",
        "~",
        "null",
        "true",
        "1,000",
        ".inf",
        "2025-09-15",
    ],
)
def test_texts_and_codes_stay_as_typed(written: str) -> None:
    text = broken(SITE, f"site: {written}").replace("number: 007", f"number: {written}")
    plan = typed(text).value
    assert plan is not None
    assert plan.plan.company.site is not None
    assert plan.plan.company.site.wording("en") == written
    assert plan.plan.document.number == written


def test_numbers_keep_the_digits_they_were_written_with() -> None:
    plan = typed(broken(LAST_VALUE, "2030: 1.10")).value
    assert plan is not None
    assert str(plan.plan.pathways["process"].values[2030]) == "1.10"


def test_surrogate_pairs_are_joined() -> None:
    plan = typed(broken(SITE, r'site: "\ud83d\ude00"')).value
    assert plan is not None
    assert plan.plan.company.site is not None
    assert plan.plan.company.site.zh == "\U0001f600"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_change_no_place(encoding: str, line_end: str) -> None:
    assert compiled(GOOD_PLAN.replace("\n", line_end).encode(encoding)) == ()
    mistaken = broken("7880 t", "7880 tonn").replace("\n", line_end).encode(encoding)
    assert places(compiled(mistaken)) == [("GP-U04", 35, 13)]


def test_only_a_lost_comment_is_no_error() -> None:
    found = compiled(broken(SITE, "site: 示例路 #3"))
    assert [d.severity for d in found] == [Severity.WARNING]


def test_an_empty_key_that_may_be_left_out_counts_as_left_out() -> None:
    plan = typed(broken("reporting year: 2024", "reporting year:")).value
    assert plan is not None
    assert plan.plan.document.reporting_year is None


def everything_at_once(*changes: tuple[str, str]) -> str:
    text = GOOD_PLAN
    for before, after in changes:
        assert text.count(before) >= 1, before
        text = text.replace(before, after, 1)
    return text


TEN = (
    (SITE, "sight: {zh: 示例市, en: Example City}"),
    ("date: 2025-09-15", "date: 2025/9/15"),
    ("activity: casthouse", "activity: castinghouse"),
    ("7880 t", "7880 kWh"),
    ("kind: stationary combustion\n", "kind: stationary combustion\n        kind: process\n"),
    ("entity: casting\n    boundary", "entity: castin\n    boundary"),
    ("    method: asi-tool\n", ""),
    ("    statement: {zh:", "    statement: {cn:"),
    ("under: chair", "under: chairs"),
    ("- table: water", "- table: wate"),
)
_TEN_CODES = ["GP-S01", "GP-S11", "GP-S06", "GP-U07", "GP-Y07", "GP-S18", "GP-R01", "GP-S15", "GP-R01", "GP-R01"]


def test_ten_mistakes_are_ten_findings_in_one_run() -> None:
    text = everything_at_once(*TEN)
    found = sorted(compiled(text), key=Diagnostic.sort_key)
    assert [d.code for d in found] == _TEN_CODES, shown(tuple(found))
    for word in ("sight", "2025/9/15", "castinghouse", "7880 kWh", "kind: process", "castin\n", "cn:", "chairs", "table: wate\n"):
        assert text[: text.index(word)].count("\n") + 1 in {d.span.line for d in found}


def test_each_stage_gives_its_findings_in_the_order_of_the_plan() -> None:
    source = read(everything_at_once(*TEN).encode(), "plan.yaml")
    assert source.value is not None
    lines = [d.span.line for d in compiled(everything_at_once(*TEN))[len(source.diagnostics) :]]
    assert lines == sorted(lines)


TEN_FOR_YAML = (
    ("  number: 007", "  number：007"),
    ("reporting year: 2024", "reporting year:2024"),
    (NAME, "{zh: 铸造厂，en: Casthouse}"),
    ("name: {zh: 北方公司, en: North}", "name: @北方"),
    ("    production:\n", "\tproduction:\n"),
    ("coefficient: 1.229 tce/万kWh", "coefficient: 1.229: tce/万kWh"),
    ("    entity: casting\n    boundary", "　　entity: casting\n    boundary"),
    ("content: {zh: 回收熔炼炉余热。, en: Recover heat from the furnaces.}", "content: {{ name }} 的余热"),
    ("position: {zh: 总经理, en: General manager}", 'position: "总"经理'),
    ("      - table: water", "      — table: water"),
)


def test_ten_slips_that_stop_yaml_are_ten_findings_in_one_run() -> None:
    text = everything_at_once(*TEN_FOR_YAML)
    found = compiled(text)
    expected = ["GP-Y20", "GP-Y24", "GP-Y28", "GP-Y26", "GP-Y21", "GP-Y27", "GP-Y22", "GP-Y11", "GP-Y36", "GP-Y23"]
    assert [d.code for d in found] == expected, shown(found)
    assert [d.span.line for d in found] == [line_of(after.strip("\n").split("\n")[0], text) for _, after in TEN_FOR_YAML]


def test_what_stands_behind_a_slip_is_looked_at_too() -> None:
    found = compiled(everything_at_once(("  number: 007", "  number：007"), ("7880 t", "7880 kWh"), ("- table: water", "- table: wate")))
    assert [d.code for d in found] == ["GP-Y20", "GP-U07", "GP-R01"]


def test_a_misspelt_chapter_does_not_make_its_names_unknown() -> None:
    assert [d.code for d in compiled(broken("pathways:\n", "pathway:\n"))] == ["GP-S01"]
    assert [d.code for d in compiled(broken("entities:\n", "entitys:\n"))] == ["GP-S01"]


def test_a_chapter_written_twice_keeps_the_names_of_both_halves() -> None:
    twice = (
        broken("  extrusion:\n", "entities:\n  extrusion:\n")
        .replace("{entity: castin", "")
        .replace("    entity: casting\n    content", "    entity: extrusion\n    content")
    )
    assert [d.code for d in compiled(twice)] == ["GP-Y07"]
