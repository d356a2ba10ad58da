"""The picture files that a plan names, read from disk and made ready for its documents."""

from __future__ import annotations

from pathlib import Path

from ghgplan.diagnostics import Diagnostic
from ghgplan.plan.picture_files import PictureFile, picture_paths
from ghgplan.plan.source import Source
from ghgplan.project.member_paths import BadPath, member_path
from ghgplan.project.seen import Seen
from ghgplan.project.trouble import watching


def plan_pictures(source: Source, folder: Path, project: Path, seen: Seen) -> tuple[dict[str, PictureFile], list[Diagnostic]]:
    """The pictures of the plan in ``folder`` by the path that its outline writes, and what is wrong with the others; ``seen`` is told of them.

    Raises Trouble where a file cannot be read.
    """
    pictures: dict[str, PictureFile] = {}
    findings: list[Diagnostic] = []
    for where, written in picture_paths(source):
        if written.text in pictures:
            continue
        with watching(folder):
            target = member_path(written.text, folder, project)
        if isinstance(target, BadPath):
            findings.append(Diagnostic(target.code, written.span, where, target.arguments))
            continue
        # Most plans bring no pictures, and need not wait until Pillow is loaded.
        from ghgplan.plan.picture_reading import UnfitPicture, read_picture, too_large

        with watching(target):
            picture = too_large(target.stat().st_size)
            if picture is None:
                picture = read_picture(seen.read(target))
            else:
                # Unread, it cannot be told apart from what it will be.
                seen.changing = True
        if isinstance(picture, UnfitPicture):
            findings.append(Diagnostic(picture.code, written.span, where, {"path": written.text, **picture.arguments}, hint=picture.hint))
        else:
            pictures[written.text] = picture
    return pictures, findings
