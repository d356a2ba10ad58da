"""Who draws and writes for a plan: this process, or one beside it that takes over a part."""

from __future__ import annotations

from ghgplan.project.files import Write, write_here
from ghgplan.project.pictures import Draw, draw_here
from ghgplan.values import frozen


@frozen
class Hands:
    """What draws all charts, and what writes a part of the files."""

    draw: Draw = draw_here
    write: Write = write_here


OWN = Hands()
