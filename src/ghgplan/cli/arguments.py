"""What may be typed after ``ghgplan``, explained in the user's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Any, NoReturn, TypeAlias, TypeVar, get_args

import ghgplan
from ghgplan.catalogue import LANGUAGES, Catalogue, Language, catalogue
from ghgplan.cli.front import MOST_JOBS, is_number_of_jobs
from ghgplan.diagnostics import nearest
from ghgplan.document.blocks import Edition
from ghgplan.project.request import USUAL, Format, Request
from ghgplan.values import frozen

VERBS = ("build", "check", "rule", "conformance", "explain", "factors", "template", "schema")
OPTIONS: Mapping[str | None, tuple[str, ...]] = {
    "build": (
        "--lang",
        "--to",
        "--out",
        "--page-numbers",
        "--force",
        "--dry-run",
        "--jobs",
        "--cluster",
        "--strict",
        "--quiet",
        "--verbose",
        "--ui-lang",
        "--debug",
        "--help",
    ),
    "check": ("--lang", "--to", "--format", "--jobs", "--cluster", "--strict", "--quiet", "--verbose", "--ui-lang", "--debug", "--help"),
    "rule": ("--format", "--ui-lang", "--debug", "--help"),
    "conformance": ("--format", "--ui-lang", "--debug", "--help"),
    "explain": ("--format", "--ui-lang", "--debug", "--help"),
    "factors": ("--kind", "--set", "--format", "--ui-lang", "--debug", "--help"),
    "template": ("--like", "--ui-lang", "--debug", "--help"),
    "schema": ("--ui-lang", "--debug", "--help"),
    None: ("--ui-lang", "--help", "--version"),
}
"""The options of each verb, and of a command without one."""

TEXT, JSON, SARIF, GITHUB = "text", "json", "sarif", "github"
SHOWN_AS: Mapping[str, tuple[str, ...]] = {
    "build": (TEXT,),
    "check": (TEXT, JSON, SARIF, GITHUB),
    "rule": (TEXT, JSON),
    "conformance": (TEXT, JSON),
    "explain": (TEXT, JSON),
    "factors": (TEXT, JSON),
    "template": (TEXT,),
    "schema": (TEXT,),
}
"""The forms in which each verb can show its result."""

TEMPLATE_ACTIONS = ("new", "check")

_CLUSTER = re.compile(r"(?:tcp|tls|ws|wss|ucx)://\S+")
_ON_PLANS = ("build", "check")
_ON_ONE_PLAN = ("explain", "conformance")

Word = TypeVar("Word", bound=StrEnum)
_Group: TypeAlias = argparse._ArgumentGroup  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001


class UsageError(Exception):
    """A command that is not understood, as a sentence for the user."""


@frozen
class Command:
    """A command, understood."""

    verb: str
    plans: tuple[str, ...] = ()
    request: Request = field(default_factory=Request)
    out: str = "out"
    quiet: bool = False
    verbose: bool = False
    force: bool = False
    dry_run: bool = False
    jobs: int = 0
    """How many processes are to work side by side; 0: as many as there are cores."""
    cluster: str = ""
    """The address of the cluster that is to do the work; empty: this machine."""
    debug: bool = False
    words: str = ""
    """What to explain, or to look for in the library or among the rules: words with single spaces between them."""
    names: tuple[str, ...] = ()
    """The same as they were given, one by one: several numbers may be explained at once."""
    format: str = TEXT
    kind: str | None = None
    set: str | None = None
    like: str | None = None
    """The template that a new one begins as a copy of."""

    @property
    def as_json(self) -> bool:
        return self.format == JSON


class _Parser(argparse.ArgumentParser):
    """Says in the user's language, and as an exception, what argparse would print in English."""

    messages: Catalogue

    def error(self, message: str) -> NoReturn:
        option = re.match(r"argument (--[\w-]+)", message)
        if option:
            raise UsageError(self.messages.text("usage.option", option=option.group(1)))
        raise UsageError(message)


class _Help(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, messages: Catalogue) -> None:
        super().__init__(prog, max_help_position=28, width=100)
        self.messages = messages

    def add_usage(self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self.messages.text("help.usage") if prefix is None else prefix)


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language asked for by ``--ui-lang``: known first, for even a complaint is in some language."""
    for number, argument in enumerate(arguments):
        value = argument.removeprefix("--ui-lang=") if argument.startswith("--ui-lang=") else None
        if argument == "--ui-lang":
            value = next(iter(arguments[number + 1 :]), None)
        if value in get_args(Language):
            return "zh" if value == "zh" else "en"
    return None


def understand(arguments: Sequence[str], language: Language) -> Command:
    """The command that ``arguments`` mean. Raises UsageError; ``--help`` and ``--version`` print and exit."""
    messages = catalogue("terminal", language)
    parser = _parser(messages)
    if arguments and not arguments[0].startswith("-") and arguments[0] not in VERBS:
        raise UsageError(_unknown(messages, "verb", arguments[0], VERBS))
    given, rest = parser.parse_known_args(arguments)
    if rest:
        raise UsageError(_unknown(messages, "option", rest[0], OPTIONS[given.verb]))
    if given.verb is None:
        raise UsageError(messages.text("usage.no-verb", known=", ".join(VERBS)))
    if given.ui_lang not in (None, *LANGUAGES):
        raise UsageError(_unknown(messages, "value", given.ui_lang, LANGUAGES, option="--ui-lang"))
    shown_as = getattr(given, "format", TEXT)
    if shown_as not in SHOWN_AS[given.verb]:
        raise UsageError(_unknown(messages, "value", shown_as, SHOWN_AS[given.verb], option="--format"))
    if given.verb in _ON_PLANS:
        return _on_plans(given, shown_as, messages)
    plan = getattr(given, "plan", None)
    if given.verb in _ON_ONE_PLAN and plan is None:
        raise UsageError(messages.text("usage.no-plan", verb=given.verb))
    if given.verb == "template":
        return _on_templates(given, messages)
    words = " ".join(" ".join(getattr(given, "words", ())).split())
    kind, in_set = getattr(given, "kind", None), getattr(given, "set", None)
    names = tuple(given.words) if given.verb == "explain" else ()
    return Command(given.verb, (plan,) if plan else (), words=words, names=names, format=shown_as, kind=kind, set=in_set, debug=given.debug)


def _on_templates(given: argparse.Namespace, messages: Catalogue) -> Command:
    action, *names = given.words or [""]
    if action not in TEMPLATE_ACTIONS:
        raise UsageError(_unknown(messages, "action", action, TEMPLATE_ACTIONS, verb="template"))
    if action == "new" and len(names) != 1:
        raise UsageError(messages.text("usage.one-template"))
    if action == "check" and given.like:
        raise UsageError(_unknown(messages, "option", "--like", [name for name in OPTIONS["template"] if name != "--like"]))
    return Command("template", words=action, names=tuple(names), like=given.like, debug=given.debug)


def _on_plans(given: argparse.Namespace, shown_as: str, messages: Catalogue) -> Command:
    if given.jobs and not is_number_of_jobs(given.jobs):
        raise UsageError(messages.text("usage.jobs", given=given.jobs, most=MOST_JOBS))
    if given.cluster and not _CLUSTER.fullmatch(given.cluster):
        raise UsageError(messages.text("usage.cluster", given=given.cluster))
    if given.cluster and given.jobs:
        raise UsageError(messages.text("usage.jobs or cluster"))
    editions = _words(given.lang, Edition, "--lang", messages) or tuple(Edition)
    formats = _words(given.to, Format, "--to", messages) or USUAL
    return Command(
        given.verb,
        tuple(given.plans),
        request=Request(editions, formats, strict=given.strict, page_numbers=given.verb == "build" and given.page_numbers),
        out=getattr(given, "out", "out"),
        quiet=given.quiet,
        verbose=given.verbose,
        force=getattr(given, "force", False),
        dry_run=getattr(given, "dry_run", False),
        jobs=int(given.jobs or 0),
        cluster=given.cluster,
        format=shown_as,
        debug=given.debug,
    )


def _parser(messages: Catalogue) -> argparse.ArgumentParser:
    def formatter(prog: str) -> argparse.HelpFormatter:
        return _Help(prog, messages)

    _Parser.messages = messages
    parser = _Parser("ghgplan", description=messages.text("help.ghgplan"), formatter_class=formatter, add_help=False, allow_abbrev=False)
    general = parser.add_argument_group(messages.text("help.options"))
    _help(general, messages)
    general.add_argument("--ui-lang", metavar="zh|en", help=messages.text("help.ui-lang"))
    general.add_argument("--version", action="version", version=f"ghgplan {ghgplan.__version__}", help=messages.text("help.version"))
    verbs = parser.add_subparsers(title=messages.text("help.verbs"), dest="verb", metavar=messages.text("help.verb"))
    for verb in VERBS:
        text = messages.text(f"help.{verb}")
        below = verbs.add_parser(verb, help=text, description=text, formatter_class=formatter, add_help=False, allow_abbrev=False)
        what = below.add_argument_group(messages.text("help.search" if verb in ("factors", "rule") else "help.what"))
        options = below.add_argument_group(messages.text("help.options"))
        _subject(verb, what, messages)
        _options(verb, options, messages)
        options.add_argument("--ui-lang", default=argparse.SUPPRESS, metavar="zh|en", help=messages.text("help.ui-lang"))
        options.add_argument("--debug", action="store_true", help=messages.text("help.debug"))
        _help(options, messages)
    return parser


def _subject(verb: str, what: _Group, messages: Catalogue) -> None:
    """What the verb is to be done with."""
    if verb in _ON_PLANS:
        what.add_argument("plans", nargs="*", metavar="PLAN", help=messages.text("help.plans"))
    if verb in _ON_ONE_PLAN:
        what.add_argument("plan", nargs="?", metavar="PLAN", help=messages.text("help.plan"))
    if verb == "explain":
        what.add_argument("words", nargs="*", metavar="NAME", help=messages.text("help.name"))
    if verb == "factors":
        what.add_argument("words", nargs="*", metavar="WORD", help=messages.text("help.words"))
    if verb == "template":
        what.add_argument("words", nargs="*", metavar="new NAME | check FILE", help=messages.text("help.template-words"))
    if verb == "rule":
        what.add_argument("words", nargs="*", metavar="CODE", help=messages.text("help.code"))


def _options(verb: str, options: _Group, messages: Catalogue) -> None:
    if verb in _ON_PLANS:
        options.add_argument("--lang", default="", metavar="zh,en,zh-en", help=messages.text("help.lang"))
        options.add_argument("--to", default="", metavar="docx,md,pdf", help=messages.text("help.to"))
    if verb == "build":
        options.add_argument("--out", default="out", metavar="FOLDER", help=messages.text("help.out"))
        options.add_argument("--page-numbers", action="store_true", help=messages.text("help.page numbers"))
        options.add_argument("--force", action="store_true", help=messages.text("help.force"))
        options.add_argument("--dry-run", action="store_true", help=messages.text("help.dry-run"))
    if verb in _ON_PLANS:
        options.add_argument("--jobs", default="", metavar="N", help=messages.text("help.jobs"))
        options.add_argument("--cluster", default="", metavar="tcp://…", help=messages.text("help.cluster"))
    if verb == "factors":
        options.add_argument("--kind", metavar="KIND", help=messages.text("help.kind"))
        options.add_argument("--set", metavar="SET", help=messages.text("help.set"))
    if verb == "template":
        options.add_argument("--like", metavar="NAME", help=messages.text("help.like"))
    if len(SHOWN_AS[verb]) > 1:
        sentence = "help.formats" if verb == "check" else "help.format"
        options.add_argument("--format", default=TEXT, metavar="|".join(SHOWN_AS[verb]), help=messages.text(sentence))
    if verb in _ON_PLANS:
        options.add_argument("--strict", action="store_true", help=messages.text("help.strict"))
        options.add_argument("--quiet", "-q", action="store_true", help=messages.text("help.quiet"))
        options.add_argument("--verbose", "-v", action="store_true", help=messages.text("help.verbose"))


def _help(group: _Group, messages: Catalogue) -> None:
    group.add_argument("--help", "-h", action="help", help=messages.text("help.help"))


def _words(given: str, words: type[Word], option: str, messages: Catalogue) -> tuple[Word, ...]:
    """The words of a list with commas, in our order, each once; none where none is given."""
    if not given:
        return ()
    names = [name.strip() for name in given.replace("，", ",").split(",")]
    known = [str(word) for word in words]
    for name in names:
        if name not in known:
            raise UsageError(_unknown(messages, "value", name, known, option=option))
    return tuple(word for word in words if word in names)


def _unknown(messages: Catalogue, what: str, given: str, known: Sequence[str], **arguments: str) -> str:
    sentence = messages.text(f"usage.unknown-{what}", given=given, known=", ".join(known), **arguments)
    close = nearest(given, known)
    return f"{sentence} {messages.text('usage.did-you-mean', suggestion=close)}" if close else sentence
