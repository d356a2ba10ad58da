"""The user's scripts say what ghgplan says: the same texts and the same figures, in Word and in Markdown."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from benchmarks.plans.making import make_project, names
from benchmarks.workplace import Workplace
from docx import Document

from benchmarks import peers
from ghgplan.cli.main import main
from needed import lacks

if not os.environ.get("CI"):
    pytest.importorskip("yaml")

PLAN = names(1)[0]


@dataclass(frozen=True)
class Built:
    ours: Path
    naive: Path
    data: dict[str, Any]


@pytest.fixture(scope="module", params=[1, 2])
def built(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Built:
    from benchmarks.naive import content, script, templates

    folder = tmp_path_factory.mktemp("same")
    make_project(folder, 1, seed=request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["build", "--quiet"]) == 0
    templates.make(folder / "templates")
    source = folder / "plans" / PLAN
    script.use_font()
    script.build(source, folder / "naive", folder / "templates", ["zh", "en"], ["docx", "md"])
    return Built(folder / "out" / PLAN, folder / "naive" / PLAN, content.read(source))


def tables(file: Path) -> Sequence[Sequence[Sequence[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(file)).tables]


def paragraphs(file: Path) -> Sequence[str]:
    """Everything but the list of contents, which the scripts leave to Word. Soft line ends are paragraphs of the scripts'."""
    kept = (one for one in Document(str(file)).paragraphs if not one.style or not (one.style.name or "").lower().startswith("toc"))
    return [re.sub(r"\s", " ", line) for one in kept for line in one.text.split("\n") if line.strip()]


def pictures(file: Path) -> Sequence[tuple[int, int, str]]:
    """Width, height and contents of the pictures, in their order."""
    document = Document(str(file))
    embedded = [shape._inline.graphic.graphicData.pic.blipFill.blip.embed for shape in document.inline_shapes]
    contents = [hashlib.sha256(document.part.related_parts[part].blob).hexdigest() for part in embedded]
    return [(shape.width, shape.height, content) for shape, content in zip(document.inline_shapes, contents, strict=True)]


def node() -> str:
    """Node, if docxtemplater is there too; the test is skipped without, and fails where the environment has ``CI``."""
    program = peers.node()
    if program is None:
        lacks("Node or docxtemplater is not installed: npm ci --prefix benchmarks/peers")
    return program


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_word_files_have_the_same_tables_and_texts(built: Built, lang: str):
    ours, naive = built.ours / f"{PLAN}.{lang}.docx", built.naive / f"{PLAN}.{lang}.docx"
    assert tables(naive) == tables(ours)
    assert len(tables(ours)) == 12
    # The user's template has the company above the title, as ours has: the order is part of it.
    assert paragraphs(naive) == paragraphs(ours)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_python_docx_alone_makes_the_same(built: Built, lang: str, tmp_path: Path):
    from benchmarks.naive import content, direct

    charts = {name: next(built.naive.glob(f"charts/*-{name}.{lang}.png")) for name in content.FIGURES}
    direct.document(content.content(built.data, lang), charts, lang).save(str(tmp_path / "direct.docx"))
    naive = built.naive / f"{PLAN}.{lang}.docx"
    assert tables(tmp_path / "direct.docx") == tables(naive)
    assert paragraphs(tmp_path / "direct.docx") == paragraphs(naive)


def test_docxtemplater_makes_the_same(built: Built, tmp_path: Path):
    from benchmarks.peers import templates

    place = Workplace(tmp_path, 0)
    templates.make(place.peers_templates)
    made = place.docxtemplater(built.naive.parents[1], node())
    # Not the whole environment of a measured run: matplotlib would list its fonts anew.
    environment = os.environ | {"PYTHONPATH": place.environment["PYTHONPATH"]}
    run = subprocess.run(made.processes[0], cwd=made.folder, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    for lang in ("zh", "en"):
        theirs, naive = (folder / PLAN / f"{PLAN}.{lang}.docx" for folder in (tmp_path / "naive-out", built.naive.parent))
        assert tables(theirs) == tables(naive)
        assert paragraphs(theirs) == paragraphs(naive)
        assert pictures(theirs) == pictures(naive)
        assert len(pictures(theirs)) == 4


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_markdown_files_have_the_same_figures(built: Built, lang: str):
    ours, naive = (figures(folder / f"{PLAN}.{lang}.md") for folder in (built.ours, built.naive))
    assert naive == ours
    assert len(ours) > 100


def figures(file: Path) -> set[str]:
    text = re.sub(r"<[^>]+>|!\[.*?\]\(.*?\)", " ", file.read_text(encoding="utf-8"))
    text = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text)
    return set(re.findall(r"\d(?:[\d.,]*\d)?", text))


def test_both_draw_four_charts_a_language(built: Built):
    assert sorted(path.name for path in (built.naive / "charts").iterdir()) == sorted(
        path.name for path in (built.ours / "charts").iterdir()
    )
    assert len(list((built.naive / "charts").iterdir())) == 8
