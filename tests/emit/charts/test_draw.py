"""Drawing as a whole: bytes, missing glyphs, and every text inside the picture."""

import warnings
from dataclasses import replace
from functools import cache
from io import BytesIO

import matplotlib
import pytest
from PIL import Image

from ghgplan.document.charts import FlowDiagram, PathwayChart, TreeBox, TreeDiagram
from ghgplan.emit.charts import MissingGlyphs, Picture, draw, missing_glyphs, paint
from ghgplan.emit.charts.font import text_width
from ghgplan.emit.charts.layout import lay_out
from ghgplan.emit.charts.pathway import BETWEEN, _weight
from ghgplan.emit.charts.scene import Text
from ghgplan.emit.charts.texts import texts


def opened(picture):
    return Image.open(BytesIO(picture.png))


@cache
def scene_of(chart):
    return lay_out(chart, text_width)


@cache
def artists(scene):
    """The drawn texts, and the rectangle of pixels that each takes."""
    with matplotlib.rc_context(paint._SETTINGS):
        figure = paint.figure_of(scene)
        canvas = paint.FigureCanvasAgg(figure)
        canvas.draw()
        return figure, [(words, words.get_window_extent(canvas.get_renderer())) for words in figure.findobj(matplotlib.text.Text)]


def test_every_chart_is_drawn_twice_the_same_without_a_warning(chart):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = draw(chart)
    assert isinstance(picture, Picture)
    image = opened(picture)
    assert image.size == (picture.width_px, picture.height_px)
    assert image.size[0] == 1260
    assert [round(dots) for dots in image.info["dpi"]] == [200, 200]
    assert "Software" not in image.info
    assert draw(chart) == picture


def test_every_text_stands_inside_the_picture_where_the_layout_puts_it(chart):
    scene = scene_of(chart)
    figure, drawn = artists(scene)
    laid_out = [item for item in scene.items if isinstance(item, Text)]
    assert len(drawn) == len(laid_out)
    for text, (words, extent) in zip(laid_out, drawn, strict=True):
        assert words.get_text() == text.text
        assert figure.bbox.x0 - 1 <= extent.x0, text
        assert extent.x1 <= figure.bbox.x1 + 1, text
        assert figure.bbox.y0 - 1 <= extent.y0, text
        assert extent.y1 <= figure.bbox.y1 + 1, text
        assert extent.width == pytest.approx(paint.pixels(text_width(text.text, text.size)), abs=6), text


def test_no_text_lies_upon_another(chart):
    _, drawn = artists(scene_of(chart))
    for position, (words, extent) in enumerate(drawn):
        for other, other_extent in drawn[position + 1 :]:
            across = min(extent.x1, other_extent.x1) - max(extent.x0, other_extent.x0)
            up = min(extent.y1, other_extent.y1) - max(extent.y0, other_extent.y0)
            # Two pixels are less than the side bearings of two characters.
            assert across <= 2 or up <= 2, (words.get_text(), other.get_text())


def test_every_word_of_a_chart_is_written(chart):
    scene = scene_of(chart)
    if isinstance(chart, PathwayChart):
        marks = [(one.base_year, one.aim) for one in chart.series]
        chart = replace(
            chart,
            base_label=chart.base_label if any(base for base, _ in marks) else (),
            aim_label=chart.aim_label if any(aim for _, aim in marks) else (),
            # Figures of the years between may be left out.
            series=tuple(replace(one, points=tuple(p for p in one.points if _weight(one, p) > BETWEEN)) for one in chart.series),
        )
    written = "".join(item.text for item in scene.items if isinstance(item, Text)).replace(" ", "")
    for text in texts(chart):
        for character in text.replace(" ", ""):
            assert character in written


def test_the_paper_is_white():
    picture = draw(FlowDiagram((("熔化", "Melting"), ("压铸", "Die casting"))))
    assert opened(picture).convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_characters_outside_the_font_are_named_once_in_order():
    chart = FlowDiagram((("熔化🔥𠮷",), ("🔥 压铸 𠮷\u200d",)))
    assert draw(chart) == MissingGlyphs(("🔥", "𠮷", "\u200d"))


def test_missing_characters_are_found_without_a_layout(monkeypatch):
    monkeypatch.setattr("ghgplan.emit.charts.layout.lay_out", None)
    assert missing_glyphs(FlowDiagram((("熔化",), ("🔥",)))) == MissingGlyphs(("🔥",))
    assert missing_glyphs(FlowDiagram((("熔化",),))) is None


def test_missing_characters_are_found_deep_in_a_tree():
    assert draw(TreeDiagram(TreeBox(("甲",), (TreeBox(("乙",), (TreeBox(("\ud800",)),)),)))) == MissingGlyphs(("\ud800",))


def test_a_glyph_lost_on_the_way_to_the_picture_raises():
    scene = lay_out(FlowDiagram((("熔化",),)), text_width)
    text = Text((10.0, 4.0), "𠮷", 8.0, "#000000")
    with pytest.raises(UserWarning, match="missing"):
        paint.paint(type(scene)(scene.height, (*scene.items, text)))


@pytest.mark.parametrize("text", ["cost $5 and $6", "$$", "$\\frac{$", "a_b^c", "<b>&amp;"])
def test_signs_of_markup_are_drawn_as_they_are(text):
    scene = lay_out(FlowDiagram(((text,),)), text_width)
    _, [(words, extent)] = artists(scene)
    assert words.get_text() == text
    assert not words.get_parse_math()
    assert extent.width == pytest.approx(paint.pixels(text_width(text, words.get_size())), abs=6)
    assert isinstance(draw(FlowDiagram(((text,),))), Picture)


def test_line_breaks_and_wide_spaces_in_a_text_are_spaces():
    assert draw(FlowDiagram((("熔化\n与　精炼",),))) == draw(FlowDiagram((("熔化 与 精炼",),)))


def test_the_settings_of_matplotlib_are_left_alone():
    before = dict(matplotlib.rcParams)
    with matplotlib.rc_context({"lines.antialiased": False, "text.usetex": True}):
        picture = draw(FlowDiagram((("熔化",), ("压铸",))))
    assert dict(matplotlib.rcParams) == before
    assert picture == draw(FlowDiagram((("熔化",), ("压铸",))))
