import re
from dataclasses import replace

import pytest
import summary_template

from emit.word.reading import parts, problems, text_of, tree, xpath
from emit.word.samples import TEMPLATE, document, picture, pictures, template
from ghgplan.document.blocks import Edition
from ghgplan.document.headlines import Headlines
from ghgplan.emit.word import TemplateError, write_word
from ghgplan.emit.word.package import packed
from published_plans import composed

SUMMARY = TEMPLATE.parent / "summary.docx"


def test_the_template_that_ships_is_the_one_that_the_tool_makes() -> None:
    assert parts(SUMMARY.read_bytes()) == parts(summary_template.build()), "run python tools/summary_template.py"


def test_every_style_that_is_named_exists() -> None:
    found = parts(SUMMARY.read_bytes())
    known = set(re.findall(r'w:styleId="([^"]+)"', found["word/styles.xml"].decode()))
    everything = "".join(part.decode() for part in found.values())
    assert set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"', everything)) <= known


@pytest.mark.parametrize("edition", Edition)
def test_a_page_shows_figures_targets_and_one_chart_and_no_body(edition: Edition) -> None:
    of = composed("sound-casthouse", edition)
    made = write_word(of, pictures(of), SUMMARY.read_bytes())
    assert problems(made) == []
    shown = text_of(tree(made))
    for text in ("10,539.40", "554,924.94", "69,584.53", "7.9%", "0.233"):
        assert text in shown
    assert len(xpath(tree(made), "//w:drawing")) == 1
    assert xpath(tree(made), "//w:bookmarkStart") == []
    assert len([name for name in parts(made) if name.startswith("word/media/")]) == 1


def test_a_plan_without_figures_makes_a_page_all_the_same() -> None:
    of = replace(document(Edition.ENGLISH), labels=composed("foundry", Edition.ENGLISH).labels)
    assert of.headlines == Headlines()
    assert problems(write_word(of, {block.file: picture() for block in of.figures()}, SUMMARY.read_bytes())) == []


def test_a_template_without_body_that_does_not_say_so_is_refused() -> None:
    found = parts(SUMMARY.read_bytes())
    found["docProps/core.xml"] = parts(template())["docProps/core.xml"]
    of = document(Edition.ENGLISH)
    with pytest.raises(TemplateError) as caught:
        write_word(of, pictures(of), packed(found))
    assert caught.value.code == "GP-T04"


def test_a_cell_whose_paragraphs_are_all_left_out_still_has_one() -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>".format(
        "".join(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in ("{%p if more_targets %}", "x", "{%p endif %}"))
    )
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl><w:p/>'
    found = parts(template())
    found["word/document.xml"] = found["word/document.xml"].replace(b"<w:body>", f"<w:body>{table}".encode(), 1)
    of = document(Edition.ENGLISH)
    assert problems(write_word(of, pictures(of), packed(found))) == []
