"""Words for documents that tests make, in the languages of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ghgplan.document.blocks import Edition, Line, Run, Words

LABELS = {
    "contents": ("目录", "Contents"),
    "document control": ("文件控制", "Document control"),
    "revision history": ("修订记录", "Revision history"),
    "role": ("事项", "Step"),
    "name": ("岗位或部门", "Position or department"),
    "date": ("日期", "Date"),
    "signature": ("签字", "Signature"),
    "version": ("版本", "Version"),
    "change": ("修订内容", "Change"),
}


@dataclass(frozen=True)
class Writer:
    """Makes the words of one edition from texts in both languages."""

    edition: Edition

    def __call__(self, zh: str | tuple[Run, ...], en: str | tuple[Run, ...]) -> Words:
        texts = {"zh": zh, "en": en}
        return tuple(Line(language, _runs(texts[language])) for language in self.edition.languages)

    def labels(self) -> Mapping[str, Words]:
        return {name: self(*texts) for name, texts in LABELS.items()}


def figure_text(text: str) -> Words:
    return (Line(None, (Run(text),)),)


def _runs(text: str | tuple[Run, ...]) -> tuple[Run, ...]:
    return (Run(text),) if isinstance(text, str) else text
