import pytest

from ghgplan.compute.report import Report
from ghgplan.diagnostics import Diagnostic, Span
from ghgplan.document.blocks import Document, Edition, Figure, Heading, Note, Paragraph, Table, plain
from ghgplan.document.compose import compose
from ghgplan.plan.model.outline import CHARTS, TABLES
from ghgplan.plan.schema import SHOW_ONE
from little_plans import report

CASTING = """
entities: {casting: {name: {zh: 铸造, en: Casting}}}
pathways:
  process: {entity: casting, boundary: scope 1+2, base year: 2023, unit: tCO2e/t, method: asi-tool, values: {2023: 0.82, 2025: 0.79}}
"""


def outline(*items: str) -> Report:
    body = "\n".join(f"    - {item}" for item in items)
    return report(f"{CASTING}outline:\n- title: {{zh: 路径, en: Pathways}}\n  body:\n{body}\n")


def document(source: Report, edition: Edition = Edition.CHINESE) -> Document:
    outcome = compose(source, edition)
    assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
    return outcome.value


def findings(source: Report, edition: Edition = Edition.CHINESE) -> tuple[Diagnostic, ...]:
    outcome = compose(source, edition)
    assert outcome.value is None
    return outcome.diagnostics


def test_sections_are_numbered_as_they_nest():
    source = report("""
        outline:
          - {title: 甲, sections: [{title: 乙}, {title: 丙, sections: [{title: 丁}]}]}
          - {title: 戊}
    """)
    headings = [(heading.level, heading.number, plain(heading.words)) for heading in document(source).headings()]
    assert headings == [(1, "1", "甲"), (2, "1.1", "乙"), (2, "1.2", "丙"), (3, "1.2.1", "丁"), (1, "2", "戊")]


def test_annexes_are_lettered_and_say_what_they_are():
    source = report("""
        outline:
          - {title: {zh: 甲, en: One}}
          - {title: {zh: 记录, en: Record}, annex: yes, sections: [{title: {zh: 乙, en: Two}}]}
          - {title: {zh: 丙, en: Three}}
          - {title: {zh: 丁, en: Four}, annex: 是}
    """)
    headings = [(heading.level, heading.number, plain(heading.words, " | "), heading.counted) for heading in document(source).headings()]
    assert headings == [
        (1, "1", "甲", True),
        (1, "", "附录A　记录", False),
        (2, "A.1", "乙", False),
        (1, "2", "丙", True),
        (1, "", "附录B　丁", False),
    ]
    both = [(plain(heading.words, " | "), heading.name) for heading in document(source, Edition.SIDE_BY_SIDE).headings()]
    assert both[1:3] == [("附录A　记录 | Annex A: Record", "section-a"), ("乙 | Two", "section-a-1")]


def test_only_a_section_of_the_first_level_can_be_an_annex():
    with pytest.raises(AssertionError, match="GP-S02 there is no key 'annex'"):
        report("outline: [{title: 甲, sections: [{title: 乙, annex: yes}]}]")


def test_a_text_refers_to_a_table_that_comes_later():
    blocks = document(outline('text: {zh: "见{{ table.pathways }}。", en: "See {{ table.pathways }}."}', "table: pathways")).blocks
    paragraph = blocks[1]
    assert isinstance(paragraph, Paragraph)
    reference = next(run for run in paragraph.words[0].runs if run.target)
    table = next(block for block in blocks if isinstance(block, Table))
    assert (reference.text, reference.target) == ("表 1", f"#{table.name}")


def test_tables_and_figures_are_counted_apart():
    blocks = document(outline("table: pathways", "chart: pathway", "{table: pathways, name: again}")).blocks
    labels = [plain(block.label) for block in blocks if isinstance(block, Table | Figure)]
    assert labels == ["表 1", "图 1", "表 2"]


def test_quotes_print_figures_with_and_without_their_unit():
    texts = outline('text: "{{ pathways.process.2025 }} / {{ pathways.process.2025 | number }} / {{ pathways.process.reduction.2025 }}"')
    paragraph = document(texts, Edition.ENGLISH).blocks[1]
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.words).replace("\u00a0", " ") == "0.79 tCO₂e/t / 0.79 / 3.7%"


@pytest.mark.parametrize(("name", "suggestion"), [("pathways.proces.2025", "pathways.process.2025"), ("nothing like it at all", "")])
def test_an_unknown_quote_is_a_finding_where_it_stands(name: str, suggestion: str):
    (finding,) = findings(outline(f'text: "abc {{{{ {name} }}}}"'))
    assert (finding.code, finding.arguments["suggestion"]) == ("GP-R12", suggestion)
    assert (finding.span.line, finding.span.column) == (9, 21)
    assert finding.advice("zh")


def test_a_missing_language_is_a_finding_at_its_text():
    source = outline("text: {zh: 只有中文}")
    assert compose(source, Edition.CHINESE).value is not None
    assert [(d.code, d.span.line, d.dotted_path) for d in findings(source, Edition.ENGLISH)] == [("GP-L01", 9, "outline.0.body.0.text")]
    assert [d.code for d in findings(source, Edition.SIDE_BY_SIDE)] == ["GP-L01"]


def test_a_plain_chinese_text_is_missing_in_english():
    assert "GP-L01" in {d.code for d in findings(outline("text: 只有中文"), Edition.ENGLISH)}


def test_side_by_side_has_both_lines_and_one_set_of_figures():
    blocks = document(outline("text: {zh: 文字, en: text}", "table: pathways"), Edition.SIDE_BY_SIDE).blocks
    heading, paragraph, table = blocks
    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    assert [line.language for line in heading.words] == ["zh", "en"]
    assert [line.text for line in paragraph.words] == ["文字", "text"]
    assert [line.text for line in table.body[0][0].words] == ["工艺排放（范围1+2）", "Process emissions (scopes 1+2)"]
    assert [len(cell.words) for cell in table.body[0][1:]] == [1, 1]


def test_side_by_side_needs_texts_of_one_shape():
    uneven = outline('text: {zh: "一\\n\\n二", en: one}')
    assert [d.code for d in findings(uneven, Edition.SIDE_BY_SIDE)] == ["GP-L02"]
    assert document(uneven, Edition.ENGLISH)


def test_what_has_nothing_to_show_is_a_finding():
    assert [d.code for d in findings(outline("table: measures", "chart: emissions by scope"))] == ["GP-D03", "GP-D03"]


def test_two_things_of_one_name_are_a_finding():
    assert [d.code for d in findings(outline("{table: pathways, name: a}", "{table: pathways, name: a}"))] == ["GP-D04"]


def test_notes_and_markdown():
    blocks = document(outline("note: {zh: 注, en: Note}", 'text: "- 一\\n- **二**"')).blocks
    assert isinstance(blocks[1], Note)
    assert [item.words[0].runs[0].strong for item in blocks[2].items] == [False, True]


def test_findings_on_prose_that_a_document_cannot_hold():
    codes = [d.code for d in findings(outline('text: "# 标题\\n\\n[x](javascript:alert(1))"'))]
    assert codes == ["GP-D01", "GP-D02"]


def test_file_names_of_pictures_are_plain():
    blocks = document(outline("{chart: pathway, name: process}", "{chart: pathway, name: 路径}"), Edition.SIDE_BY_SIDE).blocks
    assert [block.file for block in blocks if isinstance(block, Figure)] == ["01-process.zh-en.png", "02-figure.zh-en.png"]


def test_the_cover_comes_from_the_plan():
    cover = document(outline("text: x"), Edition.ENGLISH).cover
    assert (plain(cover.title), plain(cover.company), cover.version, str(cover.date)) == (
        "Reduction plan",
        "Example Company",
        "1.0",
        "2025-09-15",
    )
    assert [plain(line.label) for line in cover.control] == ["Prepared by", "Reviewed by", "Approved by"]
    assert [plain(value) for _, value in cover.details] == ["1.0", "15 September 2025"]


def test_missing_texts_and_what_else_is_wrong_are_shown_at_once():
    source = outline("text: {zh: 只有中文}", 'text: {zh: "{{ a.b }}", en: "{{ a.b }}"}', "table: measures")
    for edition in (Edition.ENGLISH, Edition.SIDE_BY_SIDE):
        assert {d.code for d in findings(source, edition)} == {"GP-L01", "GP-R12", "GP-D03"}


def test_untranslated_english_is_a_warning_and_the_document_is_made():
    outcome = compose(outline("text: in progress now"), Edition.CHINESE)
    assert outcome.value is not None
    assert [(d.code, d.span.line) for d in outcome.diagnostics] == [("GP-L03", 9)]


def test_what_follows_from_a_failure_of_computing_is_not_said_again():
    source = outline('text: "{{ pathways.process.2031 }} {{ pathways.proces.2025 }} {{ pathways.process.bas }}"', "table: gap")
    failure = Diagnostic("GP-C01", Span("plan.yaml", 4, 1), ("pathways", "process", "values"))
    outcome = compose(source, Edition.CHINESE, (failure,))
    assert outcome.value is None
    assert [d.arguments["name"] for d in outcome.diagnostics] == ["pathways.proces.2025", "pathways.process.bas"]
    assert compose(outline("text: x"), Edition.CHINESE, (failure,)).value is None


TWO_ENTITIES = """
entities: {a: {name: A}, b: {name: B}, c: {name: C}}
inventory:
  a:
    sources: {x: {name: X, carrier: X, scope: scope 1, kind: process, gases: [CO2], activity: {2023: 5 t}, factor: 2 tCO2/t}}
  b:
    sources: {x: {name: X, carrier: X, scope: scope 1, kind: process, gases: [CO2], activity: {2023: 5 t}, factor: 2 tCO2/t}}
energy:
  a: {carriers: {gas: {name: Gas, consumption: {2023: 5 m3}, uses: {u: {name: U, amount: {2023: 5 m3}}}}}}
  b: {carriers: {gas: {name: Gas, consumption: {2023: 5 m3}, uses: {u: {name: U, amount: {2023: 5 m3}}}}}}
outline:
- title: T
  body:
  - ITEM
"""


@pytest.mark.parametrize("item", ["table: emission shares", "chart: emission shares", "table: energy use"])
def test_what_shows_one_entity_names_those_there_are(item: str):
    (finding,) = findings(report(TWO_ENTITIES.replace("ITEM", item)))
    assert (finding.code, finding.arguments["choices"]) == ("GP-D05", "of: [a] | of: [b]")
    assert document(report(TWO_ENTITIES.replace("ITEM", f"{{{item}, of: [a]}}")))


def test_the_page_names_what_shows_one_thing():
    assert {name for name in SHOW_ONE if name.startswith("table.")} == {"table.emission shares", "table.energy use"}
    kinds = {"table": TABLES, "chart": CHARTS}
    assert all(name in kinds[kind] for kind, _, name in (key.partition(".") for key in SHOW_ONE))


@pytest.mark.parametrize(("asked", "charts"), [("", "native"), (", charts: picture", "picture"), (", charts: 图片", "picture")])
def test_a_plan_says_what_its_charts_are(asked: str, charts: str):
    source = report(f"""
        company: {{name: {{zh: 示例公司, en: Example Company}}}}
        document: {{title: {{zh: 减排计划, en: Reduction plan}}, version: "1.0", date: 2025-09-15{asked}}}
    """)
    assert document(source).charts == charts
