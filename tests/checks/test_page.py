"""docs/rules.md; that it is not stale is seen in ``tests/plan/test_schema.py``."""

from __future__ import annotations

import re

from ghgplan.catalogue import LANGUAGES
from ghgplan.checks.codes import citations, family_title, known_codes, title
from ghgplan.checks.page import rules_page
from ghgplan.checks.registry import FAMILIES, RULES


def test_every_rule_has_its_row_and_its_chapter() -> None:
    page = rules_page()
    assert re.findall(r"^### (GP-.+)$", page, re.MULTILINE) == list(RULES)
    assert re.findall(r"^\| \[(GP-.+?)\]", page, re.MULTILINE) == list(RULES)
    assert page.count("\n```yaml\n") >= 2 * len(RULES)


def test_every_family_and_rule_has_a_name_in_both_languages() -> None:
    page = rules_page()
    for family, rules in FAMILIES.items():
        for language in LANGUAGES:
            assert not rules or family_title(family, language) in page
            assert all(title(rule.code, language) != rule.code for rule in rules)


def test_a_clause_that_nobody_looked_up_says_so() -> None:
    cited = [text for code in RULES for text in citations(code, " ?")]
    assert any(text.endswith(" ?") for text in cited)
    assert any(not text.endswith(" ?") for text in cited)


def test_the_codes_of_all_stages_are_known_once() -> None:
    codes = known_codes()
    assert {"GP-Y01", "GP-S01", "GP-C01", "GP-X01", *RULES} <= set(codes)
    assert len(codes) == len(set(codes))
