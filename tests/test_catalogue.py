"""Both languages say the same things, the code says nothing that they lack, and they hold nothing that nobody says."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import ghgplan
from ghgplan import diagnostics
from ghgplan.catalogue import DOMAINS, LANGUAGES, Domain, Language, catalogue
from ghgplan.checks.registry import RULES
from ghgplan.diagnostics import messages_of
from ghgplan.plan.units import KINDS

SOURCES = sorted(Path(ghgplan.__file__).parent.rglob("*.py"))
CODE = re.compile(r"GP-[A-Z][0-9]{2}(\.[a-z-]+)?")
# The room whose code speaks the messages of each domain in whole.
SPEAKERS: dict[Domain, tuple[str, ...]] = {"document": ("document",), "terminal": ("cli", "project")}


def po_text(domain: Domain, language: Language) -> str:
    return (files("ghgplan") / "locale" / language / f"{domain}.po").read_text(encoding="utf-8")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def written() -> tuple[frozenset[str], frozenset[str]]:
    """The string constants of the code, and the beginnings of its f-strings."""
    constants: set[str] = set()
    beginnings: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text)):
                    constants.add(text)
                case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]) if text.endswith((".", "-", " ")):
                    beginnings.add(text)
                case _:
                    pass
    return frozenset(constants), frozenset(beginnings)


def asked_for(domain: Domain) -> set[str]:
    """The ids that the code names in whole."""
    if domain not in SPEAKERS:
        return {text for text in written()[0] if CODE.fullmatch(text) and messages_of(text, "zh") is catalogue(domain, "zh")}
    asked: set[str] = set()
    for path in SOURCES:
        if path.relative_to(Path(ghgplan.__file__).parent).parts[0] not in SPEAKERS[domain]:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="label"), args=[ast.Constant(value=str(name)), *_]) if domain == "document":
                    asked.add(name)
                case ast.Call(func=ast.Attribute(attr="text"), args=[ast.Constant(value=str(name)), *_]) if domain == "terminal":
                    asked.add(name)
                case _:
                    pass
    return asked


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_there_once_and_finished(domain: Domain, language: Language) -> None:
    text = po_text(domain, language)
    ids = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert len(ids) == len(set(ids)), {name for name in ids if ids.count(name) > 1}
    entries = [entry for entry in read_po(text.splitlines(keepends=True), locale=language) if entry.id]
    assert {entry.id for entry in entries} == set(ids)
    assert [entry.id for entry in entries if entry.fuzzy] == []
    assert [entry.id for entry in entries if not str(entry.string).strip()] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_have_the_same_messages_with_the_same_placeholders(domain: Domain) -> None:
    chinese, english = catalogue(domain, "zh").messages, catalogue(domain, "en").messages
    assert chinese.keys() == english.keys()
    # A name of a thing stands beside the thing's own word: a sentence takes whichever reads well in its language.
    differing = {
        name
        for name in chinese
        if {p.removesuffix("_name") for p in placeholders(chinese[name])} != {p.removesuffix("_name") for p in placeholders(english[name])}
    }
    assert differing - {"GP-S18"} == set()


def test_a_missing_key_is_described_in_the_reader_s_language() -> None:
    assert placeholders(catalogue("diagnostics", "zh").messages["GP-S18"]) == {"key", "zh"}
    assert placeholders(catalogue("diagnostics", "en").messages["GP-S18"]) == {"key", "en"}


def test_every_rule_has_a_name_a_reason_and_a_way_out() -> None:
    wanted = {f"{code}.{part}" for code in (*RULES, "GP-X01") for part in ("title", "why", "hint")}
    assert {name for name in wanted if name not in messages_of(name[:6], "zh")} == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_code_asks_for_nothing_that_is_not_there(domain: Domain) -> None:
    assert asked_for(domain)
    assert asked_for(domain) - catalogue(domain, "zh").messages.keys() == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_is_there_that_no_code_asks_for(domain: Domain) -> None:
    constants, beginnings = written()

    def is_word(text: str) -> bool:
        return text in constants or any(start.endswith(" ") and text.removeprefix(start).isdigit() for start in beginnings)

    def is_used(name: str) -> bool:
        if name in constants:
            return True
        if domain not in SPEAKERS and name.endswith((".hint", ".why", ".title")):
            return name.rpartition(".")[0] in constants
        # f"column.{name}" is used by column.entity where "entity" is a word of the code.
        return any(name.startswith(start) and is_word(name.removeprefix(start)) for start in (*beginnings, *_NAMED_BY_ARGUMENT))

    assert {name for name in catalogue(domain, "zh").messages if not is_used(name)} == set()


_NAMED_BY_ARGUMENT = tuple(f"{prefix}." for prefix in diagnostics._NAMED_ARGUMENTS.values())
"""Messages that a finding's arguments ask for, see ghgplan.diagnostics."""


def test_what_findings_expect_has_a_name_in_both_languages() -> None:
    expected = {"mapping", "list", "text"}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="problem"), keywords=keywords):
                    expected |= {k.value.value for k in keywords if k.arg == "expected" and isinstance(k.value, ast.Constant)}
                case ast.Call(func=ast.Name(id="text_of"), args=[_, ast.Constant(value=str(name))]):
                    expected.add(name)
                case _:
                    pass
    names = {f"name.{name}" for name in expected} | {f"kind.{name}" for name in KINDS}
    assert names - catalogue("diagnostics", "zh").messages.keys() == set()


def test_an_unknown_message_is_a_bug_and_raises() -> None:
    with pytest.raises(KeyError):
        catalogue("terminal", "zh").text("no such message")
    with pytest.raises(KeyError):
        catalogue("diagnostics", "zh").text("GP-Y01")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_babel_reads_the_same_messages(domain: Domain, language: Language) -> None:
    with (files("ghgplan") / "locale" / language / f"{domain}.po").open("rb") as stream:
        read = {str(entry.id): str(entry.string) for entry in read_po(stream, locale=language) if entry.id and entry.string}
    assert catalogue(domain, language).messages == read
    assert list(catalogue(domain, language).messages) == list(read)
