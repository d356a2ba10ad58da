"""``ghgplan build --dry-run``: which plans would be built again, and why."""

from __future__ import annotations

from collections.abc import Iterable

from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.terminal import Terminal
from ghgplan.project.forecast import Forecast

MOST_REASONS = 4
"""Reasons that are told of one plan."""


def show_forecasts(forecasts: Iterable[Forecast], terminal: Terminal) -> int:
    """A line for each plan; the exit code that a build would have, as far as that is known."""
    code = ExitCode.BUILT
    for each in forecasts:
        terminal.line(_line(each, terminal))
        if each.failed:
            code = ExitCode.PLAN_ERROR
    return code


def _line(forecast: Forecast, terminal: Terminal) -> str:
    name = forecast.plan.name
    if not forecast.reasons:
        return terminal.text("forecast.still-failed" if forecast.failed else "forecast.unchanged", plan=name)
    told = [terminal.text(f"forecast.{reason.reason}", path=reason.path) for reason in forecast.reasons[:MOST_REASONS]]
    more = ["…"] if len(forecast.reasons) > MOST_REASONS else []
    return terminal.text("forecast.stale", plan=name, reasons=terminal.text("forecast.and").join(told + more))
