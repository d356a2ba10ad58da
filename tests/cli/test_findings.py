import io

import pytest

from ghgplan.cli.findings import finding_lines, shown_path
from ghgplan.cli.terminal import Terminal, display_width
from ghgplan.diagnostics import Diagnostic, Severity, Span
from ghgplan.project.loading import TextFile


def shown(tmp_path, line, column, length=1, language="en", severity=Severity.ERROR):
    files = {"plans/a/plan.yaml": TextFile(tmp_path / "plans/a/plan.yaml", ("first", line))}
    arguments = {"key": "bse year", "suggestion": "base year"}
    finding = Diagnostic("GP-S01", Span("plans/a/plan.yaml", 2, column, length), ("pathways", "casting", "bse year"), arguments, severity)
    terminal = Terminal(language, io.StringIO(), io.StringIO(), {})
    return list(finding_lines(finding, files, tmp_path, terminal))


def test_a_finding_says_where_what_and_what_to_write_instead(tmp_path):
    where, excerpt, mark, hint, path = shown(tmp_path, "    bse year: 2022", 5, 8)
    assert where.startswith("plans/a/plan.yaml:2:5 error GP-S01: ")
    assert excerpt == "  2 |     bse year: 2022"
    assert mark == "    |     ^^^^^^^^"
    assert hint.startswith("    hint: ")
    assert "base year" in where + hint
    assert path == "    at: pathways.casting.bse year"


def test_in_chinese(tmp_path):
    where, _, _, hint, path = shown(tmp_path, "    bse year: 2022", 5, language="zh", severity=Severity.WARNING)
    assert where.startswith("plans/a/plan.yaml:2:5 警告 GP-S01: ")
    assert hint.startswith("    改法：")
    assert path.startswith("    位置：")


def test_the_mark_stands_under_the_character_after_wide_ones(tmp_path):
    line = "名称: 铸造x厂"
    _, excerpt, mark, *_ = shown(tmp_path, line, line.index("x") + 1)
    assert display_width(excerpt[: excerpt.index("x")]) == display_width(mark[: mark.index("^")])


def test_the_mark_is_as_wide_as_what_it_marks(tmp_path):
    _, _, mark, *_ = shown(tmp_path, "名称: 铸造", 5, 2)
    assert mark.count("^") == 4


@pytest.mark.parametrize("column", [1, 60, 4000, 7990])
def test_of_a_very_long_line_only_the_place_is_shown(tmp_path, column):
    line = "ab" * 4000
    line = line[: column - 1] + "X" + line[column:]
    _, excerpt, mark, *_ = shown(tmp_path, line, column)
    assert len(excerpt) < 120
    assert excerpt.index("X") == mark.index("^")


def test_a_mark_behind_the_end_of_the_line(tmp_path):
    _, excerpt, mark, *_ = shown(tmp_path, "key:", 5, 3)
    assert mark.index("^") == len(excerpt)
    assert mark.count("^") == 1


def test_control_characters_of_the_plan_do_not_reach_the_terminal(tmp_path):
    assert not any("\x1b" in line or "\u202e" in line for line in shown(tmp_path, "a\x1b[2J\u202eb", 3))


def test_without_the_file_the_finding_stands_alone(tmp_path):
    finding = Diagnostic("GP-S01", Span("templates/standard.docx", 1, 1), (), {"key": "a", "suggestion": "b"})
    terminal = Terminal("en", io.StringIO(), io.StringIO(), {})
    lines = list(finding_lines(finding, {}, tmp_path, terminal))
    assert lines[0].startswith("templates/standard.docx:1:1 error")
    assert not any("|" in line for line in lines)


def test_paths_are_shown_as_they_would_be_typed(tmp_path):
    assert shown_path(tmp_path / "plans/a/plan.yaml", tmp_path) == "plans/a/plan.yaml"
    assert shown_path(tmp_path / "plan.yaml", tmp_path / "plans") == (tmp_path / "plan.yaml").as_posix()
