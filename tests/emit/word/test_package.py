from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from lxml import etree

from ghgplan.emit.word.package import normalised, packed

PARTS = {"word/b.xml": b"<b/>", "[Content_Types].xml": b"<Types/>", "word/a.png": b"\x00\x01"}


def test_the_parts_come_back_in_their_order() -> None:
    with ZipFile(BytesIO(packed(PARTS))) as package:
        assert package.namelist() == ["[Content_Types].xml", "word/a.png", "word/b.xml"]
        assert {name: package.read(name) for name in package.namelist()} == PARTS


def test_packing_again_changes_nothing() -> None:
    assert normalised(packed(PARTS)) == packed(dict(reversed(PARTS.items())))


def test_a_part_that_is_not_well_formed_is_not_let_out() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        normalised(packed({**PARTS, "word/b.xml": b"<b>"}))


def test_the_package_is_what_zipfile_would_have_written() -> None:
    out = BytesIO()
    parts = {"[Content_Types].xml": b"<Types/>" * 99, "word/图.xml": b"<b/>" * 999, "empty.xml": b""}
    with ZipFile(out, "w") as package:
        for name, content in parts.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, content)
            entry.external_attr = 0
    ours, theirs = (ZipFile(BytesIO(content)) for content in (packed(parts), out.getvalue()))
    with ours, theirs:
        assert ours.testzip() is None
        assert {entry.filename for entry in ours.infolist()} == set(parts)
        for entry in theirs.infolist():
            own = ours.getinfo(entry.filename)
            facts = ("date_time", "compress_type", "CRC", "file_size", "flag_bits", "create_system", "external_attr", "extract_version")
            assert [getattr(own, fact) for fact in facts] == [getattr(entry, fact) for fact in facts]


def test_what_is_small_already_is_stored_as_it_is() -> None:
    with ZipFile(BytesIO(packed(PARTS))) as package:
        assert [entry.compress_type for entry in package.infolist()] == [ZIP_DEFLATED, ZIP_STORED, ZIP_DEFLATED]
