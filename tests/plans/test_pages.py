"""The pages of some documents, held against those that were looked at: ``--update-pages`` keeps new ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from emit.word.reading import changed
from office import convert_all
from pages import cut, difference, render, sheet

KEPT = Path(__file__).parent / "pages"
DOCUMENTS = ("sound-casthouse.zh", "sound-casthouse.en", "sound-casthouse.zh-en", "inventory-report.zh")
"""The last for its wide tables, on turned pages."""
MOST = 0.08
"""Other versions of the renderer stay below; a page that lost a table, or is set otherwise, does not."""


@pytest.fixture(scope="module")
def laid_out(built_plans: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list]:
    folder = tmp_path_factory.mktemp("pages")
    paths = [built_plans / name.partition(".")[0] / f"{name}.docx" for name in DOCUMENTS]
    return {pdf.stem: render(pdf, folder) for pdf in convert_all(paths, folder)}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_pages_look_as_they_were_reviewed(name: str, laid_out: dict[str, list], request: pytest.FixtureRequest):
    pages, path = laid_out[name], KEPT / f"{name}.png"
    if request.config.getoption("--update-pages"):
        KEPT.mkdir(exist_ok=True)
        path.write_bytes(sheet(pages))
    if not path.is_file():
        pytest.fail(f"There is no {path.name} yet: look at the pages and keep them with --update-pages.")
    kept = cut(path.read_bytes(), pages)
    assert kept, f"{name}: there are {len(pages)} pages now; look at them, and keep them with --update-pages."
    far = {number: round(away, 3) for number, page in enumerate(pages) if (away := difference(page, kept[number])) > MOST}
    assert far == {}, f"{name}: these pages look otherwise (page from 0, how far); if they should, keep them with --update-pages."


def test_the_kept_pages_are_small():
    assert sum(path.stat().st_size for path in KEPT.glob("*.png")) < 1_000_000


def test_a_page_that_lost_a_table_is_told_apart(built_plans: Path, tmp_path: Path, laid_out: dict[str, list]):
    name = "sound-casthouse.zh"
    content = (built_plans / "sound-casthouse" / f"{name}.docx").read_bytes()

    def without_a_table(xml: str) -> str:
        start = xml.index("<w:tbl>", xml.index('w:val="Heading1"'))
        return xml[:start] + xml[xml.index("</w:tbl>", start) + len("</w:tbl>") :]

    (tmp_path / f"{name}.docx").write_bytes(changed(content, "word/document.xml", without_a_table))
    (pdf,) = convert_all([tmp_path / f"{name}.docx"], tmp_path)
    pages, whole = render(pdf, tmp_path), laid_out[name]
    assert len(pages) != len(whole) or max(difference(one, other) for one, other in zip(pages, whole, strict=True)) > 2 * MOST


def test_the_same_page_a_hair_further_down_is_the_same(laid_out: dict[str, list]):
    for page in laid_out["sound-casthouse.zh"]:
        moved = page.transform(page.size, 0, (1, 0, 0.4, 0, 1, 0.4), resample=2)
        assert difference(page, moved) < MOST / 2
        assert difference(page, page) == 0


def test_a_page_count_that_changed_is_seen(laid_out: dict[str, list]):
    pages = laid_out["sound-casthouse.zh"]
    assert cut(sheet(pages), pages[:-1]) is None
    assert cut(sheet(pages), pages) is not None
