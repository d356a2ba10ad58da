from hypothesis import given
from hypothesis import strategies as st

from emit.markdown.reading import PARSER, TEXTS, TableReader, inlines, kinds, read, seen
from ghgplan.document.blocks import Cell, Line, Row, Run, Table
from ghgplan.emit.markdown.tables import html_table, pipe_table, table_text

ROWS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3)


def cell(text: str, **look: object) -> Cell:
    return Cell((Line("zh", (Run(text),)),), **look)


def rows(texts: list[tuple[str, str]]) -> list[Row]:
    return [tuple(cell(text) for text in row) for row in texts]


def table(head: tuple[Row, ...], body: tuple[Row, ...]) -> Table:
    return Table("t", (), (), head, body, (1, 1))


@given(ROWS)
def test_pipe_cells_come_back_literally(texts: list[tuple[str, str]]) -> None:
    head, *body = rows(texts)
    markdown = pipe_table(head, body)
    assert kinds(markdown)[0] == "table_open"
    assert [seen(read(tokens).text) for tokens in inlines(markdown)] == [seen(text) for row in texts for text in row]


@given(ROWS, st.booleans())
def test_html_cells_come_back_literally_and_are_one_block(texts: list[tuple[str, str]], strong: bool) -> None:
    body = [tuple(cell(text, strong=strong) for text in row) for row in texts]
    markdown = html_table((), body)
    tokens = PARSER.parse(markdown)
    assert [token.type for token in tokens] == ["html_block"]
    reader = TableReader()
    reader.feed(tokens[0].content)
    assert [seen(text) for _, _, text in reader.cells] == [seen(text) for row in texts for text in row]
    assert reader.tags <= {"table", "tbody", "tr", "td", "br", "strong"}


def test_a_column_stands_as_most_of_its_body_does() -> None:
    body = (
        (cell("a"), cell("1", align="right")),
        (cell("b"), cell("2", align="right")),
        (cell("c", align="center"), cell("—", align="center")),
    )
    assert pipe_table((cell("x", align="center"), cell("y", align="center")), body).split("\n")[1] == "| --- | ---: |"
    assert pipe_table((cell("x", align="center"), cell("y")), ()).split("\n")[1] == "| :---: | --- |"


def test_spans_and_heads_that_pipes_cannot_say_stand_in_html() -> None:
    plain, wide, high = (cell("a"), cell("b")), (cell("a", columns=2),), (cell("a", rows=2), cell("b"))
    assert table_text(table((plain,), (plain,))).startswith("| a | b |")
    assert table_text(table((plain, plain), (plain,))).startswith("<table>")
    assert table_text(table((), (plain,))).startswith("<table>")
    assert '<td colspan="2">a</td>' in table_text(table((plain,), (wide,)))
    assert '<td rowspan="2">a</td>\n<td>b</td>\n</tr>\n<tr>\n<td>b</td>' in table_text(table((plain,), (high, (cell("b"),))))


def test_cells_keep_their_looks_and_links_in_html() -> None:
    linked = Cell((Line("en", (Run("A&B", emphasis=True, target='https://example.com/?a="1"&b=2'),)),), align="right", strong=True)
    assert html_table((), ((linked,),)).split("\n")[3] == (
        '<td align="right"><a href="https://example.com/?a=%221%22&amp;b=2"><strong><em>A&amp;B</em></strong></a></td>'
    )


def test_languages_are_parted_by_a_break() -> None:
    both = Cell((Line("zh", (Run("甲|乙"),)), Line("en", (Run("A|B"),))))
    assert pipe_table((both,), ()) == "| 甲\\|乙<br>A\\|B |\n| --- |"
