from __future__ import annotations

from ghgplan.plan.picture_files import picture_paths
from ghgplan.plan.reader import read

OUTLINE = """\
outline:
  - title: A
    body:
      - text: words
      - {picture: a.png, caption: A}
    sections:
      - title: B
        body: [{picture: [b.png], caption: B}, {picture: , caption: B}, {picture: b/c.jpg, caption: C}, {table: own}]
  - {title: C, body: none, sections: {x: 1}}
"""


def test_pictures_are_found_in_every_section_and_at_their_place() -> None:
    source = read(OUTLINE.encode(), "plan.yaml").value
    assert source is not None
    assert [(path, written.text, written.span.line) for path, written in picture_paths(source)] == [
        (("outline", "0", "body", "1", "picture"), "a.png", 5),
        (("outline", "0", "sections", "0", "body", "2", "picture"), "b/c.jpg", 8),
    ]
