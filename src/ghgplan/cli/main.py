"""``ghgplan``: where the command begins, and where Ctrl-C ends it."""

from __future__ import annotations

import os
import sys

from ghgplan.project.garbage import collect_no_more, collect_seldom
from ghgplan.project.interruption import insist_on_interruption

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``ghgplan`` with ``arguments`` (those of the process by default); the exit code."""
    collect_seldom()
    insist_on_interruption()
    # What a plan means is up to ghgplan and not to plugins of pydantic; to look for them is to look through every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        # Imported here, for Ctrl-C may come while the rest is still being loaded.
        from ghgplan.cli.front import answer

        code = answer(given)
        if code is not None:
            return code
        from ghgplan.cli.running import run

        return run(given)
    except KeyboardInterrupt:
        from ghgplan.cli.exit_codes import ExitCode
        from ghgplan.cli.running import terminal_for

        terminal = terminal_for(given)
        terminal.complain(terminal.text("interrupted"))
        return ExitCode.INTERRUPTED
    finally:
        if arguments is None:
            collect_no_more()
