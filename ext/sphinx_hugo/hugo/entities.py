"""Character references of HTML, as text."""

from __future__ import annotations

import html
import re

_BEYOND = re.compile(r"&#0*+[0-9]{8,};?")


def unescape(text: str) -> str:
    """Return text with its references resolved; never raises.

    Python's own refuses numbers of thousands of digits. Like every number beyond Unicode, they stand
    for U+FFFD.
    """
    return html.unescape(_BEYOND.sub("\ufffd", text) if "&#" in text else text)
