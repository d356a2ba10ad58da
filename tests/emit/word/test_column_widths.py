from hypothesis import given
from hypothesis import strategies as st

from emit.word.samples import figure_text
from ghgplan.document.blocks import Cell, Line, Run, Table
from ghgplan.emit.word.column_widths import NORMAL, SMALL, column_widths, figure_insets, fits, placed, shared

WIDTH = 9070


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
    assert fits(more, WIDTH)
    assert not fits(table(("12,345.67",) * 20, widths=(1,) * 20), WIDTH)


def test_what_does_not_fit_is_shared_out_all_the_same() -> None:
    widths, size = column_widths(table(("12,345.67",) * 20, widths=(1,) * 20), WIDTH)
    assert (sum(widths), size) == (WIDTH, SMALL)
    assert max(widths) - min(widths) <= 1


def test_figures_stand_in_the_middle_of_a_wide_column() -> None:
    figures = table(("1.5", "12"), ("10.25", "—"), widths=(1, 1), align="right")
    wide, narrow = figure_insets(figures, (4000, 400), NORMAL)
    assert 1500 < wide < 2000
    assert narrow < 50
    words = Table("t", (), (), (), ((Cell((Line("en", (Run("prose"),)),), "right"),),), (1,))
    assert figure_insets(words, (4000,), NORMAL) == (0,)


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


def test_prose_squeezed_by_figures_gets_small_type() -> None:
    row = ("1", "prose of several words", "10.67\u00a0kgCO₂e/kg", "10.67\u00a0kgCO₂e/kg", "2024–2030", "12.5%")
    widths, size = column_widths(table(row, widths=(6, 86, 17, 17, 13, 11)), 7400)
    assert size is SMALL
    assert widths[1] > max(widths[2:])
