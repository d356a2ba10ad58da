"""Pydantic's errors -> diagnostics at their line, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ghgplan.diagnostics import Diagnostic, Path, nearest
from ghgplan.plan.source import Listing, Node, Scalar, Source


def diagnostics(error: ValidationError, model: type[BaseModel], source: Source) -> tuple[Diagnostic, ...]:
    """One finding for each thing that is wrong, in the plan's order."""
    found = [_diagnostic(detail, model, source) for detail in error.errors(include_url=False)]
    # A misspelt key is one finding, not a strange one and a missing one.
    misspelt = {(*d.path[:-1], d.arguments["suggestion"]) for d in found if d.code == "GP-S01"}
    return tuple(sorted((d for d in found if d.code != "GP-S18" or d.path not in misspelt), key=Diagnostic.sort_key))


def _diagnostic(detail: ErrorDetails, model: type[BaseModel], source: Source) -> Diagnostic:
    path: Path = tuple(str(step) for step in detail["loc"])
    context: Mapping[str, Any] = detail.get("ctx", {})
    kind = detail["type"]
    # Pydantic marks a finding on a mapping's key with one more step.
    at_key = kind != "extra_forbidden" and path[-1:] == ("[key]",)
    path = path[:-1] if at_key else path
    if path[-1:] == ("0",) and isinstance(source.node(path[:-1]), Scalar):
        # The only item of a list, written without its brackets.
        path = path[:-1]
    match kind:
        case "extra_forbidden":
            known = _keys_at(model, path[:-1])
            close = nearest(path[-1], known)
            span = source.key_span(path)
            if close:
                return Diagnostic("GP-S01", span, path, {"key": path[-1], "suggestion": close})
            return Diagnostic("GP-S02", span, path, {"key": path[-1], "known": ", ".join(known)})
        case "missing":
            return _missing(path, model, source)
        case "ghgplan":
            return _own(path, context, source, at_key=at_key)
        case "tuple_type" | "list_type":
            return _own(path, {"code": "GP-S05" if detail["input"] is None else "GP-S03", "expected": "list"}, source)
        case _:
            return Diagnostic("GP-S04", source.span(path), path, {"problem": str(detail["msg"])})


def _missing(path: Path, model: type[BaseModel], source: Source) -> Diagnostic:
    field = _field_at(model, path)
    zh, _, en = str(field.description if field else "").partition(" | ")
    arguments = {"key": path[-1], "zh": zh, "en": en}
    # The parent's own key says where the missing one belongs better than its first line does.
    return Diagnostic("GP-S18", source.key_span(path[:-1]), path, arguments)


def _own(path: Path, context: Mapping[str, Any], source: Source, *, at_key: bool = False) -> Diagnostic:
    code = str(context["code"])
    arguments = {name: str(value) for name, value in context.items() if name != "code"}
    span = source.key_span(path) if at_key or code == "GP-S05" else source.span(path)
    hint = None
    if code == "GP-S03":
        node = source.node(path)
        arguments["found"] = "list" if isinstance(node, Listing) else "text" if isinstance(node, Scalar) else "mapping"
        hint = _hint(arguments["expected"], node)
    if code == "GP-S06" and "allowed" in arguments:
        hint = "GP-S06.list"
    if code in _AT_A_KEY_BELOW:
        path = (*path, str(arguments["key"]))
        span = source.key_span(path)
    if code == "GP-U11":
        path = (*path[:-1], str(arguments["key"]))
        span = source.key_span(path)
    return Diagnostic(code, span, path, arguments, hint=hint)


_AT_A_KEY_BELOW = {"GP-S15", "GP-S19", "GP-Y20"}


def _hint(expected: str, node: Node | None) -> str | None:
    """The catalogue's hint for a value of the wrong shape: what was meant shows in how it begins."""
    text = node.text if isinstance(node, Scalar) and not node.quoted else ""
    if expected == "list":
        return "GP-S03.dash" if re.match(r"-\S|[－—–•·●]", text) else "GP-S03.list"
    if expected == "mapping":
        return "GP-S03.full-width-colon" if "：" in text else "GP-S03.colon" if ":" in text else "GP-S03.mapping"
    return None


def _keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    at = _model_at(model, path)
    return tuple(_written(name, field) for name, field in at.model_fields.items()) if at else ()


def _written(name: str, field: FieldInfo) -> str:
    return field.alias or name


def _field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    at = _model_at(model, path[:-1])
    if not at:
        return None
    return next((field for name, field in at.model_fields.items() if _written(name, field) == path[-1]), None)


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the mapping at ``path``: steps through named things and lists are free."""
    here: type[BaseModel] | None = model
    steps = iter(path)
    for step in steps:
        if here is None:
            return None
        field = next((field for name, field in here.model_fields.items() if _written(name, field) == step), None)
        if field is None:
            return None
        below, depth = _model_in(field.annotation)
        for _ in range(depth):
            if next(steps, None) is None:
                return None
        here = below
    return here


def _model_in(annotation: Any) -> tuple[type[BaseModel] | None, int]:
    """The model inside an annotation, and how many names or positions lead to it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, 0
    origin: Any = get_origin(annotation)
    through = 1 if isinstance(origin, type) and issubclass(origin, tuple | Mapping) else 0
    for argument in get_args(annotation):
        found, depth = _model_in(argument)
        if found:
            return found, depth + through
    return None, 0
