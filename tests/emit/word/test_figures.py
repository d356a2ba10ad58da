"""A picture that a plan brings, on the page."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from emit.word.reading import W, problems, style_name, tree, xpath
from emit.word.samples import document, picture, template
from emit.wording import Writer
from ghgplan.document.blocks import Document, Edition, Figure, Line, Paragraph, Run
from ghgplan.document.charts import FlowDiagram
from ghgplan.emit.word import prepare, write_word
from ghgplan.emit.word.full_context import template_context
from ghgplan.emit.word.template import WordTemplate
from ghgplan.plan.picture_files import PictureFile
from plan.pictures import photo, saved

MM = 36_000
A4_HEIGHT = 297 * MM


def with_picture(content: bytes, edition: Edition = Edition.ENGLISH) -> tuple[Document, bytes]:
    both = Writer(edition)
    ending = "png" if content.startswith(b"\x89PNG") else "jpg"
    file = PictureFile(content, ending)
    words = (both("图 1", "Figure 1"), both("厂区", "The site"), both("两座车间", "Two halls"))
    block = Figure("figure-1", *words, file, f"01-plant.{ending}")
    of = document(edition, (Paragraph(both("文字", "Words")), block, Paragraph(both("文字", "More"))))
    return of, write_word(of, {block.file: content}, template())


def extent(word: bytes) -> tuple[int, int]:
    (found,) = xpath(tree(word), "//wp:inline/wp:extent")
    return int(found.get("cx")), int(found.get("cy"))


@pytest.mark.parametrize("content", [picture(1260, 700), saved(photo(1260, 700), "JPEG")], ids=["PNG", "JPEG"])
def test_its_proportion_is_kept_at_the_width_of_the_text(content: bytes) -> None:
    assert extent(with_picture(content)[1]) == pytest.approx((160 * MM, 160 * MM * 700 / 1260), rel=0.001)


def test_a_tall_one_takes_two_thirds_of_the_page() -> None:
    width, height = extent(with_picture(picture(500, 1560))[1])
    assert height == pytest.approx(A4_HEIGHT * 2 / 3, rel=0.001)
    assert width / height == pytest.approx(500 / 1560, rel=0.001)


def test_a_small_one_is_as_large_as_on_a_screen() -> None:
    assert extent(with_picture(picture(192, 96))[1]) == (2 * 914_400, 914_400)


def test_it_is_not_among_the_charts_that_a_template_prints() -> None:
    of, _ = with_picture(picture(400, 300))
    (block,) = of.figures()
    chart = replace(block, chart=FlowDiagram((("Melting",), ("Casting",))), caption=(Line("en", (Run("A chart"),)),), file="02.png")
    both = replace(of, blocks=(*of.blocks, chart))
    word = WordTemplate(prepare(template()))
    printed = template_context(both, word, {"01-plant.png": picture(), "02.png": picture()}, {"charts"})
    assert [one["caption"] for one in cast("list[dict[str, object]]", printed["charts"])] == ["A chart"]


@pytest.mark.parametrize("edition", Edition)
def test_it_is_said_in_words_and_kept_with_its_caption(edition: Edition) -> None:
    _, word = with_picture(picture(400, 300), edition)
    assert problems(word) == []
    (drawing,) = xpath(tree(word), "//wp:inline")
    wanted = {"zh": "两座车间", "en": "Two halls", "zh-en": "两座车间 / Two halls"}[edition]
    assert xpath(drawing, "wp:docPr/@descr | .//pic:cNvPr/@descr") == [wanted, wanted]
    assert xpath(drawing, ".//a:graphicFrameLocks/@noChangeAspect") == ["1"]
    paragraph = next(drawing.iterancestors(f"{W}p"))
    assert xpath(paragraph, "w:pPr/w:keepNext")
    assert style_name(word, paragraph.getnext()).casefold() == "caption"
