"""Which language the terminal speaks."""

from __future__ import annotations

import sys

# Asked before everything else is loaded: see ``front``.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ghgplan.catalogue import Language

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def interface_language(environment: Mapping[str, str]) -> Language:
    """Chinese where the surroundings are Chinese, English anywhere else."""
    # As with other programs, the first variable that is set decides, even against the system.
    name = next((environment[variable] for variable in VARIABLES if environment.get(variable)), None) or _system_language()
    return "zh" if name.lower().startswith("zh") else "en"


def _system_language() -> str:
    """The display language of Windows; other systems say it by environment variables."""
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
