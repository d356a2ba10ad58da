"""The table of ASI criteria."""

from __future__ import annotations

from ghgplan.document.blocks import Edition, Table, plain
from ghgplan.document.compose import compose
from ghgplan.reference.criteria import criteria
from little_plans import report

PLAN = """
entities: {plant: {name: {zh: 铸造厂, en: Casthouse}, activity: casthouse}}
accounting: {verification: {zh: 已核查, en: Verified}}
pathways:
  process: {entity: plant, boundary: scope 1+2, base year: 2024, base: 0.33, unit: tCO2e/tAl, method: asi-tool, values: {2028: 0.31}}
"""


def rows(edition: Edition, chapters: str = PLAN) -> dict[str, list[str]]:
    outcome = compose(report(f"{chapters}outline: [{{title: {{zh: 附录, en: Annex}}, body: [{{table: conformance}}]}}]\n"), edition)
    assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
    table = outcome.value.blocks[1]
    assert isinstance(table, Table)
    assert table.note
    return {plain(row[0].words): [plain(cell.words, " / ") for cell in row[1:]] for row in table.body}


def test_a_row_for_each_criterion() -> None:
    for edition in Edition:
        assert list(rows(edition)) == list(criteria())


def test_what_is_there_stands_with_its_place_and_what_lacks_beside_it() -> None:
    chinese, english = rows(Edition.CHINESE), rows(Edition.ENGLISH)
    assert chinese["5.1b"] == ["数据公布之前经独立第三方核查", "符合", "数据经核查 [plan.yaml:4]", "—"]
    assert english["5.3a"][1:] == [
        "partly met",
        "pathways by the ASI tool (Casthouse: Process emissions (scopes 1+2)) [plan.yaml:6]",
        "no pathway of purchased aluminium (scope 3, category 1) (Casthouse) [plan.yaml:3]\nno measures",
    ]


def test_a_requirement_says_where_its_wording_was_not_verified() -> None:
    found = rows(Edition.ENGLISH)
    assert found["5.3a"][0] == criteria()["5.3a"].text.en
    assert found["5.3c"][0] == "The plan is reviewed every year (The letter of the criterion is from memory)"
    assert found["5.4"][0].endswith("(from memory, not verified)")
