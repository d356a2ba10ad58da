"""What is told of a build under way."""

import io
from pathlib import Path

import pytest

from ghgplan.cli.arguments import Command
from ghgplan.cli.building import progress_on
from ghgplan.cli.terminal import Terminal
from ghgplan.project.addresses import PlanAddress
from ghgplan.project.compilation import Stage
from ghgplan.project.course import Standing

PLAN = PlanAddress("sixth", Path("/p/plans/sixth/plan.yaml"), Path("/p"))


class Watched(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(standing: Standing, language: str = "en", *, quiet: bool = False) -> str:
    errors = Watched()
    progress_on(Terminal(language, io.StringIO(), errors, {}), Command("build", quiet=quiet))(standing)  # type: ignore[arg-type]
    return errors.getvalue().strip("\r ")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0.0, ""),
        (4.9, ""),
        (5.0, " · about 5 s left"),
        (21.0, " · about 25 s left"),
        (89.0, " · about 90 s left"),
        (90.0, " · about 2 min left"),
        (1500.0, " · about 25 min left"),
    ],
)
def test_the_time_that_is_left_is_told_as_far_as_it_is_known(seconds: float | None, words: str) -> None:
    assert told(Standing(PLAN, Stage.DRAW, 12, 100, seconds)) == f"[13/100] sixth: drawing{words}"


def test_the_last_plan_is_not_one_too_many() -> None:
    # Another process tells its last stage after this plan was counted.
    assert told(Standing(PLAN, Stage.WRITE, 100, 100)).startswith("[100/100]")


def test_it_is_told_in_chinese_too_and_not_at_all_where_quiet_is_wanted() -> None:
    assert told(Standing(PLAN, Stage.DRAW, 0, 9, 30.0), "zh").endswith("· 约剩 30 秒")
    assert told(Standing(PLAN, Stage.DRAW, 0, 9, 30.0), quiet=True) == ""
