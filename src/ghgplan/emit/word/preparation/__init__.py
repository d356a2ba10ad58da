"""Prepares a template for all documents that are made with it: opened, patched by docxtpl, its tags compiled.

Only this package knows docxtpl and python-docx, and only who has to prepare a template loads it.
"""

from __future__ import annotations

from io import BytesIO

from jinja2.exceptions import TemplateError as JinjaError

from ghgplan.emit.word.checking.package import unpacked
from ghgplan.emit.word.completed import completed
from ghgplan.emit.word.errors import TemplateError
from ghgplan.emit.word.lint import Defect, lint
from ghgplan.emit.word.package import CONTENT_TYPES, XML, pack, parts_of
from ghgplan.emit.word.preparation.opened import OpenedTemplate
from ghgplan.emit.word.prepared import PreparedTemplate, StaticPart
from ghgplan.emit.word.relationships import content_types_of
from ghgplan.emit.word.trees import parse_strictly


def prepare_template(content: bytes) -> PreparedTemplate:
    """The template ``content``, a .docx, with all that its documents share.

    Raises TemplateError: for a package that is not to be opened, GP-T01 where it is no Word document, GP-T03 where Jinja
    cannot read what docxtpl makes of its tags, or a part is not well-formed.
    """
    faults = unpacked(content)[1]
    if faults:
        raise TemplateError(faults[0].code, faults[0].arguments)
    try:
        content = completed(content)
        opened = OpenedTemplate(content)
    # A broken file fails in a dozen ways, each with an exception of its own.
    except Exception as error:
        raise TemplateError("GP-T01", {"problem": _problem(error)}) from error
    try:
        return _prepared(opened, content)
    except JinjaError as error:
        raise TemplateError("GP-T03", {"problem": str(error), "near": _near(error)}) from error
    # Nor is what a template can make docxtpl, python-docx and lxml raise a closed list.
    except Exception as error:
        raise TemplateError("GP-T03", {"problem": _problem(error), "near": ""}) from error


def _prepared(opened: OpenedTemplate, content: bytes) -> PreparedTemplate:
    filled = opened.filled_parts()
    lists = opened.lists()
    properties = opened.properties()
    images = opened.images()
    saved = BytesIO()
    opened.word.save(saved)
    parts = parts_of(saved.getvalue())
    for name, part in parts.items():
        if name.endswith(XML):
            parse_strictly(part)
    made = {opened.main, opened.main_relationships, CONTENT_TYPES, properties[0], *(part.name for part in filled)}
    made |= {lists.part} if lists else set()
    return PreparedTemplate(
        main=opened.main,
        printed=opened.printed(),
        is_summary=opened.is_summary,
        styles=opened.styles,
        head_look=opened.head_look,
        pages=opened.pages,
        first_bookmark=opened.first_bookmark,
        typefaces=opened.typefaces,
        filled=filled,
        static={name: StaticPart(part, pack(name, part)) for name, part in sorted(parts.items()) if name not in made},
        properties=properties,
        lists=lists,
        relationships=opened.relationships(),
        images=images,
        content_types=content_types_of(parse_strictly(parts[CONTENT_TYPES])),
        defects=_own_defects(content),
    )


def _own_defects(content: bytes) -> frozenset[Defect]:
    """None where the template cannot be looked through: then nothing is forgiven to its documents."""
    try:
        return frozenset(lint(content))
    except Exception:
        return frozenset()


def _near(error: JinjaError) -> str:
    """The text of the paragraph that a mistake in writing stands in."""
    return " ".join(str(getattr(error, "near", "")).split())


def _problem(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
