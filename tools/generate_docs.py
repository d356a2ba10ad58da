"""Writes what is generated from the code: the JSON Schema and the reference pages.

Run it after a change to the plan language, the reference library, the rules or a plan in ``plans/``; a test fails while a page is stale.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from context_page import context_page
from findings_page import findings_page
from standard_template import numbering, styles

from ghgplan.checks.page import rules_page
from ghgplan.document import locales
from ghgplan.emit.charts import font
from ghgplan.emit.charts.glyphs import ranges_text
from ghgplan.emit.shipped import digests_text
from ghgplan.plan import pint_units
from ghgplan.plan.schema import language_page, plan_schema, units_page
from ghgplan.reference.page import factors_page

ROOT = Path(__file__).resolve().parent.parent


def pages() -> Mapping[str, str]:
    """The generated files, by their path in the repository."""
    return {
        "schema/plan.schema.json": json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n",
        "docs/plan-language.md": language_page(),
        "docs/units.md": units_page(),
        "docs/factors.md": factors_page(),
        "docs/rules.md": rules_page(),
        "docs/template-context.md": context_page(),
        "docs/published-plans.md": findings_page(),
        "src/ghgplan/emit/word/looks/styles.xml": styles().decode(),
        "src/ghgplan/emit/word/looks/numbering.xml": numbering().decode(),
        "src/ghgplan/plan/unit_table.txt": pint_units.table_text(),
        "src/ghgplan/document/locales.txt": locales.table_text(),
        "src/ghgplan/emit/fonts/characters.txt": ranges_text(font.characters()),
        "src/ghgplan/emit/shipped_templates.txt": digests_text({path.name: path.read_bytes() for path in (ROOT / "templates").iterdir()}),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
