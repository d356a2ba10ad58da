"""The parts of build.py, without a network and without making an environment."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def script(tmp_path, monkeypatch):
    """build.py as a module, its folder moved to an empty project, in English."""
    specification = importlib.util.spec_from_file_location("build_script", ROOT / "build.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    (tmp_path / "requirements").mkdir()
    for purpose in ("runtime", "test"):
        (tmp_path / "requirements" / f"{purpose}.txt").write_text("one==1 \\\n    --hash=sha256:00\ntwo==2 \\\n    --hash=sha256:00\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setenv("LC_ALL", "en")
    return module


def pretend_made(script):
    program = script.program("python")
    program.parent.mkdir(parents=True, exist_ok=True)
    program.touch()
    (script.VENV / "pyvenv.cfg").write_text(f"home = {script.ROOT}\nversion = 3.11\n")


@pytest.fixture
def steps(script, monkeypatch):
    """What prepare() does, in order."""
    done = []

    def make_environment():
        done.append("make")
        pretend_made(script)

    monkeypatch.setattr(script, "make_environment", make_environment)
    monkeypatch.setattr(script, "install", lambda purpose: done.append(purpose))
    return done


def test_the_first_run_makes_the_environment_and_the_second_finds_it(script, steps):
    script.prepare("runtime")
    script.prepare("runtime")
    assert steps == ["make", "runtime"]


def test_the_test_tools_come_into_the_same_environment(script, steps):
    script.prepare("runtime")
    script.prepare("test")
    script.prepare("test")
    script.prepare("runtime")
    assert steps == ["make", "runtime", "test"]


def test_tests_first_serve_building_too(script, steps):
    script.prepare("test")
    script.prepare("runtime")
    assert steps == ["make", "test"]


@pytest.mark.parametrize("file", ["requirements/runtime.txt", "pyproject.toml"])
def test_a_changed_lock_makes_it_anew(script, steps, file):
    script.prepare("runtime")
    (script.ROOT / file).write_text("three==3\n")
    script.prepare("runtime")
    assert steps == ["make", "runtime"] * 2


def test_line_ends_of_a_checkout_are_no_change(script):
    path = script.lock("runtime")
    before = script.fingerprint("runtime")
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert script.fingerprint("runtime") == before


def test_a_half_made_environment_is_made_anew(script, steps):
    pretend_made(script)
    script.prepare("runtime")
    assert steps == ["make", "runtime"]


def test_an_environment_whose_python_is_gone_is_made_anew(script, steps):
    script.prepare("runtime")
    (script.VENV / "pyvenv.cfg").write_text(f"home = {script.ROOT / 'gone'}\n")
    script.prepare("runtime")
    assert steps == ["make", "runtime"] * 2


def test_an_environment_that_could_not_be_filled_is_not_taken_for_whole(script, steps, monkeypatch):
    def fail(purpose):
        raise script.SetupError("no network")

    monkeypatch.setattr(script, "install", fail)
    with pytest.raises(script.SetupError):
        script.prepare("runtime")
    assert not script.is_ready("runtime")


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(script, monkeypatch, module, capsys):
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(script.importlib.util, "find_spec", lambda name: None if name == module else find_spec(name))
    assert script.main([]) == 3
    assert "-venv" in capsys.readouterr().err


def test_a_failed_venv_is_told(script, monkeypatch, capsys):
    failed = subprocess.CompletedProcess([], 1, b"Error: [Errno 28] No space left on device")
    monkeypatch.setattr(script.subprocess, "run", lambda *_, **__: failed)
    assert script.main([]) == 3
    assert "No space left" in capsys.readouterr().err


def pip_that_prints(script, monkeypatch, text, code):
    """Lets pip be a Python that prints ``text`` and exits with ``code``."""
    monkeypatch.setattr(script, "program", lambda name: Path(sys.executable))
    popen = subprocess.Popen
    command = [sys.executable, "-c", f"import sys; print({text!r}); sys.exit({code})"]
    monkeypatch.setattr(script.subprocess, "Popen", lambda given, **keywords: popen(command, **keywords))


def test_a_missing_network_is_told_with_what_to_do(script, monkeypatch):
    pip_that_prints(
        script, monkeypatch, "WARNING: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", 1
    )
    with pytest.raises(script.SetupError) as raised:
        script.install("runtime")
    assert "PIP_INDEX_URL" in str(raised.value)


def test_another_failure_of_pip_is_shown_as_it_is(script, monkeypatch):
    pip_that_prints(script, monkeypatch, "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", 1)
    with pytest.raises(script.SetupError) as raised:
        script.install("runtime")
    assert "DO NOT MATCH" in str(raised.value)
    assert "PIP_INDEX_URL" not in str(raised.value)


def test_progress_is_shown(script, monkeypatch, capsys):
    pip_that_prints(script, monkeypatch, "Collecting one", 0)
    script.install("runtime")
    assert "[2/3] installing 2 packages" in capsys.readouterr().err


def test_chinese_for_chinese_users(script, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    pip_that_prints(script, monkeypatch, "", 0)
    script.install("runtime")
    assert "安装 2 个" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "command"),
    [
        ([], ["build"]),
        (["foundry", "--lang", "zh"], ["build", "foundry", "--lang", "zh"]),
        (["build", "foundry"], ["build", "foundry"]),
        (["check"], ["check"]),
        (["schema"], ["schema"]),
        (["--version"], ["--version"]),
        (["--quiet"], ["build", "--quiet"]),
    ],
)
def test_what_is_handed_over(script, given, command):
    assert script.command_for(given)[0] == [str(script.program("ghgplan")), *command]


def test_the_tests_run_in_the_project(script, tmp_path):
    command, folder = script.command_for(["test", "-k", "road"])
    assert command[1:3] == ["-m", "pytest"]
    assert command[-2:] == ["-k", "road"]
    assert folder == tmp_path


def test_from_another_folder_the_projects_own_plans_are_built(script, tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert script.command_for([])[1] == tmp_path
    (elsewhere / "mine.yaml").touch()
    assert script.command_for(["mine.yaml"])[1] == elsewhere
    (elsewhere / "plans").mkdir()
    assert script.command_for([])[1] == elsewhere


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_the_exit_code_is_passed_on(script, tmp_path, code):
    assert script.hand_over([sys.executable, "-c", f"raise SystemExit({code})"], tmp_path) == code


def test_an_old_python_is_told_so(script, monkeypatch, capsys):
    monkeypatch.setattr(script.sys, "version_info", (3, 8, 1))
    assert script.main([]) == 3
    assert "3.11" in capsys.readouterr().err


def test_ctrl_c_while_preparing_is_one_sentence(script, monkeypatch, capsys):
    def interrupt(purpose):
        raise KeyboardInterrupt

    monkeypatch.setattr(script, "prepare", interrupt)
    assert script.main([]) == 130
    assert capsys.readouterr().err == "Interrupted\n"


def test_old_pythons_can_read_it_as_far_as_the_sentence_about_their_age():
    ast.parse((ROOT / "build.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def locked(purpose):
    lines = (ROOT / "requirements" / f"{purpose}.txt").read_text(encoding="utf-8").splitlines()
    requirements = [Requirement(line.rstrip(" \\")) for line in lines if line[:1].isalnum()]
    return {requirement.name.replace("_", "-"): requirement for requirement in requirements}


@pytest.mark.parametrize(("purpose", "extra"), [("runtime", None), ("test", "test")])
def test_the_locks_hold_what_the_project_needs(purpose, extra):
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    needed += project["project"]["optional-dependencies"][extra] if extra else []
    versions = locked(purpose)
    for requirement in map(Requirement, needed):
        name = requirement.name.lower().replace("_", "-").replace(".", "-")
        (pin,) = versions[name].specifier
        assert pin.operator == "=="
        assert Version(pin.version) in requirement.specifier


def test_both_locks_agree():
    runtime, test = locked("runtime"), locked("test")
    assert {name: test[name] for name in runtime} == runtime


@pytest.mark.parametrize("purpose", ["runtime", "test"])
def test_every_locked_version_has_hashes_and_no_place(purpose):
    text = (ROOT / "requirements" / f"{purpose}.txt").read_text(encoding="utf-8")
    entries = [entry for entry in text.replace(" \\\n", " ").splitlines() if entry[:1].isalnum()]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text
