"""What the command answers to the shell that called it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every verb. Where several apply, the highest of 0 to 3 is given."""

    BUILT = 0
    """All that was asked for is built, or found in order."""
    PLAN_ERROR = 1
    """A plan or a template has errors, or ghgplan itself failed over one."""
    USAGE = 2
    """The command was not understood, or names a plan that is not there."""
    SURROUNDINGS = 3
    """The surroundings refused: disk full, file open elsewhere, permission, another build."""
    INTERRUPTED = 130
    """Ctrl-C: what shells give for a command that was interrupted (128 + SIGINT)."""
