"""What is told of a command under way."""

from collections.abc import Callable
from pathlib import Path

from ghgplan.project.addresses import PlanAddress
from ghgplan.project.compilation import Stage
from ghgplan.project.course import FEWEST, Course, Standing

PLAN = PlanAddress("a", Path("a/plan.yaml"), Path())


def followed(total: int, settled: int, *ends: float, now: float | None = None) -> Standing:
    """How things stand ``now``, when plans were finished at the times ``ends``."""
    times = iter([*ends, now if now is not None else ends[-1] if ends else 0.0])
    clock: Callable[[], float] = lambda: next(times)  # noqa: E731
    told: list[Standing] = []
    course = Course(total, settled, told.append, clock)
    for _ in ends:
        course.finished()
    course.notice(PLAN, Stage.DRAW)
    return told[-1]


def test_plans_that_need_nothing_count_as_done() -> None:
    assert followed(10, 4) == Standing(PLAN, Stage.DRAW, 4, 10, None)
    assert followed(10, 4, 5.0).done == 5


def test_the_pace_leaves_out_the_time_in_which_all_is_loaded() -> None:
    # The first plan took a minute, those after it two seconds each: sixteen are left.
    assert followed(20, 0, 60.0, 62.0, 64.0, 66.0).seconds_left == 16 * 2.0
    assert followed(20, 10, 60.0, 62.0, 64.0, 66.0).seconds_left == 6 * 2.0


def test_time_runs_between_plans_and_never_below_nothing() -> None:
    assert followed(5, 0, 60.0, 62.0, 64.0, 66.0, now=67.0).seconds_left == 1.0
    assert followed(5, 0, 60.0, 62.0, 64.0, 66.0, now=99.0).seconds_left == 0.0


def test_a_few_plans_say_nothing_of_the_rest() -> None:
    assert followed(20, 0, *map(float, range(FEWEST - 1))).seconds_left is None
    assert followed(20, 0, *map(float, range(FEWEST))).seconds_left is not None
