"""Pictures by what they show: the same chart, drawn by the same drawer, is the same picture."""

from __future__ import annotations

import re

from ghgplan.document.charts import Chart
from ghgplan.project.store.entries import digest, read_entry, write_entry
from ghgplan.project.store.housekeeping import note_use
from ghgplan.values import frozen

CHARTS = "charts"


@frozen
class StoredCharts:
    """The pictures below ``store`` that the drawer ``drawing`` drew. ``anew``: none is found, all are kept."""

    store: str
    drawing: str
    anew: bool = False

    def find(self, chart: Chart) -> bytes | None:
        """The chart's picture, None where it was not drawn yet."""
        if self.anew:
            return None
        path = self._path(chart)
        picture = read_entry(path)
        if picture is not None:
            note_use(path)
        return picture

    def keep(self, chart: Chart, picture: bytes) -> None:
        """Keep the chart's picture."""
        write_entry(self._path(chart), picture)

    def _path(self, chart: Chart) -> str:
        # A chart is tuples, texts and decimals through and through: it reads the same wherever it is the same.
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(chart).__name__).lower()
        return f"{self.store}/{CHARTS}/{kind}-{digest(f'{self.drawing} {chart!r}'.encode('utf-8', 'surrogatepass'))[:40]}"
