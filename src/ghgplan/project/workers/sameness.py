"""Whether two machines have the same ghgplan: then a plan becomes the same documents on both, to the byte."""

from __future__ import annotations

import zlib
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import ghgplan

_PACKAGES = (
    "docxtpl", "jinja2", "lxml", "markdown-it-py", "matplotlib", "numpy", "pillow", "pint", "pydantic", "python-docx", "ruamel.yaml", "xlsxwriter",
)  # fmt: skip
"""What documents depend on besides ghgplan itself."""


@cache
def sameness() -> str:
    """The version of ghgplan, a digest of its files, and the versions of what it makes and compresses documents with."""
    package = Path(ghgplan.__file__).parent
    digest = sha256()
    for path in sorted(package.rglob("*"), key=lambda path: path.relative_to(package).as_posix()):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(sha256(path.read_bytes()).digest())
    versions = [f"zlib-{zlib.ZLIB_RUNTIME_VERSION}", *(f"{name}-{_version(name)}" for name in _PACKAGES)]
    return " ".join([ghgplan.__version__, digest.hexdigest()[:12], *versions])


def difference(one: str, other: str) -> tuple[str, str]:
    """What stands in ``one`` and in ``other`` alone."""
    words, others = one.split(), other.split()
    return " ".join(word for word in words if word not in others), " ".join(word for word in others if word not in words)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
