"""A plan as values, to be sent to a machine that shares no disk with this one; and what comes back of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from threading import Lock

from ghgplan.diagnostics import Diagnostic
from ghgplan.project.addresses import PlanAddress, label
from ghgplan.project.bug import Bug, bug_of
from ghgplan.project.building import Made, converter_for, make
from ghgplan.project.compilation import Compilation, Former
from ghgplan.project.loading import TextFile
from ghgplan.project.request import Request
from ghgplan.project.seen import Seen
from ghgplan.project.templates import FOLDER, load_templates
from ghgplan.project.trouble import Trouble
from ghgplan.project.work import Work
from ghgplan.project.workers.sameness import sameness
from ghgplan.values import frozen

_UNBROKEN = re.compile(r"""[^"'\n\[\]{}#,:|>]+""")
_ENDING = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,5}\b", re.DOTALL)
"""Where the name of a file may end, in a run of text without what names seldom have."""
_PLANS = (".yaml", ".yml")
_LARGEST = 64 * 2**20
_one_at_a_time = Lock()
"""A cluster may run several tasks in the threads of one process, and what draws is made for one."""


@frozen
class Parcel:
    """A plan and the files that it may read, by their paths in the project."""

    name: str
    label: str
    files: Mapping[str, bytes]
    request: Request
    drawing: bool
    sameness: str


@frozen
class Packed:
    """A parcel, and what was seen on the disk when it was packed."""

    parcel: Parcel
    seen: Seen
    around: Seen
    """What every plan of the project depends on: where templates come from."""


@frozen
class Reply:
    """What a parcel became, with files named by their paths in the project."""

    outputs: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    read: frozenset[str] = frozenset()
    """The files that it was made from."""
    refused: bool = False
    """Whether something was not to be had on that machine: a disk, a file, an office program."""
    bug: Bug | None = None
    other: str = ""
    """What ghgplan there is on the machine, where it is another one."""


def pack(plan: PlanAddress, work: Work) -> Packed | None:
    """The plan's parcel; None where it is too large to be sent. Raises Trouble and OSError where a file cannot be read."""
    templates = load_templates(plan.project)
    seen = Seen()
    files = {f"{FOLDER}/{path.name}": path.read_bytes() for path in templates.seen.files}
    files |= {f"{FOLDER}/{path.name}": seen.read(path) for path in _own_templates(plan.project)}
    for path in _named_files(plan.path, plan.project, seen, set()):
        files[label(path, plan.project)] = seen.read(path)
    if sum(map(len, files.values())) > _LARGEST:
        return None
    parcel = Parcel(plan.name, plan.label, files, work.request, work.out is not None, sameness())
    return Packed(parcel, seen, templates.seen)


def _own_templates(project: Path) -> list[Path]:
    folder = project / FOLDER
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in paths if path.is_file() and not path.name.startswith((".", "~"))]


def _named_files(path: Path, project: Path, seen: Seen, known: set[Path]) -> Iterator[Path]:
    """The plan's file, and those in the project that its text may name; of plans among them the same."""
    known.add(path)
    yield path
    text = seen.read(path).decode("utf-8", "replace")
    for word in sorted(_words(text)):
        for form in {word, unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)}:
            target = _inside(path.parent, form, project)
            if target is None or target in known:
                continue
            if target.suffix.lower() in _PLANS:
                yield from _named_files(target, project, seen, known)
            else:
                known.add(target)
                yield target


def _words(text: str) -> set[str]:
    """What may be names of files, with and without what may stand before a name."""
    words = {word for named in _named(text) for word in (named, named.rpartition(" ")[2], named.partition("- ")[2])}
    return {word.strip() for word in words} - {""}


def _named(text: str) -> Iterator[str]:
    for run in _UNBROKEN.findall(text):
        # One expression for both would look through a run again from each of its characters.
        ends = [ending.end() for ending in _ENDING.finditer(run)]
        if ends:
            yield run[: ends[-1]]


def _inside(folder: Path, word: str, project: Path) -> Path | None:
    try:
        target = (folder / word).resolve()
        return target if target.is_file() and target.is_relative_to(project) else None
    except (OSError, ValueError):  # words of a text make the oddest of names
        return None


def build_parcel(parcel: Parcel) -> Reply:
    """Build a plan from its parcel, on whatever machine this runs. Nothing is left on its disk."""
    if parcel.sameness != sameness():
        return Reply(other=sameness())
    try:
        with _one_at_a_time, TemporaryDirectory(prefix="ghgplan-", ignore_cleanup_errors=True) as folder:
            return _build(parcel, Path(folder).resolve())
    except (OSError, Trouble):
        # Whatever this machine refuses, the one that asks may grant, or else tell of it.
        return Reply(refused=True)
    except Exception as bug:  # told as every bug in one plan is
        return Reply(bug=bug_of(bug))


def _build(parcel: Parcel, project: Path) -> Reply:
    for name, content in parcel.files.items():
        path = project.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    work = Work(parcel.request, project / "out" if parcel.drawing else None)
    address = PlanAddress(parcel.name, project.joinpath(*PurePosixPath(parcel.label).parts), project)
    made = make(address, work, Former(), converter_for(work), lambda _: None)
    if made.trouble:
        raise made.trouble
    compiled = made.compiled
    return Reply(
        compiled.outputs,
        compiled.diagnostics,
        {name: text.lines for name, text in compiled.files.items()},
        frozenset(label(path, project) for path in compiled.seen.files if path.is_relative_to(project)),
        bug=made.bug,
    )


def unpack(packed: Packed, reply: Reply, plan: PlanAddress) -> Made:
    """What was made elsewhere, as if it had been made here."""
    project = plan.project
    read = {path: known for path, known in packed.seen.files.items() if label(path, project) in reply.read}
    seen = Seen(read, changing=packed.seen.changing)
    seen.add(packed.around)
    files = {name: TextFile(project.joinpath(*PurePosixPath(name).parts), lines) for name, lines in reply.texts.items()}
    return Made(Compilation(reply.outputs, reply.diagnostics, files, seen), bug=reply.bug)
