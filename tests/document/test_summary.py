import pytest

from ghgplan.document.blocks import Document, Edition, plain
from ghgplan.document.compose import compose
from little_plans import report

INVENTORY = """\
entities:
  one: {name: {zh: 一厂, en: Works}}
inventory:
  one:
    production: {2023: 100 t, 2024: 200 t}
    stated: {scope 1: {2023: 40 tCO2e, 2024: 60 tCO2e}, scope 2: {2023: 10 tCO2e, 2024: 20 tCO2e}}
"""
TARGETS = """\
targets:
  words: {statement: {zh: 一般, en: In words}}
  a: {statement: {zh: 甲, en: A}, base year: 2023, year: 2030, reduction: 10 %}
  b: {statement: {zh: 乙, en: B}, base year: 2023, year: 2030, reduction: 20 %}
  c: {statement: {zh: 丙, en: C}, base year: 2023, year: 2035, reduction: 30 %}
  d: {statement: {zh: 丁, en: D}, base year: 2023, year: 2040, reduction: 40 %}
"""


def composed(chapters: str, edition: Edition = Edition.ENGLISH) -> Document:
    found = compose(report(chapters), edition).value
    assert found
    return found


def figures(document: Document) -> dict[str, str]:
    return {name: plain(words).replace("\u00a0", " ") for name, words in document.headlines.figures.items()}


def test_the_figures_are_of_the_latest_year_up_to_the_reported_one() -> None:
    found = figures(composed(INVENTORY))
    assert (found["year"], found["scope 1"], found["scope 1+2"], found["intensity"]) == ("2024", "60 tCO₂e", "80 tCO₂e", "0.400 tCO₂e/t")
    head = 'company: {name: {zh: 甲, en: A}}\ndocument: {title: {zh: 甲, en: A}, version: "1", date: 2025-01-01, reporting year: 2023}\n'
    assert figures(composed(head + INVENTORY))["scope 1"] == "40 tCO₂e"


def test_what_the_plan_lacks_is_a_dash_by_name_and_no_row_of_the_table() -> None:
    document = composed(INVENTORY)
    assert (figures(document)["scope 3"], figures(document)["saving"]) == ("—", "—")
    assert [plain(each.label) for each in document.headlines.key_figures] == [
        "Direct emissions (scope 1), 2024",
        "Indirect emissions from purchased energy (scope 2), 2024",
        "Total, 2024",
        "Emission intensity (scopes 1+2), 2024",
    ]


def test_several_entities_are_not_added_up() -> None:
    second = INVENTORY.replace(
        "  one: {name: {zh: 一厂, en: Works}}", "  one: {name: {zh: 一厂, en: Works}}\n  two: {name: {zh: 二厂, en: Mill}}"
    )
    second += "  two:\n    stated: {scope 1: {2024: 5 tCO2e}, scope 2: {2024: 6 tCO2e}}\n"
    document = composed(second)
    assert figures(document)["total"] == "—"
    assert [plain(each.label) for each in document.headlines.key_figures] == [
        "Works: Scope 1+2 emissions, 2024",
        "Works: Emission intensity (scopes 1+2), 2024",
        "Mill: Scope 1+2 emissions, 2024",
    ]


@pytest.mark.parametrize(("edition", "shown"), [(Edition.ENGLISH, ["A", "B", "C", "D"]), (Edition.SIDE_BY_SIDE, ["甲 A", "乙 B", "丙 C"])])
def test_targets_with_figures_come_first_and_no_more_than_a_page_holds(edition: Edition, shown: list[str]) -> None:
    lines = composed(TARGETS, edition).headlines
    assert [plain(each.statement) for each in lines.targets] == shown
    assert str(5 - len(shown)) in plain(lines.more_targets)
    assert plain(composed(INVENTORY).headlines.more_targets) == ""


def test_words_are_in_the_languages_of_the_edition() -> None:
    lines = composed(TARGETS, Edition.SIDE_BY_SIDE).headlines
    assert [line.language for line in lines.statement] == ["zh", "en"]
    assert "示例公司" in lines.statement[0].text
