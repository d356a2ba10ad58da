from hypothesis import given
from hypothesis import strategies as st

from emit.wording import figure_text
from ghgplan.document.blocks import Cell, Table
from ghgplan.emit.word.column_widths import NORMAL, SMALL, column_widths, fits, placed, shared

WIDTH = 9070
TURNED = 14000


def table(*rows: tuple[str, ...], widths: tuple[int, ...], align="left") -> Table:
    return Table("t", (), (), (), tuple(tuple(Cell(figure_text(text), align) for text in row) for row in rows), widths)


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 400)), min_size=1, max_size=12))
def test_all_of_the_width_is_given_and_no_column_less_than_it_needs(columns: list[tuple[float, int]]) -> None:
    least = [needed for _, needed in columns]
    widths = shared([share for share, _ in columns], least, WIDTH)
    assert sum(widths) == WIDTH
    if any(share > 0 for share, _ in columns):
        assert all(width >= needed - 1 for width, needed in zip(widths, least, strict=True))


def test_columns_are_as_the_document_asks() -> None:
    widths, size = column_widths(table(("a", "b"), widths=(1, 3)), 8000)
    assert (widths, size) == ((2000, 6000), NORMAL)


def test_a_figure_is_not_broken_for_a_wide_neighbour() -> None:
    widths, _ = column_widths(table(("14,819.53361", "prose of many words"), widths=(1, 50)), WIDTH)
    assert widths[0] >= NORMAL.least(len("14,819.53361") * 0.5)


def test_a_figure_and_its_unit_are_held_together_by_their_blank() -> None:
    apart, _ = column_widths(table(("0.277 tCO₂e", "x"), widths=(1, 99)), WIDTH)
    together, _ = column_widths(table(("0.277\u00a0tCO₂e", "x"), widths=(1, 99)), WIDTH)
    assert together[0] > apart[0]


def test_many_columns_get_small_type_and_too_many_do_not_fit() -> None:
    many = table(("12,345.67",) * 8, widths=(1,) * 8)
    assert column_widths(many, WIDTH)[1] is NORMAL
    more = table(("12,345.67",) * 10, widths=(1,) * 10)
    assert column_widths(more, WIDTH)[1] is SMALL
    assert fits(more, WIDTH, TURNED)
    assert not fits(table(("12,345.67",) * 20, widths=(1,) * 20), WIDTH, TURNED)


def test_what_does_not_fit_is_shared_out_all_the_same() -> None:
    widths, size = column_widths(table(("12,345.67",) * 20, widths=(1,) * 20), WIDTH)
    assert (sum(widths), size) == (WIDTH, SMALL)
    assert max(widths) - min(widths) <= 1


def test_spanned_cells_push_the_others_aside() -> None:
    a, b, c, d = (
        Cell(figure_text(text), rows=rows, columns=columns) for text, rows, columns in (("a", 2, 1), ("b", 1, 2), ("c", 1, 1), ("d", 1, 1))
    )
    assert [(row, column, cell.words[0].text) for row, column, cell in placed(((a, b), (c, d)))] == [
        (0, 0, "a"),
        (0, 1, "b"),
        (1, 1, "c"),
        (1, 2, "d"),
    ]


def test_prose_gets_the_room_that_figures_leave_it() -> None:
    row = ("1", "prose of several words that says what is done " * 3, "10.67\u00a0kgCO₂e/kg", "10.67\u00a0kgCO₂e/kg", "2024–2030", "12.5%")
    widths, _ = column_widths(table(row, widths=(6, 86, 17, 17, 13, 11)), 7400)
    assert widths[1] == max(widths)


def test_tall_rows_get_small_type_where_that_makes_them_lower() -> None:
    prose = "What is done, at length, so that it stands on many lines. " * 4
    tall = table((prose, prose, prose), widths=(1, 1, 1))
    assert column_widths(tall, WIDTH)[1] is SMALL
    assert column_widths(table(("Short.", "Shorter.", "12.5"), widths=(1, 1, 1)), WIDTH)[1] is NORMAL


def test_a_table_stands_on_a_turned_page_where_its_rows_would_be_too_tall() -> None:
    prose = "固定燃烧排放源的活动数据取自燃气公司的结算单，每月核对一次。" * 2
    tall = table((*(prose,) * 9, "1,234.56"), widths=(10,) * 10)
    assert not fits(tall, WIDTH, TURNED)
    assert fits(table((prose, "1,234.56"), widths=(4, 1)), WIDTH, TURNED)


def test_columns_of_figures_that_differ_little_are_as_wide_as_one_another() -> None:
    prose = "words and words and words " * 8
    cells = [Cell(figure_text(prose)), *(Cell(figure_text(text), "right") for text in ("12,345.67", "1,234.56", "123.45"))]
    widths, _ = column_widths(Table("t", (), (), (), (tuple(cells),), (200, 9, 8, 6)), WIDTH)
    assert abs(widths[1] - widths[2]) <= 1
    assert widths[0] > 2 * widths[1]


def test_chinese_brackets_stay_with_the_figure_in_them() -> None:
    bare, _ = column_widths(table(("12,345.67", "x"), widths=(1, 99)), WIDTH)
    bracketed, _ = column_widths(table(("（12,345.67）", "x"), widths=(1, 99)), WIDTH)
    assert bracketed[0] > bare[0]
