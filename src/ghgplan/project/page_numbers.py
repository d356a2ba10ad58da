"""Page numbers for the contents: an office program lays the Word files out, and its PDF says where each heading stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import TypeAlias
from zipfile import ZipFile

from ghgplan.diagnostics import Diagnostic, Outcome, Severity, Span
from ghgplan.document.blocks import Document
from ghgplan.project.pdf import Converter, as_pdf
from ghgplan.values import frozen

PageNumbers: TypeAlias = Mapping[str, int]
"""The page of each heading, by the heading's name."""

_PASSES = 3
"""With numbers in them the contents may be longer, and what follows on other pages; more than twice that does not happen."""
_RESTART = re.compile(rb"<w:pgNumType[^>]*\sw:start=")


@frozen
class Draft:
    """A Word file that can be written with other page numbers."""

    content: bytes
    """The file without page numbers."""
    document: Document
    template: str
    """What findings call the template."""
    write: Callable[[PageNumbers], bytes]


def with_page_numbers(drafts: Mapping[str, Draft], converter: Converter) -> Outcome[dict[str, bytes]]:
    """The Word files by name, with page numbers in their contents where they can be known; a finding where they cannot.

    All files are laid out in one start of the office program for each pass. Raises Trouble.
    """
    # Only now: it brings a reader of PDF with it.
    from ghgplan.project.bookmarks import heading_pages

    files = {name: draft.content for name, draft in drafts.items()}
    findings = [_finding("GP-T92", drafts[name]) for name, content in files.items() if _restarts(content)]
    open_files = {name: draft for name, draft in drafts.items() if not _restarts(files[name])}
    pages: dict[str, PageNumbers] = {name: {} for name in open_files}
    for _ in range(_PASSES):
        laid_out = as_pdf(converter, {name: files[name] for name in open_files})
        found = {name: heading_pages(pdf, open_files[name].document) for name, pdf in laid_out.items()}
        changed = [name for name, numbers in found.items() if numbers is not None and numbers != pages[name]]
        lost = [name for name, numbers in found.items() if numbers is None]
        findings += [_finding("GP-T93", open_files.pop(name)) for name in lost]
        if not changed:
            break
        for name in changed:
            pages[name] = found[name] or {}
            files[name] = open_files[name].write(pages[name])
        open_files = {name: draft for name, draft in open_files.items() if name in changed}
    else:
        findings += [_finding("GP-T93", draft) for draft in open_files.values()]
        files |= {name: draft.content for name, draft in open_files.items()}
    return Outcome(files, tuple(findings))


def _restarts(word: bytes) -> bool:
    """Whether pages are counted anew somewhere in the file: then a page's place among all is not its number."""
    with ZipFile(BytesIO(word)) as package:
        return _RESTART.search(package.read("word/document.xml")) is not None


def _finding(code: str, draft: Draft) -> Diagnostic:
    return Diagnostic(code, Span(draft.template, 1, 1), arguments={"edition": draft.document.edition}, severity=Severity.WARNING)
