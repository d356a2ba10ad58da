"""A plan of the greatest size, and what a plan cannot hold: pictures."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from completeness import lacking_in_markdown, lacking_in_word
from emit.markdown.test_write_markdown import TEMPLATE as MARKDOWN
from emit.word.samples import template
from ghgplan.document.blocks import Edition
from ghgplan.document.compose import compose
from ghgplan.emit.markdown import write_markdown
from ghgplan.emit.word import write_word
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read
from little_plans import AROUND, report
from open_xml import schema_errors

ROWS = 5000


def test_a_table_of_five_thousand_rows(tmp_path: Path):
    rows = "\n".join(f"      - [行{number}, 'R&D <{number} t', '{number}']" for number in range(ROWS))
    plan = f"""\
tables:
  long:
    caption: {{zh: 长表, en: Long table}}
    columns: [{{zh: 名称, en: Name}}, {{zh: 说明, en: Remark}}, {{zh: 数值, en: Value}}]
    rows:
{rows}
outline:
  - {{title: {{zh: 表, en: Tables}}, text: "见 {{{{ table.long }}}}。", body: [{{table: long}}]}}
"""
    composed = compose(report(plan), Edition.CHINESE).value
    assert composed
    started = time.process_time()
    word = write_word(composed, {}, template())
    markdown = write_markdown(composed, MARKDOWN)
    assert time.process_time() - started < 30
    assert lacking_in_word(composed, word) == []
    assert lacking_in_markdown(composed, markdown) == []
    path = tmp_path / "long.docx"
    path.write_bytes(word)
    assert schema_errors([path]) == {}


@pytest.mark.parametrize("key", ["image", "figure", "file", "images"])
@pytest.mark.parametrize("picture", ["images/plant.png", "../secret.png", "/etc/passwd", "https://example.com/a.png"])
def test_pictures_have_one_key_and_any_other_is_refused_at_its_line(key: str, picture: str):
    outline = f"outline:\n  - title: {{zh: 图, en: Figures}}\n    body:\n      - {{{key}: '{picture}'}}\n"
    parsed = parse(read((AROUND + outline).encode(), "plan.yaml").value)
    (finding,) = [found for found in parsed.diagnostics if found.path[-1:] == (key,)]
    # A key that is near to the right one is told so.
    assert finding.code == ("GP-S01" if key == "figure" else "GP-S02")
    assert finding.arguments.get("suggestion") == ("picture" if key == "figure" else None)
    assert finding.span.line == (AROUND + outline).count("\n")


@pytest.mark.parametrize("address", ["images/plant.png", "../secret.png", "file:///etc/passwd"])
def test_a_picture_in_a_text_is_refused_at_its_line(address: str):
    outline = (
        f"outline:\n  - title: {{zh: 图, en: Figures}}\n    text: {{zh: '见 ![厂区]({address})', en: 'See ![the plant]({address})'}}\n"
    )
    findings = compose(report(AROUND + outline), Edition.ENGLISH).diagnostics
    assert ("GP-D01", 5, "image") in {(found.code, found.span.line, found.arguments.get("construct")) for found in findings}
    assert all(found.severity == "error" for found in findings)
