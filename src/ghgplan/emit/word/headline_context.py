"""What a template can print of the headlines: the figures, targets and pathways of a page for customers."""

from __future__ import annotations

from ghgplan.document.blocks import Words, plain
from ghgplan.document.headlines import Headlines


def headline_context(headlines: Headlines) -> dict[str, object]:
    """Texts by the names that ``names`` describes; both languages of one text are on a line each, or on one line where they are short."""
    figures = {name.replace("scope 1+2", "scopes 1 and 2").replace(" ", "_"): _text(words) for name, words in headlines.figures.items()}
    return {
        "figures": figures,
        "key_figures": [{"label": _text(each.label), "value": _text(each.value)} for each in headlines.key_figures],
        "targets": [
            {
                "owner": plain(each.owner),
                "statement": _text(each.statement),
                "base_year": _text(each.base_year),
                "base": _text(each.base),
                "year": _text(each.year),
                "value": _text(each.value),
                "reduction": _text(each.reduction),
            }
            for each in headlines.targets
        ],
        "more_targets": plain(headlines.more_targets),
        "pathways": [
            {
                "name": _text(each.name),
                "unit": _text(each.unit),
                "base_year": _text(each.base_year),
                "base": _text(each.base),
                "in_2030": _text(each.in_2030),
                "in_2050": _text(each.in_2050),
            }
            for each in headlines.pathways
        ],
        "statement": [line.text for line in headlines.statement],
    }


def _text(words: Words) -> str:
    return plain(words, "\n")
