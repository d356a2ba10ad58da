"""The results as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.cases import Kind
from benchmarks.measuring import Growth, Result
from benchmarks.statistics import Ratio, Spread, ratio, spread

MEMORY_TARGET, GROWTH_TARGET = 1.2, 10.5
BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"


def placed(text: str, page: str) -> str:
    """``page`` with ``text`` between its marks; the text alone where it has none."""
    if BEGIN not in page or END not in page:
        return text
    head, _, rest = page.partition(BEGIN)
    return f"{head}{BEGIN}\n\n{text}\n{END}{rest.partition(END)[2]}"


def results(found: Sequence[Result]) -> Iterator[str]:
    """A table of ratios: each case against each of its others."""
    yield "| case | ours | against | theirs | ratio, 95 % | processor time | target | |"
    yield "|---|---:|---|---:|---:|---:|---:|---|"
    for result in found:
        (_, ours), *others = result.timings.items()
        for place, (name, theirs) in enumerate(others):
            wall = ratio([timing.wall for timing in ours], [timing.wall for timing in theirs])
            target = result.kind.target if place == 0 else None
            cells = [
                _case(result) if place == 0 else "",
                seconds(spread([timing.wall for timing in ours])) if place == 0 else "",
                name,
                seconds(spread([timing.wall for timing in theirs])),
                interval(wall, len(theirs)),
                _processor(result, name),
                "" if target is None else f"≤ {target:g}",
                "" if target is None else verdict(wall, target),
            ]
            yield f"| {' | '.join(cells)} |"


def missing(kinds: Sequence[Kind]) -> Iterator[str]:
    """What the time did not allow."""
    if kinds:
        yield ""
        yield (
            "Not run, for want of time: " + "; ".join(kind.name if kind.plans == 1 else f"{kind.plans} {kind.name}" for kind in kinds) + "."
        )


def growths(found: Sequence[Growth]) -> Iterator[str]:
    """How time and memory grow with the number of plans, then the two ratios that have a target."""
    yield "| plans, cold | ours | a plan | peak memory | naive script | a plan | peak memory |"
    yield "|---:|---:|---:|---:|---:|---:|---:|"
    for one in found:
        ours = [_short_time(one.seconds), _short_time(one.seconds / one.plans), memory(one.memory)]
        naive = [*_naive_times(one), memory(one.naive_memory)]
        yield f"| {one.plans} | {' | '.join(ours + naive)} |"
    yield ""
    yield from _growth_targets(found)


def _naive_times(one: Growth) -> tuple[str, str]:
    return ("—", "—") if one.naive_seconds is None else (_short_time(one.naive_seconds), _short_time(one.naive_seconds / one.plans))


def _growth_targets(found: Sequence[Growth]) -> Iterator[str]:
    if len(found) < 2:
        yield "One size alone was measured: growth is unknown."
        return
    more, fewer = found[-1], found[-2]
    times = more.seconds / fewer.seconds
    yield f"- Time of {more.plans} plans over time of {fewer.plans}: {times:.1f}; target for 1000 over 100: ≤ {GROWTH_TARGET:g}."
    ten = next((one for one in found if one.plans == 10), fewer)
    if more.memory and ten.memory and more is not ten:
        peak = more.memory / ten.memory
        yield f"- Peak memory of {more.plans} plans over that of {ten.plans}: {peak:.2f}; target for 1000 over 10: ≤ {MEMORY_TARGET:g}."
    elif more.memory:
        yield f"- Peak memory: {more.plans} plans are too few to hold against 10; target for 1000 over 10: ≤ {MEMORY_TARGET:g}."
    else:
        yield "- Peak memory was not measured: psutil is not installed."


def seconds(measured: Spread) -> str:
    """Seconds, or milliseconds below one, with the least and the most."""
    if measured.median < 1:
        return f"{measured.median * 1000:.0f} ms ({measured.least * 1000:.0f}–{measured.most * 1000:.0f})"
    return f"{measured.median:.2f} s ({measured.least:.2f}–{measured.most:.2f})"


def memory(held: int | None) -> str:
    """Mebibytes."""
    return "—" if held is None else f"{held / 2**20:.0f} MiB"


def interval(measured: Ratio, turns: int) -> str:
    """A ratio with its bounds; of one turn alone there are none."""
    if turns == 1:
        return f"**{_short(measured.value)}** (one turn)"
    return f"**{_short(measured.value)}** [{_short(measured.low)}, {_short(measured.high)}]"


def verdict(measured: Ratio, target: float) -> str:
    """Whether the target is reached: with the whole interval, or with the ratio alone, or how far it is."""
    if measured.high <= target:
        return "reached"
    if measured.value <= target:
        return "reached, within the noise"
    return f"{measured.value / target:.1f} times too slow"


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def _case(result: Result) -> str:
    wanted, had = result.kind.plans, result.plans
    if wanted == 1:
        return result.kind.name
    return f"{had} {result.kind.name}" + ("" if had == wanted else f" ({wanted} wanted)")


def _processor(result: Result, name: str) -> str:
    ours, theirs = ([timing.processor for timing in timings] for timings in (next(iter(result.timings.values())), result.timings[name]))
    return _short(spread(ours).median / spread(theirs).median) if spread(theirs).median else "—"


def _short_time(length: float) -> str:
    return f"{length:.2f} s" if length >= 1 else f"{length * 1000:.0f} ms"
