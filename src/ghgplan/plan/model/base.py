"""What all chapters of a plan share: frozen, strict about keys, described in both languages."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ghgplan.plan.scalars import problem


def _as_written(field: str) -> str:
    """Keys are written as words: the field ``base_year`` is the key ``base year``."""
    return field.replace("_", " ")


class Chapter(BaseModel):
    """A mapping of a plan whose keys are known."""

    # Built when first used: of all chapters only the plan as a whole is, and it builds the others into itself.
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_as_written, validate_default=False, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _is_mapping(cls, value: object) -> object:
        if value is None:
            raise problem("GP-S05", expected="mapping")
        if not isinstance(value, dict):
            raise problem("GP-S03", expected="mapping")
        return value  # pyright: ignore[reportUnknownVariableType]


def key(zh: str, en: str, default: Any = ..., *, written: str | None = None) -> Any:
    """A key of a chapter, described in Chinese and English.

    ``written`` is the key as plans write it, where it is not the field's words. Keys
    without a default must be given.
    """
    return Field(default, alias=written, description=f"{zh} | {en}")
