"""From bytes to text."""

from hypothesis import given
from hypothesis import strategies as st

from ghgplan.plan.encoding import decode

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00\ufeff"), min_size=1)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_text_comes_back(text: str, encoding: str) -> None:
    outcome = decode((" " + text).encode(encoding), "plan.yaml")
    assert outcome.value == " " + text


def test_all_line_ends_become_one() -> None:
    assert decode(b"a\r\nb\rc\n", "plan.yaml").value == "a\nb\nc\n"


def test_the_place_of_a_wrong_byte_is_counted_in_characters_and_in_all_line_ends() -> None:
    (found,) = decode("甲\r乙\r\n丙".encode() + b"\xff", "plan.yaml").diagnostics
    assert (found.span.line, found.span.column) == (3, 2)
    assert found.arguments == {"byte": "FF", "encoding": "?"}


def test_gbk_is_named_and_not_decoded() -> None:
    outcome = decode("公司".encode("gbk"), "plan.yaml")
    assert outcome.value is None
    assert outcome.diagnostics[0].arguments["encoding"] == "GB18030 (GBK)"
