"""Whether colours are welcome."""

# Loaded before everything else: nothing is imported that takes time.
from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO


def shows_colours(output: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether ``output`` shows colours and the user wants them."""
    if not output.isatty() or environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    # Old Windows consoles print the codes; the new ones say who they are.
    return os.name != "nt" or any(name in environment for name in ("WT_SESSION", "ANSICON", "TERM", "TERM_PROGRAM", "ConEmuANSI"))
