"""One part that is filled: every tag read on its own, so that one mistake hides no other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from ghgplan.diagnostics import Severity, nearest
from ghgplan.emit.language import DEEPEST
from ghgplan.emit.meanings import Meanings, Misuse, Scope
from ghgplan.emit.names import Kind, Name, loop
from ghgplan.emit.template_environment import RefusedError
from ghgplan.emit.word.checking.fault import Fault
from ghgplan.emit.word.checking.paragraphs import Paragraph, around, paragraphs, text_of
from ghgplan.emit.word.checking.tag_words import COMPLETED, CONSTRUCTS, MISUSES
from ghgplan.emit.word.checking.tags import Tag, rest, slips, tags
from ghgplan.emit.word.environment import TemplateEnvironment
from ghgplan.values import frozen


@frozen
class _Block:
    """A loop or a choice that is open: where it was opened, and what the names inside it stand for."""

    keyword: str
    tag: Tag
    container: Any
    at: Paragraph
    scope: Scope


class FilledPart:
    """Checks one part. ``printed`` holds the names of the context that it uses."""

    def __init__(self, part: str, kind: str, names: Mapping[str, Name]) -> None:
        self.part, self.kind, self.names = part, kind, names
        self.printed: set[str] = set()
        self.tag_count = 0
        self._environment = TemplateEnvironment()
        self._open: list[_Block] = []
        self._faults: list[Fault] = []

    def faults(self, tree: Any) -> list[Fault]:
        """Everything that is wrong with the part."""
        for paragraph in paragraphs(tree):
            self._paragraph(paragraph)
        for block in self._open:
            self._find("GP-T34", block.at, tag=block.tag.written)
        return self._faults

    def _paragraph(self, at: Paragraph) -> None:
        for slip in slips(at.text):
            if slip.kind == "single":
                first = slip.written.partition(".")[0]
                meant = first in self.names or nearest(first, self.names)
                self._find("GP-T36", at, Severity.ERROR if meant else Severity.WARNING, written=slip.written)
            else:
                self._find("GP-T35" if slip.kind == "full-width" else "GP-T32", at, written=slip.written)
        found = list(tags(at.text))
        for tag in found:
            self._tag(tag, at, alone=len(found) == 1)
        for attribute in at.attributes:
            for tag in tags(attribute):
                self._tag(tag, at, alone=False)

    def _tag(self, tag: Tag, at: Paragraph, *, alone: bool) -> None:
        self.tag_count += 1
        before = len(self._faults)
        container = self._container(tag, at, alone)
        if tag.sign == "{#":
            return
        if tag.body.startswith(("-", "+")) or tag.body.endswith(("-", "+")):
            # docxtpl would run the paragraph together with its neighbour.
            self._find("GP-T41", at, asked="joining", written=tag.written)
        elif tag.sign == "{{":
            if tag.prefix in ("tr", "tc", "r"):
                self._find("GP-T46", at, hint="GP-T46.not-ready", name=tag.body.strip())
            else:
                self._print(tag, at)
        elif tag.keyword in ("for", "if"):
            self._begin(tag, at, container)
        elif tag.keyword in ("elif", "else", "endif", "endfor"):
            self._continue(tag, at, container, told=len(self._faults) > before)
        elif tag.keyword in CONSTRUCTS:
            self._find("GP-T41", at, asked=CONSTRUCTS[tag.keyword], written=tag.written)
        else:
            close = nearest(tag.keyword, ("for", "endfor", "if", "elif", "else", "endif")) or ""
            self._find(
                "GP-T31", at, written=tag.written, problem=f"{tag.keyword or '{% %}'} → {close}" if close else tag.keyword or "{% %}"
            )

    def _container(self, tag: Tag, at: Paragraph, alone: bool) -> Any:
        """What of Word the tag's block is a stretch of; tells what its paragraph, row or cell would lose."""
        match tag.prefix:
            case "p":
                if not alone or rest(at.text).strip() or at.holds_more_than_text:
                    self._find("GP-T38", at, tag=tag.written, hint="GP-T38.p")
                return at.element.getparent()
            case "tr" | "tc":
                element = around(at, tag.prefix)
                if element is None:
                    self._find("GP-T33", at, tag=tag.written, other="", hint="GP-T33.no-table")
                    return None
                if " ".join(text_of(element).split()) != " ".join(tag.written.split()):
                    self._find("GP-T38", at, tag=tag.written, hint=f"GP-T38.{tag.prefix}")
                return element.getparent()
            case _:
                return at.element

    def _print(self, tag: Tag, at: Paragraph) -> None:
        tree = self._parsed(f"{{{{{tag.body}}}}}", tag, at)
        output = tree.body[0] if tree and tree.body else None
        if isinstance(output, nodes.Output):
            meanings = Meanings(self._scope(), [])
            for expression in output.nodes:
                meanings.printed(expression, as_paragraph=tag.prefix == "p")
            self._misuses(meanings.found, at)
            self._not_in_this_part(output, at)

    def _begin(self, tag: Tag, at: Paragraph, container: Any) -> None:
        scope = self._scope()
        tree = self._parsed(COMPLETED[tag.keyword].format(tag.body.strip()), tag, at)
        statement = tree.body[0] if tree and tree.body else None
        meanings = Meanings(scope, [])
        if isinstance(statement, nodes.For) and isinstance(statement.target, nodes.Name):
            item = meanings.item(statement.iter)
            scope = {**scope, statement.target.name: item, "loop": loop(item) if item else None}
            if statement.test:
                Meanings(scope, meanings.found).of(statement.test)
        elif isinstance(statement, nodes.If):
            meanings.of(statement.test)
        self._misuses(meanings.found, at)
        if len(self._open) == DEEPEST:
            self._find("GP-T41", at, asked="depth", written=tag.written)
        self._open.append(_Block(tag.keyword, tag, container, at, scope))

    def _continue(self, tag: Tag, at: Paragraph, container: Any, *, told: bool) -> None:
        wanted = {"endfor": ("for",), "endif": ("if",), "elif": ("if",), "else": ("for", "if")}[tag.keyword]
        if not self._open or self._open[-1].keyword not in wanted:
            self._find("GP-T34", at, tag=tag.written)
            return
        block = self._open[-1]
        if not told and (block.tag.prefix != tag.prefix or block.container is not container):
            self._find("GP-T33", at, tag=tag.written, other=f"{block.tag.written} ({block.at.number})")
        if tag.keyword == "elif":
            tree = self._parsed(COMPLETED["elif"].format(tag.body.strip()), tag, at)
            for statement in tree.find_all(nodes.If) if tree else ():
                self._misuses(self._read(statement.test), at)
        elif tag.keyword.startswith("end"):
            self._open.pop()

    def _read(self, expression: nodes.Node) -> list[Misuse]:
        meanings = Meanings(self._scope(), [])
        meanings.of(expression)
        return meanings.found

    def _scope(self) -> Scope:
        return self._open[-1].scope if self._open else self.names

    def _parsed(self, source: str, tag: Tag, at: Paragraph) -> nodes.Template | None:
        try:
            tree = self._environment.parse(source)
        except RefusedError as error:
            self._find("GP-T41", at, asked=error.refusal.construct, written=tag.written)
        except TemplateSyntaxError as error:
            if tag.has_curly_quotes:
                self._find("GP-T37", at, written=tag.written)
            else:
                self._find("GP-T31", at, written=tag.written, problem=str(error.message))
        else:
            scope = self._scope()
            used = {each.name for each in tree.find_all(nodes.Name)} & self.names.keys()
            # A loop may have taken the name for its own.
            self.printed |= {name for name in used if scope.get(name) is self.names[name]}
            return tree
        return None

    def _misuses(self, found: list[Misuse], at: Paragraph) -> None:
        for misuse in found:
            if misuse.trouble == "unknown":
                hint = "GP-T30.known" if ", " in misuse.suggestion else None
                self._find("GP-T30", at, hint=hint, name=misuse.name, suggestion=misuse.suggestion)
            elif misuse.trouble == "quoted":
                self._find("GP-T37", at, written=misuse.name, hint="GP-T37.printed")
            else:
                code, hint = MISUSES[misuse.trouble]
                self._find(code, at, hint=hint, name=misuse.name)

    def _not_in_this_part(self, output: nodes.Output, at: Paragraph) -> None:
        """Ready paragraphs have their pictures and links in the body, and nowhere else."""
        if self.kind == "body":
            return
        for expression in output.nodes:
            meant = Meanings(self._scope(), []).of(expression)
            if meant and meant.kind is Kind.READY:
                self._find("GP-T44", at, name=at.near)

    def _find(self, code: str, at: Paragraph, severity: Severity = Severity.ERROR, hint: str | None = None, **arguments: str) -> None:
        place = {"template_part": self.kind, "file": self.part, "paragraph": str(at.number), "near": at.near}
        self._faults.append(Fault(code, {**place, **arguments}, at.number, severity, hint))
