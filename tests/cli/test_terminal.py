import io

import pytest

from ghgplan.cli.terminal import Colour, Terminal, display_width, printable


class Screen(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("减排", 4), ("a减", 3), ("ｘ：", 4), ("e\u0301", 1), ("", 0)])
def test_width_in_columns(text, width):
    assert display_width(text) == width


def test_what_would_move_the_cursor_is_not_printed():
    assert printable("a\x1b[31mb\u202ec\nd") == "a\ufffd[31mb\ufffdc\ufffdd"


def test_progress_replaces_itself_and_leaves_nothing_behind():
    output, errors = Screen(), Screen()
    terminal = Terminal("zh", output, errors, {})
    terminal.progress("[1/2] 铸造：计算")
    terminal.progress("[2/2] a")
    terminal.line("done")
    assert errors.getvalue().split("\r") == ["", "[1/2] 铸造：计算", "[2/2] a" + " " * 9, " " * 7, ""]
    assert output.getvalue() == "done\n"


def test_a_pipe_gets_neither_progress_nor_colour():
    output, errors = io.StringIO(), io.StringIO()
    terminal = Terminal("en", output, errors, {})
    terminal.progress("[1/2]")
    terminal.line(terminal.coloured("error", Colour.RED))
    assert (output.getvalue(), errors.getvalue()) == ("error\n", "")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}])
def test_colours_can_be_declined(environment):
    assert Terminal("en", Screen(), Screen(), environment).coloured("error", Colour.RED) == "error"


def test_colours_on_a_terminal():
    coloured = Terminal("en", Screen(), Screen(), {"TERM": "xterm"}).coloured("error", Colour.RED, Colour.BOLD)
    assert coloured == "\x1b[31;1merror\x1b[0m"


def test_arguments_of_messages_are_made_printable():
    assert "\x1b" not in Terminal("en", Screen(), Screen(), {}).text("usage.unknown-plan", given="\x1b[2J")
