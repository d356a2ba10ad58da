import pytest
from lxml import etree

from emit.word.reading import text_of, xpath
from ghgplan.document.blocks import Heading, Line, Run
from ghgplan.emit.word.bookmarks import Bookmarks
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.xml import declared, element


class Styles:
    def id(self, name: str) -> str:
        return name


class Links:
    def __init__(self) -> None:
        self.addresses: list[str] = []

    def web(self, address: str) -> str:
        self.addresses.append(address)
        return f"rId{len(self.addresses)}"


def written(*runs: Run, language="en", links: Links | None = None) -> etree._Element:
    bookmarks = Bookmarks([Heading(1, "1", (Line("en", (Run("One"),)),), "section-1")], 0)
    inline = Inline(Styles(), bookmarks, links or Links())
    return etree.fromstring(element("w:p", declared("w"), inline.line(Line(language, runs))))


@pytest.mark.parametrize(("language", "expected"), [("zh", {"eastAsia": "zh-CN"}), ("en", {"val": "en-US"}), (None, None)])
def test_a_run_says_its_language(language, expected) -> None:
    found = xpath(written(Run("x"), language=language), "w:r/w:rPr/w:lang")
    assert [{etree.QName(key).localname: value for key, value in each.attrib.items()} for each in found] == ([expected] if expected else [])


def test_chinese_quotation_marks_are_full_width() -> None:
    assert xpath(written(Run("“x”"), language="zh"), "w:r/w:rPr/w:rFonts/@w:hint") == ["eastAsia"]
    assert xpath(written(Run("“x”")), "w:r/w:rPr/w:rFonts") == []


@pytest.mark.parametrize(
    ("run", "language", "style"),
    [
        (Run("x", strong=True), "en", "Strong"),
        (Run("x", emphasis=True), "en", "Emphasis"),
        (Run("x", emphasis=True), "zh", "Emphasis Chinese"),
        (Run("x", target="mailto:a@example.com", strong=True), "en", "Hyperlink"),
    ],
)
def test_looks_are_the_template_s(run: Run, language, style: str) -> None:
    assert xpath(written(run, language=language), ".//w:rStyle/@w:val") == [style]


def test_two_looks_at_once_are_both_written() -> None:
    both = written(Run("x", strong=True, emphasis=True))
    assert xpath(both, ".//w:rStyle/@w:val") == ["Strong"]
    assert len(xpath(both, ".//w:rPr/w:i")) == 1


def test_line_feeds_and_tabs_are_word_s_own() -> None:
    pieces = xpath(written(Run("a\r\nb\tc\n\nd")), "w:r/*[not(self::w:rPr)]")
    assert [etree.QName(piece).localname for piece in pieces] == ["t", "br", "t", "tab", "t", "br", "br", "t"]


def test_blanks_are_kept() -> None:
    assert text_of(written(Run(" a  b "))) == " a  b "


def test_an_address_becomes_a_relationship() -> None:
    links = Links()
    paragraph = written(Run("site", target="https://example.com/?a=1&b={2}"), links=links)
    assert links.addresses == ["https://example.com/?a=1&b={2}"]
    assert xpath(paragraph, "w:hyperlink/@r:id") == ["rId1"]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "https:", "#nowhere", "x"])
def test_what_is_no_address_and_no_block_is_only_text(target: str) -> None:
    links = Links()
    paragraph = written(Run("text", target=target), links=links)
    assert not links.addresses
    assert not xpath(paragraph, ".//w:hyperlink | .//w:fldChar")
    assert text_of(paragraph) == "text"


def test_a_heading_is_linked_to() -> None:
    assert xpath(written(Run("above", target="#section-1")), "w:hyperlink/@w:anchor") == ["section_1"]
