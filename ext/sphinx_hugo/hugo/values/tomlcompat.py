"""What Hugo's TOML reader takes beyond TOML 1.0, rewritten for :mod:`tomllib`.

Inline tables may span lines and end with a comma.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r'''
      """(?:[^\\]|\\.)*?"{3,5} | \'\'\'.*?\'{3,5}
    | "(?:[^"\\\n]|\\.)*" | '[^'\n]*'
    | \#[^\n]*
    | [{}\[\]\n,]
    ''',
    re.VERBOSE | re.DOTALL,
)


def to_toml_1_0(text: str) -> str:
    """Return *text* with inline tables on one line each and without trailing commas in them.

    Line numbers are not kept. Text that is no TOML comes back as something that is no TOML.
    """
    parts: list[str] = []
    brackets: list[str] = []
    tables = 0
    comma = -1
    end = 0
    for token in _TOKEN.finditer(text):
        between, end = text[end : token.start()], token.end()
        parts.append(between)
        if between.strip():
            comma = -1
        mark = token[0]
        if mark == "}" and comma >= 0:
            parts[comma] = ""
        if tables and (mark == "\n" or mark[0] == "#"):
            mark = " "
        elif mark == ",":
            comma = len(parts)
        else:
            comma = -1
        if mark in "{[":
            brackets.append(mark)
            tables += mark == "{"
        elif mark in "}]" and brackets:
            tables -= brackets.pop() == "{"
        parts.append(mark)
    parts.append(text[end:])
    return "".join(parts)
