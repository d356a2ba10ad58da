"""What a broken template, or a mistake of our own, would hand out is not handed out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from emit.word.reading import changed, parts
from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import Edition
from ghgplan.emit.word import TemplateError, write_word
from ghgplan.emit.word.guard import guard
from ghgplan.emit.word.package import packed

MAIN = "word/document.xml"
SAMPLE = document(Edition.ENGLISH)


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_word(SAMPLE, pictures(SAMPLE), template())


def test_a_damaged_file_is_refused(written: bytes) -> None:
    damaged = changed(written, MAIN, lambda xml: xml.replace('w:fldCharType="end"', 'w:fldCharType="separate"', 1))
    with pytest.raises(TemplateError, match=r"GP-T90.*a field begins and does not end"):
        guard(damaged, SAMPLE, frozenset())


def test_a_file_that_lost_a_text_is_refused_and_the_text_named(written: bytes) -> None:
    longest = max(re.findall(r"<w:t [^>]*>([^<]+)</w:t>", parts(written)[MAIN].decode()), key=len)
    with pytest.raises(TemplateError, match="GP-T91") as caught:
        guard(changed(written, MAIN, lambda xml: xml.replace(longest, "")), SAMPLE, frozenset())
    assert longest[:30] in caught.value.arguments["texts"]
    assert int(caught.value.arguments["count"]) > 0


def test_a_file_that_cannot_be_looked_through_is_refused(written: bytes) -> None:
    broken = packed({**parts(written), "word/styles.xml": b"<w:styles>"})
    with pytest.raises(TemplateError, match=r"GP-T90.*XMLSyntaxError"):
        guard(broken, SAMPLE, frozenset())


def test_what_is_wrong_with_the_template_already_is_not_held_against_the_document() -> None:
    unknown = '<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr></w:p>'
    own = changed(template(), MAIN, lambda xml: xml.replace("<w:body>", f"<w:body>{unknown}"))
    assert b'"Gone"' in parts(write_word(SAMPLE, pictures(SAMPLE), own))[MAIN]


def test_a_template_that_leaves_out_a_block_is_refused() -> None:
    picky = changed(template(), MAIN, lambda xml: xml.replace("{{p block }}", "{{p body[0] }}"))
    assert picky != template()
    with pytest.raises(TemplateError, match=r"GP-T9[01]"):
        write_word(SAMPLE, pictures(SAMPLE), picky)


def test_braces_in_the_plan_are_no_tags_of_the_template(written: bytes) -> None:
    braces = "{{ 7*7 }} {% if %} {# x #} }} {_{"
    cover = replace(SAMPLE.cover, company=tuple(replace(line, runs=(replace(line.runs[0], text=braces),)) for line in SAMPLE.cover.company))
    assert b"7*7" in parts(write_word(replace(SAMPLE, cover=cover), pictures(SAMPLE), template()))[MAIN]
