"""A company's own templates: made from one that ships, found, and looked over."""

from __future__ import annotations

from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from ghgplan.diagnostics import Diagnostic, Span
from ghgplan.emit.markdown.template import TemplateEnvironment
from ghgplan.emit.word.checking.check import check_template
from ghgplan.project.file_names import unfit
from ghgplan.project.templates import ENDING, FOLDER, template_path
from ghgplan.project.trouble import Trouble, watching

MARKDOWN_ENDING = ".j2"


class BadName(Exception):  # noqa: N818 - not an error of the program
    """A name that cannot be a file's."""


def new_template(project: Path, name: str, like: str) -> Path:
    """Write the template ``name`` as a copy of ``like``. Raises BadName, FileExistsError, and Trouble from the disk."""
    if unfit(f"{name}{ENDING}"):
        raise BadName(name)
    source = template_path(f"{like}{ENDING}", project)
    if source is None:
        raise Trouble("trouble.no-template", name=f"{like}{ENDING}", folder=str(project / FOLDER))
    folder = project / FOLDER
    # A name in other capitals is the same file on Windows.
    if folder.is_dir() and f"{name}{ENDING}".casefold() in {path.name.casefold() for path in folder.iterdir()}:
        raise FileExistsError(name)
    with watching(source):
        content = source.read_bytes()
    target = folder / f"{name}{ENDING}"
    with watching(target):
        folder.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return target


def own_templates(project: Path) -> list[Path]:
    """The templates in the project's own folder, Word's lock files left out."""
    folder = project / FOLDER
    found = [*folder.glob(f"*{ENDING}"), *folder.glob(f"*{MARKDOWN_ENDING}")] if folder.is_dir() else []
    return sorted((path for path in found if not path.name.startswith("~$")), key=lambda path: path.name)


def template_file(given: str, here: Path) -> Path | None:
    """The file that ``given`` means: a path, or the name of a template; None where there is none."""
    try:
        path = here / given
        return path if path.is_file() else template_path(f"{given}{ENDING}", here)
    except (OSError, ValueError):  # a name that the system refuses to look up names nothing
        return None


def checked(path: Path) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the template. Raises Trouble where it cannot be read."""
    with watching(path):
        content = path.read_bytes()
    if path.name.endswith(MARKDOWN_ENDING):
        return _checked_markdown(content, path.name)
    return check_template(content, path.name)


def _checked_markdown(content: bytes, name: str) -> tuple[Diagnostic, ...]:
    try:
        TemplateEnvironment().from_string(content.decode("utf-8-sig"))
    except (TemplateError, UnicodeDecodeError) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
        return (Diagnostic("GP-F21", Span(name, line, 1), arguments={"template": name, "problem": str(error)}),)
    return ()
