"""The pictures of a plan's documents: each distinct chart is drawn once."""

from __future__ import annotations

import atexit
import base64
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import cache
from pathlib import Path

from ghgplan.diagnostics import Diagnostic, Span
from ghgplan.document.blocks import Document, plain
from ghgplan.document.charts import Chart
from ghgplan.emit.charts import MissingGlyphs, Picture, draw, missing_glyphs
from ghgplan.plan.picture_files import PictureFile
from ghgplan.project.store.charts import StoredCharts
from ghgplan.project.user_cache import cache_folder

BLANK = base64.b64decode(b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==")
"""A PNG of one white pixel: it stands in for every picture where only findings are wanted."""


Draw = Callable[[Sequence[Chart]], Callable[[], Sequence[bytes]]]
"""Begins to draw charts, whose characters the font has; what it returns waits for their PNG bytes."""


def draw_here(charts: Sequence[Chart]) -> Callable[[], Sequence[bytes]]:
    """Draw in this process, at once."""
    pictures = [_png(chart) for chart in charts]
    return lambda: pictures


def _png(chart: Chart) -> bytes:
    # The first picture loads matplotlib and numpy, which look at the environment then and only then.
    prepare_matplotlib(os.environ)
    picture = draw(chart)
    if not isinstance(picture, Picture):
        raise TypeError(picture)
    return picture.png


class Pictures:
    """The pictures of one plan's editions; equal charts share their bytes.

    Charts are drawn by ``draw``; without it every chart is ``BLANK``, and the findings are the same. What is ``stored`` is not drawn
    again, and what the plan brings is as it is.
    """

    def __init__(self, label: str, draw: Draw | None = draw_here, stored: StoredCharts | None = None) -> None:
        self._label = label
        self._draw = draw
        self._stored = stored
        self._known: dict[Chart, Callable[[], bytes]] = {}

    def ask(self, documents: Iterable[Document]) -> tuple[Diagnostic, ...]:
        """Begin what is to be drawn for ``documents``; a character that the font lacks is an error, and then nothing is drawn."""
        findings: list[Diagnostic] = []
        asked: list[Chart] = []
        for figure in (figure for document in documents for figure in document.figures()):
            chart = figure.chart
            if isinstance(chart, PictureFile) or chart in self._known or chart in asked:
                continue
            known = self._stored.find(chart) if self._stored else None
            missing = None if known else missing_glyphs(chart)
            findings += [self._finding(missing, plain(figure.label))] if missing else []
            if known or missing or not self._draw:
                picture = known if known and self._draw else BLANK
                self._known[chart] = lambda picture=picture: picture
            else:
                asked.append(chart)
        if self._draw and asked and not findings:
            self._begin(tuple(asked), self._draw)
        return tuple(findings)

    def _begin(self, charts: tuple[Chart, ...], draw: Draw) -> None:
        wait = draw(charts)

        @cache
        def drawn() -> dict[Chart, bytes]:
            pictures = dict(zip(charts, wait(), strict=True))
            if self._stored:
                for chart, picture in pictures.items():
                    self._stored.keep(chart, picture)
            return pictures

        for chart in charts:
            self._known[chart] = lambda chart=chart: drawn()[chart]

    def of(self, document: Document) -> Mapping[str, bytes]:
        """The document's pictures by file name, all of which were asked for. Whoever takes the first waits until all are drawn."""
        return _Shown({figure.file: figure.chart for figure in document.figures()}, self._content)

    def _content(self, chart: Chart | PictureFile) -> bytes:
        if isinstance(chart, PictureFile):
            return chart.content
        return self._known[chart]()

    def _finding(self, missing: MissingGlyphs, figure: str) -> Diagnostic:
        shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing.characters)
        return Diagnostic("GP-F20", Span(self._label, 1, 1), arguments={"figure": figure, "characters": shown})


class _Shown(Mapping[str, bytes]):
    """Pictures by file name, each there as soon as it is asked for."""

    def __init__(self, charts: Mapping[str, Chart | PictureFile], content: Callable[[Chart | PictureFile], bytes]) -> None:
        self._charts = charts
        self._content = content

    def __getitem__(self, name: str) -> bytes:
        return self._content(self._charts[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._charts)

    def __len__(self) -> int:
        return len(self._charts)


def prepare_matplotlib(environment: MutableMapping[str, str]) -> None:
    """Give matplotlib a folder for its settings that can be written, and its numbers one thread, unless the user did."""
    # Without this, numpy starts a thread for each processor when it is loaded, and nothing here multiplies matrices.
    environment.setdefault("OPENBLAS_NUM_THREADS", "1")
    if environment.get("MPLCONFIGDIR"):
        return
    folder = cache_folder(environment)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="ghgplan-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    environment["MPLCONFIGDIR"] = str(folder)
