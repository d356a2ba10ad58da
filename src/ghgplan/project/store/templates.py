"""Word templates that an earlier run prepared.

What is kept of them holds code: it lies in the user's own folder, never in one that comes with a project.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ghgplan.project.store.entries import digest, read_entry, write_entry
from ghgplan.project.store.housekeeping import note_use
from ghgplan.values import frozen

if TYPE_CHECKING:
    from ghgplan.emit.word.prepared import PreparedTemplate

_MOST = 32
"""So many are kept: a company has a few, and each version of ghgplan its own."""


@frozen
class KeptTemplates:
    """The templates that the ghgplan ``source`` prepared, below ``folder``; none is kept without one. ``anew``: none is taken."""

    folder: Path | None
    source: str
    anew: bool = False

    def prepared(self, template: bytes) -> PreparedTemplate | bytes:
        """The template, prepared now or before; as it is where none is kept. Raises TemplateError."""
        if self.folder is None:
            return template
        # Loaded only where a document is written.
        from ghgplan.emit.word import prepare
        from ghgplan.emit.word.keeping import from_bytes, to_bytes

        path = self.folder / "templates" / digest(f"{self.source} {digest(template)}".encode())
        kept = None if self.anew else read_entry(str(path))
        known = from_bytes(kept, template) if kept else None
        if known is not None:
            note_use(str(path))
            return known
        made = prepare(template)
        if write_entry(str(path), to_bytes(made, template)):
            _tidy(path.parent)
        return made


def _tidy(folder: Path) -> None:
    with suppress(OSError):
        entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in entries[_MOST:]:
            path.unlink(missing_ok=True)
