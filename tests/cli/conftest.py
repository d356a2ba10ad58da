import pytest


@pytest.fixture(autouse=True)
def _one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run inside this process build in it: processes of their own are tried in tests/project/workers and from outside."""
    monkeypatch.setattr("ghgplan.cli.building.usable_cores", lambda: 1)
