"""Breaking a text into lines of a given width: Chinese between any two characters, the rest between words."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from ghgplan.emit.charts.scene import Measure

# GB/T 15834: what closes may not begin a line, what opens may not end one.
CLOSING = frozenset("，。、；：？！）》」』】〕〉”’…—·％%)]},.;:!?℃°")
OPENING = frozenset("（《「『【〔〈“‘([{")


def _wide(character: str) -> bool:
    return east_asian_width(character) in "WF"


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in CLOSING or before in OPENING:
        return False
    if before in "-–/":
        return not after.isdigit()
    return before == " " or _wide(before) or _wide(after)


def unbreakable_pieces(text: str) -> Iterator[str]:
    """The stretches of ``text`` that hold together: words, single Chinese characters with their punctuation."""
    piece = ""
    for character in " ".join(text.split()):
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _with_brackets_whole(pieces: Iterator[str], width: float, size: float, measure: Measure) -> Iterator[str]:
    """The pieces, those of a bracket joined where the bracket fits on one line."""
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if not any(character in OPENING for character in held[0]):
            yield held.pop()
        elif any(character in "）)】]" for character in piece):
            whole = "".join(held)
            yield from [whole] if measure(whole.rstrip(), size) <= width else held
            held = []
    yield from held


def widest_piece(text: str, size: float, measure: Measure) -> float:
    """The least width, in millimetres, in which no word of ``text`` need be cut."""
    return max((measure(piece.rstrip(), size) for piece in unbreakable_pieces(text)), default=0.0)


def wrap(text: str, width: float, size: float, measure: Measure) -> list[str]:
    """Lines of at most ``width`` millimetres; a word that is wider than that is cut where the line ends."""
    lines: list[str] = []
    line = ""
    for piece in _with_brackets_whole(unbreakable_pieces(text), width, size, measure):
        if line and measure((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
        while measure(line.rstrip(), size) > width and len(line.rstrip()) > 1:
            fitting = max((count for count in range(1, len(line)) if measure(line[:count], size) <= width), default=1)
            lines.append(line[:fitting].rstrip())
            line = line[fitting:]
    return [*lines, line.rstrip()] if line.strip() else lines


def wrap_evenly(text: str, width: float, size: float, measure: Measure) -> list[str]:
    """As few lines as ``wrap`` needs, of about the same length."""
    lines = wrap(text, width, size, measure)
    if len(lines) < 2:
        return lines
    whole = _with_brackets_whole(unbreakable_pieces(text), width, size, measure)
    narrow, wide = min(width, max((measure(piece.rstrip(), size) for piece in whole), default=0.0)), width
    for _ in range(8):
        middle = (narrow + wide) / 2
        tried = wrap(text, middle, size, measure)
        if len(tried) > len(lines):
            narrow = middle
        else:
            wide, lines = middle, tried
    return lines
