"""PDF: by LibreOffice where it is there, and what is said where it is not, or does not do its work."""

from __future__ import annotations

import re
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import Edition
from ghgplan.emit.word import write_word
from ghgplan.project import libreoffice, microsoft_word, pdf
from ghgplan.project.libreoffice import pdf_by_libreoffice
from ghgplan.project.pdf import as_pdf, find_converter
from ghgplan.project.programs import TookTooLong, run_program
from ghgplan.project.trouble import Trouble
from office import office

WHOLE = b"%PDF-1.7 ... %%EOF\n"
ONE = {"a.docx": b"1"}


def trouble(converter) -> Trouble:
    with pytest.raises(Trouble) as caught:
        as_pdf(converter, ONE)
    return caught.value


@pytest.fixture(scope="module")
def laid_out() -> dict[str, PdfReader]:
    words = {}
    for edition in Edition:
        sample = document(edition)
        words[f"计划 {edition}.docx"] = write_word(sample, pictures(sample), template())
    made = pdf_by_libreoffice(office(), {**words, "broken.docx": b"no Word file"})
    assert list(made) == list(words)
    return {name: PdfReader(BytesIO(content)) for name, content in made.items()}


def test_headings_are_bookmarks(laid_out: dict[str, PdfReader]):
    def titles(outline) -> list[str]:
        return [title for entry in outline for title in (titles(entry) if isinstance(entry, list) else [entry.title])]

    for edition, reader in zip(Edition, laid_out.values(), strict=True):
        found = ["".join(title.split()) for title in titles(reader.outline)]
        wanted = ["".join(line.text for line in heading.words).replace(" ", "") for heading in document(edition).headings()]
        assert len(found) >= len(wanted)
        assert [title for title in wanted if not any(title in bookmark for bookmark in found)] == []


def test_every_font_is_embedded(laid_out: dict[str, PdfReader]):
    for reader in laid_out.values():
        for page in reader.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                inner = font.get_object()
                described = inner.get("/DescendantFonts", [inner])[0].get_object()["/FontDescriptor"]
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(described), inner["/BaseFont"]


def test_the_text_is_there_to_be_searched(laid_out: dict[str, PdfReader]):
    for edition, reader in zip(Edition, laid_out.values(), strict=True):
        text = "".join("".join(page.extract_text() for page in reader.pages).split())
        for heading in document(edition).headings():
            assert all("".join(line.text.split()) in text for line in heading.words)


def test_what_cannot_be_read_is_left_out_and_then_a_trouble():
    assert trouble(lambda documents: {}).name == "trouble.office-failed"


@pytest.mark.parametrize("half", [b"", b"%PDF-1.7 ...", b"%%EOF"])
def test_half_a_pdf_is_none(half: bytes):
    assert trouble(lambda documents: dict.fromkeys(documents, half)).name == "trouble.office-failed"


def test_a_whole_one_is_handed_on():
    assert as_pdf(lambda documents: {**dict.fromkeys(documents, WHOLE), "more": b""}, ONE) == {"a.docx": WHOLE}
    assert as_pdf(lambda documents: {}, {}) == {}


def test_a_program_that_does_not_end_is_a_trouble():
    def slow(documents):
        raise TookTooLong

    assert trouble(slow).name == "trouble.office-too-slow"


def test_a_program_that_cannot_be_started_is_a_trouble():
    assert trouble(lambda documents: pdf_by_libreoffice("/no/such/soffice", documents)).name == "trouble.other"


def test_without_an_office_program_there_is_a_trouble(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    monkeypatch.setattr(pdf, "find_word", lambda: None)
    with pytest.raises(Trouble) as caught:
        find_converter()
    assert caught.value.name == "trouble.no-office"


def test_word_is_taken_where_libreoffice_is_not(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    monkeypatch.setattr(pdf, "find_word", lambda: "powershell")
    monkeypatch.setattr(pdf, "pdf_by_word", lambda program, documents: {program: WHOLE})
    assert find_converter()(ONE) == {"powershell": WHOLE}


def test_libreoffice_is_looked_for_on_the_path_and_where_it_is_usually_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", ())
    assert libreoffice.find_libreoffice() is None
    usual = tmp_path / "soffice.com"
    usual.write_bytes(b"")
    monkeypatch.setattr(libreoffice, "_PLACES", (str(usual),))
    assert libreoffice.find_libreoffice() == str(usual)


@pytest.mark.skipif(sys.platform == "win32", reason="the program in Word's place is a shell script")
def test_word_is_handed_a_folder_of_word_files(tmp_path: Path):
    fake = tmp_path / "powershell"
    fake.write_text('#!/bin/sh\nfor file in "$GHGPLAN_FOLDER"/*.docx; do cp "$file" "${file%.docx}.pdf"; done\n', encoding="utf-8")
    fake.chmod(0o755)
    assert microsoft_word.pdf_by_word(str(fake), {"计划.zh.docx": b"1", "计划.en.docx": b"2"}) == {
        "计划.zh.docx": b"1",
        "计划.en.docx": b"2",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="there Word may be installed")
def test_word_is_looked_for_on_windows_only():
    assert microsoft_word.find_word() is None


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_a_program_is_ended_with_all_that_it_started(tmp_path: Path):
    script = f"sleep 60 & echo $! > {tmp_path}/child; wait"
    with pytest.raises(TookTooLong):
        run_program(["sh", "-c", script], seconds=0.5)
    child = (tmp_path / "child").read_text(encoding="utf-8").strip()
    # The system may take a moment for it.
    for _ in range(100):
        if _has_ended(child):
            break
        time.sleep(0.05)
    assert _has_ended(child)


def _has_ended(process: str) -> bool:
    try:
        return re.search(r"\) [ZX] ", Path(f"/proc/{process}/stat").read_text(encoding="utf-8")) is not None
    except OSError:
        return True


def test_a_program_says_what_it_says():
    assert run_program([sys.executable, "-c", "import sys; print('one'); print('two', file=sys.stderr)"], 60).split() == ["one", "two"]
