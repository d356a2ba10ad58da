"""What a start loads: the large libraries only where their work is asked for."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOR_PLANS = {"pydantic", "pydantic_core", "ruamel"}
FOR_DOCUMENTS = {"matplotlib", "numpy", "PIL", "docx", "docxtpl", "docxcompose", "lxml", "jinja2", "xlsxwriter", "filelock", "asyncio"}
FOR_REFERENCE = {"pint"}
"""Asked for what a table does not hold, and by the tests."""
FOR_WORDING = {"babel"}
"""Asked by the tests alone."""
RUN = """
import json, sys
from ghgplan.cli.main import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
print()
print(json.dumps([code, *sys.modules]))
"""


def loaded(*arguments: str, folder: Path = ROOT) -> tuple[int, set[str]]:
    """The exit code, and the packages in the process at its end."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    process = subprocess.run([sys.executable, "-c", RUN, *arguments], cwd=folder, env=environment, capture_output=True, check=True)
    code, *modules = json.loads(process.stdout.decode().splitlines()[-1])
    return code, {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize("arguments", [["--version"], ["rule", "--help"], ["--nonsense"]])
def test_a_word_about_ghgplan_itself_loads_no_library(arguments):
    assert loaded(*arguments)[1] & (FOR_PLANS | FOR_DOCUMENTS | FOR_REFERENCE | FOR_WORDING | {"markdown_it"}) == set()


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_check_loads_what_reads_plans(form):
    code, packages = loaded("check", "sound-casthouse", "--format", form)
    assert code == 0
    assert packages & (FOR_DOCUMENTS | FOR_REFERENCE | FOR_WORDING | {"markdown_it"}) == set()
    assert packages >= FOR_PLANS


def test_a_check_loads_the_reader_of_markdown_where_a_text_has_some(tmp_path):
    shutil.copytree(ROOT / "plans" / "group-of-four", tmp_path / "plans" / "group-of-four")  # where no check was kept
    packages = loaded("check", "group-of-four", folder=tmp_path)[1]
    assert packages & (FOR_DOCUMENTS | FOR_REFERENCE | FOR_WORDING) == set()
    assert "markdown_it" in packages


@pytest.mark.parametrize("verb", [["explain", "sound-casthouse"], ["conformance", "sound-casthouse"], ["rule"], ["factors"]])
def test_the_other_verbs_about_a_plan_load_no_more(verb):
    assert loaded(*verb)[1] & (FOR_DOCUMENTS | FOR_REFERENCE) == set()
