from pathlib import Path

import pytest

from ghgplan.emit.shipped import digests_text, is_shipped
from ghgplan.emit.word.checking.check import check_template

TEMPLATES = sorted((Path(__file__).parents[2] / "templates").iterdir())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_ships_is_known_and_nothing_else(path):
    content = path.read_bytes()
    assert is_shipped(content)
    assert not is_shipped(content[:-1])


def test_line_ends_of_windows_make_no_other_template():
    (markdown,) = (path for path in TEMPLATES if path.name.endswith(".j2"))
    assert is_shipped(markdown.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.suffix == ".docx"], ids=lambda path: path.name)
def test_nothing_is_wrong_with_what_ships(path):
    assert check_template(path.read_bytes(), path.name) == ()


def test_digests_stand_in_the_order_of_the_names():
    assert [line.split()[1] for line in digests_text({"b": b"1", "a": b"2"}).splitlines()] == ["a", "b"]
