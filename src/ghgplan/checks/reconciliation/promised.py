"""What title and text say the figures are, against the figures that the plan has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import inventories
from ghgplan.checks.wording.prose import prose, wordings
from ghgplan.compute.inventory import CATEGORIES
from ghgplan.compute.report import Report

_FOOTPRINT = re.compile(r"产品碳足迹|product carbon footprint|carbon footprint of (?:the )?products?", re.IGNORECASE)
_CATEGORIES = re.compile(
    r"类别\s*(?:1|一)\s*(?:至|到|—|–|-|~|～)\s*(?:类别)?\s*(?:6|六)(?!\d)|categories (?:1|one) (?:to|through|[-–—]) ?(?:6|six)\b",
    re.IGNORECASE,
)


def footprint_in_title(report: Report) -> Iterator[Finding]:
    """A title that promises the footprint of products, over an organisation's inventory and no figure per product."""
    has_organisation = any(True for _ in inventories(report))
    per_product = any(target.boundary == "product footprint" for target in report.plan.targets.values())
    if not has_organisation or per_product or any(inventory.production for _, inventory in inventories(report)):
        return
    document = report.plan.document
    for key, text in (("title", document.title), ("subtitle", document.subtitle)):
        for each in wordings(("document", key), text) if text else ():
            match = _FOOTPRINT.search(each.words)
            if match:
                yield Finding(each.path, {"words": match[0]}, (place(report.file, "inventory", at_key=True),), fragment=match[0])
                return


def categories_in_scopes(report: Report) -> Iterator[Finding]:
    """A text that says that categories 1 to 6 of ISO 14064-1 were quantified, over an inventory by scopes."""
    known = [name for _, inventory in inventories(report) for name, of_years in inventory.totals.items() if of_years]
    if not known or any(name in CATEGORIES for name in known):
        return
    scopes = ", ".join(dict.fromkeys(name for name in known if name.startswith("scope") and name != "scope 1+2")) or "total"
    for each in prose(report):
        match = _CATEGORIES.search(each.words)
        if match:
            yield Finding(
                each.path, {"words": match[0], "scopes": scopes}, (place(report.file, "inventory", at_key=True),), fragment=match[0]
            )
            return
