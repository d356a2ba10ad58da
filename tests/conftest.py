"""Golden files: what a writer is expected to write, byte for byte."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew instead of comparing with them")
    parser.addoption("--update-pages", action="store_true", help="keep the pages that are laid out now as those to compare with")
    parser.addoption("--texts", type=int, default=10_000, help="how many random texts are tried in the fields of a plan")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """``golden(path, actual)`` compares a text with a golden file; ``--update-goldens`` writes the file instead."""
    update: bool = request.config.getoption("--update-goldens")

    def compare(path: Path, actual: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.encode())
        if not path.is_file():
            pytest.fail(f"There is no {path.name} yet: look at what is written and keep it with --update-goldens.")
        # git may check text files out with the line ends of Windows.
        expected = path.read_bytes().replace(b"\r\n", b"\n")
        if actual.encode() != expected:
            lines = difflib.unified_diff(expected.decode().split("\n"), actual.split("\n"), "expected", "actual", lineterm="")
            pytest.fail("\n".join([f"{path.name} differs; if it should, run pytest with --update-goldens.", *lines]), pytrace=False)

    return compare
