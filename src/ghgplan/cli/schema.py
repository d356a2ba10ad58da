"""``ghgplan schema``: the JSON Schema of plans, for editors."""

from __future__ import annotations

import json

from ghgplan.cli.terminal import Terminal
from ghgplan.plan.schema import plan_schema


def print_schema(terminal: Terminal) -> None:
    """Print the schema as JSON."""
    terminal.line(json.dumps(plan_schema(), ensure_ascii=False, indent=2))
