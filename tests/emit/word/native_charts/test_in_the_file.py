"""Charts of numbers as they stand in the Word file."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from emit.charts.conftest import MODES
from emit.word.native_charts.reading import native_samples
from emit.word.reading import changed, parts, problems, tree, xpath
from emit.word.samples import document, picture, template
from emit.wording import figure_text
from ghgplan.document.blocks import Document, Edition, Figure
from ghgplan.emit.word import write_word
from office import convert_to_pdf


def with_charts(mode: str) -> Document:
    figures = [
        Figure(
            f"figure-{number}",
            figure_text(f"Figure {number}"),
            figure_text(name),
            figure_text(f"It shows {name}"),
            chart,
            f"{number:02}.png",
        )
        for number, (name, chart) in enumerate(native_samples(mode).items(), 1)
    ]
    return document(Edition(mode), tuple(figures))


def written(of: Document, on: bytes | None = None) -> bytes:
    return write_word(of, {figure.file: picture() for figure in of.figures()}, on or template())


@pytest.fixture(scope="module", params=MODES)
def charts(request: pytest.FixtureRequest) -> tuple[Document, bytes]:
    sample = with_charts(request.param)
    return sample, written(sample)


def test_every_chart_has_its_part_and_its_workbook(charts: tuple[Document, bytes]) -> None:
    sample, content = charts
    count = len(list(sample.figures()))
    found = parts(content)
    assert {name for name in found if name.startswith("word/charts/chart")} == {f"word/charts/chart{n}.xml" for n in range(1, count + 1)}
    assert {name for name in found if name.startswith("word/embeddings/")} == {
        f"word/embeddings/chart{n}.xlsx" for n in range(1, count + 1)
    }
    for number in range(1, count + 1):
        relationships = tree(content, f"word/charts/_rels/chart{number}.xml.rels")
        assert [relationship.get("Target") for relationship in relationships] == [f"../embeddings/chart{number}.xlsx"]
        assert xpath(tree(content, f"word/charts/chart{number}.xml"), "//c:externalData/@r:id") == [relationships[0].get("Id")]
    types = found["[Content_Types].xml"].decode()
    assert types.count("drawingml.chart+xml") == count
    assert "spreadsheetml.sheet" in types
    docx.Document(BytesIO(content))
    assert problems(content) == []


def test_a_chart_is_said_in_words_and_has_a_picture_for_readers_without_charts(charts: tuple[Document, bytes]) -> None:
    sample, content = charts
    descriptions = [figure.alternative[0].text for figure in sample.figures()]
    body = tree(content)
    assert xpath(body, "//mc:Choice//wp:docPr/@descr") == descriptions
    assert xpath(body, "//mc:Fallback//wp:docPr/@descr") == descriptions
    assert len(xpath(body, "//mc:Choice[@Requires='wps']/w:drawing//c:chart")) == len(descriptions)
    assert len(xpath(body, "//mc:Fallback/w:drawing//pic:pic")) == len(descriptions)
    # A prefix that stands in a value has to be declared all the same.
    assert all("wps" in choice.nsmap for choice in xpath(body, "//mc:Choice"))


def test_the_same_charts_give_the_same_bytes(charts: tuple[Document, bytes]) -> None:
    sample, content = charts
    assert written(sample) == content


def test_a_plan_can_ask_for_pictures() -> None:
    content = written(replace(with_charts("en"), charts="picture"))
    assert not any(name.startswith(("word/charts/", "word/embeddings/")) for name in parts(content))
    assert xpath(tree(content), "//mc:AlternateContent") == []
    assert problems(content) == []


def test_fonts_are_the_templates_or_its_themes() -> None:
    own = parts(written(with_charts("zh")))["word/charts/chart1.xml"].decode()
    assert set(re.findall('<a:ea typeface="([^"]+)"', own)) == {"微软雅黑"}
    themed = changed(
        template(), "word/styles.xml", lambda xml: re.sub("(<w:docDefaults>.*?)<w:rFonts[^>]*/>", r"\1", xml, count=1, flags=re.DOTALL)
    )
    chart = parts(written(with_charts("zh"), themed))["word/charts/chart1.xml"].decode()
    assert set(re.findall('<a:(?:ea|latin) typeface="([^"]+)"', chart)) == {"+mn-ea", "+mn-lt"}


def test_another_program_draws_them(tmp_path: Path) -> None:
    sample = with_charts("zh-en")
    figures = tuple(
        figure for figure in sample.figures() if figure.caption[0].text in ("two product lines", "one dominates", "small steps")
    )
    path = tmp_path / "charts.docx"
    path.write_bytes(written(replace(sample, blocks=figures)))
    text = "".join(page.extract_text() for page in PdfReader(convert_to_pdf(path, tmp_path)).pages)
    # Texts of the charts: in the pictures there are none.
    for said in ("1.21", "0.82", "2,496,507", "−534.84", "2023"):
        assert said in text
