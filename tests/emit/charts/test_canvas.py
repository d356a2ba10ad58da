"""What is drawn, pixel by pixel, beside what matplotlib's own figures draw."""

import os
import subprocess
import sys
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from emit.charts.figures import figure_pixels
from ghgplan.emit.charts.font import text_width
from ghgplan.emit.charts.layout import lay_out
from ghgplan.emit.charts.paint import painted
from ghgplan.emit.charts.scene import Mark, Rectangle, Scene, Stroke, Text, box
from ghgplan.emit.charts.style import ACTUAL_LOOKS, BOX_EDGE, BOX_FILL, PAPER, PART_LOOKS, TARGET_LOOKS


@cache
def scene_of(chart):
    return lay_out(chart, text_width)


def drawn(scene):
    return painted(scene).pixels()


def ink(picture):
    """How dark each pixel is."""
    return 255.0 - picture[:, :, :3].mean(axis=2)


def middle(dark):
    rows, columns = np.indices(dark.shape)
    return (dark * columns).sum() / dark.sum(), (dark * rows).sum() / dark.sum()


def test_lines_areas_and_marks_are_those_of_a_figure(chart):
    scene = scene_of(chart)
    bare = replace(scene, items=tuple(item for item in scene.items if not isinstance(item, Text)))
    assert np.array_equal(drawn(bare), figure_pixels(bare))


def test_every_look_is_that_of_a_figure():
    looks = TARGET_LOOKS + ACTUAL_LOOKS
    marks = [Mark((5 + 8 * count, 6.3), look.shape, 8.0, look.colour, PAPER, 0.6) for count, look in enumerate(looks)]
    lines = [
        Stroke(((3, 15 + count), (90, 15 + count), (150, 30.3 - count)), look.colour, 1.5, look.dashes) for count, look in enumerate(looks)
    ]
    rooms = [Rectangle(5 + 12 * count, 35, 15 + 12 * count, 48) for count in range(len(PART_LOOKS))]
    parts = [box(room, look.fill, hatch=look.hatch) for room, look in zip(rooms, PART_LOOKS, strict=True)]
    edged = [box(Rectangle(room.left, 50, room.right, 59.3), BOX_FILL, BOX_EDGE, 0.9) for room in rooms]
    scene = Scene(60.0, (*marks, *lines, *parts, *edged))
    assert np.array_equal(drawn(scene), figure_pixels(scene))


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("text", ["基准年", "Emission intensity (t CO₂e/t Al)", "−1,234.5", "cost $5, a_b^c <b>&amp;"])
def test_a_text_stands_where_a_figure_writes_it_and_is_as_dark(text, align):
    scene = Scene(10.0, (Text((80.0, 5.0), text, 7.5, "#1F2933", align),))
    ours, theirs = ink(drawn(scene)), ink(figure_pixels(scene))
    assert middle(ours) == pytest.approx(middle(theirs), abs=0.5)
    assert ours.sum() == pytest.approx(theirs.sum(), rel=0.02)
    # No pixel is far from one of its neighbours there.
    near = [np.roll(theirs, (down, right), (0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)]
    assert (ours <= np.max(near, axis=0) + 12).all()
    assert (ours >= np.min(near, axis=0) - 12).all()


def test_thin_lines_across_and_down_are_crisp():
    lines = [Stroke(((10, 3.1 + 2.37 * count), (60, 3.1 + 2.37 * count)), "#000000", 0.72) for count in range(10)]
    rows = ink(drawn(Scene(30.0, tuple(lines))))[:, 200]
    assert set(rows) == {0.0, 255.0}
    assert (rows > 0).sum() == 20


def test_what_comes_later_lies_above():
    under, over = box(Rectangle(10, 2, 30, 12), "#FF0000"), box(Rectangle(20, 2, 40, 12), "#0000FF")
    across = round(25 / 160 * 1260)
    assert tuple(drawn(Scene(14.0, (under, over)))[50, across]) == (0, 0, 255, 255)
    assert tuple(drawn(Scene(14.0, (over, under)))[50, across]) == (255, 0, 0, 255)


def test_an_empty_text_draws_nothing():
    assert ink(drawn(Scene(10.0, (Text((80.0, 5.0), "", 7.5, "#1F2933"), Text((80.0, 5.0), " ", 7.5, "#1F2933"))))).sum() == 0


RUN = """
import hashlib, sys
from emit.charts.conftest import every_chart
from ghgplan.emit.charts import draw

charts = list(every_chart("zh-en").items())
if sys.argv[1] == "backwards":
    charts.reverse()
pictures = {name: hashlib.sha256(draw(chart).png).hexdigest() for name, chart in charts}
print(sorted(pictures.items()))
print(*sorted({"matplotlib.figure", "matplotlib.text", "matplotlib.font_manager"} & set(sys.modules)))
"""


def test_the_bytes_depend_on_neither_process_nor_order_and_no_list_of_fonts_is_made(tmp_path):
    runs = []
    for order in ("forwards", "backwards"):
        folder = tmp_path / order
        folder.mkdir()
        environment = {**os.environ, "MPLCONFIGDIR": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
        process = subprocess.run([sys.executable, "-c", RUN, order], env=environment, capture_output=True, text=True, check=True)
        runs.append(process.stdout)
        assert list(folder.iterdir()) == []
    assert runs[0] == runs[1]
    assert runs[0].splitlines()[1] == ""
