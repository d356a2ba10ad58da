"""From the path that a group's plan writes for a member to a file inside the project."""

from __future__ import annotations

from pathlib import Path

from ghgplan.values import frozen


@frozen
class BadPath:
    """Why a path leads nowhere we go: a code of the diagnostics, and what to write instead."""

    code: str
    arguments: dict[str, str]


def member_path(written: str, folder: Path, project: Path) -> Path | BadPath:
    """The file that ``written`` means, seen from ``folder``; both folders absolute and resolved.

    It must be a plain file inside ``project``, reached with forward slashes and spelt
    exactly as on disk: a plan that works on Windows also works on Linux.
    """
    steps = written.split("/")
    if _ill_formed(written, steps):
        return BadPath("GP-F02", {"path": written})
    path = folder
    for step in steps:
        if step == "..":
            path = path.parent
            if not path.is_relative_to(project):
                return BadPath("GP-F03", {"path": written})
            continue
        names = [entry.name for entry in path.iterdir()] if path.is_dir() else []
        if step not in names:
            other_case = next((name for name in names if name.casefold() == step.casefold()), None)
            if other_case:
                return BadPath("GP-F07", {"path": written, "written": step, "found": other_case})
            return BadPath("GP-F01", {"path": written})
        path = path / step
    if not path.is_file():
        return BadPath("GP-F04", {"path": written})
    # A link may lead out where the written path does not.
    path = path.resolve()
    return path if path.is_relative_to(project) else BadPath("GP-F03", {"path": written})


def _ill_formed(written: str, steps: list[str]) -> bool:
    if any(character in written for character in '\\:\0<>"|?*') or written.startswith("~"):
        return True
    return any(step in ("", ".") or step != step.strip() for step in steps)
