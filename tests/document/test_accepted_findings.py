"""The annex of accepted findings."""

from __future__ import annotations

import pytest

from ghgplan.checks.check import check
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.document.blocks import Edition, Heading, Paragraph, Table
from ghgplan.document.compose import compose
from little_plans import plan_file, report

CHAPTERS = """
entities: {plant: {name: {zh: 工厂, en: Plant}}}
inventory:
  plant:
    production: {2022: 7880 t, 2023: 7880 t}
    stated:
      scope 1+2: {2022: 6456.81 tCO2e, 2023: 6456.81 tCO2e}
      scope 1: {2022: 6000 tCO2e}
      scope 2: {2022: 400 tCO2e}
      intensity: {2022: 0.84 tCO2e/t, 2023: 0.85 tCO2e/t}
accepted:
  - {finding: GP-A02, because: {zh: 见核查声明。, en: See the statement.}, on: 2025-09-02}
  - finding: GP-A04
    at: inventory.plant.stated.intensity
    because: {zh: "{{ inventory.plant.intensity.2022 }} 按合同口径。", en: "{{ inventory.plant.intensity.2022 }} as in the contract."}
    on: 2025-09-01
"""
TABLE = "outline:\n  - {title: {zh: 接受, en: Accepted}, body: [{table: accepted findings}]}\n"


def accepted(of: Report) -> tuple[Diagnostic, ...]:
    return tuple(found for found in check(of) if found.severity is Severity.ACCEPTED and found.code in ("GP-A02", "GP-A04"))


def composed(of: Report, edition: Edition = Edition.ENGLISH, *, found: tuple[Diagnostic, ...] | None = None):
    document = compose(of, edition, (), accepted(of) if found is None else found)
    assert document.diagnostics == ()
    assert document.value is not None
    return document.value.blocks


def texts(table: Table) -> list[list[str]]:
    return [["|".join(line.text for line in cell.words) for cell in row] for row in table.body]


def test_the_annex_stands_at_the_end_where_the_outline_has_no_place_for_it():
    heading, introduction, table = composed(report(CHAPTERS))[-3:]
    assert isinstance(heading, Heading)
    assert isinstance(introduction, Paragraph)
    assert isinstance(table, Table)
    assert (heading.level, heading.number, heading.words[0].text) == (1, "", "Annex A: Accepted findings")
    assert introduction.words[0].text.startswith("Table 1 lists")


def test_a_row_for_each_finding_reason_and_date_once_for_each_entry():
    table = composed(report(CHAPTERS))[-1]
    assert isinstance(table, Table)
    first, second, third = texts(table)
    assert [first[0], *first[2:]] == ["GP-A02", "See the statement.", "2025-09-02"]
    assert [each[1].partition("|")[2] for each in (first, second)] == [
        "inventory.plant.stated.scope 1+2.2022",
        "inventory.plant.stated.intensity.2022",
    ]
    assert second[2:] == ["0.84\xa0tCO₂e/t as in the contract.", "2025-09-01"]
    assert "0.85 tCO2e/t" in third[1]
    assert len(third) == 2
    assert [cell.rows for cell in table.body[1]] == [1, 1, 2, 2]


@pytest.mark.parametrize("edition", list(Edition))
def test_every_edition_in_its_languages(edition: Edition):
    table = composed(report(CHAPTERS), edition)[-1]
    assert isinstance(table, Table)
    finding = table.body[0][1]
    assert tuple(line.language for line in finding.words) == (*edition.languages, None)


def test_where_the_outline_has_it_there_is_no_annex():
    blocks = composed(report(CHAPTERS + TABLE))
    assert [type(block) for block in blocks] == [Heading, Table]


def test_without_acceptances_there_is_no_annex():
    assert not any(isinstance(block, Table) for block in composed(report(CHAPTERS), found=()))


def test_a_table_of_nothing_is_a_finding():
    document = compose(report(CHAPTERS + TABLE), Edition.ENGLISH)
    assert [found.code for found in document.diagnostics] == ["GP-D03"]


def test_a_member_s_acceptances_stand_behind_its_name():
    member = plan_file(CHAPTERS)
    group = report("members: {north: {name: {zh: 北厂, en: North}, plan: north.yaml}}\n", {"north": member})
    table = composed(group)[-1]
    assert isinstance(table, Table)
    assert texts(table)[0][1].endswith("|north.inventory.plant.stated.scope 1+2.2022")
    assert texts(table)[1][2] == "0.84\xa0tCO₂e/t as in the contract."
