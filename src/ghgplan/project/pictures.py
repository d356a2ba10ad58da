"""The pictures of a plan's documents: each distinct chart is drawn once."""

from __future__ import annotations

import atexit
import base64
import os
import shutil
import tempfile
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from ghgplan.diagnostics import Diagnostic, Outcome, Span
from ghgplan.document.blocks import Document, plain
from ghgplan.document.charts import Chart
from ghgplan.emit.charts import MissingGlyphs, draw, missing_glyphs
from ghgplan.plan.picture_files import PictureFile
from ghgplan.project.store.charts import StoredCharts
from ghgplan.project.user_cache import cache_folder

BLANK = base64.b64decode(b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==")
"""A PNG of one white pixel: it stands in for every picture where only findings are wanted."""


class Pictures:
    """Draws the figures of one plan's editions; equal charts share their bytes.

    Without ``drawing``, every chart is ``BLANK`` and the findings are the same. What is ``stored`` is not drawn again, and what the plan
    brings is as it is.
    """

    def __init__(self, label: str, *, drawing: bool = True, stored: StoredCharts | None = None) -> None:
        self.label = label
        self.stored = stored
        self.drawing = drawing
        self.drawn: dict[Chart, Outcome[bytes]] = {}

    def draw(self, document: Document) -> Outcome[Mapping[str, bytes]]:
        """The document's pictures by file name; a character that the font lacks is an error."""
        pictures: dict[str, bytes] = {}
        findings: list[Diagnostic] = []
        for figure in document.figures():
            if isinstance(figure.chart, PictureFile):
                pictures[figure.file] = figure.chart.content
                continue
            if figure.chart not in self.drawn:
                self.drawn[figure.chart] = self._draw(figure.chart, plain(figure.label))
                findings += self.drawn[figure.chart].diagnostics
            picture = self.drawn[figure.chart].value
            if picture is not None:
                pictures[figure.file] = picture
        return Outcome(pictures, tuple(findings))

    def _draw(self, chart: Chart, figure: str) -> Outcome[bytes]:
        known = self.stored.find(chart) if self.stored else None
        if known is not None:
            return Outcome(known if self.drawing else BLANK)
        # The first picture loads matplotlib, which looks for its folder then and only then.
        prepare_matplotlib(os.environ)
        picture = draw(chart) if self.drawing else missing_glyphs(chart)
        if isinstance(picture, MissingGlyphs):
            shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in picture.characters)
            arguments = {"figure": figure, "characters": shown}
            return Outcome(None, (Diagnostic("GP-F20", Span(self.label, 1, 1), arguments=arguments),))
        if picture and self.stored:
            self.stored.keep(chart, picture.png)
        return Outcome(picture.png if picture else BLANK)


def prepare_matplotlib(environment: MutableMapping[str, str]) -> None:
    """Give matplotlib a folder for its font list that can be written, unless the user did."""
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
