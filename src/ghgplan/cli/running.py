"""Understand the command, do it, answer with an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from ghgplan.cli.arguments import Command, UsageError, asked_language, understand
from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.interface_language import interface_language
from ghgplan.cli.terminal import Terminal, speak_utf8
from ghgplan.project.trouble import Trouble


def terminal_for(given: Sequence[str]) -> Terminal:
    """The terminal of this process, in the language that ``given`` or the surroundings ask for."""
    speak_utf8()
    # Python has neither where it was started with them closed.
    output, errors = (stream or Path(os.devnull).open("w", encoding="utf-8") for stream in (sys.stdout, sys.stderr))  # noqa: SIM115 - open as long as the process
    return Terminal(asked_language(given) or interface_language(os.environ), output, errors, os.environ)


def run(given: Sequence[str]) -> int:
    """Run ``ghgplan`` with the arguments ``given``; the exit code. Lets KeyboardInterrupt pass."""
    terminal = terminal_for(given)
    debug = "--debug" in given
    try:
        return _do(understand(given, terminal.language), terminal)
    except UsageError as error:
        terminal.complain(terminal.text("usage.complaint", problem=error))
        return ExitCode.USAGE
    except Trouble as trouble:
        terminal.complain(terminal.text(trouble.name, **trouble.arguments))
        return ExitCode.SURROUNDINGS
    except KeyboardInterrupt:
        terminal.clear_progress()
        raise
    except BrokenPipeError:
        _say_no_more()
        return ExitCode.SURROUNDINGS
    except OSError as error:
        if error.filename is not None:
            return _fail(error, terminal, debug=debug)
        # What is refused has no name: it is our own output, to a disk that is full.
        _say_no_more()
        terminal.complain(terminal.text("trouble.other", path="stdout", problem=error.strerror or error))
        return ExitCode.SURROUNDINGS
    except Exception as bug:
        return _fail(bug, terminal, debug=debug)


def _fail(bug: Exception, terminal: Terminal, *, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    terminal.complain(terminal.text("bug", problem=f"{type(bug).__name__}: {bug}"))
    return ExitCode.PLAN_ERROR


def _say_no_more() -> None:
    # Whoever read our output has gone; a second complaint at exit would be ours.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _do(command: Command, terminal: Terminal) -> int:
    # Imported only now: --help and --version need none of the rooms below.
    if command.verb == "schema":
        from ghgplan.cli.schema import print_schema

        print_schema(terminal)
        return ExitCode.BUILT
    if command.verb == "explain":
        from ghgplan.cli.explain import explain

        return explain(command, terminal)
    if command.verb == "rule":
        from ghgplan.cli.rules import show_rules

        return show_rules(command, terminal)
    if command.verb == "conformance":
        from ghgplan.cli.conformance import show_conformance

        return show_conformance(command, terminal)
    if command.verb == "template":
        from ghgplan.cli.template import run_on_templates

        return run_on_templates(command, terminal)
    if command.verb == "factors":
        from ghgplan.cli.factors import show_factors

        return show_factors(command, terminal)
    from ghgplan.cli.building import run_plans

    return run_plans(command, terminal)
