"""LibreOffice, for the tests that look at laid-out pages: skipped where it is not installed, but never in CI."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ghgplan.project.libreoffice import find_libreoffice, pdf_by_libreoffice
from needed import lacks


def office() -> str:
    """The program; the test is skipped where there is none, and fails where the environment has ``CI``."""
    found = find_libreoffice()
    if found is None:
        lacks("LibreOffice (soffice) is not installed")
    return found


def convert_to_pdf(docx_path: Path, folder: Path) -> Path:
    """Convert a Word file into ``folder``."""
    (pdf,) = convert_all([docx_path], folder)
    return pdf


def convert_all(docx_paths: Iterable[Path], folder: Path) -> list[Path]:
    """Convert Word files of different names into ``folder``, in one start of the program."""
    documents = {path.stem: path.read_bytes() for path in docx_paths}
    made = pdf_by_libreoffice(office(), documents)
    assert list(made) == list(documents)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (folder / f"{name}.pdf").write_bytes(content)
    return [folder / f"{name}.pdf" for name in made]
