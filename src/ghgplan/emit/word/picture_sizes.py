"""How large a picture stands on the page: its proportion kept, no wider than the text, no taller than there is room."""

from __future__ import annotations

WIDEST_MM = 160
DOTS_PER_INCH = 200
"""What charts are drawn with: a picture of fewer pixels is placed smaller, not stretched."""
SCREEN_DOTS_PER_INCH = 96
"""What a picture that a plan brings is shown with at least: as large as on a screen, and as Word itself would place it."""

EMU_PER_TWIP = 635
EMU_PER_MM = 36_000
_EMU_PER_INCH = 914_400
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def placed_size(content: bytes, text_width: int, tallest: int | None = None, dots_per_inch: int = DOTS_PER_INCH) -> tuple[int, int]:
    """Width and height of a PNG or JPEG on the page, in EMU, as ``tallest`` is; ``text_width`` in twentieths of a point. Raises ValueError for what is no picture."""
    across, down = _pixels(content)
    if not (across and down):
        raise ValueError("a figure's picture has no extent")
    width = min(across * _EMU_PER_INCH // dots_per_inch, WIDEST_MM * EMU_PER_MM, text_width * EMU_PER_TWIP)
    height = width * down // across
    if tallest is not None and height > tallest:
        width, height = width * tallest // height, tallest
    # Of a picture that is next to a line, a side must not vanish.
    return max(width, 1), max(height, 1)


def _pixels(content: bytes) -> tuple[int, int]:
    if content[:8] == _PNG and content[12:16] == b"IHDR":
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if content[:3] == _JPEG:
        # Loaded for the few documents that have one.
        from PIL.ImageFile import Parser

        parser = Parser()
        parser.feed(content)
        if parser.image is not None:
            return parser.image.size
    raise ValueError("a figure's picture must be a PNG or a JPEG")
