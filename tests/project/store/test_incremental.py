"""The law of the store: a build with it gives, byte for byte, what a build without it gives, and says the same."""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import ghgplan
from ghgplan.cli import front
from ghgplan.document.blocks import Edition
from ghgplan.emit import charts
from ghgplan.project import compilation
from ghgplan.project import files as files_module
from ghgplan.project.addresses import find
from ghgplan.project.building import build_stale
from ghgplan.project.request import Format, Request
from ghgplan.project.store.shelf import Stores
from ghgplan.project.work import Work
from little_project import CSV, GROUP, PLANT, build, files, replace, write_project

PLANS = Path(ghgplan.__file__).parents[2] / "plans"
SHIPPED = Path(ghgplan.__file__).parents[2] / "templates"
MARKDOWN = Request(formats=(Format.MARKDOWN,))


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    write_project(folder)
    build(folder, stores=Stores())
    return folder


@pytest.fixture
def project(tmp_path: Path, built_once: Path) -> Path:
    """A project that was built; in a place of its own, which is no change."""
    folder = tmp_path / "project"
    shutil.copytree(built_once, folder)
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A project that was never built."""
    write_project(tmp_path)
    return tmp_path


def own_template(project: Path) -> None:
    (project / "templates").mkdir(exist_ok=True)
    text = (SHIPPED / "standard.md.j2").read_text(encoding="utf-8")
    (project / "templates/standard.md.j2").write_text(f"{text}\nours\n", encoding="utf-8")


def new_plan(project: Path) -> None:
    shutil.copytree(project / "plans/plant", project / "plans/plant two")


CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda project: None,
    "sentence": lambda project: replace(project / "plans/plant/plan.yaml", "English sentence", "Another sentence"),
    "figure": lambda project: replace(project / "plans/plant/plan.yaml", "2028: 0.74", "2028: 0.73"),
    "group": lambda project: replace(project / "plans/group/plan.yaml", "Summary", "In short"),
    "csv": lambda project: replace(project / "plans/plant/data/fuel.csv", "118", "119"),
    "error": lambda project: replace(project / "plans/plant/plan.yaml", "activity: casthouse", "activity: casthous"),
    "csv gone": lambda project: (project / "plans/plant/data/fuel.csv").unlink(),
    "template": own_template,
    "new plan": new_plan,
    "deleted output": lambda project: (project / "out/plant/plant.zh.docx").unlink(),
    "deleted chart": lambda project: (project / "out/plant/charts/01-process.en.png").unlink(),
    "changed output": lambda project: (project / "out/plant/plant.en.md").write_bytes(b"mine"),
    "deleted manifest": lambda project: (project / "out/group/.ghgplan.json").unlink(),
}
STALE = {
    "nothing": set(),
    "template": {"plant", "group"},
    "group": {"group"},
    "sentence": {"plant", "group"},
    "figure": {"plant", "group"},
    "csv": {"plant", "group"},
    "error": {"plant", "group"},
    "csv gone": {"plant", "group"},
    "new plan": {"plant two"},
    "deleted output": {"plant"},
    "deleted chart": {"plant"},
    "changed output": {"plant"},
    "deleted manifest": {"group"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_build_with_the_store_gives_what_a_build_without_gives(project: Path, change: str) -> None:
    CHANGES[change](project)
    results = build(project, stores=Stores())
    clean = build(project, out="clean")
    assert {result.plan.name for result in results if not result.unchanged} == STALE[change]
    assert [(each.failed, each.diagnostics, each.outputs) for each in results] == [
        (each.failed, each.diagnostics, each.outputs) for each in clean
    ]
    built = {result.plan.name for result in results if not result.failed}
    assert {name: content for name, content in files(project / "out").items() if name.split("/")[0] in built} == files(project / "clean")
    assert all(each.unchanged for each in build(project, stores=Stores())) == (change != "csv gone")


def test_what_is_unchanged_is_told_as_it_was(new: Path) -> None:
    first = build(new, stores=Stores())
    second = build(new, stores=Stores())
    assert all(each.unchanged for each in second)
    assert any(each.diagnostics for each in second)
    for one, other in zip(first, second, strict=True):
        assert (one.diagnostics, one.outputs) == (other.diagnostics, other.outputs)
        shown = {finding.span.file for finding in one.diagnostics}
        assert {name: one.files[name] for name in shown} == {name: other.files[name] for name in shown}


@pytest.mark.parametrize(
    "request_",
    [
        Request((Edition.ENGLISH,)),
        Request(formats=(Format.MARKDOWN,)),
        Request(strict=True),
    ],
    ids=["one edition", "one format", "strict"],
)
def test_another_request_is_another_build(project: Path, request_: Request) -> None:
    results = build(project, request=request_, stores=Stores())
    assert not any(each.unchanged for each in results)
    again = build(project, request=request_, stores=Stores())
    assert all(each.unchanged for each in again)
    assert [each.failed for each in again] == [request_.strict] * 2
    # What one edition's build wrote is what the whole one had written.
    assert all(each.unchanged for each in build(project, stores=Stores()))


def test_a_check_is_kept_too_and_says_what_a_build_says(new: Path) -> None:
    first = build(new, out=None, stores=Stores())
    second = build(new, out=None, stores=Stores())
    assert [each.unchanged for each in second] == [True, True]
    assert [each.diagnostics for each in second] == [each.diagnostics for each in first]
    assert not (new / "out").exists()


def test_force_builds_all_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr("ghgplan.project.pictures.draw", lambda chart: drawn.append(chart) or charts.draw(chart))
    assert not any(each.unchanged for each in build(project, stores=Stores(anew=True)))
    assert drawn
    assert all(each.unchanged for each in build(project, stores=Stores()))


def test_one_document_is_made_where_one_is_missing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    write_word = files_module.write_word
    monkeypatch.setattr(files_module, "write_word", lambda document, *rest: written.append(document.edition) or write_word(document, *rest))
    (project / "out/plant/plant.en.docx").unlink()
    build(project, stores=Stores())
    assert written == ["en"]
    replace(project / "plans/plant/plan.yaml", "English sentence", "Another sentence")
    build(project, "plant", stores=Stores())
    assert sorted(written) == ["en", "en", "zh-en"]


def test_a_chart_is_drawn_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ghgplan.project.pictures.draw", lambda chart: pytest.fail("drawn again"))
    monkeypatch.setattr("ghgplan.project.pictures.missing_glyphs", lambda chart: pytest.fail("looked at again"))
    replace(project / "plans/plant/plan.yaml", "中文句子", "另一句")
    assert not build(project, "plant", stores=Stores())[0].unchanged
    assert not build(project, "plant", out=None, stores=Stores())[0].unchanged


def test_every_file_of_the_project_that_is_opened_is_in_the_record(project: Path) -> None:
    own_template(project)
    opened: set[str] = set()
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open" and isinstance(arguments[0], str) and arguments[1] in ("r", "rb"):
            opened.add(os.path.realpath(arguments[0]))

    sys.addaudithook(watch)
    results = build(project, out=None, stores=Stores())
    watching = False
    inside = {Path(path).relative_to(project).as_posix() for path in opened if path.startswith(str(project) + os.sep)}
    noted = {
        line.split("\t")[1]
        for each in results
        if each.kept
        for line in Path(each.kept.path).read_text().split("\n")
        if line[:5] == "read\t"
    }
    inside = {path for path in inside if not path.startswith(".cache/")}
    assert inside
    assert inside <= noted


@pytest.mark.parametrize("out", [".", "out", "../elsewhere"])
def test_the_documents_of_an_unchanged_plan_are_named_wherever_they_were_written(project: Path, out: str) -> None:
    first, second = (build(project, request=MARKDOWN, out=out, stores=Stores()) for _ in range(2))
    assert all(each.unchanged for each in second)
    assert [each.outputs for each in second] == [each.outputs for each in first]


@pytest.mark.parametrize("damage", [b"", b"garbage", b"ghgplan 1 00000000\n", None], ids=["empty", "garbage", "header", "half"])
def test_damaged_entries_are_made_again(project: Path, damage: bytes | None) -> None:
    before = files(project / "out")
    for path in (project / ".cache/ghgplan").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2] if damage is None else damage)
    assert not any(each.unchanged for each in build(project, stores=Stores()))
    assert files(project / "out") == before
    assert all(each.unchanged for each in build(project, stores=Stores()))


def test_a_store_that_cannot_be_written_is_done_without(new: Path) -> None:
    (new / ".cache").write_text("a file where the folder should be")
    for _ in range(2):
        results = build(new, stores=Stores())
        assert [(each.failed, each.unchanged, each.bug, each.trouble) for each in results] == [(False, False, None, None)] * 2


def test_a_change_that_keeps_size_and_time_is_seen(project: Path) -> None:
    build(project, stores=Stores())
    path = project / "plans/plant/plan.yaml"
    before = path.stat()
    replace(path, "English sentence", "Englisk sentence")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    # Windows knows no time that nobody can set: there the signature is trusted.
    if os.name != "nt":
        assert not build(project, "plant", stores=Stores())[0].unchanged


@pytest.mark.parametrize("years", [-20, 20])
def test_times_of_another_clock_do_not_matter(project: Path, years: int) -> None:
    for path in project.rglob("*"):
        if path.is_file():
            moment = path.stat().st_mtime + years * 31_557_600
            os.utime(path, (moment, moment))
    assert all(each.unchanged for each in build(project, stores=Stores()))
    replace(project / "plans/plant/plan.yaml", "English sentence", "Englisk sentence")
    assert not build(project, "plant", stores=Stores())[0].unchanged


def test_a_file_that_changes_while_it_is_read_is_read_again(new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compute = compilation.compute

    def change_and_compute(plan_file):  # type: ignore[no-untyped-def]
        (new / "plans/plant/data/fuel.csv").write_text(CSV.replace("118", "120"), encoding="utf-8")
        return compute(plan_file)

    with monkeypatch.context() as patch:
        patch.setattr(compilation, "compute", change_and_compute)
        build(new, "plant", stores=Stores())
    assert not build(new, "plant", stores=Stores())[0].unchanged


def test_without_a_list_of_its_own_files_ghgplan_builds_all(new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ghgplan.project.store.identity._PACKAGE", str(new / "ghgplan.zip/ghgplan"))
    monkeypatch.setattr("ghgplan.project.store.identity._at_start", [])
    for _ in range(2):
        assert [(each.failed, each.unchanged) for each in build(new, stores=Stores())] == [(False, False)] * 2
    assert front.answer(["build"]) is None


def test_a_shelf_can_be_handed_to_another_process(new: Path) -> None:
    (plan,) = find(["plant"], new).plans
    shelf = pickle.loads(pickle.dumps(Stores().shelf(plan, MARKDOWN, new / "out")))
    result = pickle.loads(pickle.dumps(build_stale(plan, Work(MARKDOWN, new / "out"), shelf, None, lambda _: None)))
    assert (result.failed, result.unchanged) == (False, False)
    assert build(new, "plant", request=MARKDOWN, stores=Stores())[0].unchanged


def test_another_ghgplan_builds_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ghgplan.project.store.shelf.identity", lambda store: type("Other", (), {"source": "x", "drawing": "y"})())
    assert not any(each.unchanged for each in build(project, stores=Stores()))


EDITS = some.sampled_from(
    [
        ("plans/plant/plan.yaml", PLANT),
        ("plans/plant/plan.yaml", PLANT.replace("English sentence", "Another")),
        ("plans/plant/plan.yaml", PLANT.replace("0.74", "0.73")),
        ("plans/plant/plan.yaml", PLANT.replace("languages: [zh, en, zh-en]", "languages: [en]")),
        ("plans/plant/plan.yaml", PLANT.replace("casthouse", "casthous")),
        ("plans/group/plan.yaml", GROUP),
        ("plans/group/plan.yaml", GROUP.replace("Summary", "In short")),
        ("plans/plant/data/fuel.csv", CSV),
        ("plans/plant/data/fuel.csv", CSV.replace("118", "117")),
        ("plans/plant/data/fuel.csv", ""),
        ("templates/standard.md.j2", (SHIPPED / "standard.md.j2").read_text(encoding="utf-8") + "\nours\n"),
        ("templates/standard.md.j2", None),
        ("out/plant/plant.en.md", None),
        ("out/plant/plant.en.md", "mine"),
        ("out/group/group.zh.md", None),
        ("out/plant/.ghgplan.json", None),
    ]
)
REQUESTS = some.sampled_from(
    [MARKDOWN, MARKDOWN, Request((Edition.ENGLISH,), (Format.MARKDOWN,)), Request(formats=(Format.MARKDOWN,), strict=True)]
)


def apply(project: Path, edit: tuple[str, str | None]) -> None:
    path = project / edit[0]
    if edit[1] is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(edit[1], encoding="utf-8")


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.lists(some.tuples(some.lists(EDITS, max_size=2), REQUESTS), min_size=1, max_size=5))
def test_any_edits_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[list[tuple[str, str | None]], Request]]
) -> None:
    kept, clean = (tmp_path_factory.mktemp(name) for name in ("kept", "clean"))
    for project in (kept, clean):
        write_project(project)
    for edits, request in steps:
        for edit in edits:
            apply(kept, edit)
            apply(clean, edit)
        with_store = build(kept, request=request, stores=Stores())
        without = build(clean, request=request)
        assert [(each.failed, each.diagnostics, each.outputs) for each in with_store] == [
            (each.failed, each.diagnostics, each.outputs) for each in without
        ]
        assert files(kept / "out") == files(clean / "out")


def test_the_example_plans(tmp_path: Path) -> None:
    request = Request((Edition.CHINESE,))
    shutil.copytree(PLANS, tmp_path / "plans")
    build(tmp_path, request=request, stores=Stores())
    plans = sorted(path.parent for path in (tmp_path / "plans").glob("*/plan.yaml"))
    for plan in plans:
        before, _, after = (plan / "plan.yaml").read_text(encoding="utf-8").rpartition("的")
        (plan / "plan.yaml").write_text(f"{before}之{after}", encoding="utf-8")
    with_store = build(tmp_path, request=request, stores=Stores())
    without = build(tmp_path, request=request, out="clean")
    assert not any(each.failed or each.unchanged for each in with_store)
    assert [(each.diagnostics, each.outputs) for each in with_store] == [(each.diagnostics, each.outputs) for each in without]
    assert files(tmp_path / "out") == files(tmp_path / "clean")
    assert [each.unchanged for each in build(tmp_path, request=request, stores=Stores())] == [True] * len(plans)
