"""The files that lie in the package beside its code. A leaf.

``importlib.resources`` opens them too, and takes as long to load as a rule family; the loader of the package is asked itself,
which works from a zip file as well.
"""

from __future__ import annotations

from pkgutil import get_data


def package_text(path: str, encoding: str = "utf-8") -> str:
    """The text of the file at ``path`` below the package, with its line ends as ``\\n``. Raises OSError where there is none."""
    content = get_data("ghgplan", path)
    if content is None:
        raise FileNotFoundError(path)
    return content.decode(encoding).replace("\r\n", "\n")
