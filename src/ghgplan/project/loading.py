"""A plan's files -> the parsed plan: members are read and parsed before their group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from ghgplan.diagnostics import Diagnostic, Outcome
from ghgplan.plan.data_files import DataFile, data_paths, with_data
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read
from ghgplan.plan.source import Scalar, Source, Table
from ghgplan.project.addresses import PlanAddress, label
from ghgplan.project.findings import unique
from ghgplan.project.member_paths import BadPath, member_path
from ghgplan.project.plan_pictures import plan_pictures
from ghgplan.project.seen import Seen
from ghgplan.project.trouble import watching
from ghgplan.values import frozen

MEMBERS = "members"


@frozen
class TextFile:
    """A file that was read, for showing a finding's line."""

    path: Path
    lines: tuple[str, ...]


@frozen
class Loaded:
    """A plan with the findings on its files, and those files by the label that findings carry."""

    outcome: Outcome[PlanFile]
    files: Mapping[str, TextFile]
    seen: Seen = field(default_factory=Seen)


def load(address: PlanAddress) -> Loaded:
    """Read and parse a plan and all its members. Raises Trouble where a file cannot be read."""
    loader = _Loader(address.project)
    outcome = loader.load(address.path, ())
    return Loaded(Outcome(outcome.value, unique(outcome.diagnostics)), loader.files, loader.seen)


class _Loader:
    def __init__(self, project: Path) -> None:
        self.project = project
        self.files: dict[str, TextFile] = {}
        self.seen = Seen()
        self.loaded: dict[Path, Outcome[PlanFile]] = {}

    def load(self, path: Path, groups: tuple[Path, ...]) -> Outcome[PlanFile]:
        if path not in self.loaded:
            self.loaded[path] = self._load(path, groups)
        return self.loaded[path]

    def _load(self, path: Path, groups: tuple[Path, ...]) -> Outcome[PlanFile]:
        name = label(path, self.project)
        with watching(path):
            content = self.seen.read(path)
        self.files[name] = TextFile(path, lines_of(content))
        source = read(content, name)
        if source.value is None:
            return Outcome(None, source.diagnostics)
        members, findings = self._members(source.value, path, (*groups, path))
        filled = self._with_data(source.value, path, findings)
        pictures, unfit = plan_pictures(source.value, path.parent, self.project, self.seen)
        parsed = parse(filled, members, pictures)
        return Outcome(parsed.value, (*source.diagnostics, *findings, *unfit, *parsed.diagnostics))

    def _with_data(self, source: Source, path: Path, findings: list[Diagnostic]) -> Source:
        """The plan with its CSV files read into it."""
        files: dict[tuple[str, ...], DataFile] = {}
        for where, written in data_paths(source):
            with watching(path.parent):
                target = member_path(written.text, path.parent, self.project)
            if isinstance(target, BadPath):
                findings.append(Diagnostic(target.code, written.span, where, target.arguments))
                continue
            name = label(target, self.project)
            with watching(target):
                content = self.seen.read(target)
            self.files[name] = TextFile(target, lines_of(content))
            files[where] = DataFile(name, content)
        filled = with_data(source, files)
        findings += filled.diagnostics
        return filled.value or source

    def _members(self, source: Source, path: Path, groups: tuple[Path, ...]) -> tuple[dict[str, PlanFile], list[Diagnostic]]:
        members: dict[str, PlanFile] = {}
        findings: list[Diagnostic] = []
        chapter = source.node((MEMBERS,))
        for key, _ in chapter.entries if isinstance(chapter, Table) else ():
            where = (MEMBERS, key.text, "plan")
            node = source.node(where)
            # Anything but a text is the schema's to refuse.
            if not isinstance(node, Scalar) or not node.text:
                continue
            with watching(path.parent):
                target = member_path(node.text, path.parent, self.project)
            if isinstance(target, BadPath):
                findings.append(Diagnostic(target.code, node.span, where, target.arguments))
            elif target in groups:
                findings.append(Diagnostic("GP-F05", node.span, where, {"path": node.text}))
            else:
                member = self.load(target, groups)
                findings += member.diagnostics
                if member.value is None or member.failed:
                    findings.append(Diagnostic("GP-F06", node.span, where, {"path": node.text}))
                else:
                    members[key.text] = member.value
        return members, findings


def lines_of(content: bytes) -> tuple[str, ...]:
    """The lines of a file for showing, whatever its encoding; counted as the reader counts them."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = content.decode(encoding, "replace")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
