"""The files of a plan's documents: which there are, who writes them, which stand already as they would be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from ghgplan.diagnostics import Outcome
from ghgplan.document.blocks import Document
from ghgplan.emit.shipped import is_shipped
from ghgplan.project.files import File, MarkdownFile, WordFile, write_here
from ghgplan.project.hands import Hands
from ghgplan.project.page_numbers import Draft, PageNumbers, with_page_numbers
from ghgplan.project.pdf import Converter
from ghgplan.project.pictures import Pictures
from ghgplan.project.request import Format
from ghgplan.project.store.documents import FormerDocuments
from ghgplan.project.store.templates import KeptTemplates
from ghgplan.project.word_templates import NamedTemplate
from ghgplan.values import frozen


@frozen
class Looks:
    """The templates of one plan: of Word those that it names, of Markdown the text of the only one."""

    word: tuple[NamedTemplate, ...]
    markdown: str

    @property
    def shipped(self) -> bool:
        """Whether all are templates that ghgplan ships: then filling them finds nothing."""
        return is_shipped(self.markdown.encode()) and all(is_shipped(template.content) for template in self.word)


def document_files(
    name: str, documents: Sequence[Document], pictures: Pictures, looks: Looks, formats: Iterable[Format], kept: KeptTemplates
) -> dict[str, File]:
    """The files of the plan ``name``, to be written: Markdown first, which names the pictures and does not wait for them."""
    files: dict[str, File] = {}
    for document in documents if Format.MARKDOWN in formats else ():
        files[f"{name}.{document.edition}.{Format.MARKDOWN}"] = MarkdownFile(document, looks.markdown)
    for document in documents if Format.WORD in formats else ():
        for template in looks.word:
            file = WordFile(document, pictures.of(document), template.content, template.label, kept)
            files[f"{name}{template.mark}.{document.edition}.{Format.WORD}"] = file
    return files


def written(files: Mapping[str, File], looks: Looks, former: FormerDocuments | None, hands: Hands | None) -> Outcome[dict[str, bytes]]:
    """The files' bytes by name. Without ``hands`` they are empty, unless a template of the company's own has to tell all of its faults."""
    if hands is None and looks.shipped:
        return Outcome(dict.fromkeys(files, b""))
    done = {name: Outcome(content) for name, file in files.items() if (content := _former(former, name, file)) is not None}
    stale = {name: file for name, file in files.items() if name not in done}
    own, others = _shared_out(stale)
    wait = (hands.write if hands else write_here)([stale[name] for name in others])
    done |= {name: stale[name].written() for name in own}
    done |= zip(others, wait(), strict=True)
    failure = next((done[name] for name in files if done[name].failed), None)
    return Outcome(None, failure.diagnostics) if failure else Outcome({name: done[name].value or b"" for name in files})


def _former(former: FormerDocuments | None, name: str, file: File) -> bytes | None:
    return former.find(name, file.document, file.template) if former and isinstance(file, WordFile) else None


def _shared_out(files: Mapping[str, File]) -> tuple[list[str], list[str]]:
    """What is written here, and what another may write: half of the Word files, and Markdown, which is little."""
    word = [name for name, file in files.items() if isinstance(file, WordFile)]
    own = word[: (len(word) + 1) // 2]
    return own, [name for name in files if name not in own]


def with_pages(files: Mapping[str, File], contents: Mapping[str, bytes], converter: Converter) -> Outcome[dict[str, bytes]]:
    """The files with page numbers in the contents of those in Word."""
    drafts = {
        name: Draft(contents[name], file.document, file.label, partial(_again, file, contents[name]))
        for name, file in files.items()
        if isinstance(file, WordFile)
    }
    numbered = with_page_numbers(drafts, converter)
    return Outcome({**contents, **(numbered.value or {})}, numbered.diagnostics)


def _again(file: WordFile, before: bytes, pages: PageNumbers) -> bytes:
    return file.written(pages).value or before
