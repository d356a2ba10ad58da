"""What kind of value a key takes, in the words of the page on the plan language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ghgplan.plan import scalars
from ghgplan.plan.quantities import Quantity
from ghgplan.plan.scalars import OneOf
from ghgplan.plan.text import Text

_KINDS: tuple[tuple[Any, str], ...] = (
    (scalars.Number, "数 number: `0.82`"),
    (scalars.AnyQuantity, "量（带单位）quantity with its unit"),
    (scalars.Mass, "量 quantity: `7880 t`"),
    (scalars.Emissions, "量 quantity: `6456 tCO2e`"),
    (scalars.CoalEquivalent, "量 quantity: `120 tce`"),
    (scalars.Share, "量 quantity: `9.8 %`"),
    (scalars.Power, "量 quantity: `3.2 MW`"),
    (scalars.Energy, "量 quantity: `350 万kWh`"),
    (scalars.Money, "量 quantity: `120 万元`"),
    (scalars.Year, "年份 year: `2025`"),
    (scalars.IsoDate, "日期 date: `2025-09-15`"),
    (scalars.Month, "年月 month: `2023-09`"),
    (scalars.YesNo, "是否 `yes`, `no`"),
    (scalars.Code, "短文字 short text"),
    (scalars.Name, "名称 name"),
    (scalars.Reference, "名称 name"),
    (scalars.UnitName, "单位 unit: `tCO2e/t`"),
)


def _marker(kind: Any) -> Any:
    return kind.__metadata__[0]


_MARKERS: tuple[tuple[Any, str], ...] = tuple((_marker(kind), words) for kind, words in _KINDS)
_YEAR = _marker(scalars.Year)
_PLAIN: Mapping[Any, str] = {str: "短文字 short text", Quantity: "量（带单位）quantity with its unit"}


def value_kind(field: FieldInfo) -> str:
    """The kinds that the field takes, an example of each, or the words to choose from, in Markdown."""
    return "；".join(dict.fromkeys(_kinds(field.annotation, tuple(field.metadata))))


def _kinds(annotation: Any, metadata: tuple[Any, ...]) -> list[str]:
    marked = [words for marker, words in _MARKERS if any(marker is each for each in metadata)]
    listed = [_words(each) for each in metadata if isinstance(each, OneOf)]
    if marked or listed:
        return marked + listed
    further: tuple[Any, ...] = tuple(getattr(annotation, "__metadata__", ()))
    if further:
        return _kinds(annotation.__origin__, further)
    if isinstance(annotation, TypeVar) or annotation in (type(None), Ellipsis):
        return []
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return ["文字 text"] if annotation is Text else ["键值 keys and values"]
    origin: Any = get_origin(annotation)
    below = [kind for argument in _values(origin, get_args(annotation)) for kind in _kinds(argument, ())]
    if origin is tuple:
        return [f"列表 list: {kind}" for kind in below]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        by_year = any(marker is _YEAR for marker in getattr(get_args(annotation)[0], "__metadata__", ()))
        return [f"{'逐年 by year' if by_year else '按名称 by name'}: {kind}" for kind in below]
    return below or ([_PLAIN[annotation]] if annotation in _PLAIN else [])


def _values(origin: Any, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    return arguments[1:] if isinstance(origin, type) and issubclass(origin, Mapping) else arguments


def _words(choice: OneOf) -> str:
    return "、".join(f"`{word}`" if word == chinese else f"`{word}` {chinese}" for word, chinese in choice.spellings.items())
