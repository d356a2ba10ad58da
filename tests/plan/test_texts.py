"""All texts of a plan, and those that an edition misses."""

from __future__ import annotations

import pytest

from ghgplan.diagnostics import Severity
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.source import Scalar, Table
from ghgplan.plan.texts import is_english_prose, missing_wordings, texts, untranslated
from plan.samples import GOOD_PLAN, broken, typed


def plan_file(text: str = GOOD_PLAN) -> PlanFile:
    value = typed(text).value
    assert value is not None
    return value


def test_every_text_is_found_where_it_stands() -> None:
    file = plan_file()
    found = dict(texts(file.plan))
    assert ("company", "name") in found
    assert ("outline", "0", "sections", "0", "body", "0", "caption") in found
    assert ("tables", "water", "rows", "1", "1") in found
    assert ("measures", "recovery", "saves", "0", "of") in found
    for path, text in found.items():
        node = file.source.node(path)
        assert isinstance(node, Scalar | Table), path
        if isinstance(node, Scalar):
            assert text.wording("zh") == node.text.strip("\n")


def test_a_plan_in_both_languages_misses_nothing() -> None:
    assert list(missing_wordings(plan_file(), ("zh", "en"))) == []


def test_a_missing_language_is_found_in_the_plan_and_in_its_members() -> None:
    text = broken("{zh: 铸造厂, en: Casthouse}", "铸造厂").replace("{zh: 注。, en: A note.}", "{en: A note.}")
    file = plan_file(text)
    found = list(missing_wordings(PlanFile(file.plan, file.source, {"north": file}), ("zh", "en")))
    assert [(d.dotted_path, d.arguments["language"]) for d in found] == [
        ("entities.casting.name", "en"),
        ("outline.0.body.3.note", "zh"),
    ] * 2
    assert {d.code for d in found} == {"GP-L01"}


@pytest.mark.parametrize("text", ["in progress", "See the annual report.", "to be decided by {{ company.name }}", "energy-saving motors"])
def test_english_prose(text: str) -> None:
    assert is_english_prose(text)


@pytest.mark.parametrize(
    "text",
    ["Example Aluminium Co., Ltd.", "Ministry of Ecology and Environment", "GB/T 32151.4-2015", "ISO 14064-1:2018", "casthouse", "铸造 in progress now",
     "R-410A", "{{ pathways.process.base year }}", "https://example.com/a/b", "t/t", "^", "2 x 5 MW"],
)  # fmt: skip
def test_names_codes_and_standards_are_no_prose(text: str) -> None:
    assert not is_english_prose(text)


def test_untranslated_prose_is_a_warning_where_chinese_is_built() -> None:
    file = plan_file(broken("site: {zh: 示例省示例市, en: Example City}", "site: in progress now"))
    (found,) = untranslated(file, ("zh", "en"))
    assert (found.code, found.severity, found.dotted_path) == ("GP-L03", Severity.WARNING, "company.site")
    assert list(untranslated(file, ("en",))) == []
