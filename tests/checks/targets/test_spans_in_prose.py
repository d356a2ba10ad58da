"""Changes that a sentence gives by both ends and by a percentage."""

from __future__ import annotations

import pytest

from ghgplan.checks.targets.spans_in_prose import ends_and_percentage
from little_plans import report


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("排放强度由2023年的0.50 tCO2e/t降至2025年的0.45 tCO2e/t，下降15%。", True),
        ("排放强度由2023年的0.50 tCO2e/t降至2025年的0.45 tCO2e/t，下降10%。", False),
        ("排放强度由0.50 tCO2e/t降至0.45 tCO2e/t，下降约一成。", False),
        ("The intensity fell by about 15 %, from 0.499 to 0.474 tCO2e/t.", True),
        ("The intensity fell by about 5 %, from 0.499 to 0.474 tCO2e/t.", False),
        ("Emissions fell 4.3 % from 2023 to 2025.", False),
        ("排放强度由0.50 tCO2e/t降至0.45 tCO2e/t，年均下降5%。", False),
        ("再生铝占比由25.0%提高到31.0%，提高6个百分点。", False),
        ("产量由18.6 万吨增至19.2 万吨，强度由0.55 tCO2e/t降至0.51 tCO2e/t，下降约7%。", False),
    ],
)
def test_the_percentage_is_the_change_between_the_ends(text: str, is_found: bool) -> None:
    found = [*ends_and_percentage(report(f'outline:\n  - title: {{zh: 进展, en: Progress}}\n    text: {{zh: "{text}", en: Text.}}\n'))]
    assert bool(found) is is_found
