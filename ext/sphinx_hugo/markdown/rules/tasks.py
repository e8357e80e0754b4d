"""Task lists: ``- [ ] text``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

_BOX = re.compile(r"\[([ \txX])\]\s*")


def tasks(state: StateCore) -> None:
    """Note at each list item whether it has a box (``meta["checked"]``), and take the box out."""
    tokens = state.tokens
    for index, token in enumerate(tokens[:-2]):
        if token.type != "list_item_open" or tokens[index + 1].type != "paragraph_open":
            continue
        inline = tokens[index + 2]
        box = _BOX.match(inline.content)
        if box:
            inline.content = inline.content[box.end() :]
            token.meta = {**token.meta, "checked": box[1] in "xX"}
