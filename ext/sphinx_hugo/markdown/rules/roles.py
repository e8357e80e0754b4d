"""MyST's roles, ``{name}`text```, where they are wanted and the name is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .context import hugo_options

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_HEAD = re.compile(r"\{([a-zA-Z0-9_:+-]+)\}(`+)")


def role(state: StateInline, silent: bool) -> bool:
    """Read a role."""
    myst = hugo_options(state).myst
    if myst is None or state.src[state.pos] != "{":
        return False
    head = _HEAD.match(state.src, state.pos, state.posMax)
    if head is None or not myst.is_role(head[1]):
        return False
    end = state.src.find(head[2], head.end(), state.posMax)
    if end <= head.end():
        return False
    if not silent:
        token = state.push("myst_role", "", 0)
        token.meta = {"name": head[1]}
        token.content = state.src[head.end() : end].replace("\n", " ")
    state.pos = end + len(head[2])
    return True
