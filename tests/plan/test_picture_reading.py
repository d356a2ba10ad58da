"""Whatever a picture file holds: an upright sRGB picture without metadata, or a refusal that says why."""

from __future__ import annotations

import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from ghgplan.emit.word.picture_sizes import DOTS_PER_INCH, WIDEST_MM
from ghgplan.plan.picture_files import PictureFile
from ghgplan.plan.picture_reading import MOST_BYTES, MOST_PIXELS, TALLEST, WIDEST, UnfitPicture, read_picture, too_large
from ghgplan.plan.schema import language_page
from plan.pictures import BLUE, RED, headed_png, located, metadata, opened, photo, profile, saved, two_halves

KINDS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def ready(content: bytes) -> Image.Image:
    picture = read_picture(content)
    assert isinstance(picture, PictureFile), picture
    image = opened(picture.content)
    assert image.format == {"png": "PNG", "jpg": "JPEG"}[picture.ending]
    assert image.mode in ("RGB", "L")
    return image


def refused(content: bytes) -> tuple[str, str | None]:
    unfit = read_picture(content)
    assert isinstance(unfit, UnfitPicture)
    return unfit.code, unfit.hint


def near(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int], most: int = 12) -> bool:
    return all(abs(one - other) <= most for one, other in zip(image.convert("RGB").getpixel(place), colour, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read(kind: str) -> None:
    image = ready(saved(two_halves(), kind))
    assert image.size == (400, 300)
    assert near(image, (200, 50), RED)
    assert near(image, (200, 250), BLUE)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", [0.02, 0.3, 0.7])
def test_a_truncated_picture_is_damaged(kind: str, part: float) -> None:
    content = saved(photo(200, 150), kind)
    assert refused(content[: int(len(content) * part)])[0] == "GP-F41"


def test_a_changed_byte_is_damage() -> None:
    content = bytearray(saved(photo(200, 150), "PNG"))
    content[len(content) // 2] ^= 0xFF
    assert refused(bytes(content))[0] == "GP-F41"


@pytest.mark.parametrize(
    ("content", "hint"),
    [(b"", "GP-F40.empty"), (SVG, "GP-F40.drawing"), (b"%PDF-1.7\n", "GP-F40.drawing"), (b"no picture", None), (bytes(5000), None)],
)
def test_what_is_no_picture_of_pixels(content: bytes, hint: str | None) -> None:
    assert refused(content) == ("GP-F40", hint)


def test_numbers_of_any_size_are_no_colours() -> None:
    assert refused(saved(Image.new("F", (20, 20), 0.5), "TIFF")) == ("GP-F40", None)


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "WEBP", "PNG"])
def test_of_several_pictures_none_is_chosen(kind: str) -> None:
    more = [photo(60, 40), two_halves(60, 40)]
    content = saved(two_halves(60, 40).rotate(180), kind, save_all=True, append_images=more)
    assert read_picture(content) == UnfitPicture("GP-F44", {"pages": "3"})


def test_the_small_copy_behind_a_photo_does_not_count() -> None:
    content = saved(two_halves(), "MPO", save_all=True, append_images=[two_halves(40, 30)])
    assert opened(content).format == "MPO"
    assert ready(content).size == (400, 300)


# Colours.


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_cmyk_keeps_its_colours(kind: str) -> None:
    image = ready(saved(two_halves().convert("CMYK"), kind))
    assert near(image, (200, 50), RED)
    assert near(image, (200, 250), BLUE)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_are_not_cut_off(kind: str) -> None:
    deep = Image.linear_gradient("L").convert("I").point(lambda value: value * 257).convert("I;16")
    image = ready(saved(deep, kind))
    assert image.mode == "L"
    assert [image.getpixel((9, row)) for row in (0, 64, 128, 255)] == [0, 64, 128, 255]


def test_a_palette_and_black_and_white_become_plain_colours() -> None:
    assert near(ready(saved(two_halves().quantize(16), "PNG")), (200, 50), RED)
    assert ready(saved(two_halves().convert("1"), "PNG")).mode == "L"


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "TIFF"])
def test_what_is_transparent_is_white_as_the_page(kind: str) -> None:
    clear = two_halves().convert("RGBA")
    # Black that nobody sees must not come out.
    clear.paste((0, 0, 0, 0), (0, 0, 400, 150))
    image = ready(saved(clear, kind))
    assert near(image, (200, 50), (255, 255, 255))
    assert near(image, (200, 250), BLUE)


def test_a_transparent_colour_of_a_palette_is_white() -> None:
    flat = Image.new("P", (40, 30), 1)
    flat.putpalette([*RED, *BLUE])
    flat.paste(0, (0, 0, 40, 15))
    image = ready(saved(flat, "PNG", transparency=0))
    assert near(image, (20, 5), (255, 255, 255))
    assert near(image, (20, 25), BLUE)


def test_the_edge_of_a_transparent_picture_is_not_dark_when_it_is_made_smaller() -> None:
    clear = Image.new("RGBA", (2520, 200), (0, 0, 0, 0))
    clear.paste((*RED, 255), (1261, 0, 2520, 200))
    image = ready(saved(clear, "PNG"))
    assert image.size == (1260, 100)
    assert min(image.getpixel((column, 50))[0] for column in range(1260)) > RED[0] - 12


def test_a_colour_profile_is_followed() -> None:
    # Green and red exchanged: no such space exists, which shows that the profile was read.
    exchanged = profile().replace(b"rXYZ", b"tXYZ").replace(b"gXYZ", b"rXYZ").replace(b"tXYZ", b"gXYZ")
    image = ready(saved(Image.new("RGB", (40, 30), (200, 30, 30)), "PNG", icc_profile=exchanged))
    assert near(image, (20, 15), (30, 200, 30))


@pytest.mark.parametrize("broken", [b"no profile", profile()[:200]])
def test_a_broken_colour_profile_says_nothing(broken: bytes) -> None:
    assert near(ready(saved(two_halves(), "PNG", icc_profile=broken)), (200, 50), RED)


def test_a_profile_of_other_colours_says_nothing() -> None:
    assert near(ready(saved(two_halves().convert("CMYK"), "TIFF", icc_profile=profile())), (200, 50), RED)


# Upright, small, bare.


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(
    ("orientation", "stored"),
    [
        (3, Image.Transpose.ROTATE_180),
        (6, Image.Transpose.ROTATE_90),
        (8, Image.Transpose.ROTATE_270),
        (5, Image.Transpose.TRANSPOSE),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
    ],
)
def test_a_turned_photo_stands_upright(kind: str, orientation: int, stored: Image.Transpose) -> None:
    scene = two_halves()
    scene.paste((255, 255, 255), (0, 0, 100, 150))
    image = ready(saved(scene.transpose(stored), kind, exif=located(orientation)))
    assert image.size == (400, 300)
    assert near(image, (50, 75), (255, 255, 255))
    assert near(image, (300, 75), RED)
    assert near(image, (200, 250), BLUE)


def test_a_large_turned_photo_has_the_room_of_an_upright_one() -> None:
    lying = two_halves(3000, 4000).transpose(Image.Transpose.ROTATE_90)
    assert ready(saved(lying, "JPEG", exif=located(6))).size == (1170, 1560)


@pytest.mark.parametrize(
    ("content", "carried"),
    [
        (saved(two_halves(), "JPEG", exif=located(1), comment=b"SecretMaker", icc_profile=profile()), b"SecretMaker"),
        (saved(two_halves(), "PNG", exif=located(1), pnginfo=metadata(), icc_profile=profile(), dpi=(72, 72)), b"SecretMaker"),
        (saved(two_halves(), "WEBP", exif=located(1), xmp=b"SecretMaker"), b"SecretMaker"),
    ],
)
def test_metadata_stay_behind(content: bytes, carried: bytes) -> None:
    assert carried in content
    picture = read_picture(content)
    assert isinstance(picture, PictureFile)
    assert not any(
        sign in picture.content for sign in (b"SecretMaker", b"Exif", b"eXIf", b"ICC_PROFILE", b"iCCP", b"tEXt", b"iTXt", b"http")
    )
    assert not opened(picture.content).getexif()


def test_no_more_pixels_than_a_page_shows() -> None:
    assert round(WIDEST_MM / 25.4 * DOTS_PER_INCH) == WIDEST
    assert ready(saved(photo(4000, 3000), "JPEG")).size == (1260, 945)
    assert ready(saved(two_halves(1000, 4000), "PNG")).size == (390, TALLEST)
    assert ready(saved(two_halves(9000, 2), "PNG")).size == (1260, 1)


def test_a_photo_is_small_and_a_drawing_keeps_its_pixels() -> None:
    scan = read_picture(saved(photo(2000, 1500), "PNG"))
    drawing = read_picture(saved(two_halves(1200, 900), "BMP"))
    assert isinstance(scan, PictureFile)
    assert isinstance(drawing, PictureFile)
    assert (scan.ending, drawing.ending) == ("jpg", "png")
    assert len(scan.content) < 700_000
    assert opened(drawing.content).tobytes() == two_halves(1200, 900).tobytes()


def test_the_same_bytes_on_every_run() -> None:
    content = saved(photo(2000, 1500), "JPEG", exif=located(6))
    assert read_picture(content) == read_picture(content)


# Too much of it.


def test_above_the_limit_nothing_is_unpacked() -> None:
    content = saved(Image.new("1", (7811, 7811)), "PNG")
    began = time.perf_counter()
    unfit = read_picture(content)
    assert time.perf_counter() - began < 0.5
    assert unfit == UnfitPicture("GP-F42", {"most": "60", "enough": "1260"})


@pytest.mark.parametrize(("width", "height"), [(10_000, 10_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_without_a_warning(width: int, height: int) -> None:
    # Pillow warns of some and raises of others; every warning is an error in this suite.
    assert refused(headed_png(width, height))[0] == "GP-F42"


def test_a_file_too_large_is_refused_unread() -> None:
    assert too_large(MOST_BYTES) is None
    assert too_large(MOST_BYTES + 1) == UnfitPicture("GP-F43", {"most": "100"})


MEASURED = """
import resource, sys
from pathlib import Path
from ghgplan.plan.picture_reading import read_picture
print(len(read_picture(Path(sys.argv[1]).read_bytes()).content), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what a program took")
def test_the_largest_picture_takes_bounded_memory(tmp_path: Path) -> None:
    large = Image.new("P", (10_000, MOST_PIXELS // 10_000), 1)
    large.putpalette([*RED, *BLUE])
    (tmp_path / "large.png").write_bytes(saved(large, "PNG", transparency=0))
    del large
    run = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path / "large.png")], capture_output=True, text=True, check=True, timeout=60
    )
    size, peak = map(int, run.stdout.split())
    assert size < 20_000
    assert peak / (1024**2 if sys.platform == "darwin" else 1024) < 800


def test_the_page_on_the_plan_language_tells_the_limits() -> None:
    said = " ".join(language_page().split())
    assert f"up to {MOST_PIXELS // 1_000_000} million pixels and {MOST_BYTES // 1_000_000} MB" in said
    assert f"{MOST_PIXELS // 10_000} 万像素和 {MOST_BYTES // 1_000_000} MB" in said
    assert f"{WIDEST} by {TALLEST} pixels" in said


def test_a_transparent_colour_of_sixteen_bits() -> None:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")

    header = (20).to_bytes(4, "big") + (10).to_bytes(4, "big") + bytes((16, 2, 0, 0, 0))
    pixels = (b"\0" + bytes((0xC8, 0x10, 0x1E, 0x20, 0x1E, 0x30)) * 20) * 10
    content = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"tRNS", bytes(6))
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND", b"")
    )
    assert near(ready(content), (5, 5), RED)
