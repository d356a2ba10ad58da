"""The styles that the writer puts into what it makes."""

from __future__ import annotations

_CHARACTER, _TABLE, _PARAGRAPH = "character", "table", "paragraph"
STYLES: dict[str, dict[str, str]] = {
    "body": {
        # Deeper headings are rare: a plan that has them is told when it is built.
        **{f"Heading {level}": _PARAGRAPH for level in range(1, 5)},
        **dict.fromkeys(("Body Text", "Body Text First Indent", "List Bullet", "List Number", "Note", "Caption", "Figure"), _PARAGRAPH),
        **dict.fromkeys(("Table Text", "Table Text Small", "Table Head", "Table Head Small", "Table Note", "Table Gap"), _PARAGRAPH),
        **dict.fromkeys(("Strong", "Emphasis", "Emphasis Chinese", "Hyperlink", "Second Language"), _CHARACTER),
        **dict.fromkeys(("ghgplan Table", "ghgplan Columns"), _TABLE),
    },
    "contents": {**{f"toc {level}": _PARAGRAPH for level in range(1, 4)}, "Table Gap": _PARAGRAPH, "Second Language": _CHARACTER},
    "charts": {"Figure": _PARAGRAPH},
    "headline_chart": {"Figure": _PARAGRAPH},
}
"""The styles by the name of the context that needs them, each with its kind."""
