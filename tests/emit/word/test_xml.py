import pytest
from lxml import etree
from markupsafe import Markup

from ghgplan.emit.word.xml import NAMESPACES, declared, element, escaped, w


def test_text_comes_back_and_holds_no_braces() -> None:
    text = """{{ R&D }} <"x"> '{%' \t\n\r ]]>"""
    written = element("t", {"a": text}, escaped(text))
    assert "{" not in written
    assert "}" not in written
    parsed = etree.fromstring(written)
    assert (parsed.text, parsed.get("a")) == (text, text)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ud800", "\ufffe"])
def test_what_xml_cannot_hold_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match=f"U\\+{ord(character):04X}"):
        escaped(f"a{character}b")


def test_elements_are_empty_or_hold_what_they_are_given() -> None:
    assert w("br") == "<w:br/>"
    assert w("p", w("r"), Markup(""), w("r")) == "<w:p><w:r/><w:r/></w:p>"
    assert w("jc", val="center") == '<w:jc w:val="center"/>'


def test_namespaces_are_declared_where_they_are_asked_for() -> None:
    assert element("r:x", declared("r")) == f'<r:x xmlns:r="{NAMESPACES["r"]}"/>'
