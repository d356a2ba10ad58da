"""``ghgplan conformance``: what a plan shows of the ASI criteria, one by one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ghgplan.catalogue import LANGUAGES, Language, catalogue
from ghgplan.checks.criteria.conformance import conformance
from ghgplan.checks.criteria.judgement import Judgement, Remark, Status
from ghgplan.cli.arguments import Command
from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.findings import MOST_RELATED
from ghgplan.cli.one_plan import OnePlan, one_plan
from ghgplan.cli.terminal import Colour, Terminal, display_width, printable

_COLOURS = {Status.MET: Colour.GREEN, Status.PARTLY: Colour.YELLOW, Status.MISSING: Colour.RED, Status.NOT_APPLICABLE: Colour.BOLD}


def show_conformance(command: Command, terminal: Terminal) -> int:
    """Judge the plan of ``command``; the exit code says whether it could be judged, not how well it did."""
    plan = one_plan(command.plans[0], terminal)
    if isinstance(plan, ExitCode):
        return plan
    judgements = conformance(plan.report)
    if command.as_json:
        record = {"plan": plan.address.name, "criteria": [judgement_json(each, plan) for each in judgements]}
        terminal.line(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        for line in judgement_lines(judgements, plan, terminal):
            terminal.line(line)
    return ExitCode.PLAN_ERROR if plan.has_errors else ExitCode.BUILT


def judgement_lines(judgements: Sequence[Judgement], plan: OnePlan, terminal: Terminal) -> Iterator[str]:
    """The criteria in the standard's order, each with what the plan shows and what it lacks; their count by status at the end."""
    width = max((display_width(judgement.criterion.id) for judgement in judgements), default=0)
    for judgement in judgements:
        status = terminal.coloured(_status(judgement.status, terminal.language), _COLOURS[judgement.status], Colour.BOLD)
        text = judgement.criterion.text
        called = terminal.coloured(judgement.criterion.id.ljust(width), Colour.BOLD)
        yield f"{called}  {status}  {printable(text.zh if terminal.language == 'zh' else text.en)}"
        for shown in judgement.shown:
            yield f"    + {_remark(shown, terminal.language)}"
            yield from (f"        {plan.place(each.span)}  {each.dotted_path}".rstrip() for each in shown.places[:MOST_RELATED])
            if len(shown.places) > MOST_RELATED:
                yield f"        {terminal.text('finding.more', count=len(shown.places) - MOST_RELATED)}"
        for lacking in judgement.lacking:
            yield f"    - {_remark(lacking, terminal.language)}"
            if lacking.at:
                yield f"        {terminal.text('conformance.at', path='.'.join(lacking.at))}"
        yield ""
    counts = Counter(judgement.status for judgement in judgements)
    tally = ", ".join(f"{_status(status, terminal.language)} {counts[status]}" for status in Status if counts[status])
    yield terminal.text("conformance.count", plan=plan.address.name, tally=tally)
    yield terminal.text("conformance.evidence")


def judgement_json(judgement: Judgement, plan: OnePlan) -> dict[str, Any]:
    """One criterion as JSON can hold it."""
    origin = judgement.criterion.provenance
    return {
        "id": judgement.criterion.id,
        "text": {"zh": judgement.criterion.text.zh, "en": judgement.criterion.text.en},
        "source": {"id": origin.source.id, "edition": origin.edition, "verification": origin.verification.value},
        "status": judgement.status.value,
        "shown": [_remark_json(remark, plan) for remark in judgement.shown],
        "lacking": [_remark_json(remark, plan) for remark in judgement.lacking],
    }


def _remark_json(remark: Remark, plan: OnePlan) -> dict[str, Any]:
    return {
        "id": remark.id,
        "message": {language: _remark(remark, language) for language in LANGUAGES},
        "places": [{"place": plan.place(each.span), "path": each.dotted_path} for each in remark.places],
        "at": ".".join(remark.at) or None,
    }


def _remark(remark: Remark, language: Language) -> str:
    message = catalogue("checks/criteria", language).text(remark.message_id)
    if not remark.names:
        return message
    names = printable("、".join(remark.names) if language == "zh" else ", ".join(remark.names))
    return f"{message}（{names}）" if language == "zh" else f"{message} ({names})"


def _status(status: Status, language: Language) -> str:
    return catalogue("checks/criteria", language).text(status.label_id)
