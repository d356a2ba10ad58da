import errno

import pytest

from ghgplan.project.trouble import Trouble, trouble_with, watching


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (OSError(errno.ENOSPC, "No space left"), "trouble.disk-full"),
        (OSError(errno.EROFS, "Read-only file system"), "trouble.read-only-folder"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "trouble.name-too-long"),
        (OSError(errno.EISDIR, "Is a directory"), "trouble.is-a-folder"),
        (OSError(errno.ENOTDIR, "Not a directory"), "trouble.not-a-folder"),
        (OSError(errno.EACCES, "Permission denied"), "trouble.read-only-folder"),
        (OSError(errno.EIO, "Input/output error"), "trouble.other"),
    ],
)
def test_each_refusal_of_the_system_has_its_sentence(tmp_path, error, name):
    assert trouble_with(error, tmp_path / "file").name == name


def test_no_permission_for_a_file_that_is_there_means_it_is_in_use(tmp_path):
    (tmp_path / "file").touch()
    assert trouble_with(OSError(errno.EACCES, "Permission denied"), tmp_path / "file").name == "trouble.file-in-use"


def test_an_error_of_the_system_without_words_still_has_some(tmp_path):
    assert trouble_with(OSError("odd"), tmp_path).arguments["problem"] == "odd"


def test_watching_lets_anything_else_pass(tmp_path):
    with pytest.raises(KeyError), watching(tmp_path):
        raise KeyError
    with pytest.raises(Trouble), watching(tmp_path):
        raise OSError(errno.EIO, "broken")
