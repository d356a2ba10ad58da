"""What the library's lists show, in both languages."""

import json

import pytest

from ghgplan.cli.entries import AMOUNTS, amount_label
from ghgplan.cli.main import main
from ghgplan.cli.terminal import Terminal, display_width
from ghgplan.reference.entries import Kind
from ghgplan.reference.library import all_entries

SHANXI = "grid factor/mee-nbs/shanxi/2023"


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def printed(capsys, *arguments):
    assert main(["factors", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(("words", "language"), [("山西 2023", "zh"), ("Shanxi 2023", "en"), ("shanxi 0.6634", "en")])
def test_searching_in_either_language(capsys, words, language):
    out = printed(capsys, words, "--ui-lang", language)
    (line,) = [line for line in out.splitlines() if line.startswith(SHANXI)]
    assert "0.6634 kgCO2/kWh" in line
    assert ("第三方所述，未见官方文本" if language == "zh" else "stated by a third party") in line


def test_the_columns_stand_under_each_other(capsys):
    head, *rows, _ = printed(capsys, "--kind", "fuel", "--set", "mee", "--ui-lang", "zh").splitlines()
    column = display_width(head[: head.index("核实程度")])
    assert len(rows) == 18
    for row in rows:
        verified = row.rpartition("  ")[2]
        assert display_width(row) - display_width(verified) == column


def test_a_kind_goes_by_its_name_in_either_language(capsys):
    assert printed(capsys, "--kind", "燃料") == printed(capsys, "--kind", "Fuel")
    shown = json.loads(printed(capsys, "--kind", "fuel", "--format", "json"))["entries"]
    assert {entry["kind"] for entry in shown} == {"fuel"}
    assert len(shown) == sum(entry.kind is Kind.FUEL for entry in all_entries().values())


def test_one_entry_in_whole(capsys):
    out = printed(capsys, *SHANXI.split(" "))
    assert out.splitlines()[0] == SHANXI
    for part in ("Shanxi", "mee-nbs (", "0.6634 kgCO2/kWh", "https://www.mee.gov.cn/", "2025-12-31", "official text not seen"):
        assert part in out
    assert "全国" not in out
    assert "核实程度" in printed(capsys, SHANXI, "--ui-lang", "zh")


def test_json_holds_every_entry_with_its_values_as_texts(capsys):
    entries = {entry["id"]: entry for entry in json.loads(printed(capsys, "--format", "json"))["entries"]}
    assert entries.keys() == all_entries().keys()
    assert entries[SHANXI]["amounts"] == [{"of": "average", "value": "0.6634", "unit": "kgCO2/kWh"}]
    assert entries[SHANXI]["verification"] == "stated by third party"
    assert entries[SHANXI]["source"]["title"]["zh"]


def test_nothing_found_is_a_result(capsys):
    assert main(["factors", "xyzzy"]) == 0
    assert capsys.readouterr() == ("", "No entry has all of this\n")
    assert json.loads(printed(capsys, "xyzzy", "--format", "json")) == {"entries": []}


@pytest.mark.parametrize(("option", "given", "meant"), [("--kind", "fule", "fuel"), ("--set", "enterprise-report", "enterprise-reporting")])
def test_an_unknown_kind_or_set_says_what_was_meant(capsys, option, given, meant):
    assert main(["factors", option, given]) == 2
    assert f'Did you mean "{meant}"?' in capsys.readouterr().err


def test_every_amount_has_words_or_a_name_that_needs_none():
    called = {of for entry in all_entries().values() if entry.kind is not Kind.BLEND for of, _ in entry.amounts}
    assert called - set(AMOUNTS) == {"gwp", "coal equivalent"}
    assert set(AMOUNTS) <= called
    terminal = Terminal("zh", None, None, {})
    assert [amount_label(of, terminal) for of in ("oxidation", "gwp", "HFC-32")] == ["碳氧化率", "全球变暖潜势", "HFC-32"]


def test_a_blend_shows_its_gases(capsys):
    assert "50 % HFC-32; 50 % HFC-125" in printed(capsys, "R-410A", "--kind", "refrigerant blend")
