"""Every text of the plans' documents stands in their Word files and in their Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from completeness import lacking_in_markdown, lacking_in_word
from ghgplan.project import compilation
from ghgplan.project.addresses import find
from ghgplan.project.loading import load
from ghgplan.project.request import Request

REPOSITORY = Path(__file__).resolve().parents[2]
PLANS = find([], REPOSITORY).plans


@pytest.mark.parametrize("address", PLANS, ids=lambda address: address.name)
def test_nothing_of_a_document_is_lost(address, built_plans: Path):
    plan_file = load(address).outcome.value
    assert plan_file
    documents = compilation._documents(plan_file, Request(), lambda stage: None).value
    assert documents
    for document in documents:
        path = built_plans / address.name / f"{address.name}.{document.edition}.docx"
        assert lacking_in_word(document, path.read_bytes()) == []
        assert lacking_in_markdown(document, path.with_suffix(".md").read_text(encoding="utf-8")) == []
