import errno
import os
import threading
from pathlib import Path

import pytest
from filelock import FileLock

from ghgplan.project import writing
from ghgplan.project.trouble import Trouble
from ghgplan.project.writing import LOCK_FILE, sole_builder, write_together

OLD = {"a.docx": b"old a", "charts/c.png": b"old c"}
NEW = {"a.docx": b"new a", "b.md": b"new b", "charts/c.png": b"new c"}


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path):
    out = tmp_path / "plan"
    write_together(out, OLD)
    return out


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch):
    monkeypatch.setattr(writing, "PAUSE", 0)


def failing(original, error, *, at):
    """``original``, that raises ``error`` the ``at``-th time and ever after."""
    calls = 0

    def wrapped(*arguments, **keywords):
        nonlocal calls
        calls += 1
        if calls >= at:
            raise error
        return original(*arguments, **keywords)

    return wrapped


def test_files_are_replaced_and_nothing_else_is_left(folder):
    write_together(folder, NEW)
    assert content(folder) == NEW


def test_files_that_are_the_same_already_are_left_alone(folder):
    os.utime(folder / "a.docx", (1, 1))
    write_together(folder, OLD | {"b.md": b"new"})
    assert (folder / "a.docx").stat().st_mtime == 1


def test_what_a_killed_build_left_is_cleared_away(folder):
    (folder / ".ghgplan-0.tmp").write_bytes(b"half")
    write_together(folder, NEW)
    assert content(folder) == NEW


@pytest.mark.parametrize("locked", ["a.docx", "c.png"])
def test_a_target_that_stays_locked_leaves_every_file_as_it_was(folder, monkeypatch, locked):
    replace = Path.replace

    def replace_unless_locked(self, target):
        if target.name == locked:
            raise PermissionError(errno.EACCES, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replace_unless_locked)
    with pytest.raises(Trouble) as raised:
        write_together(folder, NEW)
    assert raised.value.name == "trouble.file-in-use"
    assert content(folder) == OLD


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("error", [OSError(errno.EIO, "broken"), KeyboardInterrupt()])
def test_stopping_between_two_files_puts_the_first_back(folder, monkeypatch, at, error):
    replace = Path.replace
    count = 0

    def replace_but_once(self, target):
        nonlocal count
        count += 1
        if count == at:
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replace_but_once)
    with pytest.raises((Trouble, KeyboardInterrupt)):
        write_together(folder, NEW)
    assert content(folder) == OLD


def test_a_lock_that_passes_is_waited_for(folder, monkeypatch):
    replace = Path.replace
    refusals = iter([True, True, False])

    def replace_later(self, target):
        if next(refusals, False):
            raise PermissionError(errno.EACCES, "scanned for viruses")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replace_later)
    write_together(folder, NEW)
    assert content(folder) == NEW


def test_a_file_open_in_word_is_found_before_anything_is_written(folder, monkeypatch):
    original = Path.open

    def open_unless_in_word(self, mode="r", *arguments, **keywords):
        if mode == "r+b" and self.name == "a.docx":
            raise PermissionError(errno.EACCES, "in use")
        return original(self, mode, *arguments, **keywords)

    monkeypatch.setattr(Path, "open", open_unless_in_word)
    monkeypatch.setattr(writing, "_put_in_place", None)
    with pytest.raises(Trouble) as raised:
        write_together(folder, NEW)
    assert raised.value.name == "trouble.file-in-use"
    assert raised.value.arguments == {"path": str(folder / "a.docx")}
    assert content(folder) == OLD


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_full_disk_leaves_every_file_as_it_was(folder, monkeypatch, at):
    monkeypatch.setattr(os, "fsync", failing(os.fsync, OSError(errno.ENOSPC, "No space left on device"), at=at))
    with pytest.raises(Trouble) as raised:
        write_together(folder, NEW)
    assert raised.value.name == "trouble.disk-full"
    assert content(folder) == OLD


def test_ctrl_c_while_writing_leaves_every_file_as_it_was(folder, monkeypatch):
    monkeypatch.setattr(os, "fsync", failing(os.fsync, KeyboardInterrupt(), at=2))
    with pytest.raises(KeyboardInterrupt):
        write_together(folder, NEW)
    assert content(folder) == OLD


def test_a_target_that_is_a_folder(folder):
    (folder / "b.md").mkdir()
    with pytest.raises(Trouble) as raised:
        write_together(folder, NEW)
    assert raised.value.name == "trouble.is-a-folder"
    assert content(folder) == OLD


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "plan").write_bytes(b"mine")
    with pytest.raises(Trouble) as raised:
        write_together(tmp_path / "plan", NEW)
    assert raised.value.name == "trouble.not-a-folder"
    assert (tmp_path / "plan").read_bytes() == b"mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(folder):
    folder.chmod(0o500)
    try:
        with pytest.raises(Trouble) as raised:
            write_together(folder, NEW)
    finally:
        folder.chmod(0o700)
    assert raised.value.name == "trouble.read-only-folder"
    assert content(folder) == OLD


def test_a_link_is_replaced_and_what_it_leads_to_is_kept(folder, tmp_path):
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    try:
        (folder / "b.md").symlink_to(victim)
    except OSError:
        pytest.skip("links need rights here")
    write_together(folder, NEW)
    assert victim.read_bytes() == b"mine"
    assert not (folder / "b.md").is_symlink()


def test_a_second_build_waits_and_then_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE", 0.1)
    with FileLock(tmp_path / LOCK_FILE), pytest.raises(Trouble) as raised, sole_builder(tmp_path):
        pass
    assert raised.value.name == "trouble.other-build"


def test_a_second_build_goes_on_when_the_first_is_done(tmp_path):
    lock = FileLock(tmp_path / LOCK_FILE, thread_local=False)
    lock.acquire()
    timer = threading.Timer(0.1, lock.release)
    timer.start()
    with sole_builder(tmp_path):
        assert not lock.is_locked
    timer.join()


def test_an_output_folder_that_is_a_file(tmp_path):
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(Trouble) as raised, sole_builder(tmp_path / "out"):
        pass
    assert raised.value.name == "trouble.not-a-folder"
