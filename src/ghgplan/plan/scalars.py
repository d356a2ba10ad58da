"""The types of single values in a plan: each takes the text as typed and says what is wrong with it.

Numbers keep the digits they were written with (``1.00`` is not ``1``): a published
figure is printed to the precision its author gave it.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ghgplan.diagnostics import nearest
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.quantities import EXAMPLES, Quantity, parse_number, parse_quantity, problem, text_of
from ghgplan.plan.units import Unit, UnknownUnitError, parse_unit
from ghgplan.values import frozen

LONGEST_TEXT = 100_000
"""Characters. libxml2 cuts a text node off at ten million bytes, in silence."""


def parse_year(value: object) -> int:
    """A calendar year from 1990, the first year of national inventories, to 2100."""
    text = text_of(value, "year")
    if re.fullmatch("[0-9]{4}", text) and 1990 <= int(text) <= 2100:
        return int(text)
    raise problem("GP-S08", text=text[:40])


_OTHER_DATE = re.compile(r"([0-9]{4})(?:\s*[-年/.]\s*|(?=[0-9]{4}$))([0-9]{1,2})(?:\s*[-月/.]\s*|(?=[0-9]{2}$))([0-9]{1,2})\s*日?")


def parse_date(value: object) -> datetime.date:
    """``2025-09-15``, and nothing else."""
    text = text_of(value, "date")
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise problem("GP-S10", text=text) from None
    other = _OTHER_DATE.fullmatch(unicodedata.normalize("NFKC", text).strip(" “”‘’"))
    if other:
        year, month, day = (int(part) for part in other.groups())
        try:
            instead = datetime.date(year, month, day).isoformat()
        except ValueError:
            raise problem("GP-S10", text=text[:40]) from None
        raise problem("GP-S11", text=text, instead=instead)
    raise problem("GP-S10", text=text[:40])


def parse_month(value: object) -> datetime.date:
    """``2023-09``: the month's first day."""
    text = text_of(value, "month")
    if re.fullmatch("[12][0-9]{3}-(0[1-9]|1[0-2])", text):
        return datetime.date(int(text[:4]), int(text[5:]), 1)
    other = re.fullmatch(r"([12][0-9]{3})\s*[-年/.]\s*(0?[1-9]|1[0-2])\s*月?", unicodedata.normalize("NFKC", text).strip())
    if other:
        raise problem("GP-S11", text=text, instead=f"{other.group(1)}-{int(other.group(2)):02}")
    raise problem("GP-S12", text=text[:40])


_YES = {"yes", "true", "on", "y", "是"}
_NO = {"no", "false", "off", "n", "否"}


def parse_yes_no(value: object) -> bool:
    """Yes or no, in either language; decided here and never by YAML."""
    text = text_of(value, "yes or no")
    if text.strip().lower() in _YES | _NO:
        return text.strip().lower() in _YES
    raise problem("GP-S09", text=text[:40])


def parse_code(value: object) -> str:
    """A short text in no language: a document number, a version, a tool's name. Kept as typed."""
    text = text_of(value, "text").strip()
    if not text or len(text) > 200 or "\n" in text:
        raise problem("GP-S13", limit="200")
    return text


_NAME = re.compile(r"[^\W_][\w +\-&()（）]*")


def parse_name(value: object) -> str:
    """A name given to an entity, a pathway, a measure...: other chapters refer to it."""
    text = text_of(value, "name")
    if _NAME.fullmatch(text) and len(text) <= 60 and text == text.strip():
        return text
    raise problem("GP-S14", text=text[:60])


def parse_reference(value: object) -> str:
    """The name of something, with its member's name before it where it is in a member's plan: ``north.process``."""
    return ".".join(parse_name(part) for part in text_of(value, "name").split("."))


def _schema(pattern: str, *examples: str, also_number: bool = False) -> WithJsonSchema:
    # Editors read plain YAML scalars as numbers and booleans; what they may be is said here.
    text: dict[str, Any] = {"type": "string", "pattern": pattern, "examples": list(examples)}
    return WithJsonSchema({"anyOf": [text, {"type": "number"}]} if also_number else text)


_QUANTITY_PATTERN = r"^\s*[+-]?[0-9]+(\.[0-9]+)?\s*[^0-9\s].*$"


def _quantity_type(kind: str | None) -> tuple[Any, ...]:
    return (
        BeforeValidator(lambda value: parse_quantity(value, kind)),
        _schema(_QUANTITY_PATTERN, EXAMPLES.get(kind or "", "7880 t")),
    )


def _bare_number(value: object) -> Decimal:
    text = text_of(value, "number")
    try:
        quantity = parse_quantity(text)
    except PydanticCustomError:
        return parse_number(text)
    raise problem("GP-U10", text=text.strip(), unit=quantity.unit.symbol)


Number = Annotated[Decimal, BeforeValidator(_bare_number), _schema(r"^[+-]?[0-9]+(\.[0-9]+)?$", "0.82", also_number=True)]
AnyQuantity = Annotated[Quantity, *_quantity_type(None)]
Mass = Annotated[Quantity, *_quantity_type("mass")]
Emissions = Annotated[Quantity, *_quantity_type("emissions")]
CoalEquivalent = Annotated[Quantity, *_quantity_type("coal equivalent")]
Share = Annotated[Quantity, *_quantity_type("share")]
Power = Annotated[Quantity, *_quantity_type("power")]
Energy = Annotated[Quantity, *_quantity_type("energy")]
Money = Annotated[Quantity, *_quantity_type("money")]
Time = Annotated[Quantity, BeforeValidator(lambda value: parse_quantity(value, "time")), _schema(_QUANTITY_PATTERN, "1050 h", "10 年")]
Year = Annotated[int, BeforeValidator(parse_year), WithJsonSchema({"type": "integer", "minimum": 1990, "maximum": 2100})]
IsoDate = Annotated[
    datetime.date, BeforeValidator(parse_date), WithJsonSchema({"type": "string", "format": "date", "examples": ["2025-09-15"]})
]
Month = Annotated[datetime.date, BeforeValidator(parse_month), _schema(r"^[0-9]{4}-(0[1-9]|1[0-2])$", "2023-09")]
YesNo = Annotated[bool, BeforeValidator(parse_yes_no), WithJsonSchema({"enum": ["yes", "no", "是", "否", True, False]})]
Code = Annotated[str, BeforeValidator(parse_code), WithJsonSchema({"anyOf": [{"type": "string", "maxLength": 200}, {"type": "number"}]})]
Name = Annotated[str, BeforeValidator(parse_name)]
Reference = Annotated[str, BeforeValidator(parse_reference)]


def _parse_unit(value: object) -> Unit:
    text = text_of(value, "unit")
    try:
        return parse_unit(text)
    except UnknownUnitError as unknown:
        if unknown.suggestion:
            raise problem("GP-U04", unit=unknown.part, suggestion=unknown.suggestion) from None
        raise problem("GP-U05", unit=unknown.part, example="tCO2e/t") from None


UnitName = Annotated[Unit, BeforeValidator(_parse_unit), WithJsonSchema({"type": "string", "examples": ["tCO2e/t"]})]

K = TypeVar("K")
V = TypeVar("V")


def _freeze(value: Mapping[Any, Any]) -> Frozen[Any, Any]:
    return Frozen(value)


def _no_null(value: object) -> dict[str, object]:
    if value is None:
        raise problem("GP-S05", expected="mapping")
    if not isinstance(value, dict):
        raise problem("GP-S03", expected="mapping")
    return value  # pyright: ignore[reportUnknownVariableType]


Names = Annotated[Mapping[Name, V], BeforeValidator(_no_null), AfterValidator(_freeze), PlainSerializer(dict)]
"""Things by the name that other chapters call them by, in the plan's order."""

Entries = Annotated[Mapping[Code, V], BeforeValidator(_no_null), AfterValidator(_freeze), PlainSerializer(dict)]
"""Things by the id of an entry of the library, like ``fuel/mee/diesel``."""


class _OneOrMore:
    """Marks a list that may be written as its only item."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    @staticmethod
    def _listed(value: object) -> object:
        return value if isinstance(value, list | tuple) else [value]  # pyright: ignore[reportUnknownVariableType]

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


OneOrMore = Annotated[tuple[V, ...], _OneOrMore()]
"""A list; a single item may stand without its brackets."""


@frozen
class _CutNumber:
    """What is left of ``{2030: 0,64}``: YAML takes the digits behind the comma for a key."""

    key: str


def _with_cut_numbers(value: object) -> object:
    """The mapping with each number that a comma has cut marked as such, so that its neighbours are read all the same."""
    whole: dict[str, object] = {}
    last: str | None = None
    for key, below in _no_null(value).items():
        if last is not None and below is None and _is_cut_off(key):
            whole[last] = whole[last] if isinstance(whole[last], _CutNumber) else _CutNumber(key)
            continue
        whole[key], last = below, key
    return whole


def _is_cut_off(key: str) -> bool:
    year = re.fullmatch("[0-9]{4}", key)
    return re.match("[0-9]", key) is not None and not (year and 1990 <= int(key) <= 2100)


def _not_cut(value: object) -> object:
    if isinstance(value, _CutNumber):
        raise problem("GP-U11", key=value.key)
    return value


Yearly = Annotated[
    Mapping[Year, Annotated[V, BeforeValidator(_not_cut)]],
    BeforeValidator(_with_cut_numbers),
    AfterValidator(_freeze),
    PlainSerializer(dict),
]
"""One value a year."""


MOST_WORDS_LISTED = 12
"""Beside a likely word; where nothing is near, all are listed."""

_CHINESE_DIGITS = str.maketrans("一二三四五六", "123456")


@dataclass(frozen=True, eq=False, slots=True)
class OneOf:
    """Marks a text as a word out of a list; each may also be written in Chinese (the mapping's values)."""

    spellings: Mapping[str, str]

    def parse(self, value: object) -> str:
        """The word that ``value`` spells. Raises PydanticCustomError with the nearest one."""
        text = text_of(value, "word")
        known = self._known()
        if text in known:
            return known[text]
        several = [part.strip() for part in re.split("[、，,；;]", text.strip("［］"))]
        if len(several) > 1 and all(part in known for part in several):
            raise problem("GP-S20", text=text[:60], instead=f"[{', '.join(several)}]")
        allowed = ", ".join(f"{word} ({chinese})" for word, chinese in self.spellings.items())
        numbered = text.translate(_CHINESE_DIGITS)
        close = numbered if numbered in known else nearest(text, known)
        # 燃烧 is part of several words: to suggest one of them would be a guess.
        if close and sum(text in word for word in known) < 2:
            listed = {"allowed": allowed} if len(self.spellings) <= MOST_WORDS_LISTED else {}
            raise problem("GP-S06", text=text[:60], suggestion=close, **listed)
        raise problem("GP-S07", text=text[:60], allowed=allowed)

    def _known(self) -> dict[str, str]:
        return {**{word: word for word in self.spellings}, **{chinese: word for word, chinese in self.spellings.items()}}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.parse, handler(source))

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"enum": list(self._known())}
