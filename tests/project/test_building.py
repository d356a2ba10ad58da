"""From plans on disk to files on disk; the rooms below stand in with small fakes."""

import errno
import gc
import json
import os
import weakref
from dataclasses import dataclass

import jinja2
import pytest

from ghgplan.diagnostics import Diagnostic, Outcome, Severity, Span
from ghgplan.document.blocks import Edition
from ghgplan.project import building, compilation, garbage, word_templates, writing
from ghgplan.project import files as files_module
from ghgplan.project.addresses import find
from ghgplan.project.all_plans import build_plans
from ghgplan.project.compilation import Stage
from ghgplan.project.hands import OWN
from ghgplan.project.manifest import MANIFEST
from ghgplan.project.request import USUAL, Format, Request
from ghgplan.project.templates import Templates
from ghgplan.project.work import Work


@dataclass(frozen=True)
class FakeDocument:
    title: str
    edition: Edition


class FakePictures:
    """One picture for each edition, named by the plan's title."""

    def __init__(self, label, draw, stored=None):
        self.draw = draw

    def ask(self, documents):
        return ()

    def of(self, document):
        return {f"{document.title}.{document.edition}.png": document.title.encode() if self.draw else b"blank"}


@pytest.fixture(autouse=True)
def _fakes(monkeypatch):
    monkeypatch.setattr(building, "load_templates", lambda project: Templates(b"template", "template"))
    monkeypatch.setattr(word_templates, "_checked", lambda content, label: ())
    monkeypatch.setattr(compilation, "compute", lambda plan_file: Outcome(plan_file.plan.document.title.en))
    monkeypatch.setattr(compilation, "check", lambda title, found: found)
    monkeypatch.setattr(compilation, "compose", lambda title, edition, failures, accepted: Outcome(FakeDocument(title, edition)))
    monkeypatch.setattr(compilation, "Pictures", FakePictures)
    monkeypatch.setattr(files_module, "write_word", lambda document, pictures, template: f"Word: {document.title}".encode())
    monkeypatch.setattr(files_module, "write_markdown", lambda document, template: f"# {document.title}\n")
    monkeypatch.setattr(writing, "PAUSE", 0)


@pytest.fixture
def three(write_plan, tmp_path):
    for name in ("a", "b", "c"):
        write_plan(f"plans/{name}/plan.yaml")
    return tmp_path


EVERYTHING = Request()


def built(project, *names, request=EVERYTHING, out="out"):
    work = Work(request, project / out if out else None)
    return list(build_plans(find(names, project).plans, work, lambda _: None))


def files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name != ".ghgplan.lock"}


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


ONE_PLAN = {f"a.{edition}.{kind}" for edition in Edition for kind in USUAL} | {
    f"charts/Reduction plan.{edition}.png" for edition in Edition
}


def test_every_edition_in_every_format_with_its_pictures(three):
    (result,) = built(three, "a")
    assert set(result.outputs) == ONE_PLAN
    assert files(three / "out") == {f"a/{name}" for name in ONE_PLAN | {MANIFEST}}


def test_two_builds_in_two_folders_give_the_same_bytes(three):
    built(three, out="one")
    built(three, out="two")
    assert contents(three / "one") == contents(three / "two")


def test_the_manifest_names_every_output(three):
    built(three, "a")
    assert json.loads((three / "out/a" / MANIFEST).read_bytes())["outputs"].keys() == ONE_PLAN


def test_only_what_is_asked_for(three):
    built(three, "a", request=Request((Edition.ENGLISH,), (Format.MARKDOWN,)))
    assert files(three / "out/a") == {"a.en.md", "charts/Reduction plan.en.png", MANIFEST}


def test_a_plan_builds_none_but_its_own_editions(three, write_plan):
    path = three / "plans/a/plan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("outline:", "  languages: [zh]\noutline:"), encoding="utf-8")
    (result,) = built(three, "a")
    assert {name for name in result.outputs if not name.startswith("charts/")} == {"a.zh.docx", "a.zh.md"}
    (result,) = built(three, "a", request=Request((Edition.ENGLISH,)))
    assert [(d.code, d.severity) for d in result.diagnostics] == [("GP-F12", Severity.WARNING)]
    assert "a.zh.docx" in files(three / "out/a")


def test_one_broken_plan_among_three_spoils_nothing(three, write_plan):
    built(three)
    before = contents(three / "out/b")
    write_plan("plans/b/plan.yaml", "compnay: x\n")
    write_plan("plans/c/plan.yaml", "tables: {}\n")
    results = built(three)
    assert [result.failed for result in results] == [False, True, False]
    assert [d.code for d in results[1].diagnostics] == ["GP-S01"]
    assert contents(three / "out/b") == before


def test_a_plan_that_never_compiled_leaves_no_folder(three, write_plan):
    write_plan("plans/b/plan.yaml", "compnay: x\n")
    built(three)
    assert sorted(path.name for path in (three / "out").iterdir() if path.is_dir()) == ["a", "c"]


@pytest.mark.parametrize("stage", ["compute", "compose", "write_word", "write_markdown"])
def test_a_bug_in_one_plan_does_not_stop_the_others(three, monkeypatch, stage):
    module = files_module if stage.startswith("write") else compilation
    original = getattr(module, stage)
    calls = 0

    def fail_once(*arguments):
        nonlocal calls
        calls += 1
        if calls == 1:
            raise ZeroDivisionError("a bug")
        return original(*arguments)

    monkeypatch.setattr(module, stage, fail_once)
    results = built(three)
    assert [result.bug and str(result.bug) for result in results] == ["ZeroDivisionError: a bug", None, None]
    assert results[0].bug
    assert "fail_once" in results[0].bug.trace
    assert not (three / "out/a").exists()


def test_a_plan_for_which_memory_is_short_does_not_stop_the_others(three, monkeypatch):
    def lack(*_):
        monkeypatch.undo()
        raise MemoryError

    monkeypatch.setattr(compilation, "check", lack)
    first, *_ = build_plans(find(["a"], three).plans, Work(Request(), three / "out"), lambda _: None)
    assert (first.bug, first.trouble and first.trouble.name) == (None, "trouble.no-memory")


def test_a_warning_is_told_and_the_plan_is_built(three, monkeypatch):
    warning = Diagnostic("GP-S04", Span("plans/a/plan.yaml", 1, 1), severity=Severity.WARNING, arguments={"problem": "x"})
    monkeypatch.setattr(compilation, "compute", lambda plan_file: Outcome("T", (warning,)))
    (result,) = built(three, "a")
    assert (result.failed, result.diagnostics) == (False, (warning,))


def test_the_errors_of_all_editions_are_told_at_once_and_each_once(three, monkeypatch):
    def compose(title, edition, failures, accepted):
        lines = {Edition.CHINESE: [1], Edition.ENGLISH: [2], Edition.SIDE_BY_SIDE: [1, 2]}[edition]
        return Outcome(None, tuple(Diagnostic("GP-S04", Span("plans/a/plan.yaml", line, 1), arguments={"problem": "x"}) for line in lines))

    monkeypatch.setattr(compilation, "compose", compose)
    (result,) = built(three, "a")
    assert [d.span.line for d in result.diagnostics] == [1, 2]


def test_an_error_in_a_word_template_is_a_finding_on_it(three, monkeypatch):
    def write_word(document, pictures, template):
        raise files_module.TemplateError("GP-T03", {"problem": "unknown name: cmpany", "near": ""})

    monkeypatch.setattr(files_module, "write_word", write_word)
    (result,) = built(three, "a")
    assert [(d.code, str(d.span)) for d in result.diagnostics] == [("GP-T03", "templates/standard.docx:1:1")]
    assert "cmpany" in result.diagnostics[0].arguments["problem"]
    assert not (three / "out/a").exists()


def test_an_error_in_a_markdown_template_is_a_finding_at_its_line(three, monkeypatch):
    def write_markdown(document, template):
        raise jinja2.TemplateSyntaxError("unexpected end", 7)

    monkeypatch.setattr(files_module, "write_markdown", write_markdown)
    (result,) = built(three, "a")
    assert [(d.code, str(d.span)) for d in result.diagnostics] == [("GP-F21", "templates/standard.md.j2:7:1")]


def test_pictures_that_are_no_longer_made_are_removed(three, write_plan):
    built(three, "a")
    (three / "out/a/charts/mine.png").write_bytes(b"mine")
    path = three / "plans/a/plan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Reduction plan", "New"), encoding="utf-8")
    built(three, "a")
    assert {name for name in files(three / "out/a") if name.startswith("charts/")} == {
        "charts/mine.png", "charts/New.zh.png", "charts/New.en.png", "charts/New.zh-en.png",
    }  # fmt: skip


def test_building_one_language_keeps_the_others(three):
    built(three, "a")
    built(three, "a", request=Request((Edition.ENGLISH,)))
    assert files(three / "out/a") == ONE_PLAN | {MANIFEST}
    assert json.loads((three / "out/a" / MANIFEST).read_bytes())["outputs"].keys() == ONE_PLAN


def test_trouble_with_one_plan_is_told_and_the_others_are_built(three):
    (three / "out/b/b.zh.docx").mkdir(parents=True)
    results = built(three)
    assert [result.trouble.name if result.trouble else None for result in results] == [None, "trouble.is-a-folder", None]
    assert files(three / "out/b") == set()


def test_a_full_disk_is_told_for_each_plan(three, monkeypatch):
    built(three)
    before = contents(three / "out")
    monkeypatch.setattr(files_module, "write_markdown", lambda document, template: "changed")

    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert {result.trouble.name for result in built(three) if result.trouble} == {"trouble.disk-full"}
    assert contents(three / "out") == before


def test_ctrl_c_ends_the_build_and_frees_the_folder(three, monkeypatch):
    def interrupt(plan_file):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(compilation, "compute", interrupt)
        with pytest.raises(KeyboardInterrupt):
            built(three)
    assert files(three / "out") == set()
    assert [result.failed for result in built(three)] == [False, False, False]


def test_checking_writes_nothing(three):
    before = files(three)
    assert [len(result.outputs) for result in built(three, out=None)] == [9, 9, 9]
    assert files(three) == before


def test_compiling_without_drawing_finds_the_same(three):
    (plan,) = find(["a"], three).plans
    templates = Templates(b"template", "template")
    whole, undrawn = (compilation.compile_plan(plan, EVERYTHING, templates, lambda _: None, hands=hands) for hands in (OWN, None))
    assert whole.diagnostics == undrawn.diagnostics
    assert whole.outputs.keys() == undrawn.outputs.keys()
    assert {content for name, content in undrawn.outputs.items() if name.endswith(".png")} == {b"blank"}


def test_plans_of_clashing_names_are_not_built(three, write_plan):
    one = write_plan("plans/x/report.yaml")
    other = write_plan("plans/y/Report.yaml")
    results = built(three, str(one), str(other), "a")
    assert [[d.code for d in result.diagnostics] for result in results] == [["GP-F11"], ["GP-F11"], []]
    assert sorted(path.name for path in (three / "out").iterdir() if path.is_dir()) == ["a"]


def test_progress_tells_every_stage_of_every_plan(three):
    told = []
    list(build_plans(find([], three).plans, Work(Request(), three / "out"), told.append))
    assert [(now.done, now.total, now.plan.name, now.stage) for now in told] == [
        (number, 3, name, stage) for number, name in enumerate("abc") for stage in Stage if stage is not Stage.LAY_OUT
    ]


def test_what_compute_and_every_edition_find_is_shown_at_once_and_once(three, monkeypatch):
    number = Diagnostic("GP-C01", Span("plan.yaml", 3, 1))
    quote = Diagnostic("GP-R12", Span("plan.yaml", 9, 1))
    told = []

    def compose(title, edition, failures, accepted):
        told.append(failures)
        return Outcome(None, (quote,))

    monkeypatch.setattr(compilation, "compute", lambda plan_file: Outcome("report", (number,)))
    monkeypatch.setattr(compilation, "compose", compose)
    (result,) = built(three, "a")
    assert result.diagnostics == (number, quote)
    assert told == [(number,)] * len(Edition)


def test_a_strict_build_writes_nothing_where_there_is_a_warning(three, monkeypatch):
    built(three, "a")
    before = contents(three / "out/a")
    warning = Diagnostic("GP-S04", Span("plans/a/plan.yaml", 1, 1), severity=Severity.WARNING, arguments={"problem": "x"})
    monkeypatch.setattr(compilation, "check", lambda title, found: (warning,))
    (result,) = built(three, "a", request=Request((Edition.ENGLISH,), strict=True))
    assert (result.failed, result.outputs) == (True, ())
    assert contents(three / "out/a") == before


def test_findings_of_all_stages_stand_by_file_and_line(three, monkeypatch):
    def at(line):
        return Diagnostic("GP-S04", Span("plans/a/plan.yaml", line, 1), severity=Severity.WARNING, arguments={"problem": "x"})

    monkeypatch.setattr(compilation, "compute", lambda plan_file: Outcome("T", (at(3),)))
    monkeypatch.setattr(compilation, "check", lambda title, found: (*found, at(1)))
    monkeypatch.setattr(compilation, "compose", lambda title, edition, *_: Outcome(FakeDocument(title, edition), (at(2),)))
    (result,) = built(three, "a")
    assert [d.span.line for d in result.diagnostics] == [1, 2, 3]


def test_what_is_accepted_goes_into_the_document_and_fails_nothing(three, monkeypatch):
    accepted = Diagnostic("GP-S04", Span("plans/a/plan.yaml", 1, 1), severity=Severity.ACCEPTED, arguments={"problem": "x"})
    given = []
    monkeypatch.setattr(compilation, "check", lambda title, found: (accepted,))

    def compose(title, edition, failures, accepted):
        given.append(accepted)
        return Outcome(FakeDocument(title, edition))

    monkeypatch.setattr(compilation, "compose", compose)
    (result,) = built(three, "a", request=Request(strict=True))
    assert not result.failed
    assert given == [(accepted,)] * 3


def test_what_plans_left_behind_is_let_go(three, monkeypatch):
    class Left:
        """A circle of objects, as documents are."""

        def __init__(self):
            self.itself = self

    left = []
    monkeypatch.setattr(garbage, "PLANS_TOGETHER", 2)
    gc.disable()
    try:
        plans = build_plans(find([], three).plans, Work(Request(), three / "out"), lambda _: left.append(weakref.ref(Left())))
        alive = [sum(each() is not None for each in left) for _ in plans]
    finally:
        gc.enable()
    a_plan = alive[0]
    assert a_plan > 0
    assert alive == [a_plan, 2 * a_plan, a_plan]
