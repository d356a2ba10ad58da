import pytest

from emit.word.samples import template
from ghgplan.emit.word import keeping, prepare
from ghgplan.emit.word.keeping import from_bytes, to_bytes

KEPT = to_bytes(prepare(template()), template())


def test_what_was_kept_comes_back_as_it_was() -> None:
    assert from_bytes(KEPT, template()) == prepare(template())


def test_one_template_is_kept_in_one_way() -> None:
    prepare.cache_clear()
    assert to_bytes(prepare(template()), template()) == KEPT


@pytest.mark.parametrize("place", [0, 31, 32, 63, 64, len(KEPT) // 2, len(KEPT) - 1])
def test_a_damaged_value_is_none(place: int) -> None:
    assert from_bytes(KEPT[:place] + bytes([KEPT[place] ^ 1]) + KEPT[place + 1 :], template()) is None


@pytest.mark.parametrize("kept", [b"", KEPT[:40], KEPT[:-1], KEPT + b"\0"])
def test_a_value_cut_short_is_none(kept: bytes) -> None:
    assert from_bytes(kept, template()) is None


def test_a_value_of_another_template_is_none() -> None:
    assert from_bytes(KEPT, template() + b"\0") is None


@pytest.mark.parametrize(("name", "value"), [("FORMAT", -1), ("MAGIC_NUMBER", b"\0\0\r\n")])
def test_a_value_of_another_program_is_none(monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    monkeypatch.setattr(keeping, name, value)
    assert from_bytes(KEPT, template()) is None
