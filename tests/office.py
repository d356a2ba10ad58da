"""LibreOffice, for the tests that look at laid-out pages: skipped where it is not installed, but never in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
_LONGEST_SECONDS = 120


def office() -> str:
    """The program; the test is skipped where there is none, and fails where the environment has ``CI``."""
    found = shutil.which("soffice") or next((place for place in _PLACES if Path(place).is_file()), None)
    if found is None:
        missing = "LibreOffice (soffice) is not installed"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    return found


def convert_to_pdf(docx_path: Path, folder: Path) -> Path:
    """Convert a Word file into ``folder``, with a profile of its own there, so that conversions can run side by side."""
    profile = (folder / f"office-{docx_path.stem}").resolve().as_uri()
    command = [office(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx_path)]
    run = subprocess.run(command, capture_output=True, timeout=_LONGEST_SECONDS, check=False)
    pdf = folder / f"{docx_path.stem}.pdf"
    # It ends well even where it could not read the file.
    assert pdf.is_file(), run.stderr.decode(errors="replace")
    return pdf
