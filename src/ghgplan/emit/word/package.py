"""The .docx package: every part read again strictly, then packed the same way every time."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ghgplan.emit.word.trees import parse_strictly

_FIRST = "[Content_Types].xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold."""


def normalised(content: bytes) -> bytes:
    """The package with its parts in order and without dates. Raises lxml's XMLSyntaxError for a part that is not well-formed."""
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            parse_strictly(part)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts as a zip file that tells nothing of when and where it was made."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name])
            # Permissions, which zipfile makes up for an entry without them.
            entry.external_attr = 0
    return out.getvalue()
