"""How often Python looks for objects that nobody needs."""

import gc


def collect_seldom() -> None:
    """Loading and one plan make a million small objects that stay: to look through them ever again costs a tenth of the time."""
    gc.set_threshold(100_000, 50, 100)


def collect_no_more() -> None:
    """The process ends, and all its objects with it. Python would look through them for garbage three times more before."""
    gc.freeze()
