"""What tables call pathways and entities."""

from __future__ import annotations

from ghgplan.compute.pathways import PathwayReport
from ghgplan.document.blocks import Words
from ghgplan.document.wording import Wording


def boundary(wording: Wording, pathway: PathwayReport) -> Words:
    """What the pathway covers: its own name, or its boundary's."""
    name = pathway.pathway.name
    return wording.plain_text(name) if name else wording.label(f"boundary.{pathway.pathway.boundary}")


def entity_name(wording: Wording, entity: str) -> Words:
    """What an entity is called: its own name, behind its member's where the member has several."""
    names = [wording.plain_text(name) for name in wording.report.entities[entity].names]
    return wording.label("entity of member", member=names[0], entity=names[1]) if len(names) > 1 else names[0]
