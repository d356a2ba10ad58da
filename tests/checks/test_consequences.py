"""What follows from another finding is left out; what stands by itself is not."""

from __future__ import annotations

from dataclasses import replace

from ghgplan.checks.consequences import without_consequences
from ghgplan.diagnostics import Diagnostic, Path, Related, Severity, Span

HERE, MEMBER = Span("plan.yaml", 1, 1), Span("member.yaml", 1, 1)
SCOPE: Path = ("inventory", "plant", "stated", "scope 1", "2024")
SOURCE: Path = ("inventory", "plant", "sources", "gas", "stated", "2024")


def found(code: str, path: Path, *related: Path, span: Span = HERE) -> Diagnostic:
    return Diagnostic(code, span, path, related=tuple(Related(span, each) for each in related))


def test_a_sum_follows_from_its_part() -> None:
    part, whole = found("GP-A05", SOURCE), found("GP-A01", SCOPE, SOURCE)
    assert without_consequences([whole, part]) == [part]


def test_a_sum_of_other_parts_stands() -> None:
    part, whole = found("GP-A05", SOURCE), found("GP-A01", SCOPE, (*SOURCE[:-1], "2023"))
    assert without_consequences([whole, part]) == [whole, part]


def test_the_same_path_in_another_file_is_another_place() -> None:
    part, whole = found("GP-A05", SOURCE, span=MEMBER), found("GP-A01", SCOPE, SOURCE)
    assert without_consequences([whole, part]) == [whole, part]


def test_a_group_follows_from_its_member() -> None:
    member = found("GP-A01", SCOPE, span=MEMBER)
    group = Diagnostic("GP-B17", HERE, SCOPE, related=(Related(MEMBER, SCOPE),))
    assert without_consequences([group, member]) == [member]


def test_what_itself_follows_casts_no_doubt() -> None:
    activity = (*SOURCE[:-2], "activity", "2024")
    leap, product, whole = found("GP-C38", activity), found("GP-A05", SOURCE, activity), found("GP-A01", SCOPE, SOURCE)
    assert without_consequences([leap, product, whole]) == [leap, whole]


def test_what_lacks_and_what_is_said_in_words_stand() -> None:
    unit = found("GP-P08", ("pathways", "process", "base"))
    lacking = [found("GP-P20", ("pathways", "process")), found("GP-W01", ("pathways", "process", "base"))]
    assert without_consequences([unit, *lacking]) == [unit, *lacking]


def test_a_leap_into_an_odd_year_and_out_of_it_is_one() -> None:
    first, second = (found("GP-C38", (*SOURCE[:-1], year)) for year in ("2024", "2025"))
    assert without_consequences([first, second]) == [first]


def test_a_table_of_one_member_copied_from_another_explains_that_members_findings() -> None:
    base = ("pathways", "metal", "base")
    copy = Diagnostic("GP-P12", HERE, ("members", "south"), related=(Related(MEMBER, base),))
    follows = found("GP-P01", base, span=MEMBER)
    assert without_consequences([copy, follows]) == [copy]


def test_what_explains_an_error_is_an_error() -> None:
    part = replace(found("GP-Q09", SOURCE), severity=Severity.WARNING)
    whole = replace(found("GP-A01", SCOPE, SOURCE), severity=Severity.ERROR)
    assert without_consequences([whole, part]) == [replace(part, severity=Severity.ERROR)]
    assert without_consequences([replace(whole, severity=Severity.WARNING), part]) == [part]


def test_by_a_figure_that_the_company_stands_by_what_contradicts_it_is_told() -> None:
    part, whole = replace(found("GP-A05", SOURCE), severity=Severity.ACCEPTED), found("GP-A01", SCOPE, SOURCE)
    assert without_consequences([whole, part]) == [whole, part]


def test_what_a_plan_accepts_stays_in_its_list() -> None:
    part, whole = found("GP-A05", SOURCE), replace(found("GP-A01", SCOPE, SOURCE), severity=Severity.ACCEPTED)
    assert without_consequences([whole, part]) == [whole, part]
