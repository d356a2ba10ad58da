from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from emit.markdown.reading import TEXTS, inlines, kinds, read, seen
from emit.markdown.samples import sample
from emit.wording import figure_text
from ghgplan.document.blocks import Edition
from ghgplan.emit.markdown import write_markdown

TEMPLATE = (Path(__file__).parents[3] / "templates" / "standard.md.j2").read_text(encoding="utf-8")
GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("edition", list(Edition))
def test_the_whole_document(edition: Edition, golden) -> None:
    golden(GOLDEN / f"sample.{edition}.md", write_markdown(sample(edition), TEMPLATE))


@pytest.mark.parametrize("edition", list(Edition))
def test_it_ends_with_one_line_feed_and_no_line_with_a_blank(edition: Edition) -> None:
    markdown = write_markdown(sample(edition), TEMPLATE)
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")
    assert "\r" not in markdown
    assert "\n\n\n" not in markdown
    assert all(line == line.rstrip() for line in markdown.split("\n"))


def test_headings_and_tables_are_what_they_were() -> None:
    document = sample(Edition.SIDE_BY_SIDE)
    found = kinds(write_markdown(document, TEMPLATE))
    assert found.count("heading_open") == 4 + len(list(document.headings()))
    assert found.count("table_open") == 3
    assert found.count("html_block") == 2


def test_a_cover_without_control_and_history_leaves_their_headings_out() -> None:
    document = sample(Edition.ENGLISH)
    bare = replace(document, cover=replace(document.cover, control=(), history=(), subtitle=None, details=()), blocks=())
    assert write_markdown(bare, TEMPLATE) == "# Greenhouse gas reduction plan\n\n**Example Aluminium Co., Ltd.**\n"


@given(TEXTS)
def test_a_title_comes_back_literally(text: str) -> None:
    document = sample(Edition.ENGLISH)
    cover = replace(document.cover, title=figure_text(text), subtitle=figure_text("- # " + text), control=(), history=(), details=())
    markdown = write_markdown(replace(document, cover=cover, blocks=()), TEMPLATE)
    assert kinds(markdown) == ["heading_open", "paragraph_open", "paragraph_open"]
    title, subtitle, _ = inlines(markdown)
    assert seen(read(title).text) == seen(text)
    assert seen(read(subtitle).text) == seen("- # " + text)


def test_pictures_lie_in_the_folder_that_is_named() -> None:
    markdown = write_markdown(sample(Edition.CHINESE), TEMPLATE, charts="../pictures")
    assert "](../pictures/01-pathway.zh.png)" in markdown
