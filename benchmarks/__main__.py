"""``python -m benchmarks``: measures ghgplan as it stands beside the script that a user would write; prints Markdown."""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import page
from benchmarks.cases import FEW, KINDS, Kind
from benchmarks.machine import load, machine
from benchmarks.measuring import Growth, Result, fitting, growth, measured, warmed
from benchmarks.running import CommandError
from benchmarks.workplace import Workplace


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the exit code."""
    given = parser().parse_args(arguments)
    minutes = given.minutes or (1.8 if given.quick else 9.0)
    rounds = given.rounds or (5 if given.quick else 9)
    with tempfile.TemporaryDirectory(prefix="ghgplan-benchmark-") as made:
        place = Workplace(Path(made), given.seed)
        try:
            text = "\n".join([*report(place, given, minutes * 60, rounds, arguments), ""])
        except CommandError as failed:
            print(failed, file=sys.stderr)
            return 1
    print(text)
    if given.out:
        former = given.out.read_text(encoding="utf-8") if given.out.exists() else ""
        given.out.write_text(page.placed(text, former), encoding="utf-8", newline="\n")
    return 0


def parser() -> argparse.ArgumentParser:
    """What may be asked for."""
    made = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    made.add_argument("--quick", action="store_true", help="at most two minutes, instead of ten")
    made.add_argument("--minutes", type=float, help="how long it may take, about")
    made.add_argument("--rounds", type=int, help="how often each side is run at most (9; quick 5)")
    made.add_argument("--plans", type=int, default=1000, help="at most so many plans in any case (1000)")
    made.add_argument("--only", default="", help="only the cases that have this in their name")
    made.add_argument("--no-growth", action="store_true", help="leave out how time and memory grow")
    made.add_argument("--seed", type=int, default=1, help="the plans' seed (1)")
    made.add_argument("--out", type=Path, help="write the Markdown to this file too, between its marks if it has any")
    return made


def report(place: Workplace, given: argparse.Namespace, seconds: float, rounds: int, arguments: Sequence[str]) -> list[str]:
    """The lines of the whole page. Raises CommandError."""
    start, before = time.monotonic(), load()

    def left() -> float:
        return seconds - (time.monotonic() - start)

    place.prepare()
    pace = warmed(place)
    found: list[Result] = []
    out_of_time: list[Kind] = []
    chosen = [kind for kind in KINDS if given.only in kind.name]
    # What is left out leaves its time to the others.
    shared = sum(kind.share for kind in chosen) if given.only else 1
    for kind in chosen:
        allowed = min(left(), seconds * kind.share / shared)
        a_plan = kind.ours * pace.ours + kind.naive * pace.naive
        plans = fitting(min(kind.plans, given.plans), allowed, a_plan)
        if left() < a_plan * plans or plans < min(kind.plans, given.plans, FEW):
            out_of_time.append(kind)
            continue
        say(f"{plans} × {kind.name}")
        found.append(measured(kind, kind.make(place, plans), plans, place, rounds=rounds, seconds=allowed))
    grown: list[Growth] = []
    if not given.no_growth:
        say("growth")
        grown += growth(place, given.plans, seconds=left(), pace=pace)
    return [
        f"`{shlex.join(['python', '-m', 'benchmarks', *arguments])}`, {time.monotonic() - start:.0f} s:",
        "",
        *page.results(found),
        *page.missing(out_of_time),
        "",
        *(page.growths(grown) if grown else []),
        "",
        *machine(),
        *([f"- Load of the last minute before and after: {before}, {load()}"] if before else []),
    ]


def say(text: str) -> None:
    """What is being measured, apart from the result."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
