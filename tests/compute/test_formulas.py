from __future__ import annotations

import pytest

from compute.reevaluation import FORMULAS as AGAIN
from ghgplan.catalogue import LANGUAGES, catalogue
from ghgplan.compute.formulas import FORMULAS, Formula
from ghgplan.reference.standards import Standard, standard


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda formula: formula.name)
def test_a_formula_has_a_title_in_both_languages_and_an_expression(formula: Formula) -> None:
    assert all(formula.label_id in catalogue("document", language) for language in LANGUAGES)
    assert " = " in formula.expression


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda formula: formula.name)
def test_what_is_cited_is_in_the_library_and_says_how_far_it_was_verified(formula: Formula) -> None:
    assert bool(formula.standard) == (formula.verification is not None)
    assert formula.standard or not formula.clause
    if formula.standard:
        assert isinstance(standard(formula.standard), Standard)


def test_what_the_tests_compute_again_are_formulas() -> None:
    assert AGAIN.keys() <= FORMULAS.keys()
