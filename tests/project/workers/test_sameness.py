"""What two machines must have alike."""

from __future__ import annotations

import re
import tomllib
import zlib
from pathlib import Path

from ghgplan.project.workers.sameness import sameness

REPOSITORY = Path(__file__).parents[3]
SAYS_NOTHING = {"babel", "filelock", "pypdf", "ruamel.yaml.clib"}
"""Packages that no document depends on: of tables, locks, page numbers (which are not sent), and what another stands in for."""


def test_all_packages_that_documents_are_made_with_are_in_it() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split("[<>=; ]", dependency)[0] for dependency in project["dependencies"]}
    told = {word.rpartition("-")[0] for word in sameness().split()}
    assert names - told == SAYS_NOTHING


def test_what_compresses_documents_is_in_it() -> None:
    assert f"zlib-{zlib.ZLIB_RUNTIME_VERSION}" in sameness().split()
