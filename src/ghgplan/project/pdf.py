"""PDF: laid out from the Word files by whichever office program this machine has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ghgplan.project.libreoffice import find_libreoffice, pdf_by_libreoffice
from ghgplan.project.microsoft_word import find_word, pdf_by_word
from ghgplan.project.programs import TookTooLong
from ghgplan.project.trouble import Trouble

Converter = Callable[[Mapping[str, bytes]], dict[str, bytes]]
"""Makes PDF of Word files, by the same names; leaves out what it could not read."""


def find_converter() -> Converter:
    """LibreOffice, or Word on Windows. Raises Trouble where there is neither."""
    libreoffice = find_libreoffice()
    if libreoffice:
        return lambda documents: pdf_by_libreoffice(libreoffice, documents)
    word = find_word()
    if word:
        return lambda documents: pdf_by_word(word, documents)
    raise Trouble("trouble.no-office")


def as_pdf(converter: Converter, documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Each Word file as PDF, by its own name; whole, or Trouble is raised."""
    if not documents:
        return {}
    try:
        made = converter(documents)
    except TookTooLong:
        raise Trouble("trouble.office-too-slow", documents=", ".join(documents)) from None
    except OSError as error:
        raise Trouble("trouble.other", path=error.filename or ", ".join(documents), problem=error.strerror or str(error)) from error
    lacking = [name for name in documents if not _is_whole(made.get(name, b""))]
    if lacking:
        raise Trouble("trouble.office-failed", documents=", ".join(lacking))
    return {name: made[name] for name in documents}


def _is_whole(pdf: bytes) -> bool:
    return pdf.startswith(b"%PDF-") and b"%%EOF" in pdf[-1024:]
