from dataclasses import replace
from io import BytesIO

import docx
import pytest

from emit.word.reading import problems, style_name, text_of, tree, xpath
from emit.word.samples import document, measures_table, pathway_table, template
from emit.wording import figure_text
from ghgplan.document.blocks import Cell, Edition, Paragraph, Table
from ghgplan.emit.word import write_word


def written(edition: Edition, *tables: Table) -> tuple[bytes, list]:
    content = write_word(document(edition, (*tables, Paragraph(figure_text("End.")))), {}, template())
    assert problems(content) == []
    return content, xpath(tree(content), "w:body/w:tbl[w:tblPr/w:tblCaption[contains(@w:val, '1') or contains(@w:val, '2')]]")


@pytest.fixture(scope="module")
def pathways() -> tuple[bytes, list]:
    return written(Edition.CHINESE, pathway_table(Edition.CHINESE))


def test_merged_cells_read_as_one(pathways: tuple[bytes, list]) -> None:
    grid = docx.Document(BytesIO(pathways[0])).tables[-1]
    assert [cell.text for cell in grid.rows[0].cells] == ["产品", "边界", "2023年（基准年）", *["目标（tCO₂e/t）"] * 6]
    assert [cell.text for cell in grid.rows[1].cells] == [
        "产品",
        "边界",
        "2023年（基准年）",
        "2025",
        "2026",
        "2027",
        "2028",
        "2029",
        "2030",
    ]
    assert [cell.text for cell in grid.rows[3].cells[:3]] == ["铝合金", "采购铝（范围3）", "16.40"]


def test_the_head_comes_back_on_every_page_and_no_row_is_broken(pathways: tuple[bytes, list]) -> None:
    rows = xpath(pathways[1][0], "w:tr")
    assert [bool(xpath(row, "w:trPr/w:tblHeader")) for row in rows] == [True, True, False, False, False, False]
    assert all(xpath(row, "w:trPr/w:cantSplit") for row in rows)


def test_head_cells_have_the_look_of_the_style_s_first_row(pathways: tuple[bytes, list]) -> None:
    head, body = xpath(pathways[1][0], "w:tr[1]/w:tc"), xpath(pathways[1][0], "w:tr[3]/w:tc")
    assert all(xpath(cell, "w:tcPr/w:shd/@w:fill") == ["EAF3F1"] for cell in head)
    assert not any(xpath(cell, "w:tcPr/w:shd") for cell in body)
    assert len(xpath(pathways[1][0], "w:tr[2]/w:tc/w:tcPr/w:tcBorders/w:bottom")) == 9
    assert {style_name(pathways[0], p) for p in xpath(pathways[1][0], "w:tr[position()<3]//w:p")} == {"Table Head"}


def test_rows_that_a_merged_cell_joins_stay_on_one_page() -> None:
    def row(number: int, first: str) -> tuple[Cell, ...]:
        merged = (Cell(figure_text(first), rows=3),) if first else ()
        return (*merged, Cell(figure_text(f"row {number}")))

    body = tuple(row(number, "merged" if number % 3 == 0 else "") for number in range(9))
    long = Table(
        "table-1", figure_text("Table 1"), figure_text("Merged"), ((Cell(figure_text("a")), Cell(figure_text("b"))),), body, (1, 1)
    )
    rows = xpath(written(Edition.ENGLISH, long)[1][0], "w:tr[not(w:trPr/w:tblHeader)]")
    assert [bool(xpath(each, "w:tc/w:p/w:pPr/w:keepNext")) for each in rows] == [True, True, False] * 3


def test_columns_fill_the_width_of_the_text(pathways: tuple[bytes, list]) -> None:
    assert sum(int(width) for width in xpath(pathways[1][0], "w:tblGrid/w:gridCol/@w:w")) == 9070
    assert xpath(pathways[1][0], "w:tblPr/w:tblLayout/@w:type") == ["fixed"]


def test_cells_stand_as_they_are_asked_to(pathways: tuple[bytes, list]) -> None:
    assert xpath(pathways[1][0], "w:tr[3]/w:tc/w:p/w:pPr/w:jc/@w:val") == ["left", "left", *["right"] * 7]


def test_the_caption_stands_above_and_the_note_below(pathways: tuple[bytes, list]) -> None:
    above, below = pathways[1][0].getprevious(), pathways[1][0].getnext()
    assert (style_name(pathways[0], above), text_of(above)) == ("caption", "表 1\u2002减排路径")
    assert xpath(above, "w:pPr/w:keepNext")
    assert (style_name(pathways[0], below), text_of(below)) == ("Table Note", "路径由ASI工具计算，2025年2月20日版。")


def test_two_tables_do_not_run_into_one() -> None:
    content, found = written(
        Edition.ENGLISH,
        pathway_table(Edition.ENGLISH),
        measures_table(Edition.ENGLISH, 1),
        replace(measures_table(Edition.ENGLISH, 1), name="table-3"),
    )
    assert [style_name(content, table.getnext()) for table in found] == ["Table Note", "Table Gap", "Table Gap"]


def test_each_language_has_a_paragraph_in_its_cell() -> None:
    _, found = written(Edition.SIDE_BY_SIDE, measures_table(Edition.SIDE_BY_SIDE, 1))
    assert [text_of(p) for p in xpath(found[0], "w:tr[2]/w:tc[2]/w:p")] == ["蓄热式燃烧改造", "Regenerative burners"]


def kept(block: Table) -> list[bool]:
    """Which rows stay on the page of the next one."""
    _, found = written(Edition.ENGLISH, block)
    return [bool(xpath(row, "w:tc[1]/w:p/w:pPr/w:keepNext")) for row in xpath(found[0], "w:tr")]


def test_strong_cells_are_strong_and_small_tables_are_kept_whole() -> None:
    content, found = written(Edition.ENGLISH, measures_table(Edition.ENGLISH, 3))
    strong = [text_of(run) for run in xpath(found[0], "w:tr[position()>1]//w:r[w:rPr/w:rStyle[@w:val='Strong']]")]
    assert strong == ["Regenerative burners"]
    assert kept(measures_table(Edition.ENGLISH, 2)) == [True, True, False]
    assert kept(measures_table(Edition.ENGLISH, 4)) == [True, *[False] * 4]  # too much text for one piece
    assert kept(measures_table(Edition.ENGLISH, 20)) == [True, *[False] * 20]
    assert problems(content) == []


def test_a_cell_without_words_still_holds_a_paragraph() -> None:
    empty = Table("t", figure_text("Table 1"), figure_text("c"), ((Cell(()),),), ((Cell(()),),), (1,))
    written(Edition.ENGLISH, empty)
