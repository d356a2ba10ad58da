"""The package of a template before anything is read from it: whether it is a .docx at all, and no trap."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import normpath
from zipfile import BadZipFile, ZipFile, ZipInfo

from ghgplan.emit.word.checking.fault import Fault
from ghgplan.emit.word.package import XML

MOST_PARTS = 1_000
MOST_BYTES = 100_000_000
"""Of all parts together, unpacked. A template with twenty photographs has a fifth of it."""
MOST_PART_BYTES = 20_000_000
"""Of one part of XML: reading it takes ten times as much memory."""
MOST_RATIO = 250
"""How many times larger than packed; XML of Word reaches fifty."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"


def unpacked(content: bytes, name: str = "") -> tuple[dict[str, bytes], list[Fault]]:
    """The parts by name, none where a fault keeps them from being read. ``name`` is the file's, for telling Word's lock files."""
    if name.startswith("~$"):
        return {}, [Fault("GP-T15")]
    if content.startswith(_OLE):
        return {}, [Fault("GP-T11" if _ENCRYPTED in content else "GP-T10")]
    if not content.startswith(_ZIP):
        return {}, [Fault("GP-T24")]
    try:
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
            faults = list(_entry_faults(entries))
            parts = {} if faults else {entry.filename: package.read(entry) for entry in entries if not entry.filename.endswith("/")}
    # A damaged package fails in each of these ways: lengths and checksums that do not fit, methods that nobody knows.
    except (BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, LookupError) as error:
        return {}, [Fault("GP-T16", {"problem": str(error) or type(error).__name__})]
    return parts, faults


def _entry_faults(entries: list[ZipInfo]) -> Iterator[Fault]:
    if any(entry.flag_bits & 1 for entry in entries):
        yield Fault("GP-T11")
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS:
        yield Fault("GP-T17", {"size": f"{len(entries)} > {MOST_PARTS}"}, hint="GP-T17.parts")
    elif size > MOST_BYTES:
        yield Fault("GP-T17", {"size": f"{size // 1_000_000} MB > {MOST_BYTES // 1_000_000} MB"})
    else:
        for entry in entries:
            if entry.file_size > MOST_PART_BYTES and entry.filename.endswith(XML):
                yield Fault("GP-T17", {"size": f"{entry.filename}: {entry.file_size // 1_000_000} MB > {MOST_PART_BYTES // 1_000_000} MB"})
            elif entry.file_size > 1_000_000 and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
                times = entry.file_size // max(entry.compress_size, 1)
                yield Fault("GP-T17", {"size": f"{entry.filename}: {times} × > {MOST_RATIO} ×"})
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        folded = name.casefold()
        if folded in seen or _leads_out(name):
            yield Fault("GP-T18", {"name": name})
        seen.add(folded)


def _leads_out(name: str) -> bool:
    return "\\" in name or ":" in name or name.startswith(("/", "..")) or normpath(name) != name.rstrip("/")
