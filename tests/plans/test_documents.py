"""The built documents of the five plans: as reviewed, the same on every day, and whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from emit.word.reading import problems
from ghgplan.document.blocks import Edition
from office import convert_to_pdf
from plans.reading import read_markdown, read_word

REPOSITORY = Path(__file__).resolve().parents[2]
PLANS = ("annual-progress", "foundry", "group-of-four", "inventory-report", "sound-casthouse", "two-product-lines")
EDITIONS = tuple(edition.value for edition in Edition)
DOCUMENTS = [(plan, edition) for plan in PLANS for edition in EDITIONS]

every_document = pytest.mark.parametrize(("plan", "edition"), DOCUMENTS)


def word(built: Path, plan: str, edition: str) -> Path:
    return built / plan / f"{plan}.{edition}.docx"


@every_document
def test_the_markdown_is_as_it_was_reviewed(plan: str, edition: str, built_plans: Path, golden: Callable[[Path, str], None]):
    name = f"{plan}.{edition}.md"
    golden(Path(__file__).parent / "golden" / name, (built_plans / plan / name).read_text(encoding="utf-8"))


def test_nothing_but_what_is_expected_is_built(built_plans: Path):
    for plan in PLANS:
        files = {path.name for path in (built_plans / plan).iterdir() if not path.name.startswith(".")}
        assert files == {"charts", *(f"{plan}.{edition}.{kind}" for edition in EDITIONS for kind in ("docx", "md"))}


def test_the_same_plans_give_the_same_bytes(built_plans: Path, tmp_path: Path):
    again = tmp_path / "elsewhere"
    surroundings = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    command = [sys.executable, "-m", "ghgplan", "build", "foundry", "annual-progress", "--out", str(again), "--quiet"]
    subprocess.run(command, cwd=REPOSITORY, env=surroundings, check=True)
    files = sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file() and not path.name.endswith(".lock"))
    assert len(files) > 20
    assert [str(file) for file in files if (again / file).read_bytes() != (built_plans / file).read_bytes()] == []


@every_document
def test_word_files_are_sound(plan: str, edition: str, built_plans: Path):
    path = word(built_plans, plan, edition)
    assert list(problems(path.read_bytes())) == []
    document = Document(str(path))
    assert document.core_properties.title
    assert document.core_properties.language == ("en-US" if edition == "en" else "zh-CN")
    with zipfile.ZipFile(path) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@every_document
def test_word_and_markdown_are_the_same_document(plan: str, edition: str, built_plans: Path):
    path = word(built_plans, plan, edition)
    docx, markdown = read_word(path), read_markdown(path.with_suffix(".md"))
    assert len(docx.captions) > 3
    if edition != "zh-en":  # side by side, a caption has two lines and prose stands in tables of its own in Word
        assert docx.captions == markdown.captions
        in_markdown = {caption: grid for caption, grid in markdown.tables.items() if caption in docx.tables}
        assert in_markdown == {caption: grid for caption, grid in docx.tables.items() if caption}
        headings = [heading for heading in docx.prose if heading in markdown.prose]
        assert len(headings) >= 4


@every_document
def test_every_table_and_figure_is_referred_to(plan: str, edition: str, built_plans: Path):
    text = word(built_plans, plan, edition).with_suffix(".md").read_text(encoding="utf-8")
    anchors = set(re.findall(r'<a id="((?:table|figure)-\d+)">', text))
    assert anchors
    assert anchors - set(re.findall(r"\]\(#((?:table|figure)-\d+)\)", text)) == set()


@every_document
def test_pictures_are_there_and_say_what_they_show(plan: str, edition: str, built_plans: Path):
    path = word(built_plans, plan, edition).with_suffix(".md")
    pictures = re.findall(r"!\[(.+?)\]\((charts/[^)]+)\)", path.read_text(encoding="utf-8"))
    assert pictures
    assert [file for _, file in pictures if not (path.parent / file).is_file()] == []
    assert all(len(alternative) > 10 for alternative, _ in pictures)


@every_document
def test_libreoffice_opens_every_document(plan: str, edition: str, built_plans: Path, tmp_path: Path):
    pdf = PdfReader(convert_to_pdf(word(built_plans, plan, edition), tmp_path))
    assert len(pdf.pages) >= 4
    text = "".join(page.extract_text() for page in pdf.pages)
    assert not re.search(r"\{\{|\{%|Error!|错误！", text)
    assert len(text) > 1500
