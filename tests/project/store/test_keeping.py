"""Charts, documents and findings as the store keeps them, and its size."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from ghgplan.diagnostics import Diagnostic, Related, Severity, Span
from ghgplan.document.blocks import Figure
from ghgplan.document.charts import FlowDiagram, WaterfallChart, WaterfallStep
from ghgplan.plan.picture_files import PictureFile
from ghgplan.project.store import housekeeping
from ghgplan.project.store.charts import StoredCharts
from ghgplan.project.store.documents import FormerDocuments, documents_path
from ghgplan.project.store.entries import digest
from ghgplan.project.store.findings_data import read_again, written

ONE = FlowDiagram((("铸造", "Casting"),))


@pytest.fixture
def store(tmp_path):
    return f"{tmp_path}/.cache/ghgplan"


def test_a_chart_is_found_by_what_it_shows(store):
    charts = StoredCharts(store, "drawer")
    assert charts.find(ONE) is None
    charts.keep(ONE, b"PNG")
    assert charts.find(FlowDiagram((("铸造", "Casting"),))) == b"PNG"
    assert charts.find(FlowDiagram((("铸造 ", "Casting"),))) is None
    assert StoredCharts(store, "another drawer").find(ONE) is None
    assert StoredCharts(store, "drawer", anew=True).find(ONE) is None


def test_figures_that_are_equal_but_written_otherwise_are_two(store):
    charts = StoredCharts(store, "drawer")
    one, other = (WaterfallChart(("t",), (WaterfallStep(("x",), "start", Decimal(value), value),)) for value in ("1.0", "1.00"))
    charts.keep(one, b"PNG")
    assert charts.find(other) is None


@pytest.fixture
def documents(tmp_path, store):
    (tmp_path / "out").mkdir()

    def former(source="source", *, anew=False):
        return FormerDocuments(documents_path(store, "a", "out"), tmp_path / "out", source, anew)

    first = former()
    assert first.find("a.docx", "document", b"template") is None
    (tmp_path / "out/a.docx").write_bytes(b"Word")
    first.keep({"a.docx": digest(b"Word"), "a.md": digest(b"text")})
    return former


def test_a_document_made_from_the_same_is_taken_from_where_it_stands(documents, tmp_path):
    assert documents().find("a.docx", "document", b"template") == b"Word"
    (tmp_path / "out/a.docx").write_bytes(b"changed")
    assert documents().find("a.docx", "document", b"template") is None


@pytest.mark.parametrize(
    ("former", "name", "document", "template"),
    [
        ({"source": "other"}, "a.docx", "document", b"template"),
        ({"anew": True}, "a.docx", "document", b"template"),
        ({}, "b.docx", "document", b"template"),
        ({}, "a.docx", "Document", b"template"),
        ({}, "a.docx", "document", b"other"),
    ],
)
def test_a_document_made_from_anything_else_is_not(documents, former, name, document, template):
    assert documents(**former).find(name, document, template) is None


@pytest.mark.parametrize("picture", [PictureFile(b"PNG", "png"), ONE])
def test_a_document_tells_what_its_pictures_show(picture):
    def document(shown):
        return Figure("name", (), (), (), shown, "1.png")

    other = PictureFile(b"GNP", "png") if picture is not ONE else FlowDiagram((("other",),))
    assert repr(document(picture)) == repr(document(picture))
    assert repr(document(picture)) != repr(document(other))


def test_findings_are_read_as_they_were_written():
    span = Span("plans/铝 厂/plan.yaml", 3, 7, 4)
    findings = (
        Diagnostic("GP-A01", span, ("a", "b c"), {"total": "𠮷\n"}, Severity.WARNING, "GP-A01.other", (Related(span, ("x",)),)),
        Diagnostic("GP-S01", span, severity=Severity.ACCEPTED, reason={"zh": "因", "en": "because"}),
    )
    assert "\n" not in written(findings)
    assert read_again(written(findings)) == findings


@pytest.mark.parametrize("text", ["", "{", "3", "[[]]", '[["GP-A01"]]', '[["GP-A01", 3, [], {}, "error", null, [], {}]]'])
def test_what_are_no_findings_is_none(text):
    assert read_again(text) is None


def test_what_was_not_used_for_longest_goes_first(store, monkeypatch):
    charts = StoredCharts(store, "drawer")
    shown = [FlowDiagram(((str(number),),)) for number in range(4)]
    for chart in shown:
        charts.keep(chart, b"x" * 1000)
    for path in (entry.path for entry in os.scandir(f"{store}/charts")):
        os.utime(path, (1000, 1000))
    assert charts.find(shown[2])
    monkeypatch.setattr(housekeeping, "MOST_BYTES", {"charts": 1500, "plans": 10})
    monkeypatch.setattr(housekeeping, "MOST_BYTES_A_PLAN", {"charts": 100, "plans": 10})
    Path(store, "plans").mkdir()
    left = f"{store}/charts/x.1-1.tmp"
    Path(left).touch()
    os.utime(left, (1000, 1000))
    housekeeping.tidy(store)
    assert [chart for chart in shown if charts.find(chart)] == [shown[2]]
    assert len(list(Path(store, "charts").iterdir())) == 1


def test_many_plans_keep_the_charts_of_all(store, monkeypatch):
    charts = StoredCharts(store, "drawer")
    shown = [FlowDiagram(((str(number),),)) for number in range(4)]
    for chart in shown:
        charts.keep(chart, b"x" * 1000)
    monkeypatch.setattr(housekeeping, "MOST_BYTES", {"charts": 1500})
    monkeypatch.setattr(housekeeping, "MOST_BYTES_A_PLAN", {"charts": 1100})
    Path(store, "plans").mkdir()
    for number in range(4):
        Path(store, "plans", str(number)).touch()
    housekeeping.tidy(store)
    assert len(list(Path(store, "charts").iterdir())) == 4
    Path(store, "plans/3").unlink()
    housekeeping.tidy(store)
    assert len(list(Path(store, "charts").iterdir())) == 3
