import pytest

from ghgplan.cli.arguments import Command, UsageError, asked_language, understand
from ghgplan.document.blocks import Edition
from ghgplan.project.request import Format, Request


def complaint(*arguments):
    with pytest.raises(UsageError) as raised:
        understand(arguments, "en")
    return str(raised.value)


def test_build_alone_asks_for_everything():
    assert understand(["build"], "en") == Command("build", (), Request(), "out")


def test_everything_said():
    given = ["build", "a", "b", "--lang", "zh-en,zh", "--to=md", "--out", "there", "--quiet", "--debug", "--ui-lang", "zh"]
    request = Request((Edition.CHINESE, Edition.SIDE_BY_SIDE), (Format.MARKDOWN,))
    assert understand(given, "en") == Command("build", ("a", "b"), request, "there", quiet=True, debug=True)


def test_checking_takes_its_own_options():
    given = understand(["check", "a", "--format=sarif", "--strict", "-v"], "en")
    assert given == Command("check", ("a",), Request(strict=True), verbose=True, format="sarif")


def test_how_many_work_and_where():
    assert understand(["build", "--jobs", "4"], "en") == Command("build", jobs=4)
    assert understand(["check", "--cluster=tls://dask.example:8786"], "en") == Command("check", cluster="tls://dask.example:8786")


def test_a_full_width_comma_is_a_comma():
    assert understand(["check", "--lang", "zh，en"], "zh").request.editions == (Edition.CHINESE, Edition.ENGLISH)


def test_only_a_request_for_everything_is_whole():
    assert Request().is_whole
    assert not understand(["build", "--to", "md"], "en").request.is_whole
    assert understand(["build", "--to", "docx,md,pdf"], "en").request.is_whole
    assert not understand(["build", "--lang", "en"], "en").request.is_whole


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["bild"], ["bild", 'Did you mean "build"?']),
        (["build", "--lnag", "zh"], ["--lnag", 'Did you mean "--lang"?']),
        (["build", "--lang", "cn"], ["--lang", "cn", "zh, en, zh-en"]),
        (["build", "--lang", "zh,"], ["--lang"]),
        (["build", "--to", "html"], ["--to", "html", "docx, md, pdf"]),
        (["build", "--out"], ["--out"]),
        (["build", "--quiet=1"], ["--quiet"]),
        (["build", "--ui-lang", "fr"], ["--ui-lang", "fr"]),
        (["schema", "foundry"], ["foundry"]),
        ([], ["build, check, rule, conformance, explain, factors, template, schema"]),
        (["build", "--format", "json"], ["--format", "--lang"]),
        (["factors", "--format", "yaml"], ["--format", "yaml", "text, json"]),
        (["explain", "foundry", "--format", "sarif"], ["--format", "sarif", "text, json"]),
        (["check", "--format", "xml"], ["--format", "xml", "text, json, sarif, github"]),
        (["build", "--jobs", "0"], ["--jobs", "1 to 256", "0"]),
        (["check", "--jobs=257"], ["--jobs", "257"]),
        (["build", "--jobs", "many"], ["--jobs", "many"]),
        (["build", "--jobs", "1" * 5000], ["--jobs", "1 to 256"]),
        (["build", "--jobs", "²"], ["--jobs"]),
        (["build", "--cluster", "192.0.2.1:8786"], ["--cluster", "tcp://"]),
        (["build", "--cluster", "tcp://192.0.2.1:8786", "--jobs", "4"], ["--jobs", "--cluster", "one of them"]),
        (["check", "--stict"], ["--stict", 'Did you mean "--strict"?']),
        (["conformance"], ["a plan is missing: ghgplan conformance"]),
        (["explain"], ["a plan is missing"]),
    ],
)
def test_what_is_not_understood(arguments, parts):
    said = complaint(*arguments)
    assert all(part in said for part in parts)


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["build", "--ui-lang", "zh"], "zh"),
        (["--ui-lang=en", "build"], "en"),
        (["build"], None),
        (["build", "--ui-lang"], None),
        (["build", "--ui-lang", "fr"], None),
    ],
)
def test_the_language_is_known_before_the_command(arguments, language):
    assert asked_language(arguments) == language


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ["用法：", "退出码", "检查计划"]), ("en", ["Usage: ", "Exit codes", "look for mistakes"])]
)
def test_help_is_in_the_users_language(language, words, capsys):
    with pytest.raises(SystemExit) as raised:
        understand(["--help"], language)
    assert raised.value.code == 0
    said = capsys.readouterr().out
    assert all(word in said for word in words)


def test_a_name_with_spaces_needs_no_quotes():
    assert understand(["explain", "foundry", "pathways.casting", "process.2026"], "en").words == "pathways.casting process.2026"
    given = understand(["factors", "grid", "factor/mee-nbs/shanxi/2023", "--format=json", "--kind", "fuel", "--set", "mee"], "en")
    expected = Command("factors", words="grid factor/mee-nbs/shanxi/2023", format="json", kind="fuel", set="mee")
    assert given == expected
