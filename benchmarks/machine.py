"""On what a benchmark ran: found out, not asked for."""

from __future__ import annotations

import importlib
import os
import platform
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib import metadata
from typing import Any

import ghgplan
from benchmarks import peers
from benchmarks.running import has_psutil

PACKAGES = (
    *("babel", "docxtpl", "jinja2", "lxml", "markdown-it-py", "matplotlib", "numpy", "pillow", "pint", "pydantic"),
    *("pypandoc_binary", "python-docx", "pyyaml", "ruamel.yaml"),
)


def machine() -> Iterator[str]:
    """Lines of Markdown about cores, memory, system and versions."""
    yield f"- {os.cpu_count()} cores{_memory()}, {_system()}"
    yield f"- {platform.python_implementation()} {platform.python_version()}{_optimised()}"
    yield f"- {', '.join(_versions())}"


def load() -> str:
    """How many processes wanted to run in the last minute; empty where the system does not tell."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _memory() -> str:
    if not has_psutil():
        return ""
    psutil: Any = importlib.import_module("psutil")
    return f", {psutil.virtual_memory().total / 2**30:.0f} GiB of memory"


def _system() -> str:
    if sys.platform == "linux":
        try:
            return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.machine()}"
        except OSError:
            pass
    return f"{platform.system()} {platform.release()}, {platform.machine()}"


def _optimised() -> str:
    arguments = sysconfig.get_config_var("CONFIG_ARGS")
    if arguments is None or "--enable-optimizations" in arguments:
        return ""
    return ", built without --enable-optimizations"


def _versions() -> Iterator[str]:
    yield f"ghgplan {ghgplan.__version__}"
    for name in PACKAGES:
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            continue
    if node := peers.node():
        yield f"Node {subprocess.check_output([node, '--version'], text=True).strip()}"
        yield from (f"{name} {version} (npm)" for name, version in peers.packages().items())
