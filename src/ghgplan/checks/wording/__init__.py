"""Wording: the document as it is written, before anybody reads its figures."""

from __future__ import annotations

from ghgplan.checks.rule import Rule
from ghgplan.checks.wording.consistency import document_numbers, names_of_committee, partial_categories, unknown_committee
from ghgplan.checks.wording.definitions import unreferred_items, unused_definitions
from ghgplan.checks.wording.denials import denied_and_said
from ghgplan.checks.wording.headings import repeated_passages, typed_numbers
from ghgplan.checks.wording.languages import figures_of_languages
from ghgplan.checks.wording.pictures import pictures_without_words
from ghgplan.checks.wording.slips import slips, symbols, two_names
from ghgplan.checks.wording.typed import doubled, full_width, placeholders, unfinished
from ghgplan.diagnostics import Severity

RULES: tuple[Rule, ...] = (
    Rule("GP-W01", typed_numbers, Severity.WARNING),
    Rule("GP-W02", unreferred_items, Severity.WARNING),
    Rule("GP-W03", slips, Severity.WARNING),
    Rule("GP-W04", symbols, Severity.WARNING),
    Rule("GP-W05", two_names, Severity.WARNING),
    Rule("GP-W06", placeholders, Severity.WARNING),
    Rule("GP-W07", unfinished, Severity.WARNING),
    Rule("GP-W08", doubled, Severity.WARNING),
    Rule("GP-W09", repeated_passages, Severity.WARNING),
    Rule("GP-W10", full_width, Severity.WARNING),
    Rule("GP-W11", partial_categories, Severity.WARNING),
    Rule("GP-W12", document_numbers, Severity.WARNING),
    Rule("GP-W13", unknown_committee, Severity.WARNING),
    Rule("GP-W14", unused_definitions, Severity.WARNING),
    Rule("GP-W15", figures_of_languages, Severity.WARNING),
    Rule("GP-W16", denied_and_said, Severity.WARNING),
    Rule("GP-W17", names_of_committee, Severity.WARNING),
    Rule("GP-W18", pictures_without_words, Severity.WARNING),
)
