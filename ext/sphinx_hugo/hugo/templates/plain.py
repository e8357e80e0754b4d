"""Whether what a shortcode's template prints depends on nothing but the call.

Such a template reads no page, no data, no files and no partials: with other words in the same places
it prints the same, with these words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .nodes import Action, Branch, Chain, Field, Identifier, Jump, Pipe, Text, Variable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .nodes import Nodes, Operand

_WORLD = frozenset({"Page", "Site", "Position", "Ref", "RelRef"})
"""Members of a call that lead out of it."""
_PURE = frozenset(
    {"and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "cond", "default", "isset", "len"}
    | {"index", "in", "slice", "dict", "append", "first", "last", "after", "seq", "merge", "uniq"}
    | {"add", "sub", "mul", "div", "mod", "int", "float", "string", "print", "printf", "println"}
    | {"safeHTML", "safeHTMLAttr", "safeCSS", "safeURL", "safeJS", "htmlEscape", "htmlUnescape"}
    | {
        "markdownify",
        "plainify",
        "emojify",
        "highlight",
        "chomp",
        "trim",
        "lower",
        "upper",
        "title",
    }
    | {"humanize", "replace", "replaceRE", "findRE", "split", "delimit", "hasPrefix", "hasSuffix"}
    | {"truncate", "substr", "strings", "newScratch"}
)
"""Functions, and one namespace of them, that give the same for the same arguments."""


def is_plain(nodes: Nodes) -> bool:
    """Return whether a parsed template reads only parameters, inner text and the calls around it."""
    for node in nodes:
        if isinstance(node, Text | Jump):
            continue
        if isinstance(node, Action):
            if not _is_pure(node.pipe):
                return False
        elif isinstance(node, Branch):
            if not (_is_pure(node.pipe) and is_plain(node.body) and is_plain(node.orelse)):
                return False
        else:
            return False
    return True


def _is_pure(operand: Operand) -> bool:
    if isinstance(operand, Pipe):
        return all(_is_pure(arg) for command in operand.commands for arg in command.args)
    if isinstance(operand, Identifier):
        return operand.name.partition(".")[0] in _PURE
    if isinstance(operand, Field | Variable):
        return _stays(operand.names)
    if isinstance(operand, Chain):
        return _stays(operand.names) and _is_pure(operand.operand)
    return True


def _stays(names: Iterable[str]) -> bool:
    return _WORLD.isdisjoint(names)
