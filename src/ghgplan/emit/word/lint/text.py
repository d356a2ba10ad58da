"""What a reader sees of a paragraph."""

from __future__ import annotations

from typing import Any

from ghgplan.emit.word.xml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_RUN = f"{_W}r"
_PIECES: dict[str, str] = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}


def paragraph_text(paragraph: Any) -> str:
    """The paragraph's text, line feeds and tabs included."""
    pieces = paragraph.iter(f"{_W}t", *_PIECES)
    # Tab stops of the paragraph have the name of tabs in its text.
    return "".join(_PIECES.get(piece.tag) or piece.text or "" for piece in pieces if piece.getparent().tag == _RUN)
