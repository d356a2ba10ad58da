"""``ghgplan explain``: how the numbers of a plan were made, one as a tree or all as a list."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ghgplan.cli.arguments import Command
from ghgplan.cli.derivations import derivation_json, derivation_lines, value_text
from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.one_plan import one_plan
from ghgplan.cli.terminal import Terminal, display_width
from ghgplan.compute.derivation import NumberNames, derivation
from ghgplan.compute.report import Report
from ghgplan.diagnostics import nearest
from ghgplan.document.blocks import Edition, plain
from ghgplan.document.tables.number_words import number_words
from ghgplan.document.wording import Wording
from ghgplan.project.addresses import PlanAddress

WIDEST_NAME = 70


def explain(command: Command, terminal: Terminal) -> int:
    """Explain the number that ``command`` names, or list the numbers whose names begin so; the exit code."""
    plan = one_plan(command.plans[0], terminal)
    if isinstance(plan, ExitCode):
        return plan
    report, address = plan.report, plan.address
    several = len(command.names) > 1 and all(name in report.numbers for name in command.names)
    names = command.names if several else _chosen(report, command.words)
    if not names and (command.words or not command.as_json):
        _complain_of_unknown(report, command.words, address, terminal)
        return ExitCode.USAGE if command.words else ExitCode.BUILT

    wording = Wording(report, Edition(terminal.language), {})

    def words(name: str) -> str | None:
        found = number_words(wording, name)
        return plain(found) if found else None

    known = NumberNames(report)
    if command.as_json:
        numbers = [derivation_json(derivation(report, name, known), words, plan.place, terminal.language) for name in names]
        terminal.line(json.dumps({"plan": address.name, "numbers": numbers}, ensure_ascii=False, indent=2))
    elif several or names == (command.words,):
        for position, name in enumerate(names):
            if position:
                terminal.line()
            if title := words(name):
                terminal.line(title)
            for line in derivation_lines(derivation(report, name, known), plan.place, terminal):
                terminal.line(line)
    else:
        _list(report, names, terminal)
    return ExitCode.PLAN_ERROR if plan.has_errors else ExitCode.BUILT


def _chosen(report: Report, wanted: str) -> tuple[str, ...]:
    if wanted in report.numbers:
        return (wanted,)
    beginning = f"{wanted.rstrip('.')}." if wanted else ""
    return tuple(name for name in report.numbers if name.startswith(beginning))


def _complain_of_unknown(report: Report, wanted: str, address: PlanAddress, terminal: Terminal) -> None:
    if not wanted:
        terminal.complain(terminal.text("explain.nothing", plan=address.name))
        return
    sentence = terminal.text("explain.unknown", plan=address.name, given=wanted)
    close = nearest(wanted, report.numbers)
    more = terminal.text("usage.did-you-mean", suggestion=close) if close else terminal.text("explain.list", plan=address.name)
    terminal.complain(f"{sentence} {more}")


def _list(report: Report, names: Sequence[str], terminal: Terminal) -> None:
    width = min(max(display_width(name) for name in names), WIDEST_NAME)
    for name in names:
        padding = " " * max(0, width - display_width(name))
        terminal.line(f"{name}{padding}  {value_text(report.numbers[name], terminal)}")
