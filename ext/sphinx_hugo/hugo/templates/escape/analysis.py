"""Follows the HTML through a template and chooses escapers for each printed value."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import TemplateError
from ..nodes import Action, Binding, Branch, BranchKind, Identifier, Include, Jump, Text
from . import escapers as esc
from .context import (
    COMMENTS,
    Context,
    ContextError,
    Delimiter,
    Slash,
    State,
    UrlPart,
    join,
    nudge,
)
from .transition import advance
from .variants import Variant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..nodes import Node, Nodes

_STRAY = re.compile(r"<(?!!DOCTYPE)", re.IGNORECASE)
_LINE_COMMENTS = ("//", "<!--", "-->", "#!")
_URL_STATES = frozenset(
    {
        State.URL,
        State.CSS_DOUBLE,
        State.CSS_SINGLE,
        State.CSS_DOUBLE_URL,
        State.CSS_SINGLE_URL,
        State.CSS_URL,
    }
)
_CSS_STRINGS = frozenset({State.CSS_DOUBLE, State.CSS_SINGLE})
_BY_STATE: dict[State, Callable[[object], object]] = {
    State.TEXT: esc.html_text,
    State.RCDATA: esc.html_rcdata,
    State.ATTR_NAME: esc.html_name,
    State.SRCSET: esc.srcset,
    State.JS: esc.js_value,
    State.JS_DOUBLE: esc.js_string,
    State.JS_SINGLE: esc.js_string,
    State.JS_TEMPLATE: esc.js_template,
    State.JS_REGEXP: esc.js_regexp,
    State.CSS: esc.css_value,
    **dict.fromkeys(COMMENTS, esc.comment),
}


def analyse(root: Nodes, trees: Mapping[str, Nodes], filename: str = "") -> Variant:
    """Prepare a template whose output is HTML text.

    :raises TemplateError: where html/template would refuse it: branches or an end in the midst
        of a tag, a slash that could be anything, a quote in an unquoted value
    """
    analysis = _Analysis(trees, filename)
    variant, context = analysis.template("", root, Context())
    if context.state is not State.TEXT:
        state = context.state.name.lower().replace("_", " ")
        msg = f"the template ends in a non-text context: {state}; close what it opens"
        raise TemplateError(msg, filename, root[-1].line if root else None)
    return variant


class _Analysis:
    def __init__(self, trees: Mapping[str, Nodes], filename: str) -> None:
        self._trees = trees
        self._filename = filename
        self._done: dict[tuple[str, Context], tuple[Variant, Context]] = {}
        self._loops: list[list[Context]] = []

    def template(self, name: str, nodes: Nodes, start: Context) -> tuple[Variant, Context]:
        found = self._done.get((name, start))
        if found:
            return found
        variant = Variant()
        # A template that includes itself is taken to end as it began.
        self._done[name, start] = (variant, start)
        self._done[name, start] = (variant, self._list(nodes, start, variant) or start)
        return self._done[name, start]

    def _list(self, nodes: Nodes, context: Context, variant: Variant) -> Context | None:
        """Go through nodes; None if they end with a jump and nothing follows."""
        current: Context | None = context
        for node in nodes:
            if current is None:
                break
            try:
                current = self._node(node, current, variant)
            except ContextError as error:
                raise TemplateError(str(error), self._filename, node.line) from error
        return current

    def _node(self, node: Node, context: Context, variant: Variant) -> Context | None:
        if isinstance(node, Text):
            return self._text(node, context, variant)
        if isinstance(node, Action):
            return _action(node, context, variant)
        if isinstance(node, Branch):
            return self._branch(node, context, variant)
        if isinstance(node, Include):
            return self._include(node, context, variant)
        assert isinstance(node, Jump)
        self._loops[-1].append(context)
        return None

    def _include(self, node: Include, context: Context, variant: Variant) -> Context:
        nodes = self._trees.get(node.name)
        if nodes is None:
            msg = f'no such template "{node.name}"'
            raise ContextError(msg)
        variant.includes[node], after = self.template(node.name, nodes, context)
        return after

    def _branch(self, node: Branch, context: Context, variant: Variant) -> Context | None:
        word = node.kind.value
        after: Context | None
        if node.kind is BranchKind.RANGE:
            self._loops.append([])
            after = self._list(node.body, context, variant)
            for jump in self._loops.pop():
                after = jump if after is None else join(after, jump, word)
            after = self._second_round(node, context, after, variant)
        else:
            after = self._list(node.body, context, variant)
        other = self._list(node.orelse, context, variant)
        if after is None or other is None:
            return after or other
        return join(after, other, word)

    def _second_round(
        self, node: Branch, start: Context, after: Context | None, variant: Variant
    ) -> Context | None:
        """Go through a loop's body again, from where its first round ends."""
        if after is None or after == start:
            return after
        again = join(start, after, "range")
        self._loops.append([])
        ended = self._list(node.body, again, variant)
        self._loops.pop()
        return after if ended is None else join(after, ended, "range")

    def _text(self, node: Text, context: Context, variant: Variant) -> Context:
        text, at = node.text, 0
        edits = _Edits(text)
        while at < len(text):
            after, end = advance(context, text, at)
            if end == at and after == context:
                msg = f"cannot read the HTML from here: {text[at:][:30]!r}"
                raise ContextError(msg)
            edits.note(context, after, at, end)
            context, at = after, end
        if edits.parts:
            variant.texts[node] = edits.finish(context)
        return context


def _is_comment(context: Context) -> bool:
    """Say whether nothing of the text here may stay; comments in attributes do stay."""
    return context.state in COMMENTS and context.delimiter is Delimiter.NONE


class _Edits:
    """Changes to one text: comments go, and ``<`` that opens nothing is escaped."""

    def __init__(self, text: str) -> None:
        self.parts: list[str] = []
        """The new text as far as it is made; empty if nothing was changed."""
        self._text = text
        self._kept = 0

    def note(self, before: Context, after: Context, at: int, end: int) -> None:
        """Note that the text from `at` to `end` leads from one context to another."""
        if before.state in {State.TEXT, State.RCDATA}:
            self._escape_strays(before, after, at, end)
        elif _is_comment(before):
            self._replace(end, _instead_of(before.state, self._text[at:end]))
        if after.state is not before.state and _is_comment(after):
            self._cut_opening(after.state, at, end)

    def _replace(self, end: int, other: str) -> None:
        self.parts.append(other)
        self._kept = end

    def _escape_strays(self, before: Context, after: Context, at: int, end: int) -> None:
        stop = end
        if after.state is not before.state:
            stop = max(self._text.rfind("<", at, end), at)
        for stray in _STRAY.finditer(self._text, at, stop):
            self.parts.append(self._text[self._kept : stray.start()])
            self._replace(stray.end(), "&lt;")

    def _cut_opening(self, state: State, at: int, end: int) -> None:
        """Leave out what opens a comment."""
        opening = end - (4 if state is State.HTML_COMMENT else 2)
        if state is State.JS_LINE_COMMENT:
            opening = max(self._text.rfind(mark, at, end) for mark in _LINE_COMMENTS)
        self.parts.append(self._text[self._kept : opening])
        self._kept = end

    def finish(self, context: Context) -> str:
        """Give the new text, which ends in a context."""
        rest = "" if _is_comment(context) else self._text[self._kept :]
        return "".join(self.parts) + rest


def _instead_of(state: State, comment: str) -> str:
    """Give what a comment leaves behind: in scripts and styles it separates words."""
    if state is State.JS_BLOCK_COMMENT:
        # One with a line end in it ends a statement, as a line end does.
        return "\n" if any(char in comment for char in "\n\r\u2028\u2029") else " "
    return " " if state is State.CSS_BLOCK_COMMENT else ""


def _action(node: Action, context: Context, variant: Variant) -> Context:
    if node.pipe.binding is not Binding.NONE:
        return context
    _check_predefined(node)
    context = nudge(context)
    chain = _value_escapers(context)
    after = context
    if context.state is State.JS:
        after = replace(context, slash=Slash.DIVISION)
    if context.delimiter is Delimiter.SPACE:
        chain.append(esc.html_unquoted)
    elif context.delimiter is not Delimiter.NONE:
        chain.append(esc.html_quoted)
    previous = variant.escapers.get(node)
    if previous is not None and previous != tuple(chain):
        msg = "on range loop re-entry: the value would need other escaping in the second round"
        raise ContextError(msg)
    variant.escapers[node] = tuple(chain)
    return after


def _check_predefined(node: Action) -> None:
    """Refuse ``html`` and ``urlquery`` anywhere but at the end of a pipeline."""
    for command in node.pipe.commands[:-1]:
        first = command.args[0]
        if isinstance(first, Identifier) and first.name in {"html", "urlquery"}:
            msg = f"predefined escaper {first.name!r} disallowed in template: it must come last"
            raise ContextError(msg)


def _value_escapers(context: Context) -> list[Callable[[object], object]]:
    state = context.state
    if state in _URL_STATES:
        return _url_escapers(context)
    if state is State.ATTR:
        return []
    return [_BY_STATE[state]]


def _url_escapers(context: Context) -> list[Callable[[object], object]]:
    normal = esc.css_string if context.state in _CSS_STRINGS else esc.url_normal
    if context.url_part is UrlPart.NONE:
        return [esc.url_filter, normal]
    if context.url_part is UrlPart.BEFORE_QUERY:
        return [normal]
    if context.url_part is UrlPart.QUERY_OR_FRAGMENT:
        return [esc.url_part]
    msg = "the value appears in an ambiguous context within a URL: its start differs by branch"
    raise ContextError(msg)
