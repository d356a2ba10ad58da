"""Texts of a plan are data: whatever stands in one is refused at its line, or stands in the documents as it was typed.

Every text of a plan is filled at once, many times over; ``--texts N`` says how many texts are tried.
"""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from checks.sound_plans import TYPICAL, Raw, sound_plan, text
from completeness import every_line, lacking_in_markdown, lacking_in_word, read_word
from emit.markdown.test_write_markdown import TEMPLATE as MARKDOWN
from emit.word.samples import picture, template
from ghgplan.compute.report import compute
from ghgplan.diagnostics import Diagnostic, Path
from ghgplan.document.blocks import Document, Edition
from ghgplan.document.compose import compose
from ghgplan.emit.markdown import write_markdown
from ghgplan.emit.word import write_word
from ghgplan.plan.model.plan import Plan
from ghgplan.plan.parser import parse
from ghgplan.plan.picture_files import PictureFile
from ghgplan.plan.reader import read
from ghgplan.plan.text import Text
from ghgplan.plan.texts import texts
from open_xml import schema_errors

NASTY = (
    *("R&D <5 t", "]]>", "<w:t>", "</w:t></w:r></w:p>", "&amp;", "&#0;", "&foo; tail", '"', "'", "“”", "<!-- x -->", "<?xml?>", "C:\\x\\y"),
    *("{{ 7*7 }}", "{_{", "}_}", "{_%", "%_}", "{%p if x %}", "{%tr for %}", "{#", "#}", "{", "}", "{{", "}}", "%}", "{% raw %}"),
    *("𠮷", "\U0002a700", "\U0002b740", "\U0002b820", "\U0002ceb0", "\U00030000", "😀", "👩\u200d👩\u200d👧", "🇨🇳", "é", "e\u0301"),
    *(
        "שלום",
        "مرحبا ١٢٣",
        "a\u200bb",
        "\u00a0",
        "\u3000",
        "ﬁ",
        "①",
        "㎥",
        "℃",
        "—",
        "…",
        "$5 and $6",
        "$$",
        "100%",
        "=SUM(A1)",
        "@x",
        "#1",
    ),
    *("a\nb", "a\tb", "  ", "\\n", "|", "~~x~~", "`x`", "*x*", "_x_", "[x](y)", "1. x", "- x", "# x", "^", "javascript:alert(1)"),
)
LETTERS = ("a", "Z", "0", "中", "文", "。", "，", " ", "é", "я", "ひ", "한", "\U00020000", "-", ".", "(", "）")
# Characters that a prose text or a quote gives a meaning of its own.
SPEAKING = set("{}<>[]()*_`~#|\\!+-=.&\n\t^$@:/'\"")
NOT_TRIED = {("Member", "name")}
"""A member has a plan of its own; its name is tried with the group's documents."""
# Rows of a table take many texts and little time.
ROWS = 120


@pytest.fixture(scope="module")
def many(request: pytest.FixtureRequest) -> int:
    return request.config.getoption("--texts")


def random_text(chance: random.Random) -> str:
    pieces = [chance.choice(NASTY) if chance.random() < 0.4 else chance.choice(LETTERS) for _ in range(chance.randint(1, 6))]
    # A sign of its own: a text is recognised wherever it comes out.
    return f"{''.join(pieces)}{chance.randrange(10**9)}"


@cache
def _base() -> Raw:
    plan = sound_plan(TYPICAL)
    both = {"zh": "文字", "en": "Text"}
    plan["document"]["subtitle"] = both
    plan["tables"] = {"own": {"caption": both, "columns": [both, both], "rows": [[both, both]] * ROWS, "note": both}}
    plan["diagrams"] = {"steps": {"caption": both, "steps": [both, both]}}
    plan["diagrams"]["tree"] = {"caption": both, "top": "a", "boxes": {"a": {"text": both}, "b": {"text": both, "under": "a"}}}
    plan["accounting"]["overrides"] = {"fuel/mee/natural-gas": {"amount": "21.62 tCO2/万m3", "source": both}}
    plan["entities"]["plant"]["site"] = both
    plan["governance"] |= {"controls": both, "data quality": [{"topic": both, "checks": [{"check": both, "confirmed": "yes"}]}]}
    plan["governance"]["committee"][0]["duty"] = both
    plan["governance"]["disclosure"] = [{"of": ["plan"], "where": both}]
    for source in plan["inventory"]["plant"]["sources"].values():
        source |= {"evidence": both, "factor source": both}
    for carrier in plan["energy"]["plant"]["carriers"].values():
        carrier["uses"] = {"hall": {"name": both, "amount": dict(carrier["consumption"])}}
    plan["measures"]["burners"] |= {"category": both, "status": both, "benefit": both}
    plan["measures"]["burners"] |= {"mileage": {"name": both, "distance": "1000 km", "factor": "0.2 kgCO2e/km"}}
    plan["measures"]["burners"] |= {"capacity": [{"name": both, "capacity": "1 MW", "generation": "1000 MWh"}]}
    plan["pathways"]["process"]["name"] = both
    plan["accepted"] = [{"finding": "GP-P07", "because": both, "on": "2025-09-15"}]
    body = [
        {"table": "own"},
        {"chart": "diagram", "of": ["tree"]},
        {"note": both},
        {"text": both},
        {"chart": "diagram", "of": ["steps"], "caption": both},
    ]
    body.append({"picture": "plant.png", "caption": both, "alternative": both})
    body += [{"table": "measures", "caption": both}, {"chart": "pathway", "of": ["process"]}]
    below = {"title": both, "text": both}
    plan["outline"].append({"title": both, "text": both, "body": body, "sections": [below]})
    plan["outline"].append({"title": both, "text": both, "annex": "yes", "sections": [below]})
    return plan


def base_plan() -> Raw:
    return json.loads(text(_base()))


def places(plan: Raw) -> list[Path]:
    """The places of all texts of the plan."""
    parsed = parse(read(text(plan).encode(), "plan.yaml").value)
    return [path for path, _ in texts(parsed.value.plan)]


def filled(plan: Raw, at: Path, value: Any) -> None:
    node: Any = plan
    for step in at[:-1]:
        node = node[int(step)] if isinstance(node, list) else node[step]
    node[int(at[-1]) if isinstance(node, list) else at[-1]] = value


def documents(plan: Raw) -> tuple[list[Document], list[Diagnostic]]:
    """The editions of the plan, and the errors of whatever stage refuses it."""
    source = read(text(plan).encode(), "plan.yaml")
    if source.failed:
        return [], list(source.diagnostics)
    parsed = parse(source.value, pictures={"plant.png": PictureFile(picture(), "png")})
    if parsed.failed:
        return [], list(parsed.diagnostics)
    report = compute(parsed.value)
    assert report.value
    composed = [compose(report.value, edition) for edition in Edition]
    refused = [found for outcome in composed for found in outcome.diagnostics if found.severity == "error"]
    return [] if refused else [outcome.value for outcome in composed], refused


def test_any_text_is_refused_at_its_line_or_shown_as_typed(many: int, tmp_path):
    chance = random.Random(5)
    where = places(base_plan())
    assert len(where) > 60
    shown_at_all = printed(where)
    tried = refused = shown = 0
    while tried < many:
        plan = base_plan()
        given = {path: {"zh": random_text(chance), "en": random_text(chance)} for path in where}
        for path, value in given.items():
            filled(plan, path, value)
        tried += 2 * len(where)
        for _ in range(4):
            made, errors = documents(plan)
            if not errors:
                break
            for path in {owner(error.path, given) for error in errors}:
                assert SPEAKING & {character for typed in given[path].values() for character in typed}, given[path]
                refused += 1
                given[path] = {"zh": "文字", "en": "Text"}
                filled(plan, path, given[path])
        assert made, errors
        shown += checked(made, given, shown_at_all, tmp_path)
    assert shown > many / 4, (tried, refused, shown)
    assert schema_errors(sorted(tmp_path.glob("*.docx"))[:3]) == {}


def owner(path: Path, given: dict[Path, Any]) -> Path:
    """Which of the texts a finding is about."""
    found = [place for place in given if path[: len(place)] == place]
    assert found, path
    return found[0]


def printed(where: list[Path]) -> set[Path]:
    """The texts that the documents show somewhere, by a mark in each."""
    plan = base_plan()
    marks = {path: f"mark{number}x" for number, path in enumerate(where)}
    for path, mark in marks.items():
        filled(plan, path, {"zh": f"文{mark}", "en": mark})
    made, errors = documents(plan)
    assert not errors
    said = "\n".join(line.text for document in made for line in every_line(document))
    return {path for path, mark in marks.items() if mark in said}


def checked(made: list[Document], given: dict[Path, Any], shown_at_all: set[Path], folder) -> int:
    """Holds the documents against what was typed, and the files against the documents; how many texts were found as typed."""
    found = 0
    for document in made:
        said = "\n".join(line.text for line in every_line(document))
        word = write_word(document, {figure.file: picture() for figure in document.figures()}, template())
        assert lacking_in_word(document, word) == []
        assert lacking_in_markdown(document, write_markdown(document, MARKDOWN)) == []
        read_back = read_word(word)
        lines = "\n".join([*read_back.front, *read_back.body])
        (folder / f"{document.edition}{random.randrange(10**9)}.docx").write_bytes(word)
        for path in shown_at_all:
            for language in document.edition.languages:
                typed = given[path][language].strip()
                if prose(path) and SPEAKING & set(typed):
                    continue
                # The reader composes letters and their marks.
                typed = unicodedata.normalize("NFC", typed)
                assert typed in said, (path, typed)
                found += 1
                assert typed in lines or path[0] in CHARTED, (path, typed)
    return found


CHARTED = ("diagrams", "pathways", "entities")
"""What may stand in a picture alone."""


def prose(path: Path) -> bool:
    """Whether the text is read as Markdown, in which signs have a meaning."""
    return path[0] in ("outline", "targets")


def text_fields(model: type[BaseModel], seen: set[type]) -> set[tuple[str, str]]:
    """The texts that a plan can hold, found by walking its model: chapter and key."""
    if model in seen:
        return set()
    seen.add(model)
    found: set[tuple[str, str]] = set()
    for name, field in model.model_fields.items():
        for kind in _types(field.annotation):
            if kind is Text:
                found.add((model.__name__, field.alias or name))
            elif isinstance(kind, type) and issubclass(kind, BaseModel):
                found |= text_fields(kind, seen)
    return found


def _types(annotation: Any) -> set[Any]:
    inside = get_args(annotation)
    return {kind for part in inside for kind in _types(part)} if inside else {annotation}


def filled_fields(value: Any) -> set[tuple[str, str]]:
    """The texts that a plan holds."""
    if isinstance(value, BaseModel) and not isinstance(value, Text):
        own = {name: getattr(value, name) for name in type(value).model_fields}
        here = {(type(value).__name__, type(value).model_fields[name].alias or name) for name, found in own.items() if _holds_text(found)}
        return here.union(*(filled_fields(found) for found in own.values()))
    if isinstance(value, Mapping):
        return set[tuple[str, str]]().union(*(filled_fields(below) for below in value.values()))
    if isinstance(value, tuple):
        return set[tuple[str, str]]().union(*(filled_fields(below) for below in value))
    return set()


def _holds_text(value: Any) -> bool:
    return isinstance(value, Text) or (isinstance(value, tuple) and any(_holds_text(below) for below in value))


def test_every_text_that_a_plan_can_hold_is_tried():
    plan = parse(read(text(base_plan()).encode(), "plan.yaml").value).value.plan
    assert text_fields(Plan, set()) - filled_fields(plan) == NOT_TRIED
