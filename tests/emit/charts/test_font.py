import string

from ghgplan.emit.charts import font
from ghgplan.emit.charts.scene import MILLIMETRES_PER_POINT


def double_byte_characters(encoding):
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    return {decoded for pair in pairs if len(decoded := pair.decode(encoding, errors="ignore")) == 1 and decoded > "\x7f"}


def test_the_font_has_all_of_gb2312():
    characters = double_byte_characters("gb2312")
    assert len([character for character in characters if "一" <= character <= "龥"]) == 6763
    assert not {character for character in characters if not character.isspace()} - font.characters()


def test_the_font_has_all_chinese_characters_of_gbk():
    chinese = {character for character in double_byte_characters("gbk") if "一" <= character <= "龥"}
    assert len(chinese) == 20902
    assert chinese <= font.characters()


def test_the_font_has_what_units_and_formulas_are_written_with():
    needed = string.printable.strip() + "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹°℃‰≤≥±×÷·–—…→←↑↓≈≠√∑ΔΩαβμµ²³㎡①⑩“”‘’（）【】《》、。，；：？！•■●▲◆"
    assert not set(needed) - font.characters()


def test_a_chinese_character_is_as_wide_as_the_type_size():
    assert abs(font.text_width("减排", 10) - 20 * MILLIMETRES_PER_POINT) < 0.01


def test_the_licence_lies_beside_the_font():
    licence = font.font_path().with_name("OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "© 2014-2021 Adobe" in licence
