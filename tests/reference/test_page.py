from ghgplan.reference.entries import Verification
from ghgplan.reference.library import all_entries
from ghgplan.reference.page import factors_page
from ghgplan.reference.tables import sources

PAGE = factors_page()


def test_every_entry_source_and_verification_word_has_its_row() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")]
    assert {f"`{identity}`" for identity in all_entries()} <= {row.split(" | ")[0].removeprefix("| ") for row in rows}
    assert set(sources()) <= {row.split(" | ")[0].removeprefix("| ") for row in rows}
    assert all(f"| {word.value} |" in PAGE for word in Verification)


def test_the_rows_of_a_table_have_as_many_cells_as_its_head() -> None:
    cells = None
    for line in PAGE.splitlines():
        if not line.startswith("|"):
            cells = None
            continue
        count = line.replace("\\|", "").count("|")
        cells = cells or count
        assert count == cells, line
