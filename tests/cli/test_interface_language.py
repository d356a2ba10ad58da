import pytest

from ghgplan.cli import interface_language as module
from ghgplan.cli.interface_language import interface_language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh-TW"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "zh_CN"}, "zh"),
        ({"LANG": "zh_CN", "LC_ALL": ""}, "zh"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment, language):
    assert interface_language(environment) == language


@pytest.mark.parametrize(("name", "language"), [("zh_CN", "zh"), ("en_US", "en"), ("", "en")])
def test_without_variables_the_system_decides(monkeypatch, name, language):
    monkeypatch.setattr(module, "_system_language", lambda: name)
    assert interface_language({}) == language
