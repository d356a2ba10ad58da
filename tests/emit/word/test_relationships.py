from lxml import etree

from ghgplan.emit.word.relationships import HYPERLINK, IMAGE, ContentTypes, Relationship, Relationships, content_types_xml

KNOWN = (Relationship("rId1", "t", "styles.xml"), Relationship("rId3", IMAGE, "media/image1.png"), Relationship("own", IMAGE, "a.png"))


def test_new_ones_take_the_free_numbers() -> None:
    relationships = Relationships(KNOWN)
    assert [relationships.to(IMAGE, f"media/image{number}.png") for number in (2, 3, 4)] == ["rId2", "rId4", "rId5"]


def test_what_is_there_is_not_added_again() -> None:
    relationships = Relationships(KNOWN)
    assert relationships.to(IMAGE, "media/image1.png") == "rId3"
    first = relationships.to(HYPERLINK, "https://example.com", external=True)
    assert relationships.to(HYPERLINK, "https://example.com", external=True) == first
    assert relationships.to(HYPERLINK, "https://example.com") != first


def test_addresses_come_back_as_they_were() -> None:
    relationships = Relationships(KNOWN)
    address = 'https://example.com/?a="1"&b=<2>&文\t'
    relationships.to(HYPERLINK, address, external=True)
    *known, added = etree.fromstring(relationships.xml())
    assert [each.get("Id") for each in known] == ["rId1", "rId3", "own"]
    assert (added.get("Target"), added.get("TargetMode")) == (address, "External")


def test_content_types_are_in_order() -> None:
    types = etree.fromstring(content_types_xml(ContentTypes({"xml": "b", "png": "a"}, {"/z": "1", "/a&": "2"})))
    assert [next(iter(each.attrib.values())) for each in types] == ["png", "xml", "/a&", "/z"]
