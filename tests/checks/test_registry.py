"""The rules as a whole: codes, families, what each rests on."""

from __future__ import annotations

import re
from collections import Counter

from ghgplan.checks.registry import FAMILIES, RULES
from ghgplan.reference.criteria import criteria
from ghgplan.reference.standards import standards


def test_a_code_is_given_once() -> None:
    assert [code for code, count in Counter(rule.code for family in FAMILIES.values() for rule in family).items() if count > 1] == []


def test_a_family_has_a_letter_of_its_own_and_counts_from_one() -> None:
    letters = {name: {rule.code[3] for rule in rules} for name, rules in FAMILIES.items()}
    assert all(len(each) == 1 for each in letters.values()), letters
    assert len(set.union(*letters.values())) == len(FAMILIES)
    assert all(re.fullmatch(r"GP-[A-Z][0-9]{2}", code) for code in RULES)


def test_a_rule_rests_on_standards_and_criteria_that_the_library_has() -> None:
    known = set(standards())
    for rule in RULES.values():
        for basis in rule.basis:
            assert basis.standard in known, (rule.code, basis)
            if basis.standard.startswith("ASI Performance Standard V3") and re.match("5", basis.clause):
                assert basis.clause in criteria() or any(each.startswith(basis.clause) for each in criteria()), (rule.code, basis)
