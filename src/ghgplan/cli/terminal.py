"""The terminal: lines of text, colours where they are welcome, one line of progress."""

from __future__ import annotations

import io
import shutil
import sys
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import TextIO

from ghgplan.catalogue import Language, catalogue
from ghgplan.cli.colours import shows_colours

WIDE = {"W", "F"}
_UNPRINTED = {"Cc", "Cf", "Cs", "Zl", "Zp"}


class Colour(StrEnum):
    """The colours in use; the value is the code of ANSI terminals."""

    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    CYAN = "36"
    BOLD = "1"


def printable(text: str) -> str:
    """The text without what would move the cursor, change colours or reorder the line."""
    return "".join("\ufffd" if unicodedata.category(character) in _UNPRINTED else character for character in text)


def display_width(text: str) -> int:
    """Columns that the text takes: East Asian wide characters take two, combining ones none."""
    return sum(2 if unicodedata.east_asian_width(character) in WIDE else 0 if unicodedata.combining(character) else 1 for character in text)


class Terminal:
    """Where a command speaks: findings and results to ``output``, progress and complaints to ``errors``."""

    def __init__(self, language: Language, output: TextIO, errors: TextIO, environment: Mapping[str, str]) -> None:
        self.language: Language = language
        self.output = output
        self.errors = errors
        self.environment = environment
        self._progress_width = 0

    def text(self, name: str, /, **arguments: object) -> str:
        """The terminal message ``name`` in the language of the terminal."""
        return catalogue("terminal", self.language).text(name, **{key: printable(str(value)) for key, value in arguments.items()})

    def line(self, text: str = "") -> None:
        """A line of the command's result."""
        self.clear_progress()
        print(text, file=self.output)

    def complain(self, text: str) -> None:
        """A line about what cannot be done."""
        self.clear_progress()
        self.output.flush()
        print(text, file=self.errors)

    def progress(self, text: str) -> None:
        """Replace the line of progress; nothing where nobody is looking."""
        if not self.errors.isatty():
            return
        columns = shutil.get_terminal_size().columns - 1
        while display_width(text) > columns:
            text = text[:-1]
        padding = " " * max(0, self._progress_width - display_width(text))
        self.errors.write(f"\r{text}{padding}")
        self.errors.flush()
        self._progress_width = display_width(text)

    def clear_progress(self) -> None:
        """Take the line of progress away, before anything else is printed."""
        if self._progress_width:
            self.errors.write("\r" + " " * self._progress_width + "\r")
            self.errors.flush()
            self._progress_width = 0

    def coloured(self, text: str, *colours: Colour) -> str:
        """The text in colour, where ``output`` shows colours and the user wants them."""
        if not self.shows_colours:
            return text
        return f"\x1b[{';'.join(colours)}m{text}\x1b[0m"

    @property
    def shows_colours(self) -> bool:
        """Whether the lines are coloured."""
        return shows_colours(self.output, self.environment)


def speak_utf8() -> None:
    """Let stdout and stderr take any text: the consoles of Windows start out in a code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
