from ghgplan.emit.charts import font
from ghgplan.emit.charts.glyphs import has_glyph, missing_characters, ranges_text


def test_the_kept_ranges_are_those_of_the_font():
    everything = map(chr, range(0x110000))
    assert {character for character in everything if has_glyph(character)} == font.characters()


def test_ranges_are_written_in_rising_order():
    assert ranges_text("cabz一") == "0061-0063\n007A-007A\n4E00-4E00\n"


def test_missing_characters_stand_once_and_in_their_order():
    assert missing_characters(["一\U00030000b", "\U00020000\U00030000"]) == ("\U00030000", "\U00020000")


def test_white_space_is_never_missing():
    assert missing_characters(["熔\n\t\u3000\u2028化"]) == ()
