import pytest

from ghgplan.package_files import package_text


def test_a_file_of_the_package_is_read_with_plain_line_ends(monkeypatch):
    assert package_text("emit/fonts/OFL.txt").startswith("Copyright")
    monkeypatch.setattr("ghgplan.package_files.get_data", lambda package, path: b"a\r\nb\n")
    assert package_text("x") == "a\nb\n"


def test_a_file_that_is_not_there_is_an_error():
    with pytest.raises(OSError, match="nowhere"):
        package_text("nowhere.txt")
