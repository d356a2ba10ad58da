"""A text -> the events of ruamel.yaml's parser: of the one in C, where it is installed and says what the one in Python says.

The parser in C (ruamel.yaml.clib) takes a tenth of the time. It knows an older YAML: it takes what is none, and sets some places
otherwise. So every text in which the two may differ goes to the parser in Python, and so does every text with a mistake: what
is said of a mistake, and where, is always said by the same parser.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

HAS_C_PARSER = importlib.util.find_spec("_ruamel_yaml") is not None

DEEPEST_IN_C = 100
MOST_EVENTS_IN_C = 100_000
"""Kept until all are known to be sound. Beyond both the parser in Python goes on, from which events are taken one by one."""

_READ_OTHERWISE = re.compile(
    r"""
    [\t\u0085\u2028\u2029\ufeff]            # a tab between words, and what only one of the two takes for the end of a line
    | ^(?:---|\.\.\.|%)                     # where documents begin and end
    | (?:^|[\s{\[,-])\?(?=[\s,}\]]|$)       # the sign of a key
    | ["'\]}]:(?=[^ \r\n])                  # a value close behind the sign of its key, which only one of the two takes in a list
    | [|>][-+0-9]*\#                        # a comment that stands at the mark of a block
    | [|>][-+0-9]*[ ]*(?:\#.*)?\n[ ]*\n     # a block that begins with an empty line
    """,
    re.VERBOSE | re.MULTILINE,
)


def events(text: str) -> Iterable[Any]:
    """The events of ``text``, as the parser in Python tells them. Raises YAMLError while they are taken."""
    told = _told_by_c(text) if HAS_C_PARSER and not _READ_OTHERWISE.search(text) else None
    return _parser(pure=True).parse(text) if told is None else told


def _told_by_c(text: str) -> list[Any] | None:
    """The events by the parser in C; None where it found a mistake, or something that it may tell otherwise."""
    told: list[Any] = []
    depth = documents = 0
    try:
        for event in _parser(pure=False).parse(text):
            if _doubtful(event) or depth > DEEPEST_IN_C or documents > 1 or len(told) > MOST_EVENTS_IN_C:
                return None
            depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
            depth -= isinstance(event, MappingEndEvent | SequenceEndEvent)
            documents += isinstance(event, DocumentStartEvent)
            told.append(event)
    except (YAMLError, ValueError):
        return None
    # Stream, document, and what stands in it.
    return told if len(told) > 2 and isinstance(told[2], MappingStartEvent) else None


def _doubtful(event: Any) -> bool:
    """Names, tags and versions, which plans may not have, and empty values, whose places are set otherwise."""
    # ruamel.yaml's annotations leave the events' fields unknown: narrowed types are read through one that is not.
    seen: Any = event
    if isinstance(event, ScalarEvent) and not (seen.value or seen.style):
        return True
    if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
        return bool(seen.anchor or seen.tag)
    return isinstance(event, AliasEvent) or (isinstance(event, DocumentStartEvent) and bool(seen.version or seen.tags))


def _parser(*, pure: bool) -> Any:
    return YAML(typ="safe", pure=pure)
