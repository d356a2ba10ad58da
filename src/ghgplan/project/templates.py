"""The templates of a build: the project's own, or the ones that ghgplan ships."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import ghgplan
from ghgplan.project.trouble import Trouble, watching

FOLDER = "templates"
WORD = "standard.docx"
MARKDOWN = "standard.md.j2"


@dataclass(frozen=True, slots=True)
class Templates:
    """What the writers are given: the Word template's bytes, the Markdown template's text."""

    word: bytes
    markdown: str


def load_templates(project: Path) -> Templates:
    """The templates for plans of ``project``. Raises Trouble where one cannot be read."""
    return Templates(_template(WORD, project), _template(MARKDOWN, project).decode("utf-8-sig").replace("\r\n", "\n"))


def template_path(name: str, project: Path) -> Path | None:
    """Where the template ``name`` is taken from: the project, the installed package, a checkout."""
    with as_file(files(ghgplan)) as package:
        folders = (project / FOLDER, package / FOLDER, package.parents[1] / FOLDER)
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def _template(name: str, project: Path) -> bytes:
    path = template_path(name, project)
    if path is None:
        raise Trouble("trouble.no-template", name=name, folder=str(project / FOLDER))
    with watching(path):
        return path.read_bytes()
