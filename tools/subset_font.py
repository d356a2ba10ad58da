"""Make the font that chart pictures are drawn with: a subset of Noto Sans CJK SC Regular.

    python tools/subset_font.py NotoSansCJK-Regular.ttc [gb2312|gbk]

Needs fontTools, which comes with matplotlib. Run it by hand when the font below has a
new release; README.txt beside the font says which release stands, and how large it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

TARGET = Path(__file__).parent.parent / "src/ghgplan/emit/fonts/GhgplanSansSC-Regular.otf"
FACE = "Noto Sans CJK SC"
FAMILY = "Ghgplan Sans SC"

# Kept besides the Chinese national set: what names, units and formulas are written with.
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1 Supplement, Latin Extended-A
    (0x0370, 0x03FF),  # Greek
    (0x2010, 0x2027),  # dashes, quotation marks, bullets
    (0x2030, 0x205E),  # per mille, primes, other general punctuation
    (0x2070, 0x209C),  # superscripts, subscripts
    (0x20A0, 0x20BF),  # currency signs
    (0x2100, 0x218B),  # letter-like symbols, number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2460, 0x24FF),  # circled figures
    (0x25A0, 0x26FF),  # geometric shapes, symbols
    (0x3000, 0x303F),  # CJK punctuation
    (0x3200, 0x33FF),  # enclosed figures, squared units
    (0xFF01, 0xFFE6),  # full-width forms
)

# The source draws ¹ ² ³ ⁴ and no other small figure, not even the ₂ of CO₂. They are made of its own glyphs: lowered
# where a small one stands, else the full-size figure reduced. In font units, of which 1000 make the type size.
SMALL_FIGURES = {"1": "¹", "2": "²", "3": "³", "4": "⁴"}
LOWERED_FOOT = -130


def national_set(encoding: str) -> set[int]:
    """The code points of a double-byte Chinese character set."""
    characters: set[int] = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            characters.update(map(ord, bytes((lead, trail)).decode(encoding, errors="ignore")))
    return characters


def face(collection: Path) -> TTFont:
    for font in TTCollection(collection).fonts:
        if font["name"].getDebugName(1) == FACE:
            return font
    raise SystemExit(f"{collection} has no face {FACE}")


def add_small_figures(font: TTFont) -> set[int]:
    """Draw ₀-₉, ⁰ and ⁵-⁹ in place of Hangul glyphs, which the subset leaves out; returns their code points."""
    cmap, glyphs, metrics = font.getBestCmap(), font.getGlyphSet(), font["hmtx"].metrics
    charstrings = font["CFF "].cff.topDictIndex[0].CharStrings

    def foot_and_height(character: str) -> tuple[float, float]:
        pen = BoundsPen(glyphs)
        glyphs[cmap[ord(character)]].draw(pen)
        return pen.bounds[1], pen.bounds[3] - pen.bounds[1]

    raised_foot, small_height = foot_and_height("²")
    reduced = small_height / foot_and_height("2")[1]
    places = [(0x2080 + figure, str(figure), LOWERED_FOOT) for figure in range(10)]
    places += [(0x2070 + figure, str(figure), raised_foot) for figure in (0, 5, 6, 7, 8, 9)]
    drawn = {}
    for code, figure, foot in places:
        character = SMALL_FIGURES.get(figure, figure)
        source, scale = cmap[ord(character)], 1 if figure in SMALL_FIGURES else reduced
        pen = T2CharStringPen(None, glyphs)
        glyphs[source].draw(TransformPen(pen, (scale, 0, 0, scale, 0, foot - scale * foot_and_height(character)[0])))
        drawn[code] = pen, round(metrics[source][0] * scale), round(metrics[source][1] * scale)
    for (code, (pen, advance, bearing)), spare in zip(drawn.items(), range(0xAC00, 0xD7A3), strict=False):
        name = cmap[spare]
        old = charstrings[name]
        charstrings[name] = pen.getCharString(old.private, old.globalSubrs)
        metrics[name] = advance, bearing
        for table in font["cmap"].tables:
            if table.isUnicode() and table.format != 14:
                table.cmap[code] = name
                table.cmap.pop(spare, None)
    return set(drawn)


def subset(font: TTFont, characters: set[int]) -> TTFont:
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    worker = Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)
    return font


def rename(font: TTFont) -> None:
    """A name of its own, so that no program takes the subset for the whole font."""
    names = {1: FAMILY, 3: f"{FAMILY} Regular, a subset of {FACE} Regular", 4: f"{FAMILY} Regular", 6: "GhgplanSansSC-Regular"}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = ["GhgplanSansSC-Regular"]
    top[0].FullName, top[0].FamilyName = f"{FAMILY} Regular", FAMILY


def main(collection: Path, encoding: str) -> None:
    # GB 2312 always: its middle dot is another character than that of GBK.
    wanted = (national_set("gb2312") | national_set(encoding)).union(*(range(first, last + 1) for first, last in RANGES))
    whole = face(collection)
    font = subset(whole, wanted | add_small_figures(whole))
    rename(font)
    font.save(TARGET, reorderTables=True)
    kept = font.getBestCmap()
    missing = sorted(national_set(encoding) - kept.keys())
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes, {len(kept):,} characters; not in the source: {''.join(map(chr, missing))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "gbk")
