"""The chart of the committee against the list of its seats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.compute.report import Report
from ghgplan.plan.model.governance import Diagram, Seat
from ghgplan.plan.text import Text
from ghgplan.reference.lookup import folded

_LEAST_ALIKE = 0.5
"""Part of the boxes that must be seats for a tree to be the committee's chart."""
_ENDINGS = re.compile("(小组|组|部门|部|科|处|室|办公室|department|dept)$")


def boxes_and_seats(report: Report) -> Iterator[Finding]:
    """Boxes of the committee's chart that none of its seats is of. One finding a chart."""
    governance = report.plan.governance
    seats = governance.committee if governance else ()
    known = {word for seat in seats for text in (seat.department, seat.position, seat.role) for word in _words(text)}
    for name, diagram in report.plan.diagrams.items():
        missing = _missing(diagram, known, seats)
        if missing:
            boxes = "、".join(diagram.boxes[box].text.zh or diagram.boxes[box].text.en or box for box in missing)
            arguments = {"diagram": name, "boxes": boxes, "count": str(len(missing))}
            related = (place(report.file, "governance", "committee", at_key=True),)
            yield Finding(("diagrams", name, "boxes", missing[0]), arguments, related)


def _missing(diagram: Diagram, known: set[str], seats: tuple[Seat, ...]) -> list[str]:
    if not seats or not diagram.boxes:
        return []
    missing = [name for name, box in diagram.boxes.items() if not known & _words(box.text)]
    alike = len(diagram.boxes) - len(missing)
    return missing if alike >= len(diagram.boxes) * _LEAST_ALIKE and alike > 1 else []


def _words(text: Text) -> set[str]:
    """The text in both languages, as written and without the word for department."""
    plain = {folded(wording) for wording in (text.zh, text.en) if wording}
    return plain | {_ENDINGS.sub("", word) for word in plain}
