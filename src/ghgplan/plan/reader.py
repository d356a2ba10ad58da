"""read: the bytes of a plan -> Source, with a finding for everything YAML would swallow or guess.

Built on the events of ruamel.yaml's parser, not on its loader: no value is typed,
no tag or anchor is followed, nothing recurses, and every node keeps its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ghgplan.diagnostics import Diagnostic, Outcome, Severity, Span
from ghgplan.plan.source import Listing, Node, Scalar, Source, Table
from ghgplan.plan.typing_slips import slips

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes. A plan is some tens of kilobytes; a megabyte already takes seconds to parse."""
DEEPEST = 40
MOST_NODES = 200_000

# Control characters, bidirectional overrides and stray byte order marks: docxtpl drops or
# reinterprets them in silence, and an override can spoof a number. Tab and line ends are
# left to YAML.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_INVISIBLE_IN_KEY = re.compile("[\u00a0\u200b-\u200d\u2060\u3000]")
_LOST_COMMENT = re.compile(r"\S #(?=[^\s#])")


class _RefusedError(Exception):
    """Carries the finding that ends reading out of the nested calls of this module."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def read(content: bytes, file: str) -> Outcome[Source]:
    """Read a plan file's bytes; ``file`` is the name that findings show."""
    try:
        text = _decode(content, file)
    except _RefusedError as refused:
        return Outcome(None, (refused.diagnostic,))
    lines = tuple(text.splitlines())
    unwanted = tuple(_unwanted_characters(lines, file))
    if unwanted:
        return Outcome(None, unwanted)
    reader = _Reader(file, lines)
    try:
        root = reader.document(text)
    except _RefusedError as refused:
        return Outcome(None, (*reader.findings, refused.diagnostic))
    except MarkedYAMLError as error:
        return Outcome(None, (*reader.findings, *_syntax(error, file, lines)))
    except (YAMLError, YAMLStreamError) as error:
        return Outcome(None, (Diagnostic("GP-Y06", Span(file, 1, 1), arguments={"problem": str(error).splitlines()[0]}),))
    return Outcome(Source(file, lines, root), tuple(reader.findings))


def _decode(content: bytes, file: str) -> str:
    start = Span(file, 1, 1)
    if len(content) > LARGEST_FILE:
        raise _RefusedError(Diagnostic("GP-Y01", start, arguments={"limit": str(LARGEST_FILE // 1024 // 1024)}))
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise _RefusedError(Diagnostic("GP-Y02", start))
    for mark, encoding in ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32")):
        if content.startswith(mark):
            raise _RefusedError(Diagnostic("GP-Y03", start, arguments={"byte": content[:1].hex().upper(), "encoding": encoding.upper()}))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            raise _RefusedError(Diagnostic("GP-Y03", start, arguments={"byte": "FF", "encoding": "UTF-16"})) from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        column = len(before) - (before.rfind("\n") + 1) + 1
        span = Span(file, before.count("\n") + 1, column)
        arguments = {"byte": f"{content[error.start]:02X}", "encoding": _likely_encoding(content)}
        raise _RefusedError(Diagnostic("GP-Y03", span, arguments=arguments)) from None
    if "\x00" in text[:64]:
        raise _RefusedError(Diagnostic("GP-Y03", start, arguments={"byte": "00", "encoding": "UTF-16"}))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _likely_encoding(content: bytes) -> str:
    """A name to show, never one to decode with: short Chinese text is easily mistaken."""
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GB18030 (GBK)"


def _unwanted_characters(lines: tuple[str, ...], file: str) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, start=1):
        for match in _REFUSED.finditer(line):
            character = match.group()
            arguments = {
                "codepoint": f"U+{ord(character):04X}",
                "name": unicodedata.name(character, "control character"),
            }
            yield Diagnostic("GP-Y04", Span(file, number, match.start() + 1), arguments=arguments)


def _syntax(error: Any, file: str, lines: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    mark = error.problem_mark or error.context_mark
    span = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file, 1, 1)
    likely = tuple(slips(file, lines))
    if any(span.line - 1 <= slip.span.line <= span.line for slip in likely):
        return likely
    problem = " ".join(str(error.problem or error.context or "").split())
    return (Diagnostic("GP-Y06", span, arguments={"problem": problem}), *likely)


class _Reader:
    """Builds the tree from the parser's events; keeps the findings that do not end reading."""

    def __init__(self, file: str, lines: tuple[str, ...]) -> None:
        self.file = file
        self.lines = lines
        self.findings: list[Diagnostic] = []
        self.nodes = 0
        self.started = False

    def document(self, text: str) -> Table:
        root: Node | None = None
        # A stack of open collections instead of recursion: depth is bounded by us, not by Python.
        stack: list[tuple[Any, list[Any]]] = []
        parser: Any = YAML(typ="safe", pure=True)  # ruamel.yaml's annotations leave most of it unknown
        for event in parser.parse(text):
            self._refuse_yaml_features(event)
            match event:
                case MappingStartEvent() | SequenceStartEvent():
                    stack.append((event, []))
                    if len(stack) > DEEPEST:
                        self._refuse("GP-Y12", event, limit=str(DEEPEST))
                    continue
                case ScalarEvent():
                    node: Node = self._scalar(event)
                case MappingEndEvent():
                    opened, parts = stack.pop()
                    node = self._table(opened, parts)
                case SequenceEndEvent():
                    opened, parts = stack.pop()
                    node = Listing(tuple(parts), self._span(opened))
                case _:
                    continue
            self.nodes += 1
            if self.nodes > MOST_NODES:
                self._refuse("GP-Y13", event, limit=str(MOST_NODES))
            if stack:
                stack[-1][1].append(node)
            else:
                root = node
        return self._root(root)

    def _root(self, root: Node | None) -> Table:
        if isinstance(root, Table):
            return root
        if root is None or (isinstance(root, Scalar) and not root.text):
            raise _RefusedError(Diagnostic("GP-Y14", Span(self.file, 1, 1)))
        likely = tuple(slips(self.file, self.lines))
        self.findings.extend(likely[:-1])
        raise _RefusedError(likely[-1] if likely else Diagnostic("GP-Y15", root.span))

    def _table(self, opened: Any, parts: list[Node]) -> Table:
        entries: list[tuple[Scalar, Node]] = []
        first: dict[str, Scalar] = {}
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise _RefusedError(Diagnostic("GP-Y11", key.span))
            invisible = _INVISIBLE_IN_KEY.search(key.text)
            if invisible:
                arguments = {"codepoint": f"U+{ord(invisible.group()):04X}", "key": key.text.strip()}
                self.findings.append(Diagnostic("GP-Y16", key.span, arguments=arguments))
            elif key.text == "<<" and not key.quoted:
                self.findings.append(Diagnostic("GP-Y08", key.span, arguments={"mark": "<<"}))
            elif key.text in first:
                arguments = {"key": key.text, "line": str(first[key.text].span.line)}
                self.findings.append(Diagnostic("GP-Y07", key.span, arguments=arguments))
            else:
                first[key.text] = key
                entries.append((key, value))
        return Table(tuple(entries), self._span(opened))

    def _scalar(self, event: Any) -> Scalar:
        text: str = unicodedata.normalize("NFC", _join_surrogates(event.value))
        span = self._span(event)
        lone = _SURROGATE.search(text)
        refused = lone or _REFUSED.search(text)
        if refused:  # written as an escape: raw ones were found before parsing
            arguments = {"codepoint": f"U+{ord(refused.group()):04X}", "name": "surrogate" if lone else "control character"}
            self.findings.append(Diagnostic("GP-Y04", span, arguments=arguments))
        if event.style is None:
            self._doubtful_plain(event, text)
        return Scalar(text, event.style is not None, span)

    def _doubtful_plain(self, event: Any, text: str) -> None:
        first: int = event.start_mark.line
        last: int = event.end_mark.line
        end: int = event.end_mark.column
        for number in range(first + 1, min(last + 1, len(self.lines))):
            line = self.lines[number]
            before_end = number < last or end > len(line) - len(line.lstrip())
            slip = re.match(r"\s*[^\s：]{1,24}：", line) if before_end else None
            if slip:
                self.findings.append(Diagnostic("GP-Y20", Span(self.file, number + 1, slip.end()), arguments={}))
        if last < len(self.lines) and text:
            lost = _LOST_COMMENT.match(self.lines[last], max(end - 1, 0))
            if lost:
                dropped = self.lines[last][end:].strip()
                place = Span(self.file, last + 1, end + 2)
                self.findings.append(Diagnostic("GP-Y17", place, arguments={"text": dropped}, severity=Severity.WARNING))

    def _refuse_yaml_features(self, event: Any) -> None:
        # ruamel.yaml's annotations leave the events' fields unknown: narrowed types are read through one that is not.
        seen: Any = event
        if isinstance(event, AliasEvent):
            self._refuse("GP-Y08", event, mark=f"*{seen.anchor}")
        if isinstance(event, DocumentStartEvent):
            if seen.version or seen.tags or self.started:
                self._refuse("GP-Y10", event)
            self.started = True
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            if seen.anchor:
                self._refuse("GP-Y08", event, mark=f"&{seen.anchor}")
            if seen.tag:
                self._refuse("GP-Y09", event, tag=str(seen.tag))

    def _refuse(self, code: str, event: Any, **arguments: str) -> NoReturn:
        raise _RefusedError(Diagnostic(code, self._span(event), arguments=arguments))

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return Span(self.file, start.line + 1, start.column + 1, max(length, 1))


def _join_surrogates(text: str) -> str:
    """JSON writes a character above U+FFFF as two escapes; YAML keeps the halves apart."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
