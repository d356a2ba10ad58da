from io import BytesIO
from zipfile import ZipFile

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
