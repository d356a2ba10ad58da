"""The bytes of a picture file -> the picture as documents hold it, or why it is refused.

Whatever it was (palette, CMYK, 16 bit, transparent, turned by the camera), it becomes an
upright picture in sRGB on white, of the pixels that a page can show. Nothing but pixels is
carried over: a photo's metadata say where it was taken, and when, and by whom.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import field
from io import BytesIO

from PIL import ExifTags, Image, UnidentifiedImageError
from PIL.Image import open as opened  # of bytes: there is no file here

from ghgplan.plan.frozen import Frozen
from ghgplan.plan.picture_colours import eight_bits, in_srgb, on_white
from ghgplan.plan.picture_files import PictureFile
from ghgplan.values import frozen

MOST_PIXELS = 60_000_000
"""A pixel takes four bytes once the file is unpacked, and twice that while it is made smaller."""
MOST_BYTES = 100_000_000
WIDEST, TALLEST = 1260, 1560
"""160 mm and two thirds of the height of an A4 page, at 200 dots per inch."""

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_QUALITY = 88
"""Of a JPEG, as Pillow counts it: blocks are not to be seen in print."""
_DEARER = 2
"""A JPEG that saves less than this factor is not worth its blur around letters and lines."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by the orientation that its metadata give (Exif 2.3, tag 0x0112)."""


@frozen
class UnfitPicture:
    """Why a file is not taken: a code of the diagnostics, what fills it, and the hint where it is not the code's usual one."""

    code: str
    arguments: Mapping[str, str] = field(default_factory=Frozen[str, str])
    hint: str | None = None


def too_large(size: int) -> UnfitPicture | None:
    """What is to be said of a file of so many bytes, before anyone reads it."""
    return UnfitPicture("GP-F43", {"most": str(MOST_BYTES // 1_000_000)}) if size > MOST_BYTES else None


def read_picture(content: bytes) -> PictureFile | UnfitPicture:
    """The picture in the file's bytes. The same bytes give the same picture."""
    with warnings.catch_warnings():
        # What a decoder mutters of metadata is nothing to a reader; what it says of size is.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with opened(BytesIO(content), formats=_FORMATS) as image:
                return _refused(image) or _encoded(_ready(image))
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            return _too_many_pixels()
        except UnidentifiedImageError:
            return _unknown(content)
        # What a broken file makes the decoders raise is no closed list.
        except Exception:
            return UnfitPicture("GP-F41")


def _refused(image: Image.Image) -> UnfitPicture | None:
    if image.width * image.height > MOST_PIXELS:
        return _too_many_pixels()
    if image.mode == "F":
        return UnfitPicture("GP-F40")
    # Cameras put a small copy behind the picture itself, and call that MPO.
    pages = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
    return UnfitPicture("GP-F44", {"pages": str(pages)}) if pages > 1 else None


def _too_many_pixels() -> UnfitPicture:
    return UnfitPicture("GP-F42", {"most": str(MOST_PIXELS // 1_000_000), "enough": str(WIDEST)})


def _unknown(content: bytes) -> UnfitPicture:
    start = content[:1000].lower()
    if not content:
        return UnfitPicture("GP-F40", hint="GP-F40.empty")
    if content.startswith(_BEGINNINGS):
        return UnfitPicture("GP-F41")
    if b"<svg" in start or start.startswith(b"%pdf"):
        return UnfitPicture("GP-F40", hint="GP-F40.drawing")
    return UnfitPicture("GP-F40")


def _ready(image: Image.Image) -> Image.Image:
    """Loaded, made smaller, and put right."""
    # A JPEG can be unpacked at a half, a quarter or an eighth of its size, which spares time and memory.
    image.draft(None, (TALLEST, TALLEST))
    image.load()
    turn = _TURNS.get(_orientation(image))
    profile = image.info.get("icc_profile")
    upright = image.height, image.width
    lying = turn in (Image.Transpose.TRANSPOSE, Image.Transpose.TRANSVERSE, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)
    width, height = upright if lying else image.size
    scale = min(1.0, WIDEST / width, TALLEST / height)
    plain = eight_bits(image)
    if scale < 1:
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        plain = plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    small = in_srgb(on_white(plain), profile)
    return small if turn is None else small.transpose(turn)


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    # Metadata that cannot be read say nothing; the picture is not to be blamed.
    except Exception:
        return 1


def _encoded(image: Image.Image) -> PictureFile:
    """As PNG, which keeps every pixel, unless a JPEG is much smaller: a photo."""
    # Pillow writes some metadata along unasked; a new picture has none.
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    png, jpg = BytesIO(), BytesIO()
    bare.save(png, "PNG", optimize=True)
    bare.save(jpg, "JPEG", quality=_QUALITY, subsampling="4:4:4", optimize=True)
    if len(png.getvalue()) <= _DEARER * len(jpg.getvalue()):
        return PictureFile(png.getvalue(), "png")
    return PictureFile(jpg.getvalue(), "jpg")
