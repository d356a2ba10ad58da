"""Programs and packages that some tests need, and that not every desk has."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def lacks(missing: str) -> NoReturn:
    """Skip the test for what is ``missing``; fail it where the environment has ``CI``, where nothing may be."""
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)
