"""Text in one language or in both."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from ghgplan.catalogue import Language
from ghgplan.plan.scalars import LONGEST_TEXT, problem

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


class Text(BaseModel):
    """A text: a plain string, or ``{zh: ..., en: ...}``.

    A plain string without Chinese characters (a number, a name, a code) stands in
    every language; one with Chinese characters is Chinese and leaves English missing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str | None = None
    en: str | None = None
    plain: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_source(cls, value: object) -> object:
        if isinstance(value, Text):
            return value
        if value is None:
            raise problem("GP-S05", expected="text")
        if isinstance(value, list):
            raise problem("GP-S03", expected="text")
        if isinstance(value, str):
            _check_length(value)
            if not value.strip():
                raise problem("GP-S05", expected="text")
            text = value.strip("\n")
            return {"zh": text, "en": None if _HAN.search(text) else text, "plain": True}
        given: dict[str, Any] = dict(value)  # type: ignore[call-overload]
        if not given:
            raise problem("GP-S05", expected="text")
        for language, text in given.items():
            if language not in ("zh", "en"):
                if text is None and "：" in language:
                    raise problem("GP-Y20", key=language)
                # {en: Example Co., Ltd.}: the comma has cut the text in two.
                raise problem("GP-S19" if text is None else "GP-S15", key=str(language))
            if text is None:
                raise problem("GP-S05", expected="text")
            if not isinstance(text, str):
                raise problem("GP-S03", expected="text")
            _check_length(text)
        return {language: text.strip("\n") for language, text in given.items()}

    def wording(self, language: Language) -> str | None:
        """The text in ``language``, None where the plan leaves it out."""
        return self.zh if language == "zh" else self.en

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        part = {"type": "string"}
        both = {
            "type": "object",
            "properties": {"zh": {**part, "description": "中文 | Chinese"}, "en": {**part, "description": "英文 | English"}},
            "additionalProperties": False,
        }
        return {"anyOf": [part, {"type": "number"}, both]}


def _check_length(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise problem("GP-S16", limit=str(LONGEST_TEXT))
