"""The terminal catalogue holds just what the code can say."""

import ast
import re
from pathlib import Path

import ghgplan
from ghgplan.catalogue import catalogue
from ghgplan.cli.arguments import VERBS
from ghgplan.diagnostics import Severity
from ghgplan.project.compilation import Stage

ROOMS = (Path(ghgplan.__file__).parent / "cli", Path(ghgplan.__file__).parent / "project")
NAME = re.compile(r"(?!plan\.yaml)(conformance|finding|forecast|help|listing|plan|rule|severity|stage|summary|trouble|usage)\.[a-z-]*[a-z]")
FAMILIES = {
    "stage.": [f"stage.{stage}" for stage in Stage],
    "severity.": [f"severity.{severity}" for severity in Severity],
    "summary.": ["summary.built", "summary.checked", "summary.failed", "summary.found", "summary.unchanged"],
    "usage.unknown-": ["usage.unknown-verb", "usage.unknown-option", "usage.unknown-value", "usage.unknown-action"],
    "forecast.": [
        f"forecast.{reason}" for reason in ("first", "forced", "name", "version", "read", "lost", "wrote", "missing", "appeared")
    ],
    "help.": [f"help.{verb}" for verb in VERBS],
}


def spoken():
    """The names of messages that stand in the code: those with a full stop, and what ``.text(...)`` is given."""
    names = set()
    for module in (module for room in ROOMS for module in room.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(name)) if NAME.fullmatch(name):
                    names.add(name)
                case ast.Call(func=ast.Attribute(attr="text"), args=[ast.Constant(value=str(name)), *_]):
                    names.add(name)
                case ast.Call(func=ast.Attribute(attr="text"), args=[ast.JoinedStr(values=[ast.Constant(value=start), *_]), *_]):
                    names.update(FAMILIES[start])
    return names


def test_the_code_says_just_what_the_catalogue_holds():
    assert spoken() == catalogue("terminal", "en").messages.keys()
