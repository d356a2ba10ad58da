import os
from pathlib import Path

import pytest

from ghgplan.project.store.entries import digest, place, present_signature, read_entry, read_signed, write_entry
from ghgplan.project.store.identity import Identity, identity, known_identity
from ghgplan.project.store.records import Change, Command, Disk, Record, asked_of_plans, read_record, record_path, write_record


@pytest.fixture
def store(tmp_path):
    return f"{tmp_path}/.cache/ghgplan"


def old(path: Path) -> Path:
    """The file as if it had been written long ago, for whoever knows its time of writing alone."""
    os.utime(path, ns=(1_700_000_000_123_456_789, 1_700_000_000_123_456_789))
    return path


def test_an_entry_is_read_as_it_was_written_and_git_does_not_see_it(store):
    assert write_entry(f"{store}/charts/x", b"one\ntwo")
    assert read_entry(f"{store}/charts/x") == b"one\ntwo"
    assert Path(store, ".gitignore").read_text().endswith("*\n")
    assert sorted(path.name for path in Path(store, "charts").iterdir()) == ["x"]


@pytest.mark.parametrize("cut", [0, 5, 18, 19, -1])
def test_what_is_cut_off_is_not_there(store, cut):
    write_entry(f"{store}/x", b"one\ntwo")
    path = Path(store, "x")
    path.write_bytes(path.read_bytes()[:cut])
    assert read_entry(f"{store}/x") is None


def test_an_entry_that_cannot_be_written_is_none_and_leaves_nothing(tmp_path, store, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    assert not write_entry(f"{store}/x", b"content")
    assert [path.name for path in Path(store).iterdir()] == [".gitignore"]


def test_a_file_that_was_just_written_has_no_signature_yet(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"content")
    assert read_signed(str(path)) == (b"content", "")
    assert present_signature(str(path), (digest(b"content"), "")) == ""
    assert present_signature(str(path), (digest(b"other"), "")) is None
    assert present_signature(str(tmp_path / "none"), (digest(b"other"), "")) is None


def test_a_signature_spares_reading(tmp_path, monkeypatch):
    path = tmp_path / "file"
    path.write_bytes(b"content")
    monkeypatch.setattr("time.time_ns", lambda: path.stat().st_ctime_ns + 10_000_000_000)
    _, signed = read_signed(str(path))
    assert signed
    monkeypatch.setattr("ghgplan.project.store.entries.read_signed", lambda path: pytest.fail("read"))
    assert present_signature(str(path), (digest(b"content"), signed)) == signed


def test_places_are_named_from_the_project_or_from_the_root(tmp_path):
    assert place(f"{tmp_path}/p/out/./x", f"{tmp_path}/p") == "out/x"
    assert place(f"{tmp_path}/p/../q/x", f"{tmp_path}/q") == "x"
    assert Path(place(f"{tmp_path}/pq", f"{tmp_path}/p")) == tmp_path / "pq"


COMMAND = Command("plans/铝 厂/plan.yaml", asked_of_plans("build", ("zh",), ("md",), "out", strict=False))


def record() -> Record:
    made = Record(COMMAND.line, "source", "铝 厂", 1, '[["GP-A01"]]')
    made.inputs = {"plans/铝 厂/plan.yaml": ("ab", "1 2 3 4")}
    made.absent = ["templates/standard.docx"]
    made.outputs = {"out/铝 厂/x.md": ("cd", "")}
    made.shown = {"zh": "一行\n\twrote\tx\n", "en coloured": ""}
    return made


def facts(of: Record) -> dict[str, object]:
    return {name: getattr(of, name) for name in Record.__slots__}


def test_a_record_is_read_as_it_was_written(store):
    path = record_path(store, COMMAND)
    assert write_record(path, record())
    assert Path(path).name.startswith("铝 厂-")
    kept = read_record(path, COMMAND)
    assert kept
    assert facts(kept) == facts(record())


def test_a_record_of_another_command_is_none(store):
    write_record(record_path(store, COMMAND), record())
    other = Command(COMMAND.label, asked_of_plans("build", ("zh",), ("md",), "out", strict=True))
    assert read_record(record_path(store, COMMAND), other) is None
    assert read_record(record_path(store, other), other) is None


@pytest.mark.parametrize("text", ["", "nonsense", "read\tx", "shown\ten", "code\tx"])
def test_a_record_that_is_none_is_not_read(store, text):
    write_entry(record_path(store, COMMAND), text.encode() + b"\n")
    assert read_record(record_path(store, COMMAND), COMMAND) is None


def test_names_that_would_break_a_line_are_not_kept(store):
    odd = record()
    odd.inputs = {"plans/a\tb/data\n.csv": ("ab", "")}
    assert not write_record(record_path(store, COMMAND), odd)


def test_every_reason_is_told(tmp_path):
    known = record()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/standard.docx").touch()
    (tmp_path / "out/铝 厂").mkdir(parents=True)
    (tmp_path / "out/铝 厂/x.md").write_text("mine")
    changes = [(change.reason, change.path) for change in Disk(str(tmp_path)).changes(known, "other")]
    assert changes == [
        ("version", ""),
        ("lost", "plans/铝 厂/plan.yaml"),
        ("wrote", "out/铝 厂/x.md"),
        ("appeared", "templates/standard.docx"),
    ]
    assert Change("version").path == ""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A ghgplan of two files."""
    module = "ghgplan.project.store.identity"
    for name in ("plan/reader.py", "emit/charts/draw.py", "checks/examples/x.yaml", "__pycache__/x.pyc"):
        (tmp_path / "package" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "package" / name).write_text(name)
    monkeypatch.setattr(f"{module}._PACKAGE", str(tmp_path / "package"))
    monkeypatch.setattr(f"{module}._at_start", [])

    def ask(store: str) -> Identity:
        monkeypatch.setattr(f"{module}._at_start", [])
        found = identity(store)
        assert found
        return found

    return tmp_path / "package", ask


def test_ghgplan_is_the_same_for_as_long_as_its_contents_are(package, store):
    folder, ask = package
    first = ask(store)
    old(folder / "plan/reader.py")
    (folder / "checks/examples/x.yaml").write_text("another")
    second = ask(store)
    assert (first.source, first.drawing) == (second.source, second.drawing)
    assert known_identity(store)
    (folder / "plan/reader.py").write_text("another")
    third = ask(store)
    assert third.source != first.source
    assert third.drawing == first.drawing
    (folder / "emit/charts/draw.py").write_text("another")
    assert ask(store).drawing != first.drawing


def test_a_ghgplan_that_is_being_changed_is_none(package, store, monkeypatch):
    folder, _ = package
    identity(store)
    (folder / "plan/reader.py").write_text("changed since the process began")
    assert known_identity(store) is not None
    (folder.parent / ".cache/ghgplan/source").unlink()
    assert identity(store) is None
