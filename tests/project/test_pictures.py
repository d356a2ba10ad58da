import sys
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

from ghgplan.document.blocks import Figure, Line, Run
from ghgplan.document.charts import FlowDiagram, PathwayChart, PathwaySeries, Point
from ghgplan.emit.charts import Picture
from ghgplan.emit.word.picture_sizes import placed_size
from ghgplan.project import pictures
from ghgplan.project.pictures import BLANK, Pictures, prepare_matplotlib


def words(text):
    return (Line("en", (Run(text),)),)


def document(*charts):
    figures = [
        Figure(f"f{number}", words(f"Figure {number}"), words("Caption"), words("Shows"), chart, f"flow-{number}.en.png")
        for number, chart in enumerate(charts, start=1)
    ]
    return SimpleNamespace(figures=lambda: iter(figures))


ONE = FlowDiagram((("Melting",), ("Casting",)))
OTHER = FlowDiagram((("Melting",), ("Rolling",)))


@pytest.fixture
def drawn(monkeypatch):
    """The charts that were drawn, by a fake that answers with the first step."""
    charts = []

    def draw(chart):
        charts.append(chart)
        return Picture(chart.steps[-1][0].encode(), 1, 1)

    monkeypatch.setattr(pictures, "draw", draw)
    return charts


def test_pictures_by_file_name(drawn):
    pictures = Pictures("p")
    assert pictures.ask([document(ONE, OTHER)]) == ()
    assert dict(pictures.of(document(ONE, OTHER))) == {"flow-1.en.png": b"Casting", "flow-2.en.png": b"Rolling"}


def test_an_equal_chart_is_drawn_once_for_all_editions(drawn):
    pictures = Pictures("p")
    pictures.ask([document(ONE, OTHER), document(FlowDiagram((("Melting",), ("Casting",))), ONE)])
    pictures.ask([document(OTHER)])
    assert drawn == [ONE, OTHER]


def test_pictures_are_waited_for_only_when_one_is_taken():
    asked, waited = [], []

    def draw(charts):
        asked.append(charts)
        return lambda: waited.append(charts) or [b"PNG" for _ in charts]

    pictures = Pictures("p", draw)
    pictures.ask([document(ONE, OTHER)])
    shown = pictures.of(document(OTHER, ONE))
    assert (list(shown), len(shown)) == (["flow-1.en.png", "flow-2.en.png"], 2)
    assert (asked, waited) == ([(ONE, OTHER)], [])
    assert shown["flow-2.en.png"] == b"PNG"
    assert dict(shown) == dict.fromkeys(("flow-1.en.png", "flow-2.en.png"), b"PNG")
    assert waited == [(ONE, OTHER)]


def test_nothing_is_drawn_for_a_plan_with_an_error(drawn):
    assert Pictures("p").ask([document(ONE, FlowDiagram((("\U00030000",),)))])
    assert drawn == []


def test_a_missing_character_is_an_error_that_names_it_and_the_figure():
    point = Point(2022, Decimal(1), "1")
    series = PathwaySeries(("名称 \U00030000",), "target", (point, Point(2030, Decimal("0.5"), "0.5")), 2022, 2030)
    chart = PathwayChart(("v",), ("h",), ("b",), ("a",), (series,))
    pictures = Pictures("plans/a/plan.yaml")
    (finding,) = pictures.ask([document(chart), document(chart)])
    assert (finding.code, finding.span.file) == ("GP-F20", "plans/a/plan.yaml")
    assert finding.arguments == {"figure": "Figure 1", "characters": "\U00030000 (U+30000)"}


def test_without_drawing_pictures_are_blank_and_the_findings_the_same(drawn):
    flawed = document(ONE, FlowDiagram((("\U00030000",),)))
    pictures = Pictures("p", None)
    findings = pictures.ask([flawed])
    assert drawn == []
    assert dict(pictures.of(document(ONE))) == {"flow-1.en.png": BLANK}
    assert [(found.code, found.arguments) for found in findings] == [
        ("GP-F20", {"figure": "Figure 2", "characters": "\U00030000 (U+30000)"})
    ]


def test_the_blank_picture_is_a_picture_that_word_takes():
    assert Image.open(BytesIO(BLANK)).size == (1, 1)
    assert min(placed_size(BLANK, 9000)) > 0


def test_a_folder_that_the_user_chose_for_matplotlib_is_kept():
    environment = {"MPLCONFIGDIR": "chosen"}
    prepare_matplotlib(environment)
    assert environment["MPLCONFIGDIR"] == "chosen"


def test_numpy_starts_no_threads_but_those_that_the_user_asked_for():
    environment = {"MPLCONFIGDIR": "chosen"}
    prepare_matplotlib(environment)
    assert environment["OPENBLAS_NUM_THREADS"] == "1"
    environment = {"MPLCONFIGDIR": "chosen", "OPENBLAS_NUM_THREADS": "3"}
    prepare_matplotlib(environment)
    assert environment["OPENBLAS_NUM_THREADS"] == "3"


def test_matplotlib_is_given_a_folder_of_ours(tmp_path):
    environment = {"HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    prepare_matplotlib(environment)
    assert environment["MPLCONFIGDIR"].startswith(str(tmp_path))
    assert list(Path(environment["MPLCONFIGDIR"]).iterdir()) == []


def test_a_home_that_cannot_be_written_does_no_harm(tmp_path):
    home = tmp_path / "home"
    home.write_text("a file where a folder should be", encoding="utf-8")
    environment = {"HOME": str(home), "LOCALAPPDATA": str(home), "XDG_CACHE_HOME": str(home)}
    prepare_matplotlib(environment)
    assert Path(environment["MPLCONFIGDIR"]).is_dir()
    assert not environment["MPLCONFIGDIR"].startswith(str(home))


@pytest.mark.parametrize(("platform", "part"), [("win32", "AppData"), ("darwin", "Caches"), ("linux", ".cache")])
def test_the_folder_is_where_each_system_keeps_such_things(tmp_path, monkeypatch, platform, part):
    monkeypatch.setattr(sys, "platform", platform)
    environment = {"HOME": str(tmp_path)}
    prepare_matplotlib(environment)
    assert part in environment["MPLCONFIGDIR"]
    assert Path(environment["MPLCONFIGDIR"]).name == "ghgplan"
