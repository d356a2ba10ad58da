"""Pictures from a plan's folder to its documents, and those that are refused at their line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from emit.word.reading import parts, problems, tree, xpath
from ghgplan.diagnostics import Diagnostic
from ghgplan.project import plan_pictures
from ghgplan.project.addresses import find
from ghgplan.project.all_plans import build_plans
from ghgplan.project.building import PlanResult
from ghgplan.project.loading import load
from ghgplan.project.request import Request
from ghgplan.project.seen import Seen
from ghgplan.project.trouble import Trouble
from ghgplan.project.work import Work
from open_xml import schema_errors
from plan.pictures import headed_png, located, photo, saved, two_halves

PLAN = """\
company: {name: {zh: 示例公司, en: Example Company}}
document: {title: {zh: 减排计划, en: Reduction plan}, version: "1.0", date: 2025-09-15, languages: [zh, en, zh-en]}
outline:
  - title: {zh: 厂区, en: The site}
    body:
      - text: {zh: "见 {{ figure.plant }}。", en: "See {{ figure.plant }}."}
      - {picture: "PATH", caption: {zh: 厂区, en: The site}, alternative: {zh: 两座车间, en: Two halls}, name: plant}
"""
LINE = 7

Place = Callable[..., Path]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Puts a plan with a picture into the project ``tmp_path``: the path as written, and the file's bytes, if there is one."""

    def put(written: str, content: bytes | None = None, name: str = "site") -> Path:
        folder = tmp_path / "plans" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "plan.yaml").write_text(PLAN.replace("PATH", written.replace("\\", "\\\\")), encoding="utf-8")
        if content is not None:
            (folder / written).parent.mkdir(parents=True, exist_ok=True)
            (folder / written).write_bytes(content)
        return folder

    return put


def findings(project: Path, name: str = "site") -> list[tuple[str, int]]:
    return [(found.code, found.span.line) for found in diagnostics(project, name)]


def diagnostics(project: Path, name: str = "site") -> tuple[Diagnostic, ...]:
    return load(find([name], project).plans[0]).outcome.diagnostics


def build(project: Path, *names: str, out: str = "out") -> list[PlanResult]:
    return list(build_plans(find(names, project).plans, Work(Request(), project / out), lambda _: None))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# The path.


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("images/none.png", "GP-F01"),
        ("/etc/plant.png", "GP-F02"),
        ("C:/images/plant.png", "GP-F02"),
        ("images\\plant.png", "GP-F02"),
        ("//server/share/plant.png", "GP-F02"),
        ("\\\\server\\share\\plant.png", "GP-F02"),
        ("https://example.com/plant.png", "GP-F02"),
        ("data:image/png;base64,AAAA", "GP-F02"),
        ("~/plant.png", "GP-F02"),
        ("images//plant.png", "GP-F02"),
        ("images/plant.png ", "GP-F02"),
        ("../../../plant.png", "GP-F03"),
        ("images", "GP-F04"),
        ("images/Plant.png", "GP-F07"),
        ("Images/plant.png", "GP-F07"),
        ("images/con", "GP-F01"),
        ("/dev/zero", "GP-F02"),
        ("../../../../../../../../dev/zero", "GP-F03"),
    ],
)
def test_a_path_that_leads_nowhere_we_go(tmp_path: Path, place: Place, written: str, code: str) -> None:
    place("images/plant.png", saved(two_halves(), "PNG"))
    place(written)
    assert findings(tmp_path) == [(code, LINE)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_that_leads_out_of_the_project(tmp_path: Path) -> None:
    project = tmp_path / "project"
    folder = project / "plans" / "site"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN.replace("PATH", "plant.png"), encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(saved(two_halves(), "PNG"))
    (folder / "plant.png").symlink_to(tmp_path / "secret.png")
    assert findings(project) == [("GP-F03", LINE)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_does_not_hang(tmp_path: Path, place: Place) -> None:
    os.mkfifo(place("pipe.png") / "pipe.png")
    assert findings(tmp_path) == [("GP-F04", LINE)]


# The picture.


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", "GP-F40", "The file is empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "GP-F40", "SVG"),
        (b"text", "GP-F40", "PNG or JPEG"),
        (saved(two_halves(), "JPEG")[:900], "GP-F41", "anew"),
        (headed_png(8000, 8000), "GP-F42", "1260 pixels"),
        (saved(two_halves(), "GIF", save_all=True, append_images=[photo(400, 300)]), "GP-F44", "PNG of its own"),
    ],
)
def test_a_picture_that_cannot_be_shown(tmp_path: Path, place: Place, content: bytes, code: str, said: str) -> None:
    place("images/plant.png", content)
    assert findings(tmp_path) == [(code, LINE)]
    (found,) = diagnostics(tmp_path)
    assert found.path == ("outline", "0", "body", "1", "picture")
    assert "images/plant.png" in found.message("en")
    assert "images/plant.png" in found.message("zh")
    assert said in (found.advice("en") or "")
    assert found.advice("zh")


def test_a_file_too_large_is_not_read(tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    path = place("plant.png", b"") / "plant.png"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    monkeypatch.setattr("ghgplan.plan.picture_reading.read_picture", lambda content: pytest.fail("read"))
    assert findings(tmp_path) == [("GP-F43", LINE)]


def test_a_picture_that_the_system_withholds_is_trouble(tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place("plant.png", saved(two_halves(), "PNG"))
    read = Seen.read

    def refuse(self: Seen, path: Path) -> bytes:
        if path.suffix == ".png":
            raise PermissionError(13, "Permission denied")
        return read(self, path)

    monkeypatch.setattr(Seen, "read", refuse)
    with pytest.raises(Trouble):
        diagnostics(tmp_path)


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = place("plant.png", saved(two_halves(), "PNG"))
    again = "      - {picture: plant.png, caption: {zh: 又, en: Again}}\n"
    (folder / "plan.yaml").write_text(PLAN.replace("PATH", "plant.png") + again, encoding="utf-8")
    opened: list[str] = []
    monkeypatch.setattr(
        plan_pictures, "member_path", lambda written, *rest, real=plan_pictures.member_path: opened.append(written) or real(written, *rest)
    )
    assert findings(tmp_path) == []
    assert opened == ["plant.png"]


# The documents.


def test_a_picture_comes_into_every_edition(tmp_path: Path, place: Place) -> None:
    lying = photo(2000, 1500).transpose(Image.Transpose.ROTATE_90)
    place("images/厂区.jpg", saved(lying, "JPEG", exif=located(6)))
    (result,) = build(tmp_path)
    assert [(found.code, found.span.line) for found in result.diagnostics] == []
    assert [name for name in result.outputs if name.startswith("charts/")] == ["charts/01-plant.jpg"]
    out = tmp_path / "out" / "site"
    kept = (out / "charts" / "01-plant.jpg").read_bytes()
    assert Image.open(BytesIO(kept)).size == (1260, 945)
    assert b"SecretMaker" not in kept
    said = {"zh": "两座车间", "en": "Two halls", "zh-en": "两座车间 / Two halls"}
    for edition, alternative in said.items():
        word = (out / f"site.{edition}.docx").read_bytes()
        assert problems(word) == []
        assert [content for name, content in parts(word).items() if name.startswith("word/media/")] == [kept]
        assert xpath(tree(word), "//wp:docPr/@descr") == [alternative]
        assert f"![{alternative}](charts/01-plant.jpg)" in (out / f"site.{edition}.md").read_text(encoding="utf-8")
    both = (out / "site.zh-en.md").read_text(encoding="utf-8")
    assert "**图 1** 厂区\\\n**Figure 1** The site" in both
    assert "[图 1](#figure-1)" in both
    assert schema_errors(sorted(out.glob("*.docx"))) == {}


def test_the_same_bytes_in_another_place(tmp_path: Path, place: Place) -> None:
    place("images/plant.jpg", saved(photo(2000, 1500), "JPEG", exif=located(6)))
    build(tmp_path)
    build(tmp_path, out="elsewhere")
    assert files(tmp_path / "out" / "site").keys() >= {"charts/01-plant.jpg", "site.zh-en.docx"}
    assert files(tmp_path / "out" / "site") == files(tmp_path / "elsewhere" / "site")


def test_a_picture_that_is_gone_leaves_the_output_folder(tmp_path: Path, place: Place) -> None:
    folder = place("plant.png", saved(two_halves(), "PNG"))
    build(tmp_path)
    assert (tmp_path / "out/site/charts/01-plant.png").is_file()
    without = "".join(line for line in PLAN.splitlines(keepends=True) if "figure.plant" not in line and "PATH" not in line)
    (folder / "plan.yaml").write_text(without.replace("    body:\n", ""), encoding="utf-8")
    build(tmp_path)
    assert not (tmp_path / "out/site/charts/01-plant.png").exists()


def test_looking_for_findings_alone_tells_the_same(tmp_path: Path, place: Place) -> None:
    place("plant.png", saved(two_halves(), "PNG")[:500])
    (checked,) = build_plans(find([], tmp_path).plans, Work(Request(), None), lambda _: None)
    assert checked.failed
    assert [found.code for found in checked.diagnostics] == ["GP-F41"]


# Groups.

GROUP = """\
members: {east: {name: {zh: 东, en: East}, plan: ../site/plan.yaml}}
"""


def test_a_member_has_its_own_picture_and_the_group_may_show_it(tmp_path: Path, place: Place) -> None:
    place("images/plant.png", saved(two_halves(), "PNG"))
    group = place("../site/images/plant.png", name="group")
    (group / "plan.yaml").write_text(GROUP + PLAN.replace("PATH", "../site/images/plant.png"), encoding="utf-8")
    results = build(tmp_path)
    assert [(result.plan.name, [found.code for found in result.diagnostics], result.failed) for result in results] == [
        ("group", [], False),
        ("site", [], False),
    ]
    shown = [(tmp_path / "out" / name / "charts/01-plant.png").read_bytes() for name in ("group", "site")]
    assert shown[0] == shown[1]


def test_a_members_bad_picture_is_told_in_the_member(tmp_path: Path, place: Place) -> None:
    place("plant.png", b"")
    group = tmp_path / "plans" / "group"
    group.mkdir()
    (group / "plan.yaml").write_text(GROUP + PLAN.split("    body")[0], encoding="utf-8")
    told = [(found.code, found.span.file, found.span.line) for found in diagnostics(tmp_path, "group")]
    assert told == [("GP-F40", "plans/site/plan.yaml", LINE), ("GP-F06", "plans/group/plan.yaml", 1)]
