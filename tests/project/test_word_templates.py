from pathlib import Path

import pytest

from ghgplan.diagnostics import Severity
from ghgplan.project.templates import Templates, load_templates
from ghgplan.project.word_templates import word_templates
from little_plans import plan_file

STANDARD = (Path(__file__).parents[2] / "templates" / "standard.docx").read_bytes()


def plan(template: str):
    return plan_file(f"""\
company: {{name: {{zh: 示例公司, en: Example Company}}}}
document:
  title: {{zh: 减排计划, en: Reduction plan}}
  version: "1.0"
  date: 2025-09-15
  {template}
""")


@pytest.fixture
def templates(tmp_path) -> Templates:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "acme.docx").write_bytes(STANDARD)
    (tmp_path / "templates" / "broken.docx").write_bytes(b"no Word file")
    return load_templates(tmp_path)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", [("templates/standard.docx", "")]),
        ("template: acme", [("templates/acme.docx", "")]),
        ("template: [acme, summary]", [("templates/acme.docx", ""), ("templates/summary.docx", ".summary")]),
        ("template: [acme, acme]", [("templates/acme.docx", "")]),
    ],
)
def test_a_plan_names_its_templates_the_first_for_the_document_itself(templates, written, expected):
    found = word_templates(plan(written), templates)
    assert found.diagnostics == ()
    assert [(each.label, each.mark) for each in found.value or ()] == expected


def test_an_unknown_template_is_told_at_its_line_with_what_was_meant(templates):
    (finding,) = word_templates(plan("template: [acme, summry]"), templates).diagnostics
    assert (finding.code, finding.severity, finding.arguments["suggestion"]) == ("GP-T05", Severity.ERROR, "summary")
    assert (finding.span.line, finding.span.column) == (6, 20)
    (finding,) = word_templates(plan("template: xyzzy"), templates).diagnostics
    assert finding.arguments["suggestion"] == "acme, broken, standard, summary"
    assert finding.advice("en") == "The folder templates has: acme, broken, standard, summary"


def test_what_is_wrong_with_a_template_is_told_at_the_template(templates):
    found = word_templates(plan("template: broken"), templates)
    assert [(each.code, each.span.file) for each in found.diagnostics] == [("GP-T24", "templates/broken.docx")]
    assert found.failed
