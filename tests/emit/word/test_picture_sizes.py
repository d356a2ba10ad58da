import pytest

from emit.word.samples import picture
from ghgplan.emit.word.picture_sizes import placed_size

MM = 36_000


def test_a_chart_is_as_wide_as_the_text() -> None:
    assert placed_size(picture(1260, 700), 9070) == pytest.approx((160 * MM, 160 * MM * 700 / 1260), rel=0.001)


def test_a_small_picture_is_not_stretched() -> None:
    assert placed_size(picture(200, 100), 9070) == (914_400, 457_200)


def test_a_narrow_page_narrows_it() -> None:
    assert placed_size(picture(1260, 700), 1440)[0] == 914_400


@pytest.mark.parametrize("content", [b"", b"GIF89a", picture(100, 100)[:16] + bytes(8) + picture(100, 100)[24:]])
def test_what_is_no_picture_is_a_bug(content: bytes) -> None:
    with pytest.raises(ValueError, match="picture"):
        placed_size(content, 9070)
