import importlib.util
import re
import sys
from io import BytesIO
from pathlib import Path
from types import ModuleType

import docx
import pytest

from emit.word.reading import parts, tree, xpath
from emit.word.samples import TEMPLATE, template

TOOL = Path(__file__).parents[3] / "tools" / "standard_template.py"

STYLES = (
    *(f"Heading {level}" for level in range(1, 10)),
    *("Normal", "Body Text", "Body Text First Indent", "List Bullet", "List Number", "Note", "Title", "Subtitle", "Header", "Footer"),
    *("Caption", "Figure", "Table Text", "Table Head", "Table Text Small", "Table Head Small", "Table Note", "Table Gap"),
    *("toc 1", "toc 2", "toc 3", "TOC Heading", "Strong", "Emphasis", "Emphasis Chinese", "Hyperlink", "Second Language"),
    *("ghgplan Table", "ghgplan Columns"),
)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("standard_template", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module


def test_the_template_that_ships_is_the_one_that_the_tool_makes(tool: ModuleType) -> None:
    made = parts(tool.build())
    assert parts(template()) == made, f"run python tools/{TOOL.name}"
    # Compressed bytes may differ between platforms, parts may not.
    assert TEMPLATE.name == "standard.docx"


@pytest.mark.parametrize("style", STYLES)
def test_it_has_every_style_that_the_writer_asks_for(style: str) -> None:
    assert style in [found.name for found in docx.Document(BytesIO(template())).styles]


def test_every_style_that_is_named_exists() -> None:
    found = parts(template())
    styles = found["word/styles.xml"].decode()
    known = set(re.findall(r'w:styleId="([^"]+)"', styles))
    named = set(
        re.findall(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"', "".join(part.decode() for part in found.values()))
    )
    assert named <= known


def test_it_is_a4_and_says_its_languages() -> None:
    word = docx.Document(BytesIO(template()))
    assert all((round(section.page_width.mm), round(section.page_height.mm)) == (210, 297) for section in word.sections)
    language = xpath(tree(template(), "word/styles.xml"), "w:docDefaults/w:rPrDefault/w:rPr/w:lang")[0]
    assert sorted(language.attrib.values()) == ["ar-SA", "en-US", "zh-CN"]


def test_it_holds_nothing_that_nobody_asked_for() -> None:
    found = parts(template())
    assert not any(re.search("thumbnail|theme|customXml|app.xml", name) for name in found)
    assert not any(b"python-docx" in part or b"Theme" in part for part in found.values())


def test_headings_are_numbered_in_one_list() -> None:
    numbering = tree(template(), "word/numbering.xml")
    linked = xpath(numbering, "w:abstractNum[@w:abstractNumId='1']/w:lvl/w:pStyle/@w:val")
    assert linked == [f"Heading{level}" for level in range(1, 10)]
    assert xpath(numbering, "w:abstractNum[@w:abstractNumId='1']/w:lvl/w:lvlText/@w:val")[:3] == ["%1", "%1.%2", "%1.%2.%3"]
