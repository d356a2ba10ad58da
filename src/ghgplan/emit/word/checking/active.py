"""What in a template would do something of its own when the document is opened: fetch, run, embed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ghgplan.emit.word.checking.fault import Fault
from ghgplan.emit.word.checking.parts import Template
from ghgplan.emit.word.xml import NAMESPACES

FIELDS = (
    "AUTOTEXT", "CONTROL", "DATABASE", "DDE", "DDEAUTO", "EMBED", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK",
    "MACROBUTTON", "RD",
)  # fmt: skip
"""Fields that fetch from elsewhere, or run something."""

_EMBEDDED = {"oleObject": "OLE", "package": "OLE", "control": "ActiveX", "activeXControlBinary": "ActiveX", "aFChunk": "altChunk"}
_WEB = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_W = f"{{{NAMESPACES['w']}}}"


def active_faults(template: Template) -> Iterator[Fault]:
    """External parts, embedded objects and fields that are not to be in a template."""
    for each in template.relationships:
        if each.external and not (each.kind == "hyperlink" and _WEB.match(each.target)):
            hint = "GP-T19.template" if each.kind == "attachedTemplate" else None
            yield Fault("GP-T19", {"kind_of_link": each.kind, "target": each.target}, hint=hint)
        elif each.kind in _EMBEDDED and not (each.kind == "package" and "/charts/" in f"/{each.source}" and each.target.endswith(".xlsx")):
            # A chart of Word's own has its numbers in a workbook; nothing in that is run.
            yield Fault("GP-T21", {"object": _EMBEDDED[each.kind], "file": each.target})
    for part, tree in template.trees.items():
        for code in _field_codes(tree):
            words = code.split()
            if words and words[0].upper() in FIELDS:
                yield Fault("GP-T20", {"field": " ".join(words)[:60], "file": part})
            elif "{{" in code or "{%" in code:
                yield Fault("GP-T39", {"template_part": "field", "file": part, "near": " ".join(words)[:60]})


def _field_codes(tree: Any) -> Iterator[str]:
    """The code of each field, put together from the runs that Word has split it over."""
    open_codes: list[list[str]] = []
    in_result: list[bool] = []
    for element in tree.iter(f"{_W}fldSimple", f"{_W}fldChar", f"{_W}instrText", f"{_W}t"):
        if element.tag == f"{_W}fldSimple":
            yield element.get(f"{_W}instr", "")
        elif element.tag != f"{_W}fldChar":
            # The code of an outer field may be what an inner one results in.
            for code, is_result in zip(reversed(open_codes), reversed(in_result), strict=True):
                if not is_result:
                    code.append(element.text or "")
                    break
        elif element.get(f"{_W}fldCharType") == "begin":
            open_codes.append([])
            in_result.append(False)
        elif open_codes and element.get(f"{_W}fldCharType") == "separate":
            in_result[-1] = True
        elif open_codes:
            in_result.pop()
            yield "".join(open_codes.pop())
    # A field that is never ended may still be run.
    yield from ("".join(code) for code in open_codes)
