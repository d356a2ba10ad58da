"""The rooms of the house: imports go down only, and each of the world's doors is in one room.

Downwards is cli, project, emit, document, checks, compute, plan, reference; the message
catalogue and the diagnostics are leaves. Only cli prints, only project touches the disk,
and only these two know the time, the environment or chance.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ghgplan

ROOT = Path(ghgplan.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
ROOMS = ("cli", "project", "emit", "document", "checks", "compute", "plan", "reference")
LEAVES = {"values": set[str](), "package_files": set[str](), "catalogue": {"package_files"}, "diagnostics": {"catalogue", "values"}}
TO_THE_WORLD = {"cli", "project", "__main__"}

CLOCK_AND_CHANCE = {
    *("datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow", "datetime.date.today", "datetime.now", "date.today"),
    *("datetime.today", "datetime.utcnow", "time.time", "time.time_ns", "time.monotonic", "time.localtime", "time.strftime", "time.gmtime"),
    *("os.environ", "os.getenv", "os.urandom", "uuid.uuid1", "uuid.uuid4", "locale.getlocale", "locale.setlocale"),
}
CHANCE_MODULES = {"random", "secrets"}
DISK_MODULES = {"os", "shutil", "tempfile", "glob", "fileinput", "filelock", "subprocess", "socket", "urllib.request"}
DISK_CALLS = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "iterdir",
    "glob",
    "rglob",
    "mkdir",
    "unlink",
    "exists",
    "is_file",
    "is_dir",
}


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(name), names=names, level=0):
                yield name
                yield from (f"{name}.{alias.name}" for alias in names)
            case ast.ImportFrom():
                yield "a relative import"
            case _:
                pass


def dotted(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{dotted(value)}.{name}"
        case _:
            return ""


def names_used(module: ast.Module) -> set[str]:
    return {dotted(node) for node in ast.walk(module) if isinstance(node, ast.Name | ast.Attribute)}


def calls(module: ast.Module) -> set[str]:
    return {
        dotted(node.func).rpartition(".")[2] or getattr(node.func, "attr", "") for node in ast.walk(module) if isinstance(node, ast.Call)
    }


def modules_of_this_house(module: ast.Module) -> set[str]:
    return {name.split(".")[1] for name in imports(module) if name.startswith("ghgplan.")}


def identity(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=identity)
def test_imports_go_down_only(path: Path) -> None:
    here = room(path)
    imported = modules_of_this_house(tree(path))
    assert "a relative import" not in set(imports(tree(path)))
    if here in LEAVES:
        assert imported <= LEAVES[here]
    elif here in ROOMS:
        above = set(ROOMS[: ROOMS.index(here)])
        assert imported & above == set()
        assert imported <= {*ROOMS, *LEAVES, "__version__"}
    else:
        assert here in ("__main__", "__init__")


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) not in ("cli", "__main__")], ids=identity)
def test_only_cli_prints(path: Path) -> None:
    module = tree(path)
    assert "print" not in calls(module)
    assert {"sys.stdout", "sys.stderr", "warnings.warn"} & names_used(module) == set()
    assert {"logging", "getpass"} & set(imports(module)) == set()


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) not in TO_THE_WORLD], ids=identity)
def test_only_project_touches_the_disk(path: Path) -> None:
    module = tree(path)
    imported = set(imports(module))
    assert imported & DISK_MODULES == set()
    # What the package itself ships is opened through importlib.resources.
    if not any(name.startswith("importlib.resources") for name in imported):
        assert "pathlib.Path" not in imported
        assert calls(module) & DISK_CALLS == set()
    assert not any(isinstance(node, ast.Call) and dotted(node.func) in ("open", "io.open") for node in ast.walk(module))


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) not in TO_THE_WORLD], ids=identity)
def test_nothing_inside_knows_the_time_the_environment_or_chance(path: Path) -> None:
    module = tree(path)
    assert set(imports(module)) & (CHANCE_MODULES | CLOCK_AND_CHANCE) == set()
    assert names_used(module) & CLOCK_AND_CHANCE == set()


def test_these_tests_see_what_they_look_for() -> None:
    module = ast.parse("from ghgplan.cli import x\nimport random\nprint(open('x'))\npath.read_text()\ndatetime.now()\nsys.stderr")
    assert "cli" in modules_of_this_house(module)
    assert {"print", "open", "read_text", "now"} <= calls(module)
    assert {"datetime.now", "sys.stderr"} <= names_used(module)
    assert "random" in set(imports(module))
