"""The words that tags begin with, and what is said of those that are refused."""

from __future__ import annotations

COMPLETED = {"for": "{{% {} %}}{{% endfor %}}", "if": "{{% {} %}}{{% endif %}}", "elif": "{{% if 1 %}}{{% {} %}}{{% endif %}}"}
"""What makes a template of one tag, so that it can be read alone."""

CONSTRUCTS = {
    **dict.fromkeys(("set", "with", "do"), "assignment"),
    **dict.fromkeys(("macro", "call", "filter", "block"), "macro"),
    **dict.fromkeys(("include", "import", "from", "extends"), "inclusion"),
    **dict.fromkeys(("autoescape", "raw"), "escaping"),
    # Tricks of docxtpl with cells, which rewrite the table around them.
    **dict.fromkeys(("cellbg", "colspan", "hm", "vm"), "cells"),
}
"""What tags would do that are not open to a template."""

MISUSES = {
    "list": ("GP-T45", "GP-T45.list"),
    "number": ("GP-T45", "GP-T45.number"),
    "no-list": ("GP-T45", "GP-T45.no-list"),
    "ready": ("GP-T46", "GP-T46.ready"),
    "not-ready": ("GP-T46", "GP-T46.not-ready"),
}
"""The code of each misuse of a name, and the hint that says what the name is."""
