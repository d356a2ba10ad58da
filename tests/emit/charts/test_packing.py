"""What a packed picture looks like, against the pixels it was made of."""

from io import BytesIO

import numpy as np
from PIL import Image

from ghgplan.emit.charts.font import text_width
from ghgplan.emit.charts.layout import lay_out
from ghgplan.emit.charts.packing import COLOURS, pack
from ghgplan.emit.charts.paint import painted


def unpacked(png):
    return np.array(Image.open(BytesIO(png)).convert("RGB")).astype(int)


def test_paper_is_white_and_no_colour_is_far_from_what_was_painted(chart):
    pixels = painted(lay_out(chart, text_width)).pixels()
    kept, painted_before = unpacked(pack(pixels, 200)), pixels[:, :, :3].astype(int)
    assert ((kept == 255).all(axis=2) >= (painted_before == 255).all(axis=2)).all()
    away = np.abs(kept - painted_before).max(axis=2)
    assert (away > 24).mean() < 0.0001
    assert np.square(away[painted_before.min(axis=2) < 255]).mean() ** 0.5 < 5


def test_a_picture_of_paper_alone_is_white():
    assert (unpacked(pack(np.full((3, 4, 4), 255, np.uint8), 200)) == 255).all()


def test_a_picture_of_nothing_but_ink_has_its_colours():
    pixels = np.full((3, 4, 4), 255, np.uint8)
    pixels[:, :, :3] = (31, 41, 51)
    pixels[1, 1, :3] = (31, 138, 125)
    assert (unpacked(pack(pixels, 200)) == pixels[:, :, :3]).all()


def test_more_colours_than_a_palette_holds_are_brought_together():
    pixels = np.full((64, 64, 4), 255, np.uint8)
    pixels[:, :, 0] = np.arange(64)[:, None] * 4
    pixels[:, :, 1] = np.arange(64)[None, :] * 4
    image = Image.open(BytesIO(pack(pixels, 200)))
    assert image.mode == "P"
    assert max(image.tobytes()) <= COLOURS


def test_the_resolution_is_told_and_nothing_else():
    image = Image.open(BytesIO(pack(np.full((3, 4, 4), 255, np.uint8), 200)))
    assert {name: tuple(map(round, value)) for name, value in image.info.items()} == {"dpi": (200, 200)}
