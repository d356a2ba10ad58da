"""Styles that a company's template lacks come from the standard look."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from emit.word.reading import problems, tree, xpath
from emit.word.samples import document, pictures, template
from ghgplan.diagnostics import Severity
from ghgplan.document.blocks import Edition
from ghgplan.emit.word import write_word
from ghgplan.emit.word.checking.check import check_template
from ghgplan.emit.word.checking.wanted import STYLES
from ghgplan.emit.word.completed import completed
from ghgplan.emit.word.package import packed
from ghgplan.emit.word.trees import parse_strictly, written

WANTED = {name for styles in STYLES.values() for name in styles}
STYLES_PART, NUMBERING_PART = "word/styles.xml", "word/numbering.xml"


def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(template())) as package:
        return {name: package.read(name) for name in package.namelist()}


def names(content: bytes) -> list[str]:
    return xpath(tree(content, STYLES_PART), "w:style/w:name/@w:val")


def without(*lacking: str, numbering: bool = True) -> bytes:
    """The standard template without some styles, and without anything that numbers."""
    all_parts = parts()
    styles = parse_strictly(all_parts[STYLES_PART])
    for style in xpath(styles, "w:style"):
        if xpath(style, "string(w:name/@w:val)").casefold() in {name.casefold() for name in lacking}:
            styles.remove(style)
    all_parts[STYLES_PART] = written(styles)
    if not numbering:
        del all_parts[NUMBERING_PART]
        for style in xpath(styles, "w:style/w:pPr/w:numPr"):
            style.getparent().remove(style)
        all_parts[STYLES_PART] = written(styles)
        for name, mark in (("[Content_Types].xml", "numbering"), ("word/_rels/document.xml.rels", "numbering")):
            listed: Any = parse_strictly(all_parts[name])
            for each in list(listed):
                if mark in (each.get("PartName") or "") + (each.get("Target") or ""):
                    listed.remove(each)
            all_parts[name] = written(listed)
    return packed(all_parts)


def test_a_template_that_has_all_stays_as_it_is() -> None:
    assert completed(template()) is template() or completed(template()) == template()
    assert completed(b"no template") == b"no template"


@pytest.mark.parametrize("name", sorted(WANTED))
def test_each_style_can_be_missing(name: str) -> None:
    made = completed(without(name))
    assert name.casefold() in {each.casefold() for each in names(made)}
    assert len(names(made)) == len({each.casefold() for each in names(made)}) == len(names(template()))


@pytest.mark.parametrize("numbering", [True, False])
@pytest.mark.parametrize("edition", list(Edition))
def test_a_document_can_be_made_without_any_of_them(edition: Edition, numbering: bool) -> None:
    bare = without(*WANTED, numbering=numbering)
    of = document(edition)
    content = write_word(of, pictures(of), bare)
    assert problems(content) == []
    ids = set(xpath(tree(content, STYLES_PART), "w:style/@w:styleId"))
    assert len(ids) == len(xpath(tree(content, STYLES_PART), "w:style"))
    referred = "w:style/w:basedOn/@w:val | w:style/w:next/@w:val | w:style/w:link/@w:val"
    assert set(xpath(tree(content, STYLES_PART), referred)) <= ids


def test_lists_are_counted_where_the_template_counts_nothing() -> None:
    made = completed(without("List Number", numbering=False))
    for name in ("List Bullet", "List Number"):
        number = xpath(tree(made, STYLES_PART), f"string(w:style[w:name/@w:val='{name}']/w:pPr/w:numPr/w:numId/@w:val)")
        abstract = xpath(tree(made, NUMBERING_PART), f"string(w:num[@w:numId='{number}']/w:abstractNumId/@w:val)")
        assert xpath(tree(made, NUMBERING_PART), f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl")


def test_headings_of_ours_are_not_counted_beside_those_of_the_template() -> None:
    made = completed(without("Heading 3"))
    assert xpath(tree(made, STYLES_PART), "w:style[w:name/@w:val='heading 3']/w:pPr/w:numPr") == []
    assert xpath(tree(made, STYLES_PART), "w:style[w:name/@w:val='heading 2']/w:pPr/w:numPr") != []


def test_an_id_that_another_style_has_is_left_to_it() -> None:
    all_parts = parts()
    styles = parse_strictly(all_parts[STYLES_PART])
    (note,) = xpath(styles, "w:style[w:name/@w:val='Note']")
    xpath(note, "w:name")[0].set(f"{{{styles.nsmap['w']}}}val", "Our own")
    all_parts[STYLES_PART] = written(styles)
    made = tree(completed(packed(all_parts)), STYLES_PART)
    assert xpath(made, "string(w:style[w:name/@w:val='Our own']/@w:styleId)") == "Note"
    assert xpath(made, "string(w:style[w:name/@w:val='Note']/@w:styleId)") == "ghgplanNote"


def test_it_is_a_warning_that_names_them_all() -> None:
    (found,) = check_template(without("Note", "ghgplan Table"), "templates/acme.docx")
    assert (found.code, found.severity, found.arguments) == ("GP-T07", Severity.WARNING, {"styles": "Note, ghgplan Table"})


def test_a_style_of_another_kind_is_an_error_still() -> None:
    all_parts = parts()
    all_parts[STYLES_PART] = all_parts[STYLES_PART].replace(
        b'<w:style w:type="table" w:customStyle="1"', b'<w:style w:type="paragraph" w:customStyle="1"'
    )
    codes = {found.code for found in check_template(packed(all_parts), "templates/acme.docx") if found.severity is Severity.ERROR}
    assert codes == {"GP-T02"}


def test_a_numbering_that_is_not_there_is_told() -> None:
    all_parts = parts()
    del all_parts[NUMBERING_PART]
    styles = parse_strictly(all_parts[STYLES_PART])
    for numbering in xpath(styles, "w:style[w:name/@w:val='List Number']/w:pPr/w:numPr"):
        numbering.getparent().remove(numbering)
    all_parts[STYLES_PART] = written(styles)
    codes = {found.code for found in check_template(packed(all_parts), "templates/acme.docx") if found.severity is Severity.ERROR}
    assert codes == {"GP-T01"}
