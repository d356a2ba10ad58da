"""Whatever a document says stands in its Word file and in its Markdown; and what is lost is missed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from completeness import every_line, lacking_in_markdown, lacking_in_word
from emit.markdown.reading import TEXTS
from emit.markdown.test_write_markdown import TEMPLATE as MARKDOWN
from emit.word.reading import parts
from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import BulletList, Cell, Document, Edition, Heading, Line, ListItem, Note, Paragraph, Run, Table
from ghgplan.document.reading import block_texts, block_words, flat, lines
from ghgplan.emit.markdown import write_markdown
from ghgplan.emit.word import write_word
from ghgplan.emit.word.completeness import lost_texts
from ghgplan.emit.word.package import packed

MAIN = "word/document.xml"
EDITIONS = st.sampled_from(list(Edition))


@st.composite
def words(draw, edition: Edition):
    def run():
        # Blanks at the ends of a heading or a caption are left out by one writer and kept by the other.
        return Run(draw(TEXTS).strip(), draw(st.booleans()), draw(st.booleans()))

    return tuple(Line(language, tuple(run() for _ in range(draw(st.integers(1, 2))))) for language in edition.languages)


@st.composite
def blocks(draw, edition: Edition):
    text = words(edition)
    match draw(st.integers(0, 4)):
        case 0:
            return Heading(1, "1", draw(text), "renamed below")
        case 1:
            return Paragraph(draw(text))
        case 2:
            return Note(draw(text))
        case 3:
            return BulletList(tuple(ListItem(draw(text)) for _ in range(draw(st.integers(1, 3)))), draw(st.booleans()))
        case _:
            columns = draw(st.integers(1, 3))
            rows = [tuple(Cell(draw(text)) for _ in range(columns)) for _ in range(draw(st.integers(2, 4)))]
            note = draw(st.none() | text)
            return Table("t", draw(text), draw(text), (rows[0],), tuple(rows[1:]), (1,) * columns, note)


@st.composite
def documents(draw) -> Document:
    edition = draw(EDITIONS)
    first = Heading(1, "1", tuple(Line(language, (Run("A"),)) for language in edition.languages), "section-1")
    drawn = [
        replace(block, name=f"b{number}") if isinstance(block, Heading | Table) else block
        for number, block in enumerate(draw(st.lists(blocks(edition), max_size=5)))
    ]
    of = document(edition, (first, *drawn))
    return replace(of, cover=replace(of.cover, title=draw(words(edition)), company=draw(words(edition))))


# Not shrunk: building two files for each attempt would take minutes.
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(documents())
def test_random_documents_are_whole(of: Document) -> None:
    assert lacking_in_word(of, write_word(of, {}, template())) == []
    assert lacking_in_markdown(of, write_markdown(of, MARKDOWN)) == []


@pytest.mark.parametrize("edition", list(Edition))
def test_the_sample_is_whole(edition: Edition) -> None:
    of = document(edition)
    assert lacking_in_word(of, write_word(of, pictures(of), template())) == []
    assert lacking_in_markdown(of, write_markdown(of, MARKDOWN)) == []


@pytest.mark.parametrize("edition", list(Edition))
def test_no_text_of_a_block_is_left_out_of_the_reckoning(edition: Edition) -> None:
    for block in document(edition).blocks:
        reckoned = flat(block_texts(block, " "))
        assert [line.text for line in every_line(block) if any(part not in reckoned for part in lines(line.text))] == []
        assert {line for words in block_words(block) for line in words} == set(every_line(block))


@pytest.mark.parametrize("edition", list(Edition))
def test_every_text_that_is_lost_is_missed(edition: Edition) -> None:
    """Pieces of text are taken out of the body in turn: each is missed."""
    of = document(edition)
    whole = parts(write_word(of, pictures(of), template()))
    pieces = list(re.finditer(r"<w:t [^>]*>([^<]*[^<\s])</w:t>", whole[MAIN].decode()))
    body = [piece for piece in pieces if piece.start() > whole[MAIN].decode().index('w:val="Heading1"')]
    assert len(body) > 80
    for piece in body[::9]:
        without = piece.string[: piece.start(1)] + piece.string[piece.end(1) :]
        assert lost_texts(of, packed({**whole, MAIN: without.encode()})) != (), piece[1]


@pytest.mark.parametrize("edition", list(Edition))
def test_blocks_in_another_order_are_missed(edition: Edition) -> None:
    of = document(edition)
    turned = replace(of, blocks=tuple(reversed(of.blocks)))
    assert lost_texts(turned, write_word(of, pictures(of), template())) != ()
    assert lacking_in_markdown(turned, write_markdown(of, MARKDOWN)) != []
