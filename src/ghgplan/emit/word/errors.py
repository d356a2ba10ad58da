"""What is wrong with a Word template."""

from __future__ import annotations

from collections.abc import Mapping


class TemplateError(Exception):
    """A template that no document can be made with. ``code`` names its message, ``arguments`` fill it.

    - ``GP-T01``: it cannot be read as a Word document (``problem``)
    - ``GP-T02``: it lacks a style, or the style's numbering (``style``)
    - ``GP-T03``: a tag in it cannot be filled (``problem``; ``near``, the text around it, may be empty)
    - ``GP-T04``: it never prints the document's body, and does not say that it is a summary
    - ``GP-T10`` to ``GP-T24``: its package is not to be opened
    - ``GP-T42``: filling it goes on too long (``most``, ``template_limit``)
    - ``GP-T90``: the file made with it is damaged (``problem``)
    - ``GP-T91``: the file made with it lacks texts of the document (``texts``, ``count``)
    """

    def __init__(self, code: str, arguments: Mapping[str, str] | None = None) -> None:
        self.code = code
        self.arguments: Mapping[str, str] = arguments or {}
        super().__init__(code, self.arguments)

    def __str__(self) -> str:
        return " ".join((self.code, *(f"{name}: {value}" for name, value in self.arguments.items() if value)))
