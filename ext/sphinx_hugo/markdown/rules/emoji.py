"""Emoji codes such as ``:smile:``."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.rules_inline import StateInline

_CODE = re.compile(r":([a-zA-Z0-9_+-]+):")


@cache
def emoji_table() -> Mapping[str, str]:
    """Return name -> characters for every name that Hugo knows."""
    lines = files(__package__).joinpath("emoji.txt").read_text("utf-8").splitlines()
    table: dict[str, str] = {}
    for line in lines:
        characters, *names = line.split()
        table.update(dict.fromkeys(names, characters))
    return table


def emoji(state: StateInline, silent: bool) -> bool:
    """Read one code; an unknown name stays as it is."""
    match = _CODE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    characters = emoji_table().get(match[1])
    if characters is None:
        return False
    if not silent:
        token = state.push("emoji", "", 0)
        token.content = characters
        token.markup = match[0]
    state.pos = match.end()
    return True


def with_emoji(text: str) -> str:
    """Return a text with characters in place of all codes that Hugo knows."""
    return _CODE.sub(lambda found: emoji_table().get(found[1], found[0]), text)
