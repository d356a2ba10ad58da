"""Ctrl-C that comes where Python drops it."""

import sys
from _thread import interrupt_main, start_new_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def insist_on_interruption() -> None:
    """Let an interruption that comes while an object goes out of use be repeated: Python would show it, and go on as if there had been none."""
    show = sys.unraisablehook

    def hook(lost: "UnraisableHookArgs", /) -> None:
        if isinstance(lost.exc_value, KeyboardInterrupt):
            # By another thread: raised in here, it would be dropped again.
            start_new_thread(interrupt_main, ())
        else:
            show(lost)

    sys.unraisablehook = hook
