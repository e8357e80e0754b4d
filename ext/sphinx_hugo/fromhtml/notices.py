"""Which elements are notices, by the class names that themes give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_hugo.nodes.notices import kind_of

if TYPE_CHECKING:
    from sphinx_hugo.fromhtml.tree import Tag

_BASES = frozenset({"alert", "admonition", "callout", "hint", "infobox", "notice", "notification"})
_ELEMENTS = frozenset({"div", "aside", "section", "blockquote", "p", "article"})
_PART = re.compile(r"--|__|-|_")
_TITLE = re.compile(r"(?:^|[-_])(?:title|heading|header|head)$")
_PIECES = frozenset({"body", "content", "icon", "inner", "link", "text", "title", "heading"})


def notice_kind(tag: Tag) -> str:
    """Return the docutils kind of notice that an element is; empty if it is none."""
    if tag.name not in _ELEMENTS:
        return ""
    words: list[str] = []
    is_notice = tag.attributes.get("role") in {"alert", "note"}
    for name in tag.classes:
        base, *rest = _PART.split(name)
        if base in _BASES and not _PIECES.intersection(rest):
            is_notice = True
            words += [base] if base == "hint" and not rest else rest
        elif base in {"is", "type"}:
            words += rest
        else:
            words.append(name)
    if not is_notice:
        return ""
    return next((kind for word in words if (kind := kind_of(word))), "note")


def is_title(tag: Tag) -> bool:
    """Tell whether the first element of a notice is its title."""
    heading = len(tag.name) == 2 and tag.name[0] == "h" and tag.name[1] in "123456"
    return heading or any(_TITLE.search(name) for name in tag.classes)
