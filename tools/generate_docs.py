"""Writes what is generated from the code: the JSON Schema and the reference pages.

Run it after a change to the plan language, the reference library, the rules or a plan in ``plans/``; a test fails while a page is stale.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from context_page import context_page
from findings_page import findings_page

from ghgplan.checks.page import rules_page
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
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
