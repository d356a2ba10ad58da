"""The templates of a build: the project's own, or the ones that ghgplan ships."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

import ghgplan
from ghgplan.project.file_names import unfit
from ghgplan.project.seen import Seen
from ghgplan.project.trouble import Trouble, watching
from ghgplan.values import frozen

FOLDER = "templates"
STANDARD = "standard"
ENDING = ".docx"
WORD = f"{STANDARD}{ENDING}"
MARKDOWN = "standard.md.j2"


@frozen
class Templates:
    """What the writers are given: the Word template's bytes, the Markdown template's text."""

    word: bytes
    markdown: str
    project: Path | None = None
    """Where further Word templates are looked for."""
    seen: Seen = field(default_factory=Seen, compare=False)

    def named(self, name: str) -> bytes | None:
        """The Word template ``name``, None where there is none. Raises Trouble where it cannot be read."""
        if name == STANDARD:
            return self.word
        return _read(f"{name}{ENDING}", self.project, self.seen) if self.project and not unfit(name) else None


def load_templates(project: Path) -> Templates:
    """The templates for plans of ``project``. Raises Trouble where one cannot be read."""
    seen = Seen()
    markdown = _template(MARKDOWN, project, seen).decode("utf-8-sig").replace("\r\n", "\n")
    return Templates(_template(WORD, project, seen), markdown, project, seen)


def word_template_names(project: Path) -> list[str]:
    """The Word templates that a plan of ``project`` may name."""
    names = {path.stem for folder in _folders(project) if folder.is_dir() for path in folder.glob(f"*{ENDING}")}
    return sorted(name for name in names if not unfit(name))


def template_path(name: str, project: Path) -> Path | None:
    """Where the template ``name`` is taken from: the project, the installed package, a checkout."""
    return next((folder / name for folder in _folders(project) if (folder / name).is_file()), None)


def _folders(project: Path) -> tuple[Path, ...]:
    # Loaded only where a template is looked for.
    from importlib.resources import as_file, files

    with as_file(files(ghgplan)) as package:
        return (project / FOLDER, package / FOLDER, package.parents[1] / FOLDER)


def _template(name: str, project: Path, seen: Seen) -> bytes:
    content = _read(name, project, seen)
    if content is None:
        raise Trouble("trouble.no-template", name=name, folder=str(project / FOLDER))
    return content


def _read(name: str, project: Path, seen: Seen) -> bytes | None:
    path = template_path(name, project)
    if path is None:
        return None
    # One that appears in a folder before this one would be taken in its place.
    folders = _folders(project)
    seen.absent.update(folder / name for folder in folders[: folders.index(path.parent)])
    with watching(path):
        return seen.read(path)
