"""Text that comes back literally: what has to be escaped, and where in a Markdown file it stands.

Only what a position needs is escaped, so that the file reads well before anyone renders it.
"""

from __future__ import annotations

import html
import re

_ANYWHERE = re.compile(
    r"""[\\`*\[\]~$]                    # these open a construct wherever they stand; $ begins a formula on some hosts
    | (?<![^\W_])_ | _(?![^\W_])        # between letters an underscore is one
    | <(?=[A-Za-z/!?]|\Z)               # a tag or an address; at the end, the tag might go on in the next run
    | &(?=\#?\w{1,40};)                 # an entity""",
    re.VERBOSE,
)
_ADDRESS = r"(https?|ftp|www)([:.])(?=[^ \t\n<]*(?:[\\_\u0080-\U0010ffff]|[ \t]*{end}))"
_TRAPPED_ADDRESS = re.compile(_ADDRESS.format(end=r"\n"), re.IGNORECASE)
_TRAPPED_ADDRESS_BEFORE_MORE = re.compile(_ADDRESS.format(end=r"(?:\n|\Z)"), re.IGNORECASE)
_LINE_START = re.compile(
    r"""[-+](?=\s|\Z)                   # a list item
    | -(?=[-|:]) | :(?=-) | \|          # a rule, or the line under a table's head
    | \#(?=\#{0,5}(?:\s|\Z))            # a heading
    | =(?==*\s*\Z)                      # the line under a heading
    | >""",
    re.VERBOSE,
)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")
_NOT_IN_ADDRESSES = re.compile(r"""[\s<>()\[\]\\"`|*\x00-\x1f\x7f]""")


def normalised(text: str) -> str:
    """``text`` with a line feed at the end of every line, whichever way they were ended."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def escape(text: str, more_follows: bool = False) -> str:
    """``text`` for the middle of a line; line feeds are left for the caller to place.

    Git hosts make links of plain addresses, up to the next blank: they read no escapes and no
    Chinese full stop as their end. An address that has these is kept from being a link;
    ``more_follows`` says that a mark or a break may stand right after the text.
    """
    pattern = _TRAPPED_ADDRESS_BEFORE_MORE if more_follows else _TRAPPED_ADDRESS
    return pattern.sub(r"\1\\\2", _ANYWHERE.sub(r"\\\g<0>", text))


def escape_line_start(line: str) -> str:
    """A line of Markdown that opens no block, whatever it begins with; its inside is escaped already."""
    if _LINE_START.match(line):
        return "\\" + line
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line


def escape_html(text: str) -> str:
    """``text`` for inside an HTML table, where no Markdown is read; a line feed becomes a break."""
    return html.escape(text, quote=False).replace("\n", "<br>")


def address(target: str) -> str:
    """A web address, or ``#name`` of a block, as the destination of a Markdown link."""
    if target.startswith("#"):
        return "#" + anchor(target[1:])
    return re.sub(r"&(?=#?\w{1,40};)", "&amp;", _percent_encoded(target))


def html_address(target: str) -> str:
    """The same destination for an ``href``."""
    return "#" + anchor(target[1:]) if target.startswith("#") else html.escape(_percent_encoded(target))


def picture_path(folder: str, file: str) -> str:
    """Where a picture lies, as a destination. Chinese names are left readable."""
    path = f"{folder.rstrip('/')}/{file}" if folder else file
    return _percent_encoded(re.sub(r"[%#?&]", _percent, path))


def anchor(name: str) -> str:
    """The id of the block ``name``. Hosts make different ids of a heading, so every anchor is written out.

    An id holds no blanks; what is neither letter, digit, dot nor hyphen is spelt by its code.
    """
    return re.sub(r"[^\w.-]", lambda match: f"_{ord(match[0]):x}", re.sub(r"\s+", "-", name))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _percent_encoded(target: str) -> str:
    return _NOT_IN_ADDRESSES.sub(_percent, target)
