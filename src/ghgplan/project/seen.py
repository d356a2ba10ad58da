"""What a compilation looked at on the disk: its result stays the same for as long as that does."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ghgplan.project.store.entries import digest, read_signed


@dataclass(slots=True)
class Seen:
    """Files by the digest and the signature of what was read of them, and places where none was found."""

    files: dict[Path, tuple[str, str]] = field(default_factory=dict[Path, tuple[str, str]])
    absent: set[Path] = field(default_factory=set[Path])
    changing: bool = False
    """Whether a file was another when it was read again."""

    def read(self, path: Path) -> bytes:
        """The file's content. Raises OSError."""
        content, signature = read_signed(str(path))
        known = digest(content)
        self.changing = self.changing or self.files.get(path, (known,))[0] != known
        self.files[path] = known, signature
        return content

    def add(self, other: Seen) -> None:
        """Take in what ``other`` saw."""
        self.changing = (
            self.changing or other.changing or any(self.files.get(path, known)[0] != known[0] for path, known in other.files.items())
        )
        self.files.update(other.files)
        self.absent |= other.absent
