"""Breaks and grids come out as docxtpl makes them."""

from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ghgplan.emit.word.filling import _with_breaks
from ghgplan.emit.word.table_grids import fit_grids
from ghgplan.emit.word.xml import NAMESPACES

W = NAMESPACES["w"]
PIECES = st.sampled_from(
    [
        *("<w:p>", "</w:p>", '<w:p w:x="1">', "<w:p/>", '<w:p w:x="1"/>', "<w:pPr><w:jc/></w:pPr>", "<w:r>", "</w:r>", '<w:r w:x="2">'),
        *("<w:rPr><w:b/></w:rPr>", "<w:t>", "</w:t>", '<w:t xml:space="preserve">', "\t", "\n", "\a", "\f", "a", "文", "<w:tbl>"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_breaks_are_made_as_docxtpl_makes_them(xml: str) -> None:
    assert "".join(_with_breaks(xml)) == DocxTemplate(b"").resolve_listing(xml)


@st.composite
def tables(draw) -> str:
    columns = "".join(f'<w:gridCol w:w="{draw(st.integers(0, 5000))}"/>' for _ in range(draw(st.integers(1, 5))))
    rows: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        cells = draw(st.lists(st.integers(1, 3), min_size=1, max_size=6))
        rows.append("".join(f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p/></w:tc>' for span in cells))
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


@given(tables(), st.booleans())
def test_grids_are_fitted_as_docxtpl_fits_them(table: str, nested: bool) -> None:
    inside = f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{table}<w:p/></w:tc></w:tr></w:tbl>" if nested else table
    xml = f'<w:body xmlns:w="{W}">{inside}</w:body>'
    ours = etree.fromstring(xml)
    try:
        expected = etree.tostring(DocxTemplate(b"").fix_tables(xml))
    except TypeError:  # a column without a width, which docxtpl cannot share out
        return
    fit_grids(ours)
    assert etree.tostring(ours) == expected
