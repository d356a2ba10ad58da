"""A plan's text with slips mended for reading on, which still knows where everything stood in the file."""

from __future__ import annotations

from ghgplan.values import frozen


@frozen
class Edit:
    """A replacement inside one line: the characters from ``start`` up to ``end``, counted from 0."""

    start: int
    end: int
    instead: str


class EditedText:
    """Lines that can be edited; lines and columns count from 0."""

    def __init__(self, text: str) -> None:
        self.original = tuple(text.split("\n"))
        self._lines = list(self.original)
        self._edits: dict[int, list[Edit]] = {}

    @property
    def text(self) -> str:
        """The text as edited so far."""
        return "\n".join(self._lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as edited so far."""
        return tuple(self._lines)

    def apply(self, line: int, edit: Edit) -> None:
        """Make one more edit; its columns are those of the line as edited so far."""
        text = self._lines[line]
        self._lines[line] = text[: edit.start] + edit.instead + text[edit.end :]
        self._edits.setdefault(line, []).append(edit)

    def column_in_file(self, line: int, column: int) -> int:
        """Where the character at ``column`` of the edited line stands in the file's line."""
        for edit in reversed(self._edits.get(line, [])):
            end_now = edit.start + len(edit.instead)
            if column >= end_now:
                column += edit.end - end_now
            elif column > edit.start:
                column = min(column, max(edit.end - 1, edit.start))
        return column
