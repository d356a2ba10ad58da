"""The templates of a build: the project's own, or the ones that ghgplan ships."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import ghgplan
from ghgplan.project.file_names import unfit
from ghgplan.project.trouble import Trouble, watching

FOLDER = "templates"
STANDARD = "standard"
ENDING = ".docx"
WORD = f"{STANDARD}{ENDING}"
MARKDOWN = "standard.md.j2"


@dataclass(frozen=True, slots=True)
class Templates:
    """What the writers are given: the Word template's bytes, the Markdown template's text."""

    word: bytes
    markdown: str
    project: Path | None = None
    """Where further Word templates are looked for."""

    def named(self, name: str) -> bytes | None:
        """The Word template ``name``, None where there is none. Raises Trouble where it cannot be read."""
        if name == STANDARD:
            return self.word
        path = template_path(f"{name}{ENDING}", self.project) if self.project and not unfit(name) else None
        if path is None:
            return None
        with watching(path):
            return path.read_bytes()


def load_templates(project: Path) -> Templates:
    """The templates for plans of ``project``. Raises Trouble where one cannot be read."""
    return Templates(_template(WORD, project), _template(MARKDOWN, project).decode("utf-8-sig").replace("\r\n", "\n"), project)


def word_template_names(project: Path) -> list[str]:
    """The Word templates that a plan of ``project`` may name."""
    names = {path.stem for folder in _folders(project) if folder.is_dir() for path in folder.glob(f"*{ENDING}")}
    return sorted(name for name in names if not unfit(name))


def template_path(name: str, project: Path) -> Path | None:
    """Where the template ``name`` is taken from: the project, the installed package, a checkout."""
    return next((folder / name for folder in _folders(project) if (folder / name).is_file()), None)


def _folders(project: Path) -> tuple[Path, ...]:
    with as_file(files(ghgplan)) as package:
        return (project / FOLDER, package / FOLDER, package.parents[1] / FOLDER)


def _template(name: str, project: Path) -> bytes:
    path = template_path(name, project)
    if path is None:
        raise Trouble("trouble.no-template", name=name, folder=str(project / FOLDER))
    with watching(path):
        return path.read_bytes()
