"""What a reader finds in a file, without blanks."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ghgplan.document.reading import flat

_BLANK_IN_LINE = re.compile("(?:[^\\S\r\n]|[\u00ad\u200b\u2060])+")
_LETTERS = st.text(alphabet="a二. \t\n\r\x0b\x0c\x1c\x85\u00a0\u00ad\u200b\u2028\u2060\u3000", max_size=12)


@settings(deadline=None)
@given(st.lists(_LETTERS, max_size=4))
def test_blanks_are_left_out_and_lines_kept_apart(texts: list[str]) -> None:
    whole = re.sub(r"[\r\n]+", "\n", _BLANK_IN_LINE.sub("", "\n".join(texts))).strip("\n")
    assert flat(texts) == (f"\n{whole}\n" if whole else "\n")
