"""Many findings: all are there, few take much room."""

import io
import time

from cli import runs
from ghgplan.cli.listing import MANY, MOST_OF_MANY, MOST_WITHOUT_TABLE, listing_lines
from ghgplan.cli.terminal import Terminal
from ghgplan.diagnostics import Severity


def listed(tmp_path, *findings, language="en", verbose=False):
    terminal = Terminal(language, io.StringIO(), io.StringIO(), {})
    return list(listing_lines(findings, runs.result(tmp_path).files, tmp_path, terminal, verbose=verbose))


def test_the_first_of_a_code_in_full_then_shorter_then_a_line_each(tmp_path):
    lines = listed(tmp_path, *(runs.total() for _ in range(5)))
    blocks = "\n".join(lines).strip("\n").split("\n\n")
    first, second, third, rest = (block.splitlines() for block in blocks)
    assert [line.strip().partition(":")[0] for line in first[3:]] == ["why", "hint", "at", "see also"]
    assert [line.strip().partition(":")[0] for line in second[3:]] == ["at", "see also"]
    assert third == second
    assert rest == [first[0]] * 2


def test_another_code_begins_in_full(tmp_path):
    lines = listed(tmp_path, *(runs.total() for _ in range(4)), runs.slip(), runs.total())
    assert lines[-8].startswith("plans/铝 厂/plan.yaml:3:1 error GP-S01")
    assert lines[-9] == ""


def test_a_hint_of_its_own_stays_with_its_finding(tmp_path):
    lines = listed(tmp_path, *(runs.slip(key=f"bse year {number}") for number in range(6)))
    assert sum("did you mean" in line for line in lines) == 6
    assert lines[-2].endswith("'bse year 5' here  hint: did you mean 'base year 5'?")


def test_why_names_its_basis_and_what_was_not_verified(tmp_path):
    (why,) = (line for line in listed(tmp_path, runs.total()) if "why:" in line)
    assert why.endswith("(ISO 14064-1:2018; GHG Protocol Corporate Standard)")
    (why,) = (line for line in listed(tmp_path, runs.total(), language="zh") if "原因：" in line)
    assert why.endswith("（依据 ISO 14064-1:2018；GHG Protocol Corporate Standard）")


def test_no_more_than_four_other_places(tmp_path):
    lines = listed(tmp_path, runs.total(related=(runs.OTHER,) * 7))
    assert sum("see also" in line for line in lines) == 4
    assert "    and 3 more" in lines


def test_many_are_counted_by_code(tmp_path):
    few = [runs.total() for _ in range(MOST_WITHOUT_TABLE)]
    assert not any(" × " in line for line in listed(tmp_path, *few))
    lines = listed(tmp_path, *few, runs.slip())
    assert lines[-4:] == [
        "11 findings:",
        "  10 × GP-A01  error  A stated total against its sources",
        "   1 × GP-S01  error  there is no key '…' here",
        "",
    ]


def test_where_there_are_a_hundred_the_later_ones_of_a_code_are_counted_only(tmp_path):
    many = [runs.total() for _ in range(MANY)]
    lines = listed(tmp_path, *many, runs.slip())
    assert sum("GP-A01:" in line for line in lines) == MOST_OF_MANY
    assert sum("GP-S01:" in line for line in lines) == 1
    assert f"  {MANY} × GP-A01  error  A stated total against its sources" in lines
    assert lines[-2].startswith(f"{MANY - MOST_OF_MANY} more findings are not shown")
    assert sum("GP-A01:" in line for line in listed(tmp_path, *many, verbose=True)) == MANY
    assert sum("GP-A01:" in line for line in listed(tmp_path, *many[1:])) == MANY - 1


def test_accepted_findings_are_counted_and_shown_on_demand(tmp_path):
    assert listed(tmp_path, runs.accepted(), runs.accepted()) == ["2 findings accepted, listed in the document's annex"]
    lines = listed(tmp_path, runs.accepted(), verbose=True, language="zh")
    assert lines[0].startswith("plans/铝 厂/plan.yaml:4:20 已接受 GP-A01: ")
    assert lines[0].endswith("（理由：合同口径）")
    assert len(lines) == 2


def test_three_thousand_findings_take_a_line_each_and_no_time(tmp_path):
    findings = [runs.total(4, severity=Severity.WARNING) for _ in range(3000)]
    started = time.perf_counter()
    lines = listed(tmp_path, *findings)
    assert time.perf_counter() - started < 5
    assert len(lines) < 3030
