"""Page numbers for the contents, by a laid-out PDF's bookmarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader, PdfWriter

from emit.word.reading import tree, xpath
from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import Document, Edition, Heading, Line, Paragraph, Run, Words
from ghgplan.emit.word import write_word
from ghgplan.emit.word.package import packed
from ghgplan.project.bookmarks import heading_pages
from ghgplan.project.libreoffice import pdf_by_libreoffice
from ghgplan.project.page_numbers import Draft, PageNumbers, with_page_numbers
from office import office


def english(text: str) -> Words:
    return (Line("en", (Run(text),)),)


TITLES = ("Purpose", "Boundary", "Record")


def sample(*numbers: str) -> Document:
    headings = [
        Heading(number.count(".") + 1, number, english(title), f"section-{number}") for number, title in zip(numbers, TITLES, strict=True)
    ]
    return document(Edition.ENGLISH, tuple(block for heading in headings for block in (heading, Paragraph(english("Text.")))))


def pdf(*bookmarks: tuple[str, int], pages: int = 9) -> bytes:
    """A PDF of empty pages with ``bookmarks``: title and page, from 1."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    for title, page in bookmarks:
        writer.add_outline_item(title=title, page_number=page - 1)
    out = BytesIO()
    writer.write(out)
    return out.getvalue() + b"\n%%EOF\n"


def draft(of: Document, content: bytes | None = None) -> Draft:
    def write(pages: PageNumbers) -> bytes:
        return write_word(replace(of, pages=pages), pictures(of), template())

    return Draft(content or write({}), of, "templates/standard.docx", write)


def converter(
    answers: Sequence[bytes], asked: list[Mapping[str, bytes]] | None = None
) -> Callable[[Mapping[str, bytes]], dict[str, bytes]]:
    """Lays out whatever it is given as the next of ``answers``."""
    left = iter(answers)

    def convert(documents: Mapping[str, bytes]) -> dict[str, bytes]:
        if asked is not None:
            asked.append(documents)
        return dict.fromkeys(documents, next(left))

    return convert


def contents(content: bytes) -> list[str]:
    lines = xpath(tree(content), "w:body/w:p[w:hyperlink and w:pPr/w:pStyle[starts-with(@w:val, 'TOC')]]")
    return [
        "".join("\t" if text.tag.endswith("}tab") else text.text or "" for text in xpath(line, ".//w:t | .//w:r/w:tab")) for line in lines
    ]


STABLE = pdf(("1 Purpose", 3), ("1.1 Boundary", 4), ("2 Record", 7))


def test_every_entry_gets_the_page_of_its_heading() -> None:
    made = with_page_numbers({"a.docx": draft(sample("1", "1.1", "2"))}, converter([STABLE, STABLE]))
    assert made.diagnostics == ()
    assert contents(made.value["a.docx"]) == ["1\tPurpose\t3", "1.1\tBoundary\t4", "2\tRecord\t7"]
    fields = xpath(tree(made.value["a.docx"]), "//w:instrText")
    instructions = [text.text for text in fields]
    assert sum(bool(re.match(r" PAGEREF \S+ \\h ", text)) for text in instructions) == 3
    assert not any("\\n" in text for text in instructions)


def test_without_them_no_entry_has_a_page() -> None:
    content = draft(sample("1", "1.1", "2")).content
    assert contents(content) == ["1\tPurpose", "1.1\tBoundary", "2\tRecord"]


def test_pages_are_found_again_where_the_numbers_made_the_contents_longer() -> None:
    later = pdf(("1 Purpose", 4), ("1.1 Boundary", 5), ("2 Record", 8))
    asked: list[Mapping[str, bytes]] = []
    made = with_page_numbers({"a.docx": draft(sample("1", "1.1", "2"))}, converter([STABLE, later, later], asked))
    assert contents(made.value["a.docx"])[2] == "2\tRecord\t8"
    assert len(asked) == 3


def test_pages_that_never_settle_are_not_printed() -> None:
    restless = [pdf(("1 Purpose", page), ("1.1 Boundary", page), ("2 Record", page)) for page in (1, 2, 3, 4)]
    one = draft(sample("1", "1.1", "2"))
    made = with_page_numbers({"a.docx": one}, converter(restless))
    assert [found.code for found in made.diagnostics] == ["GP-T93"]
    assert made.value["a.docx"] == one.content


@pytest.mark.parametrize("marks", [(), (("1 Purpose", 3), ("2 Record", 4)), (("2 Record", 1), ("1 Purpose", 2), ("1.1 Boundary", 3))])
def test_what_is_not_found_on_the_pages_has_no_number(marks: tuple[tuple[str, int], ...]) -> None:
    one = draft(sample("1", "1.1", "2"))
    made = with_page_numbers({"a.docx": one}, converter([pdf(*marks)]))
    assert [(found.code, found.severity) for found in made.diagnostics] == [("GP-T93", "warning")]
    assert made.value["a.docx"] == one.content


def test_headings_of_the_template_stand_between() -> None:
    marks = (("Cover", 1), ("1 Purpose", 3), ("Interlude", 3), ("1.1 Boundary", 4), ("2 Record", 7))
    assert heading_pages(pdf(*marks), sample("1", "1.1", "2")) == {"section-1": 3, "section-1.1": 4, "section-2": 7}


def test_a_template_that_counts_its_pages_anew_gets_none() -> None:
    one = draft(sample("1", "1.1", "2"))
    with ZipFile(BytesIO(one.content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:pgMar", b'<w:pgNumType w:start="1"/><w:pgMar', 1)
    made = with_page_numbers({"a.docx": replace(one, content=packed(parts))}, converter([]))
    assert [found.code for found in made.diagnostics] == ["GP-T92"]


@pytest.mark.parametrize("edition", list(Edition))
def test_the_pages_are_those_that_are_printed(edition: Edition) -> None:
    program = office()
    of = document(edition)
    made = with_page_numbers({"a.docx": draft(of)}, lambda files: pdf_by_libreoffice(program, files))
    assert made.diagnostics == ()
    printed = PdfReader(BytesIO(pdf_by_libreoffice(program, {"a.docx": made.value["a.docx"]})["a.docx"])).pages
    for heading, line in zip(of.headings(), contents(made.value["a.docx"]), strict=True):
        page = int(line.rpartition("\t")[2])
        words = "".join("".join(part.text for part in heading.words[:1]).split())
        assert words in "".join(printed[page - 1].extract_text().split())
