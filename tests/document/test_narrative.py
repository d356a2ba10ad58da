import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghgplan.document.blocks import BulletList, Line, ListItem, Note, Paragraph, Run
from ghgplan.document.narrative import Prose, inline, pair, parse_prose

NAMES = {
    "pathways.casting process.2026": (Run("0.77 tCO₂e/t"),),
    "table.目标": (Run("表 1", target="#table-1"),),
    "inventory.plant_a*.stated.scope 1+2.2023 | number": (Run("6456.81"),),
    "hostile": (Run("**a** [b](http://c) <d> {{ hostile }}\n- e"),),
    "nothing to say": (Run(""),),
    "site": (Run("https://example.com"),),
    "slogan": (Run("减碳"),),
}


def prose(text: str, language: str = "zh") -> Prose:
    return parse_prose(text, language, NAMES.get)


def runs(text: str, language: str = "zh") -> tuple[Run, ...]:
    """The runs of a text that is one paragraph."""
    (block,) = prose(text, language).blocks
    assert isinstance(block, Paragraph)
    return block.words[0].runs


def texts(found: Prose) -> list[str]:
    return [block.words[0].text for block in found.blocks]


def levels(text: str) -> list[tuple[int, str]]:
    (block,) = prose(text).blocks
    assert isinstance(block, BulletList)
    return [(item.level, item.words[0].text) for item in block.items]


def test_paragraphs_know_their_language() -> None:
    assert prose("一\n\n二", "zh").blocks == (Paragraph((Line("zh", (Run("一"),)),)), Paragraph((Line("zh", (Run("二"),)),)))
    assert prose("one", "en").blocks[0].words[0].language == "en"
    assert prose(" \n\n").blocks == ()


def test_looks_and_links() -> None:
    assert runs("a **b *c*** *d* [e **f**](https://example.com)") == (
        Run("a "),
        Run("b ", strong=True),
        Run("c", strong=True, emphasis=True),
        Run(" "),
        Run("d", emphasis=True),
        Run(" "),
        Run("e ", target="https://example.com"),
        Run("f", strong=True, target="https://example.com"),
    )
    assert runs("<plan@example.com>") == (Run("plan@example.com", target="mailto:plan@example.com"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**目标：**到2030年", [("目标：", True), ("到2030年", False)]),
        ("到**“双碳”**年", [("到", False), ("“双碳”", True), ("年", False)]),
        ("降**35%**的排放", [("降", False), ("35%", True), ("的排放", False)]),
        ("（**重点**）", [("（", False), ("重点", True), ("）", False)]),
        ("为**{{ slogan }}**的", [("为", False), ("减碳", True), ("的", False)]),
        ("5 * 6 * 7", [("5 * 6 * 7", False)]),
        ("a_b_c", [("a_b_c", False)]),
        ("** 空 **", [("** 空 **", False)]),
    ],
)
def test_strong_beside_chinese(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(run.text, run.strong) for run in runs(text)] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("中文\n中文", "zh", "中文中文"),
        ("中文，\n2026", "zh", "中文，2026"),
        ("符合 ISO\n14064", "zh", "符合 ISO 14064"),
        ("符合\nISO", "zh", "符合 ISO"),
        ("他说“好”\n然后", "zh", "他说“好”然后"),
        ("say “so”\nthen", "en", "say “so” then"),
        ("为{{ slogan }}\n{{ slogan }}行动", "zh", "为减碳减碳行动"),
        ("为\n{{ nothing to say }}\n行动", "zh", "为行动"),
        ("one\ntwo", "en", "one two"),
        ("甲\\\n乙  \n丙", "zh", "甲\n乙\n丙"),
    ],
)
def test_breaks(text: str, language: str, expected: str) -> None:
    assert "".join(run.text for run in runs(text, language)) == expected


def test_a_soft_break_takes_the_look_around_it() -> None:
    assert runs("**one\ntwo**", "en") == (Run("one two", strong=True),)


def test_lists_and_their_levels() -> None:
    assert levels("- 一\n  - 二\n    - 三\n- 四\n  续") == [(0, "一"), (1, "二"), (2, "三"), (0, "四续")]
    assert levels("1. 一\n2. 二\n\n   第二段") == [(0, "一"), (0, "二\n第二段")]
    assert levels("- 一\n  - 二\n\n  尾") == [(0, "一"), (1, "二\n尾")]
    assert levels("-\n  - 二\n-") == [(0, ""), (1, "二"), (0, "")]
    ordered, bullets = prose("1. a\n2. b\n\n- c").blocks
    assert isinstance(ordered, BulletList)
    assert isinstance(bullets, BulletList)
    assert (ordered.ordered, bullets.ordered) == (True, False)


def test_a_list_may_be_indented_as_deep_as_its_author_likes() -> None:
    assert texts(prose("总则：\n\n    缩进")) == ["总则：", "缩进"]
    assert levels("      - 一") == [(0, "一")]


def test_a_fourth_level_is_reported_and_kept_at_the_third() -> None:
    found = prose("- 1\n  - 2\n    - 3\n      - 4")
    assert isinstance(found.blocks[0], BulletList)
    assert [item.level for item in found.blocks[0].items] == [0, 1, 2, 2]
    assert found.unsupported == ("list depth",)


def test_a_list_that_counts_from_elsewhere_is_reported() -> None:
    assert prose("3. a").unsupported == ("list number",)


@pytest.mark.parametrize("marker", ["1、", "（1）", "(一)", "二、", "十二、", "①", "第三条 ", "　　", "2.", "3）", "    1、"])
def test_a_line_with_a_chinese_number_begins_a_paragraph(marker: str) -> None:
    found = prose(f"总则：\n{marker}能源\n{marker}管理")
    assert texts(found) == ["总则：", f"{marker.lstrip()}能源", f"{marker.lstrip()}管理"]


def test_a_number_in_a_sentence_begins_none() -> None:
    assert texts(prose("共\n3.5吨，\n12个")) == ["共 3.5吨，12个"]


def test_block_quotes_are_notes() -> None:
    assert prose("> 注：一\n>\n> 二").blocks == (Note((Line("zh", (Run("注：一"),)),)), Note((Line("zh", (Run("二"),)),)))


def test_quotes_hold_any_names_and_their_text_is_data() -> None:
    assert runs("见{{table.目标}}：{{ pathways.casting\n  process.2026 }}") == (
        Run("见"),
        Run("表 1", target="#table-1"),
        Run("：0.77 tCO₂e/t"),
    )
    assert runs("{{ inventory.plant_a*.stated.scope 1+2.2023 | number }} *x*") == (Run("6456.81 "), Run("x", emphasis=True))
    assert runs("{{ hostile }}") == NAMES["hostile"]
    assert prose("{{ hostile }}").unsupported == ()
    assert runs("**{{ hostile }}**") == (Run(NAMES["hostile"][0].text, strong=True),)


def test_a_quote_keeps_its_own_link_and_takes_the_look_around_it() -> None:
    assert runs("**{{ table.目标 }}**") == (Run("表 1", strong=True, target="#table-1"),)
    assert runs("[网站]({{ site }}/plan)") == (Run("网站", target="https://example.com/plan"),)


def test_braces_that_quote_nothing_stay() -> None:
    assert runs("{a} {{ b {c} }}") == (Run("{a} {{ b {c} }}"),)


def test_unknown_quotes_are_named_once_and_stay_as_typed() -> None:
    found = prose("{{ no_such.*thing }} 和 {{  no_such.*thing}}")
    assert found.unknown == ("no_such.*thing",)
    assert texts(found) == ["{{ no_such.*thing }} 和 {{  no_such.*thing}}"]


def test_private_characters_of_the_author_survive() -> None:
    assert runs("\ue0000\ue000{{ slogan }}\ue001") == (Run("\ue0000\ue000减碳\ue001"),)


@pytest.mark.parametrize(
    ("text", "construct", "kept"),
    [
        ("# 题", "heading", ["题"]),
        ("a\n\n---\n\nb", "rule", ["a", "b"]),
        ("![图](a.png)", "image", ["图"]),
        ("用`a_b`", "code", ["用a_b"]),
        ("```\na  {{ slogan }}\n*b*\n```", "code", ["a  减碳\n*b*"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "table", ["| a | b | |---|---| | 1 | 2 |"]),
        ("CO<sub>2</sub>", "html", ["CO<sub>2</sub>"]),
        ("<!-- x -->", "html", ["<!-- x -->"]),
        ("- a\n\n  > b\n\n  # c", "quotation in a list", ["a\nb\nc"]),
    ],
)
def test_what_prose_cannot_hold_is_reported_and_its_text_kept(text: str, construct: str, kept: list[str]) -> None:
    found = prose(text)
    assert found.unsupported[0] == construct
    first = found.blocks[0]
    assert ([first.items[0].words[0].text] if isinstance(first, BulletList) else texts(found)) == kept


@pytest.mark.parametrize("text", ["a < 5 > b", "甲\n---", "甲\n===", "[1]: https://example.com", "a | b", "- -", "R&D", "2023-2025"])
def test_what_only_looks_like_more_is_text(text: str) -> None:
    assert set(prose(text).unsupported) <= {"rule"}
    assert prose(text).unsafe_links == ()


def test_a_line_of_hyphens_makes_no_heading() -> None:
    assert texts(prose("甲\n---")) == ["甲"]
    assert texts(prose("[1]: https://example.com")) == ["[1]: https://example.com"]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JAVASCRIPT:x", "file:///c:/x", "#table-1", "data:text/html,x", "plan.docx", "https://"]
)
def test_unsafe_links_are_reported_and_their_text_kept(target: str) -> None:
    found = prose(f"[a]({target})")
    assert found.unsafe_links == (target,)
    assert found.blocks == (Paragraph((Line("zh", (Run("a"),)),)),)


def test_one_line_texts_hold_quotes_and_no_markdown() -> None:
    assert inline("# **{{ slogan }}** _a_", "zh", NAMES.get) == Line("zh", (Run("# **"), Run("减碳"), Run("** _a_")))
    assert inline("{{ 无 }}", "zh", NAMES.get).text == "{{ 无 }}"
    assert inline("", "zh", NAMES.get) == Line("zh", ())


def test_pairs_stand_side_by_side() -> None:
    together = pair(prose("甲\n\n- 乙\n  - 丙\n\n> 丁"), prose("a\n\n- b\n  - c\n\n> d", "en"))
    assert together == (
        Paragraph((Line("zh", (Run("甲"),)), Line("en", (Run("a"),)))),
        BulletList(
            (
                ListItem((Line("zh", (Run("乙"),)), Line("en", (Run("b"),)))),
                ListItem((Line("zh", (Run("丙"),)), Line("en", (Run("c"),))), 1),
            )
        ),
        Note((Line("zh", (Run("丁"),)), Line("en", (Run("d"),)))),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("a\n\nb", "a"), ("a", "- a"), ("a", "> a"), ("- a", "1. a"), ("- a\n- b", "- a"), ("- a\n  - b", "- a\n- b")],
)
def test_texts_of_different_shape_make_no_pair(first: str, second: str) -> None:
    assert pair(prose(first), prose(second, "en")) is None


@given(st.text(st.sampled_from("*_`[]()<>#-+1.、（\n {}\\!&|:中a　"), max_size=40), st.sampled_from(["zh", "en"]))
def test_any_text_has_a_reading(text: str, language: str) -> None:
    found = parse_prose(text, language, NAMES.get)
    for block in found.blocks:
        lines = [item.words[0] for item in block.items] if isinstance(block, BulletList) else [block.words[0]]
        assert all(line.language == language for line in lines)
        assert all(run.text for line in lines for run in line.runs)


@given(
    st.text(st.sampled_from(" \n\n\t　a1.)、，。：-+#>=~|*_`[]<&\\{}!甲一（）①\u2028\u00a0\x0b\x0c\r\x00"), max_size=24),
    st.sampled_from(["zh", "en"]),
)
def test_a_text_without_markdown_reads_as_its_parser_has_it(text: str, language: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ghgplan.document.narrative._is_plain", lambda text: False)
        parsed = prose(text, language)
    assert prose(text, language) == parsed


def test_most_texts_need_no_parser() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ghgplan.document.narrative._tree", None)
        assert texts(prose("自{{ slogan }}起，单位产品排放下降 35%。\n\n　　第二段。")) == ["自减碳起，单位产品排放下降 35%。", "第二段。"]
