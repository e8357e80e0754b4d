"""What a reader sees of HTML that stands in code, where Markdown does not look."""

from __future__ import annotations

import re

from sphinx_hugo.hugo.entities import unescape

# As browsers read it: behind ``<`` comes a letter, or it is text, as in ``a < b``.
_MARKUP = re.compile(r"<!--(?:(?!-->).)*+(?:-->|\Z)|<[A-Za-z/!?][^>]*+>", re.DOTALL)
_LINE_END = re.compile(r"<br ?/?>|</p>", re.IGNORECASE)
_MAY_BE_TAG = re.compile(r"<[A-Za-z/!?]")


def visible_text(html: str, *, verbatim: bool) -> str:
    """Return the characters that HTML shows: no tags, entities decoded.

    :param verbatim: keep white space as it is, as ``<pre>`` does; otherwise it is one space
    """
    text = html
    if _MAY_BE_TAG.search(html):
        # Behind the last ">" no tag ends; each "<" there would be followed to the end of the text.
        end = html.rfind(">") + 1
        text = _MARKUP.sub("", _LINE_END.sub("\n", html[:end])) + html[end:]
    text = unescape(text)
    return text if verbatim else " ".join(text.split())
