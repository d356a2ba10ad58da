"""LibreOffice, found and run without a window: Word files in, PDF out."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ghgplan.project.programs import run_program

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_READ = "--infilter=MS Word 2007 XML"
"""Said, for otherwise it makes pages of anything that it can read as text."""
# Headings become bookmarks; tagged, the text can be read aloud and searched in its order.
_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_SECONDS_TO_START = 60
_SECONDS_A_DOCUMENT = 60


def find_libreoffice() -> str | None:
    """The program, None where it is not installed."""
    on_path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    return on_path or next((place for place in _PLACES if Path(place).is_file()), None)


def pdf_by_libreoffice(program: str, documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The Word files as PDF, by the same names, all in one start of the program; those that it could not read are left out.

    It has a profile of its own, so that one that is open on the desk is not disturbed and several may run side by side.
    Raises OSError and TookTooLong.
    """
    with tempfile.TemporaryDirectory(prefix="ghgplan-", ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        # Plain names: those of plans may be longer than the system takes together with this folder.
        files = {name: here / f"{number}.docx" for number, name in enumerate(documents)}
        for name, path in files.items():
            path.write_bytes(documents[name])
        profile = (here / "profile").as_uri()
        command = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            _READ,
            "--convert-to",
            _FILTER,
            "--outdir",
            folder,
        ]
        run_program([*command, *map(str, files.values())], _SECONDS_TO_START + _SECONDS_A_DOCUMENT * len(files))
        made = {name: path.with_suffix(".pdf") for name, path in files.items()}
        return {name: path.read_bytes() for name, path in made.items() if path.is_file()}
