"""What one sentence says the company does not do, and another that it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.wording.prose import Prose, prose
from ghgplan.compute.report import Report

_SENTENCE = re.compile(r"[。；！？;!?\n]")
_DENIED = re.compile(r"(?:不从事|没有从事|不进行|没有进行|不设置?)([^，。；：]{2,60})")
_BETWEEN = re.compile("[、/]|以及|和|及|或|与")
_TAIL = re.compile("(?:等.*|生产活动|活动|工序|工艺|作业|加工|的生产|生产)$")
_NOT = re.compile("不|无|未|没有|禁止|外协|委外|委托|外购|供应商|客户|将|计划|拟|避免|防止")
_SHORTEST, _LONGEST = 2, 6


def denied_and_said(report: Report) -> Iterator[Finding]:
    """A process that the text says is not carried out, and speaks of elsewhere. One finding for each."""
    sentences = [(each, sentence) for each in prose(report) if each.language == "zh" for sentence in _SENTENCE.split(each.words)]
    for denying, sentence in sentences:
        match = _DENIED.search(sentence)
        for word in _words(match[1]) if match else ():
            contrary = _contrary(word, sentence, sentences)
            if contrary:
                arguments = {"word": word, "denied": match[0][:24] if match else ""}
                yield Finding(contrary.path, arguments, (place(report.file, *denying.path),), fragment=word)


def _words(listed: str) -> Iterator[str]:
    for part in _BETWEEN.split(listed):
        word = _TAIL.sub("", part.strip())
        if _SHORTEST <= len(word) <= _LONGEST:
            yield word


def _contrary(word: str, denying: str, sentences: list[tuple[Prose, str]]) -> Prose | None:
    for each, sentence in sentences:
        if sentence != denying and word in sentence and not _NOT.search(sentence):
            return each
    return None
