"""The .docx package: a zip file that tells nothing of when and where it was made."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from posixpath import join, split
from zipfile import ZipFile

from ghgplan.emit.word.trees import parse_strictly
from ghgplan.values import frozen

XML = (".xml", ".rels")
"""What the names of parts end in that are parsed."""
CONTENT_TYPES = "[Content_Types].xml"
"""The part that says what all others are, and comes before them."""

_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".gif", ".xlsx")
_STORED, _DEFLATED = 0, 8
_LEVEL = 6
_VERSION = 20
_UTF_8_NAME = 0x800
# Zip files hold dates of MS-DOS, of which this is the earliest: 1 January 1980.
_TIME, _DATE = 0, 1 << 5 | 1


@frozen
class Packed:
    """A part as it lies in the zip file; what is in every document of a template is packed once."""

    method: int
    checksum: int
    size: int
    data: bytes


def pack(name: str, content: bytes) -> Packed:
    """The part of that name, made smaller where that is worth the time."""
    if name.endswith(_PACKED_ALREADY):
        return Packed(_STORED, zlib.crc32(content), len(content), content)
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(_DEFLATED, zlib.crc32(content), len(content), deflate.compress(content) + deflate.flush())


def packed(parts: Mapping[str, bytes | Packed]) -> bytes:
    """The parts as a zip file. The same parts give the same bytes."""
    files: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
        part = parts[name]
        entry = part if isinstance(part, Packed) else pack(name, part)
        written = name.encode()
        flags = 0 if name.isascii() else _UTF_8_NAME
        facts = struct.pack(
            "<HHHHHLLLHH",
            *(_VERSION, flags, entry.method, _TIME, _DATE),
            *(entry.checksum, len(entry.data), entry.size, len(written), 0),
        )
        files += (b"PK\3\4" + facts + written, entry.data)
        directory.append(b"PK\1\2" + struct.pack("<H", _VERSION) + facts + struct.pack("<HHHLL", 0, 0, 0, 0, place) + written)
        place += len(files[-2]) + len(entry.data)
    listed = b"".join(directory)
    end = b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, len(directory), len(directory), len(listed), place, 0)
    return b"".join((*files, listed, end))


def relationships_part(part: str) -> str:
    """The name of the part that holds what ``part`` refers to; with an empty name, what the package does."""
    folder, name = split(part)
    return join(folder, "_rels", f"{name}.rels")


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a package by name, without its folders."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def normalised(content: bytes) -> bytes:
    """The package with its parts in order and without dates. Raises lxml's XMLSyntaxError for a part that is not well-formed."""
    return packed({name: _sound(name, part) for name, part in parts_of(content).items()})


@lru_cache(maxsize=64)  # all but two parts of a chart's workbook are those of every other one
def _sound(name: str, part: bytes) -> Packed:
    if name.endswith(XML):
        parse_strictly(part)
    return pack(name, part)
