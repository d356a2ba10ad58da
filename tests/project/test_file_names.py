import pytest

from ghgplan.project.file_names import same_name_key, unfit


@pytest.mark.parametrize("name", ["foundry", "示例公司", "group-of-four", "a.b", "计划 2025", "console", "com10", "~tilde"])
def test_names_that_any_system_takes(name):
    assert unfit(name) is None


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "empty"),
        ("a:b", "character"),
        ("a/b", "character"),
        ("a\\b", "character"),
        ("what?", "character"),
        ("a\u202eb", "character"),
        ("a\u200bb", "character"),
        ("a\nb", "character"),
        ("..", "edge"),
        (".hidden", "edge"),
        ("-option", "edge"),
        ("~$open", "edge"),
        ("end.", "edge"),
        ("end ", "edge"),
        ("CON", "reserved"),
        ("nul.txt", "reserved"),
        ("com¹", "reserved"),
        ("LPT9", "reserved"),
        ("x" * 81, "long"),
        ("长" * 67, "long"),
    ],
)
def test_names_that_some_system_refuses(name, reason):
    assert unfit(name) == reason


@pytest.mark.parametrize(("one", "other"), [("报告A", "报告a"), ("Ａ", "a"), ("é", "e\u0301"), ("ﬁ", "fi"), ("Straße", "STRASSE")])
def test_names_that_some_file_system_takes_for_one(one, other):
    assert same_name_key(one) == same_name_key(other)


def test_different_names_stay_different():
    assert same_name_key("east") != same_name_key("west")
