"""Workflow commands of GitHub Actions."""

import io

from cli import runs
from ghgplan.cli.github import command_lines
from ghgplan.cli.terminal import Terminal
from ghgplan.diagnostics import Diagnostic, Severity, Span


def commands(tmp_path, *findings, language="en"):
    return list(command_lines(runs.result(tmp_path, *findings), tmp_path, Terminal(language, io.StringIO(), io.StringIO(), {})))


def test_a_command_for_each_error_and_warning(tmp_path):
    first, second = commands(tmp_path, runs.slip(severity=Severity.WARNING), runs.total(), runs.accepted())
    assert first == (
        "::warning file=plans/铝 厂/plan.yaml,line=3,col=1,title=GP-S01::there is no key 'bse year' here%0Adid you mean 'base year'?"
    )
    assert second.startswith("::error file=plans/铝 厂/plan.yaml,line=4,col=20,title=GP-A01::scope 1 of plant in 2024 is stated as")


def test_a_plan_cannot_write_commands_of_its_own(tmp_path):
    span = Span("plans/a,b:c%/plan.yaml", 1, 1)
    (line,) = commands(tmp_path, Diagnostic("GP-S01", span, (), {"key": "x\r\n::error::100 %", "suggestion": "y"}))
    assert "\n" not in line
    assert line.startswith("::error file=plans/a%2Cb%3Ac%25/plan.yaml,line=1,col=1,title=GP-S01::")
    assert "100 %25" in line
