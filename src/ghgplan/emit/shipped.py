"""Which templates are those that ghgplan ships, to the byte.

The tests have looked over and filled these, and nothing that a plan says can go wrong in them. So who only looks for findings need
not open them, which would take docxtpl, lxml and Jinja: longer than all the rest. Any other template is looked over and filled each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from ghgplan.package_files import package_text


@cache
def _digests() -> frozenset[str]:
    text = package_text("emit/shipped_templates.txt")
    return frozenset(line.split()[0] for line in text.splitlines())


def is_shipped(template: bytes) -> bool:
    """Whether the template is one of those that ghgplan ships, untouched but for its line ends."""
    return _digest(template) in _digests()


def digests_text(templates: Mapping[str, bytes]) -> str:
    """The file of digests, written by ``tools/generate_docs.py`` from the shipped templates by name."""
    return "".join(f"{_digest(templates[name])}  {name}\n" for name in sorted(templates))


def _digest(template: bytes) -> str:
    # A text may have been checked out with the line ends of Windows; a packed file is not a text.
    is_packed = template.startswith(b"PK")
    return sha256(template if is_packed else template.replace(b"\r\n", b"\n")).hexdigest()
