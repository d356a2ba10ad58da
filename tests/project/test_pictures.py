import sys
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

from ghgplan.document.blocks import Figure, Line, Run
from ghgplan.document.charts import FlowDiagram, PathwayChart, PathwaySeries, Point
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
        return SimpleNamespace(png=chart.steps[-1][0].encode())

    monkeypatch.setattr(pictures, "draw", draw)
    return charts


def test_pictures_by_file_name(drawn):
    assert Pictures("p").draw(document(ONE, OTHER)).value == {"flow-1.en.png": b"Casting", "flow-2.en.png": b"Rolling"}


def test_an_equal_chart_is_drawn_once_for_all_editions(drawn):
    drawer = Pictures("p")
    drawer.draw(document(ONE, OTHER))
    drawer.draw(document(FlowDiagram((("Melting",), ("Casting",))), ONE))
    assert drawn == [ONE, OTHER]


def test_a_missing_character_is_an_error_that_names_it_and_the_figure():
    point = Point(2022, Decimal(1), "1")
    series = PathwaySeries(("名称 \U00030000",), "target", (point, Point(2030, Decimal("0.5"), "0.5")), 2022, 2030)
    chart = PathwayChart(("v",), ("h",), ("b",), ("a",), (series,))
    drawer = Pictures("plans/a/plan.yaml")
    (finding,) = drawer.draw(document(chart)).diagnostics
    assert (finding.code, finding.span.file) == ("GP-F20", "plans/a/plan.yaml")
    assert finding.arguments == {"figure": "Figure 1", "characters": "\U00030000 (U+30000)"}
    assert drawer.draw(document(chart)).diagnostics == ()


def test_without_drawing_pictures_are_blank_and_the_findings_the_same(drawn):
    flawed = document(ONE, FlowDiagram((("\U00030000",),)))
    pictures_drawn = Pictures("p", drawing=False).draw(flawed)
    assert drawn == []
    assert pictures_drawn.value == {"flow-1.en.png": BLANK}
    assert [(d.code, d.arguments) for d in pictures_drawn.diagnostics] == [
        ("GP-F20", {"figure": "Figure 2", "characters": "\U00030000 (U+30000)"})
    ]


def test_the_blank_picture_is_a_picture_that_word_takes():
    assert Image.open(BytesIO(BLANK)).size == (1, 1)
    assert min(placed_size(BLANK, 9000)) > 0


def test_a_folder_that_the_user_chose_for_matplotlib_is_kept():
    environment = {"MPLCONFIGDIR": "chosen"}
    prepare_matplotlib(environment)
    assert environment == {"MPLCONFIGDIR": "chosen"}


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
