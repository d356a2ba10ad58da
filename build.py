#!/usr/bin/env python3
"""Builds every plan in plans/ into out/, with nothing installed but Python 3.11 or newer.

    python build.py                     build every plan
    python build.py foundry --lang zh   what follows is given to: ghgplan build
    python build.py check               another verb of ghgplan
    python build.py test                run the test suite; what follows is given to pytest

The first run makes .venv beside this file, with the versions locked in requirements/.
"""

# Keeps to what old Pythons can read, so that they get as far as the sentence about their age.
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VERBS = ("build", "check", "rule", "conformance", "explain", "factors", "template", "schema")
NO_NETWORK = re.compile(
    r"connection|timed? ?out|name resolution|getaddrinfo|proxy|ssl|could not fetch|no matching distribution", re.IGNORECASE
)


class SetupError(Exception):
    """Why the environment cannot be made, as a sentence for the user."""


def is_chinese() -> bool:
    """Whether to speak Chinese: by the locale's variables, else by the language of Windows."""
    name = next((os.environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(key)), "")
    if not name and sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 4
    return name.lower().startswith("zh")


def either(zh: str, en: str) -> str:
    """The sentence in the user's language."""
    return zh if is_chinese() else en


def say(text: str) -> None:
    """A line about what is going on, apart from the output of ghgplan."""
    print(text, file=sys.stderr, flush=True)


def program(name: str) -> Path:
    """A program of the environment."""
    return VENV / "Scripts" / (name + ".exe") if os.name == "nt" else VENV / "bin" / name


def lock(purpose: str) -> Path:
    """The locked versions for ``runtime`` or for ``test``, which holds the former too."""
    return ROOT / "requirements" / (purpose + ".txt")


def stamp(purpose: str) -> Path:
    """The file that says that the environment is whole, and what it was made from."""
    return VENV / ("." + purpose + ".stamp")


def fingerprint(purpose: str) -> str:
    """What an environment is made from: the locks, the project's description and its place."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (lock(purpose), ROOT / "pyproject.toml"):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def is_ready(purpose: str) -> bool:
    """Whether the environment is whole, made from the present locks, and its Python still there."""
    try:
        home = re.search("^home *= *(.+)$", (VENV / "pyvenv.cfg").read_text(encoding="utf-8"), re.MULTILINE)
        present = stamp(purpose).read_text(encoding="utf-8") == fingerprint(purpose)
    except OSError:
        return False
    return present and program("python").exists() and home is not None and Path(home.group(1).strip()).exists()


def prepare(purpose: str) -> None:
    """Make the environment ready for ``purpose``. Raises SetupError."""
    if is_ready(purpose):
        return
    if not is_ready("runtime"):
        make_environment()
    install(purpose)
    for done in {"runtime", purpose}:
        stamp(done).write_text(fingerprint(done), encoding="utf-8")


def make_environment() -> None:
    """Make an empty .venv, in place of an old or half-made one. Raises SetupError."""
    say(either("[1/3] 创建 .venv（只在第一次运行或依赖变化时）", "[1/3] making .venv (on the first run, and when locked versions change)"))
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise SetupError(lacks_venv())
    import shutil  # takes long to load, and only a first run needs it

    try:
        if VENV.is_dir():
            shutil.rmtree(str(VENV))
    except OSError as error:
        zh = f"无法删除旧的 .venv（{error}）。请关闭正在使用它的程序后再运行"
        raise SetupError(either(zh, f"The old .venv cannot be removed ({error}). Close what uses it and run again")) from error
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if made.returncode:
        output = made.stdout.decode("utf-8", "replace")
        raise SetupError(lacks_venv() if "ensurepip" in output else last_lines(output.splitlines()))


def lacks_venv() -> str:
    """The sentence about a Python without venv or pip."""
    version = "{}.{}".format(*sys.version_info[:2])
    return either(
        f"这个 Python 缺少 venv 或 pip。Debian 和 Ubuntu：sudo apt install python{version}-venv；其他系统：重新安装 Python",
        f"This Python lacks venv or pip. Debian and Ubuntu: sudo apt install python{version}-venv; elsewhere: reinstall Python",
    )


def install(purpose: str) -> None:
    """Bring the locked versions and ghgplan itself into the environment. Raises SetupError."""
    total = len(re.findall("^[a-z0-9].*==", lock(purpose).read_text(encoding="utf-8"), re.MULTILINE))
    zh = f"[2/3] 安装 {total} 个锁定版本的依赖包（需要网络，约几分钟）"
    say(either(zh, f"[2/3] installing {total} packages in locked versions (needs the network, takes some minutes)"))
    pip("--require-hashes", "--requirement", str(lock(purpose)), total=total)
    say(either("[3/3] 安装 ghgplan", "[3/3] installing ghgplan"))
    pip("--no-deps", "--no-index", "--no-build-isolation", "--editable", str(ROOT), total=1)


def pip(*arguments: str, total: int) -> None:
    """Run pip install, showing how many of ``total`` packages it has come to. Raises SetupError."""
    command = [str(program("python")), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    environment = dict(os.environ, PIP_USER="0", PYTHONUTF8="1", PYTHONUNBUFFERED="1")
    lines: list[str] = []
    with subprocess.Popen(command + list(arguments), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment) as process:
        for raw in process.stdout or ():
            lines.append(raw.decode("utf-8", "replace").rstrip())
            count = sum(line.startswith("Collecting ") for line in lines)
            if sys.stderr.isatty():
                sys.stderr.write(f"\r      {count}/{total}  {lines[-1][:60]:60}")
    if sys.stderr.isatty():
        sys.stderr.write("\r" + " " * 90 + "\r")
    if process.returncode:
        problem = last_lines(lines)
        if any(NO_NETWORK.search(line) for line in lines):
            problem += "\n" + either(
                "请检查网络后再运行。经代理上网时设置 HTTPS_PROXY；使用镜像时设置 PIP_INDEX_URL",
                "Check the network and run again. Behind a proxy set HTTPS_PROXY; for a mirror set PIP_INDEX_URL",
            )
        raise SetupError(problem)


def last_lines(lines: "list[str]") -> str:
    """The end of a tool's output, where it says what went wrong."""
    return "\n".join(line for line in lines if line.strip() and not line.startswith("[notice]"))[-1500:]


def command_for(arguments: "list[str]") -> "tuple[list[str], Path]":
    """The command that ``arguments`` mean, and the folder that it runs in."""
    if arguments[:1] == ["test"]:
        return [str(program("python")), "-m", "pytest", "-n", "2", *arguments[1:]], ROOT
    here = Path.cwd()
    verb = [] if arguments and (arguments[0] in VERBS or arguments[0] in ("--help", "-h", "--version")) else ["build"]
    is_elsewhere = (here / "plans").is_dir() or any((here / argument).exists() for argument in arguments)
    return [str(program("ghgplan")), *verb, *arguments], here if is_elsewhere else ROOT


def hand_over(command: "list[str]", folder: Path) -> int:
    """Run ``command`` to its end; its exit code. Ctrl-C reaches it too, and it says so itself."""
    with subprocess.Popen(command, cwd=str(folder)) as process:
        while True:
            try:
                code = process.wait()
            except KeyboardInterrupt:
                continue
            return code if code >= 0 else 128 - code


def main(arguments: "list[str]") -> int:
    """Prepare the environment, hand over; the exit code (3 where the environment cannot be made)."""
    if sys.version_info < OLDEST:
        version = "{}.{}".format(*sys.version_info[:2])
        zh = f"需要 Python 3.11 或更新版本，这是 {version}。请从 python.org 安装"
        say(either(zh, f"Python 3.11 or newer is needed, this is {version}. Install it from python.org"))
        return 3
    try:
        prepare("test" if arguments[:1] == ["test"] else "runtime")
    except SetupError as error:
        say(str(error))
        return 3
    except OSError as error:
        say(either(f"无法创建 .venv：{error}", f".venv cannot be made: {error}"))
        return 3
    except KeyboardInterrupt:
        say(either("已中断", "Interrupted"))
        return 130
    return hand_over(*command_for(arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
