"""How often Python looks for objects that nobody needs."""

import gc

PLANS_TOGETHER = 10


def collect_seldom() -> None:
    """Loading and one plan make a million small objects that stay: to look through them ever again costs a tenth of the time."""
    gc.set_threshold(100_000, 50, 100)


def collect_between_plans(before: int) -> None:
    """To be called when so many plans were built ``before`` the next, so that memory stays that of a few: documents leave circles of objects behind."""
    # Not after each: to look through all that is loaded takes a third of what a plan does.
    if before and before % PLANS_TOGETHER == 0:
        gc.collect()


def collect_no_more() -> None:
    """The process ends, and all its objects with it. Python would look through them for garbage three times more before."""
    gc.freeze()
