"""The peer in Node: there or not, and locked as the rest is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from benchmarks.cases import KINDS
from benchmarks.machine import machine
from benchmarks.workplace import REPOSITORY, Workplace

from benchmarks import peers

WORD_FILE = next(kind for kind in KINDS if kind.name.startswith("one Word file"))


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where made-up packages are installed, all that the script wants."""
    shutil.copy(peers.HERE / "package.json", tmp_path)
    for name in json.loads((tmp_path / "package.json").read_text(encoding="utf-8"))["dependencies"]:
        (tmp_path / "node_modules" / name).mkdir(parents=True)
        (tmp_path / "node_modules" / name / "package.json").write_text('{"version": "1.2.3"}', encoding="utf-8")
    monkeypatch.setattr(peers, "HERE", tmp_path)
    monkeypatch.setattr(peers.shutil, "which", lambda name: f"/bin/{name}")
    return tmp_path / "node_modules"


def sides(folder: Path) -> list[str]:
    return [side.name for side in WORD_FILE.make(Workplace(folder, 1), 1).others]


def test_docxtemplater_is_a_peer_where_it_is_installed(packages: Path, tmp_path: Path):
    assert peers.node() == "/bin/node"
    assert "docxtemplater" in sides(tmp_path)
    shutil.rmtree(packages / "pizzip")
    assert peers.node() is None
    assert "docxtemplater" not in sides(tmp_path)
    assert not any("npm" in line for line in machine())


def test_without_node_there_is_no_such_peer(packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(peers.shutil, "which", lambda _name: None)
    assert "docxtemplater" not in sides(tmp_path)


@pytest.mark.parametrize("folder", ["benchmarks/peers", "tests/validator"])
def test_every_locked_package_has_its_hash_and_no_place(folder: str):
    lock = json.loads((REPOSITORY / folder / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((REPOSITORY / folder / "package.json").read_text(encoding="utf-8"))
    own = lock["packages"].pop("")
    assert own.get("dependencies") == wanted.get("dependencies")
    assert lock["packages"]
    for name, package in lock["packages"].items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
