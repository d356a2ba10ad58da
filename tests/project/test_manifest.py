import pytest

from ghgplan.project.manifest import MANIFEST, manifest, read_manifest, remove_stale
from ghgplan.project.store.entries import digest


def test_the_manifest_is_the_same_whatever_the_order():
    one = manifest({"b": "2", "a": "1"})
    assert one == manifest({"a": "1", "b": "2"})
    assert one.endswith(b"}\n")


def test_what_is_written_is_read_again(tmp_path):
    (tmp_path / MANIFEST).write_bytes(manifest({"图.png": "ab", "charts/x.png": "cd"}))
    assert read_manifest(tmp_path) == {"图.png": "ab", "charts/x.png": "cd"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"outputs": 3}', b"\xff\xfe"])
def test_a_manifest_that_is_none_says_nothing(tmp_path, content):
    (tmp_path / MANIFEST).write_bytes(content)
    assert read_manifest(tmp_path) == {}


@pytest.mark.parametrize("name", ["../victim", "/victim", "a/../../victim", "C:/victim", "a\\victim"])
def test_names_that_lead_elsewhere_are_passed_over(tmp_path, name):
    (tmp_path / MANIFEST).write_bytes(manifest({name: "ab"}))
    assert read_manifest(tmp_path) == {}


def test_only_files_of_the_former_build_that_nobody_changed_are_removed(tmp_path):
    for name in ("kept", "stale", "changed", "foreign"):
        (tmp_path / name).write_bytes(name.encode())
    former = {"kept": digest(b"kept"), "stale": digest(b"stale"), "changed": digest(b"as built"), "gone": "ab"}
    remove_stale(tmp_path, former, {"kept": "any"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["changed", "foreign", "kept"]
