"""Microsoft Word on Windows, run without a window through PowerShell: Word files in, PDF out.

Not tried with Word itself: no machine of ours has it. The tests hold the command that is run, with a program in Word's place.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ghgplan.project.programs import run_program

_SECONDS_TO_START = 60
_SECONDS_A_DOCUMENT = 60
# 17: PDF. The last numbers: for print, all pages, the document without its markup, with properties, with bookmarks from headings.
_SCRIPT = """
$ErrorActionPreference = 'Stop'
$word = New-Object -ComObject Word.Application
try {
    $word.Visible = $false
    $word.DisplayAlerts = 0
    $word.AutomationSecurity = 3
    foreach ($file in Get-ChildItem -LiteralPath $env:GHGPLAN_FOLDER -Filter *.docx) {
        $document = $word.Documents.Open($file.FullName, $false, $true, $false)
        $pdf = [IO.Path]::ChangeExtension($file.FullName, '.pdf')
        $document.ExportAsFixedFormat($pdf, 17, $false, 0, 0, 1, 1, 0, $true, $true, 1)
        $document.Close(0)
    }
} finally {
    $word.Quit(0)
}
"""


def find_word() -> str | None:
    """PowerShell, where Word can be reached through it; None anywhere but on Windows, and where Word is not installed."""
    if sys.platform != "win32":
        return None
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
    except OSError:
        return None
    return shutil.which("powershell")


def pdf_by_word(powershell: str, documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The Word files as PDF, by the same names, all in one start of Word; those that it could not read are left out.

    Raises OSError and TookTooLong.
    """
    with tempfile.TemporaryDirectory(prefix="ghgplan-", ignore_cleanup_errors=True) as folder:
        files = {name: Path(folder, f"{number}.docx") for number, name in enumerate(documents)}
        for name, path in files.items():
            path.write_bytes(documents[name])
        command = [powershell, "-NoProfile", "-NonInteractive", "-Command", _SCRIPT]
        # The folder is handed over beside the script, not within: no name of it can be read as a command.
        environment = {**os.environ, "GHGPLAN_FOLDER": folder}
        run_program(command, _SECONDS_TO_START + _SECONDS_A_DOCUMENT * len(files), environment)
        made = {name: path.with_suffix(".pdf") for name, path in files.items()}
        return {name: path.read_bytes() for name, path in made.items() if path.is_file()}
