"""Pages of a PDF as small grey pictures, and how far two of them differ: whatever the renderer's version, the same page stays near.

A page is cut into blocks of some millimetres; what is compared is how dark each block is, for that hardly depends on how
letters are smoothed, or on a line that stands a hair further down.
"""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageStat

from needed import lacks

DOTS_PER_INCH = 30
BLOCK = 6
"""In dots: 5 mm."""
_MUCH = 24
"""Of 255 greys."""
_LEAST_INKED = 8
"""Blocks: of fewer, a single one would be too large a share."""
_LONGEST_SECONDS = 120


def render(pdf: Path, folder: Path) -> list[Image.Image]:
    """The pages of a PDF; the test is skipped where pdftoppm is not installed, and fails where the environment has ``CI``."""
    program = shutil.which("pdftoppm")
    if program is None:
        lacks("pdftoppm (poppler-utils) is not installed")
    stem = folder / f"page-{pdf.stem}"
    command = [program, "-r", str(DOTS_PER_INCH), "-gray", "-png", str(pdf), str(stem)]
    subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST_SECONDS)
    return [Image.open(path).convert("L") for path in sorted(folder.glob(f"{stem.name}-*.png"))]


def sheet(pages: list[Image.Image]) -> bytes:
    """All pages in one PNG, one below the other, to be kept: in sixteen greys."""
    width = max(page.width for page in pages)
    tall = Image.new("L", (width, sum(page.height for page in pages)), 255)
    top = 0
    for page in pages:
        tall.paste(page, (0, top))
        top += page.height
    out = BytesIO()
    tall.quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()


def cut(content: bytes, pages: list[Image.Image]) -> list[Image.Image] | None:
    """The kept pages, of the sizes that ``pages`` have; None where there were others."""
    tall = Image.open(BytesIO(content)).convert("L")
    if tall.size != (max(page.width for page in pages), sum(page.height for page in pages)):
        return None
    top, kept = 0, []
    for page in pages:
        kept.append(tall.crop((0, top, page.width, top + page.height)))
        top += page.height
    return kept


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of a page's inked blocks that are darker or lighter by a good deal, from 0 to 1."""
    blurred = [_blocks(page) for page in (one, other)]
    changed = ImageChops.difference(*blurred).point(lambda value: 255 if value > _MUCH else 0)
    inked = ImageChops.darker(*blurred).point(lambda value: 255 if value < 250 else 0)
    return ImageStat.Stat(changed).sum[0] / max(ImageStat.Stat(inked).sum[0], 255.0 * _LEAST_INKED)


def _blocks(page: Image.Image) -> Image.Image:
    size = (max(page.width // BLOCK, 1), max(page.height // BLOCK, 1))
    # Blurred first, so that a line on the edge of a block counts for both.
    return page.filter(ImageFilter.GaussianBlur(BLOCK / 2)).resize(size, Image.Resampling.BOX)
