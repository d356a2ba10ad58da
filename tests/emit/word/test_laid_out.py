"""Word files as another program lays them out."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import Edition
from ghgplan.emit.word import write_word
from office import convert_to_pdf


@pytest.mark.parametrize("edition", list(Edition))
def test_it_opens_counts_its_pages_and_repeats_the_head(edition: Edition, tmp_path: Path) -> None:
    sample = document(edition)
    path = tmp_path / "plan.docx"
    path.write_bytes(write_word(sample, pictures(sample), template()))
    pages = [page.extract_text() for page in PdfReader(convert_to_pdf(path, tmp_path)).pages]
    assert 5 <= len(pages) <= 8
    assert f"3 / {len(pages)}" in pages[2]
    heads = {"zh": "措施", "en": "Measure"}
    language = edition.languages[-1]
    with_measures = [page for page in pages if " 12,000 m³" in page or " 288,000 m³" in page]
    assert len(with_measures) == 2
    assert all(heads[language] in page for page in with_measures)
    everything = "".join("".join(pages).split())
    for heading in sample.headings():
        for line in heading.words:
            assert "".join(line.text.split()) in everything
            assert f"{heading.number}" in everything
