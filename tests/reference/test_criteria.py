"""The ASI criteria that a plan answers to."""

from __future__ import annotations

from ghgplan.reference.criteria import criteria, criterion
from ghgplan.reference.entries import Verification
from ghgplan.reference.lookup import Asked, Unknown
from reference.known import known


def test_criteria_of_principle_5() -> None:
    assert " ".join(criteria()) == "5.1a 5.1b 5.2 5.3a 5.3b 5.3b-i 5.3b-ii 5.3b-iii 5.3c 5.3d 5.3e 5.4"


def test_thresholds_for_smelters_are_from_memory() -> None:
    assert [name for name, each in criteria().items() if each.applies_to == "smelters"] == ["5.2"]
    assert known(criterion("5.2")).provenance.verification is Verification.MEMORY


def test_an_unknown_criterion_gets_the_nearest() -> None:
    missing = criterion("5.3f")
    assert isinstance(missing, Unknown)
    assert missing.asked is Asked.CRITERION
    assert set(missing.nearest) <= criteria().keys()
    assert missing.nearest
