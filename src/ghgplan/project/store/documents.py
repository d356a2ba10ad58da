"""What the documents in an output folder were made from: those made from the same need not be made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ghgplan.project.store.entries import digest, entry_path, read_entry, write_entry

DOCUMENTS = "documents"


@dataclass(slots=True)
class FormerDocuments:
    """The documents in the plan's output folder ``folder``, by what they were made from with the ghgplan ``source``."""

    path: str
    folder: Path
    source: str
    anew: bool = False
    made_from: dict[str, str] = field(default_factory=dict[str, str])

    def find(self, name: str, document: object, template: bytes) -> bytes | None:
        """The file as it was made from the same before, if it still stands in its folder as it was written."""
        # A document is tuples and texts through and through: it reads the same wherever it is the same. Its charts say what is drawn.
        made_from = f"{self.source} {digest(template)} {document!r}"
        self.made_from[name] = digest(made_from.encode("utf-8", "surrogatepass"))
        key, known = ("", "") if self.anew else self._former().get(name, ("", ""))
        if key != self.made_from[name]:
            return None
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            return None
        return content if digest(content) == known else None

    def keep(self, digests: Mapping[str, str]) -> None:
        """Note what the files with these ``digests`` were made from, beside what is known of others in the folder."""
        made = {name: (key, digests[name]) for name, key in self.made_from.items() if name in digests}
        lines = [f"{name}\t{key}\t{known}" for name, (key, known) in (self._former() | made).items() if "\t" not in name]
        write_entry(self.path, "\n".join(lines).encode("utf-8", "surrogateescape"))

    def _former(self) -> dict[str, tuple[str, str]]:
        lines = (read_entry(self.path) or b"").decode("utf-8", "surrogateescape").split("\n")
        fields = (line.split("\t") for line in lines)
        return {field[0]: (field[1], field[2]) for field in fields if len(field) == 3}


def documents_path(store: str, plan: str, folder: str) -> str:
    """Where the store notes what the documents of a plan in ``folder`` were made from."""
    return entry_path(f"{store}/{DOCUMENTS}", plan, folder)
