"""Drawing as a whole: bytes, missing glyphs, and every text inside the picture."""

import warnings
from dataclasses import replace
from functools import cache
from io import BytesIO
from math import ceil, floor

import matplotlib
import numpy as np
import pytest
from matplotlib.path import Path
from PIL import Image

from ghgplan.document.charts import FlowDiagram, PathwayChart, TreeBox, TreeDiagram
from ghgplan.emit.charts import MissingGlyphs, Picture, draw, missing_glyphs, paint
from ghgplan.emit.charts.font import text_outline, text_width
from ghgplan.emit.charts.layout import lay_out
from ghgplan.emit.charts.pathway import BETWEEN, _weight
from ghgplan.emit.charts.scene import Rectangle, Text
from ghgplan.emit.charts.style import DOTS_PER_INCH, WIDTH
from ghgplan.emit.charts.texts import texts


def opened(picture):
    return Image.open(BytesIO(picture.png))


@cache
def scene_of(chart):
    return lay_out(chart, text_width)


@cache
def written(scene):
    """The texts that show, each with the rectangle of pixels that its outlines fill."""
    found = []
    for text in scene.items:
        if isinstance(text, Text) and text.text.strip():
            corners, codes = text_outline(text.text)
            # A corner that closes an outline has no place of its own.
            spots = corners[codes != Path.CLOSEPOLY] * text.size * DOTS_PER_INCH / 72
            left = text.extent(text_width).left / WIDTH * paint.pixels(WIDTH)
            baseline = text.at[1] / scene.height * paint.pixels(scene.height)
            (low_x, low_y), (high_x, high_y) = spots.min(axis=0), spots.max(axis=0)
            found.append((text, Rectangle(left + low_x, baseline - high_y, left + high_x, baseline - low_y)))
    return found


def black(scene):
    """Which pixels the texts touch."""
    texts_alone = replace(scene, items=tuple(item for item in scene.items if isinstance(item, Text)))
    return paint.painted(texts_alone).pixels().min(axis=2) < 255


def whole(room):
    """The pixels that the rectangle touches, and one more on each side, as outlines are flattened before they are filled."""
    return slice(max(0, floor(room.top) - 1), ceil(room.bottom) + 1), slice(max(0, floor(room.left) - 1), ceil(room.right) + 1)


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
    dark = black(scene)
    page = Rectangle(-1, -1, dark.shape[1] + 1, dark.shape[0] + 1)
    beside = dark.copy()
    for text, room in written(scene):
        assert page.holds(room), text
        # Brackets and the like leave up to half of their width free on their outer side.
        assert -2 < paint.pixels(text_width(text.text, text.size)) - (room.right - room.left) < text.size * DOTS_PER_INCH / 72, text
        rows, columns = np.nonzero(dark[whole(room)])
        assert rows.max() - rows.min() == pytest.approx(room.bottom - room.top, abs=2), text
        assert columns.max() - columns.min() == pytest.approx(room.right - room.left, abs=2), text
        beside[whole(room)] = False
    assert not beside.any()


def test_no_text_lies_upon_another(chart):
    drawn = written(scene_of(chart))
    for position, (text, room) in enumerate(drawn):
        for other, other_room in drawn[position + 1 :]:
            across = min(room.right, other_room.right) - max(room.left, other_room.left)
            up = min(room.bottom, other_room.bottom) - max(room.top, other_room.top)
            # Two pixels are less than the side bearings of two characters.
            assert across <= 2 or up <= 2, (text.text, other.text)


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
    with pytest.raises(LookupError, match="no glyph"):
        paint.paint(type(scene)(scene.height, (*scene.items, text)))


@pytest.mark.parametrize("text", ["cost $5 and $6", "$$", "$\\frac{$", "a_b^c", "<b>&amp;"])
def test_signs_of_markup_are_drawn_as_they_are(text):
    scene = lay_out(FlowDiagram(((text,),)), text_width)
    [(written_text, room)] = written(scene)
    assert written_text.text == text
    assert room.right - room.left == pytest.approx(paint.pixels(text_width(text, written_text.size)), abs=6)
    _, columns = np.nonzero(black(scene))
    assert columns.max() - columns.min() == pytest.approx(room.right - room.left, abs=2)
    assert isinstance(draw(FlowDiagram(((text,),))), Picture)


def test_line_breaks_and_wide_spaces_in_a_text_are_spaces():
    assert draw(FlowDiagram((("熔化\n与　精炼",),))) == draw(FlowDiagram((("熔化 与 精炼",),)))


def test_the_settings_of_matplotlib_are_left_alone():
    before = dict(matplotlib.rcParams)
    with matplotlib.rc_context({"lines.antialiased": False, "text.usetex": True, "hatch.linewidth": 9.0, "markers.fillstyle": "none"}):
        picture = draw(FlowDiagram((("熔化",), ("压铸",))))
    assert dict(matplotlib.rcParams) == before
    assert picture == draw(FlowDiagram((("熔化",), ("压铸",))))
