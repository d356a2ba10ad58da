"""DrawingML as text: charts, and the fills, lines and letters of what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from ghgplan.emit.charts.style import INK, PAPER
from ghgplan.emit.word.xml import NOTHING, element, escaped, trusted
from ghgplan.values import frozen

_EMU_PER_POINT = 12_700
_HUNDREDTHS = 100


@frozen
class Typefaces:
    """The fonts of the document, by script; ``+mn-…`` is whatever its theme says."""

    latin: str = "+mn-lt"
    east_asian: str = "+mn-ea"


def c(name: str, /, *content: Markup, **attributes: str | float) -> Markup:
    """An element of a chart, whose attributes have no prefix: ``c("axId", val=1)``."""
    return _element(f"c:{name}", content, attributes)


def a(name: str, /, *content: Markup, **attributes: str | float) -> Markup:
    """An element of DrawingML at large."""
    return _element(f"a:{name}", content, attributes)


def _element(name: str, content: tuple[Markup, ...], attributes: Mapping[str, str | float]) -> Markup:
    opening = _opening(name, *[f"{key}={_written(value)}" for key, value in attributes.items()]) if attributes else name
    inside = "".join(content)
    return trusted(f"<{opening}>{inside}</{name}>" if inside else f"<{opening}/>")


@lru_cache(maxsize=4096)  # as in ``xml``: the same few tags stand everywhere
def _opening(name: str, *attributes: str) -> str:
    pairs = (attribute.partition("=") for attribute in attributes)
    return name + "".join([f' {key}="{escaped(value)}"' for key, _, value in pairs])


def _written(value: str | float) -> str:
    return f"{value:.4f}" if isinstance(value, float) else str(value)


NO_FILL = a("noFill")
NO_LINE = a("ln", NO_FILL)


@lru_cache(maxsize=512)
def solid(colour: str) -> Markup:
    """A fill of one colour, ``#RRGGBB``."""
    return a("solidFill", a("srgbClr", val=colour.removeprefix("#")))


@lru_cache(maxsize=512)
def pattern(preset: str, fill: str) -> Markup:
    """A fill of ``fill`` with a pattern of paper over it."""
    ground, strokes = (a("srgbClr", val=colour.removeprefix("#")) for colour in (fill, PAPER))
    return a("pattFill", a("fgClr", strokes), a("bgClr", ground), prst=preset)


@lru_cache(maxsize=512)
def line(colour: str, points: float, dash: str = "solid") -> Markup:
    """A line; ``dash`` is one of DrawingML's presets."""
    return a("ln", solid(colour), a("prstDash", val=dash), a("round"), w=round(points * _EMU_PER_POINT), cap="flat")


def shape(*parts: Markup) -> Markup:
    """The looks of a part of a chart: its fill, then its line."""
    return c("spPr", *parts)


@lru_cache(maxsize=512)
def letters(name: str, size: float, colour: str, typefaces: Typefaces) -> Markup:
    """How a text is set, ``size`` in points; ``name`` is ``defRPr`` for a whole text and ``rPr`` for a run."""
    return a(
        name,
        solid(colour),
        a("latin", typeface=typefaces.latin),
        a("ea", typeface=typefaces.east_asian),
        sz=round(size * _HUNDREDTHS),
        b=0,
    )


@lru_cache(maxsize=512)
def text_look(size: float, typefaces: Typefaces, colour: str = INK, body: Markup | None = None) -> Markup:
    """How the texts of a part of a chart are set."""
    paragraph = a("p", a("pPr", letters("defRPr", size, colour, typefaces)), a("endParaRPr", lang="zh-CN"))
    return c("txPr", a("bodyPr") if body is None else body, a("lstStyle"), paragraph)


def run(text: str, size: float, typefaces: Typefaces, colour: str = INK) -> Markup:
    """A text of its own, in a part of a chart that holds texts."""
    return a("r", letters("rPr", size, colour, typefaces), element("a:t", {}, escaped(text))) if text else NOTHING
