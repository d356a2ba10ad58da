"""Every text of a plan with its place, and those that a language misses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from ghgplan.catalogue import Language
from ghgplan.diagnostics import Diagnostic, Path
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.text import Text


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """The texts below ``value`` (a plan or a part of one), in the plan's order."""
    match value:
        case Text():
            yield path, value
        case BaseModel():
            for name, field in type(value).model_fields.items():
                yield from texts(getattr(value, name), (*path, field.alias or name))
        case Mapping():
            for key, below in value.items():  # pyright: ignore[reportUnknownVariableType]
                yield from texts(below, (*path, str(key)))  # pyright: ignore[reportUnknownArgumentType]
        case tuple():
            for position, below in enumerate(value):  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
                yield from texts(below, (*path, str(position)))  # pyright: ignore[reportUnknownArgumentType]
        case _:
            return


def missing_wordings(file: PlanFile, languages: tuple[Language, ...]) -> Iterator[Diagnostic]:
    """A finding for each text, the members' included, that lacks one of ``languages``."""
    for path, text in texts(file.plan):
        for language in languages:
            wording = text.wording(language)
            if wording is None or not wording.strip():
                yield Diagnostic("GP-L01", file.source.span(path), path, {"language": language})
    for member in file.members.values():
        yield from missing_wordings(member, languages)
