"""Where commands are measured: folders of their own, an environment that is the same for both sides, code compiled beforehand."""

from __future__ import annotations

import compileall
import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peers
from benchmarks.plans.making import make_project
from benchmarks.running import Command

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Workplace:
    """A folder for projects, what they keep, and what the user's script writes."""

    folder: Path
    seed: int

    @property
    def environment(self) -> dict[str, str]:
        """The machine's own, but for what programs keep: that stays in here, where a cold run can be without it."""
        home = str(self.folder / "home")
        search = os.pathsep.join([str(REPOSITORY), str(ghgplan_folder().parent), *filter(None, [os.environ.get("PYTHONPATH")])])
        return os.environ | {
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": search,
            "MPLCONFIGDIR": str(self.folder / "matplotlib"),
            **dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"), home),
            "XDG_CACHE_HOME": str(Path(home) / ".cache"),
        }

    @property
    def templates(self) -> Path:
        """The user's Word templates."""
        return self.folder / "templates"

    @property
    def peers_templates(self) -> Path:
        """The same for docxtemplater."""
        return self.folder / "peers-templates"

    def prepare(self) -> None:
        """Make the folders and templates, and compile the code of both sides."""
        from benchmarks.naive import templates
        from benchmarks.peers import templates as peers_templates

        (self.folder / "matplotlib").mkdir(parents=True, exist_ok=True)
        self.forget()
        templates.make(self.templates)
        peers_templates.make(self.peers_templates)
        for code in (ghgplan_folder(), REPOSITORY / "benchmarks"):
            compileall.compile_dir(code, quiet=2)

    def forget(self) -> None:
        """Remove what programs kept for the user, all but matplotlib's list of fonts, which the scripts need."""
        shutil.rmtree(self.folder / "home", ignore_errors=True)
        (self.folder / "home" / ".cache").mkdir(parents=True)

    def project(self, name: str, count: int, *, measures: int | None = None, languages: Sequence[str] = ("zh", "en")) -> Path:
        """A fresh project of ``count`` plans in which nothing was built."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        make_project(folder, count, seed=self.seed, measures=measures, languages=languages)
        return folder

    def ghgplan(self, project: Path, verb: str = "build", *options: str) -> Command:
        """A command line of ghgplan in ``project``."""
        return Command([[sys.executable, "-m", "ghgplan", verb, *options]], project)

    def naive(self, project: Path, *options: str, script: str = "script", plan: str = "") -> Command:
        """One of the user's scripts over all plans of ``project``, or over one."""
        return Command([self.naive_process(project, *options, script=script, plan=plan)], project)

    def naive_process(self, project: Path, *options: str, script: str = "script", plan: str = "") -> Sequence[str]:
        """The same as one process, to be run after others."""
        out, templates = self.folder / "naive-out", self.templates
        fixed = ["-m", f"benchmarks.naive.{script}", str(project / "plans" / plan), "--out", str(out), "--templates", str(templates)]
        return [sys.executable, *fixed, *options]

    def docxtemplater(self, project: Path, program: str, *options: str) -> Command:
        """The user's script for docxtemplater over all plans of ``project``; ``program`` is Node."""
        fixed = [str(project / "plans"), "--out", str(self.folder / "naive-out"), "--templates", str(self.peers_templates)]
        return Command([[program, str(peers.SCRIPT), *fixed, "--python", sys.executable, *options]], project)


def ghgplan_folder() -> Path:
    """Where the ghgplan stands that is measured."""
    found = importlib.util.find_spec("ghgplan")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("ghgplan")
    return Path(found.origin).parent
