"""The events of ruamel.yaml's parser -> a tree of texts that remember their place.

Not its loader: no value is typed, no tag or anchor is followed, nothing recurses, and what
a plan may not hold is reported and read over, so that one run tells of everything.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NoReturn

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ghgplan.diagnostics import Diagnostic, Severity, Span
from ghgplan.plan.edited_text import EditedText
from ghgplan.plan.source import Listing, Node, Scalar, Table
from ghgplan.plan.unwanted_characters import unwanted, without_unwanted
from ghgplan.plan.yaml_events import events

DEEPEST = 40
MOST_NODES = 200_000

_INVISIBLE_IN_KEY = re.compile("[\u00a0\u00ad\u200b-\u200d\u2060\u3000]")
_LOST_COMMENT = re.compile(r"\S #(?=[^\s#])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LOOKS_LIKE_KEY = re.compile(r"\s*[^\s：]{1,24}：")


class RefusedError(Exception):
    """Carries the finding that ends reading: beyond it there is nothing to stand on."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


class TreeBuilder:
    """Builds the tree of one text; keeps the findings that do not end reading.

    ``reported`` holds the lines (from 1) on which something was read over: what later
    stages would say about them follows from what was said already. ``wide`` holds those
    whose key begins with wide spaces.
    """

    def __init__(self, file: str, text: EditedText) -> None:
        self.file = file
        self.text = text
        self.lines = text.lines
        self.findings: list[Diagnostic] = []
        self.reported: set[int] = set()
        self.wide: set[int] = set()
        self._nodes = 0

    def root(self) -> Node | None:
        """The document's node, None where there is none. Raises MarkedYAMLError and RefusedError."""
        root: Node | None = None
        # A stack of open collections instead of recursion: depth is bounded by us, not by Python.
        stack: list[tuple[Any, list[Any]]] = []
        for event in events(self.text.text):
            self._report_yaml_features(event)
            match event:
                case DocumentStartEvent() if root is not None:
                    self._report("GP-Y10", event)
                    return root
                case MappingStartEvent() | SequenceStartEvent():
                    stack.append((event, []))
                    if len(stack) > DEEPEST:
                        self._refuse("GP-Y12", event, limit=str(DEEPEST))
                    continue
                case ScalarEvent():
                    node: Node = self._scalar(event)
                case AliasEvent():
                    node = Scalar("", quoted=True, span=self._span(event))
                case MappingEndEvent():
                    opened, parts = stack.pop()
                    node = self._table(opened, parts)
                case SequenceEndEvent():
                    opened, parts = stack.pop()
                    node = Listing(tuple(parts), self._span(opened))
                case _:
                    continue
            self._nodes += 1
            if self._nodes > MOST_NODES:
                self._refuse("GP-Y13", event, limit=str(MOST_NODES))
            if stack:
                stack[-1][1].append(node)
            else:
                root = node
        return root

    def _table(self, opened: Any, parts: list[Node]) -> Node:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            if not isinstance(key, Scalar):
                # {{ name }} without quotes: a mapping whose key is a mapping.
                self._say("GP-Y11", self._span(opened))
                return Scalar("", quoted=True, span=self._span(opened))
            if key.text == "<<" and not key.quoted:
                self._say("GP-Y08", key.span, mark="<<")
                continue
            visible = self._visible(key)
            if visible.text not in entries:
                entries[visible.text] = (visible, value)
                continue
            first, before = entries[visible.text]
            self.findings.append(Diagnostic("GP-Y07", key.span, arguments={"key": visible.text, "line": str(first.span.line)}))
            entries[visible.text] = (first, self._together(before, value))
        return Table(tuple(entries.values()), self._span(opened))

    def _together(self, first: Node, second: Node) -> Node:
        """What stands under a key that was written twice, so that names in either half are known."""
        match first, second:
            case Table(), Table():
                known = {key.text for key, _ in first.entries}
                return Table((*first.entries, *(entry for entry in second.entries if entry[0].text not in known)), first.span)
            case Listing(), Listing():
                return Listing((*first.items, *second.items), first.span)
            case _:
                return first

    def _visible(self, key: Scalar) -> Scalar:
        invisible = _INVISIBLE_IN_KEY.search(key.text)
        if not invisible:
            return key
        if not key.quoted and invisible.start() == 0 and not self.lines[key.span.line - 1][: key.span.column - 1].strip():
            self.wide.add(key.span.line)
        visible = _INVISIBLE_IN_KEY.sub("", key.text)
        self._say("GP-Y16", key.span, codepoint=f"U+{ord(invisible.group()):04X}", key=visible)
        return Scalar(visible, key.quoted, key.span)

    def _scalar(self, event: Any) -> Scalar:
        text, refused = without_unwanted(_join_surrogates(event.value))
        span = self._span(event)
        if refused is not None:
            self.findings.append(unwanted(refused, span))
        if not event.style:
            self._doubtful_plain(event, text)
        return Scalar(unicodedata.normalize("NFC", text), bool(event.style), span)

    def _doubtful_plain(self, event: Any, text: str) -> None:
        first: int = event.start_mark.line
        last: int = event.end_mark.line
        end: int = event.end_mark.column
        for number in range(first + 1, min(last + 1, len(self.lines))):
            line = self.lines[number]
            before_end = number < last or end > len(line) - len(line.lstrip())
            slip = _LOOKS_LIKE_KEY.match(line) if before_end else None
            if slip:
                self._say("GP-Y20", self._place(number, slip.end() - 1))
        if last < len(self.lines) and text:
            lost = _LOST_COMMENT.match(self.lines[last], max(end - 1, 0))
            if lost:
                dropped = self.lines[last][end:].strip()
                place = self._place(last, end + 1)
                self.findings.append(Diagnostic("GP-Y17", place, arguments={"text": dropped}, severity=Severity.WARNING))

    def _report_yaml_features(self, event: Any) -> None:
        # ruamel.yaml's annotations leave the events' fields unknown: narrowed types are read through one that is not.
        seen: Any = event
        if isinstance(event, AliasEvent):
            self._report("GP-Y08", event, mark=f"*{seen.anchor}")
        if isinstance(event, DocumentStartEvent) and (seen.version or seen.tags):
            self._report("GP-Y10", event)
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            if seen.anchor:
                self._report("GP-Y08", event, mark=f"&{seen.anchor}")
            if seen.tag:
                self._report("GP-Y09", event, tag=str(seen.tag))

    def _report(self, code: str, event: Any, **arguments: str) -> None:
        self._say(code, self._span(event), **arguments)

    def _say(self, code: str, span: Span, **arguments: str) -> None:
        self.findings.append(Diagnostic(code, span, arguments=arguments))
        self.reported.add(span.line)

    def _refuse(self, code: str, event: Any, **arguments: str) -> NoReturn:
        raise RefusedError(Diagnostic(code, self._span(event), arguments=arguments))

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return self._place(start.line, start.column, max(length, 1))

    def _place(self, line: int, column: int, length: int = 1) -> Span:
        return Span(self.file, line + 1, self.text.column_in_file(line, column) + 1, length)


def _join_surrogates(text: str) -> str:
    """JSON writes a character above U+FFFF as two escapes; YAML keeps the halves apart."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
