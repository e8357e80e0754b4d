"""Texts for the shortcode tests: strategies and the pieces they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from sphinx_hugo.hugo.calls.reading import EscapedCall, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_hugo.hugo.calls.params import Value
    from sphinx_hugo.hugo.calls.reading import Node

TAKES_INNER = {
    "c": False,
    "d": False,
    "ns/c": False,
    "dash-c_1": False,
    "Upper": False,
    "upper": False,
    "C": False,
    "old": False,
    "ref": False,
    "ci": True,
    "cj": True,
}
"""The shortcodes of the vectors; others are unknown."""

PIECES = (
    *("{{<", "{{%", ">}}", "%}}", "{{</*", "*/>}}", "{{%/*", "*/%}}", "/>}}", "{{", "}}"),
    *("{", "}", "<", ">", "%", "/", "*", '"', "'", "`", "=", "\\", '\\"', "\\`", " ", "\t", "\n"),
    *("\r\n", "\r", "\0", "\ud800", "c", "ci", "cj", "u", "/ci", "a", "1", ".", "-", "+", "é", "²"),
    *(" a=", ' a="x"', "=hsc0x", "hsc", "x.inline ", "\u2028", "\v"),
)

broken_texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
"""Text that is rarely well-formed."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call to be written down."""

    name: str
    delimiter: str
    params: tuple[Value, ...] | Mapping[str, Value]
    inner: tuple[Tree, ...] | None
    self_closed: bool = False


Tree = str | Call

_plain = st.text(st.sampled_from("ab \n{}<>%=/*`\"'\\é"), min_size=1, max_size=12).filter(
    lambda text: "{{" not in text and not text.startswith("{") and not text.endswith("{")
)
_strings = st.text(st.sampled_from("ab {}<>%=/*.é"), max_size=8)
_values = st.one_of(
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False).filter(lambda x: "e" not in repr(x)),
    _strings,
)
_params = st.one_of(
    st.lists(_values, max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(["a", "b-c", "_d", "é"]), _values, min_size=1, max_size=3),
)


def _merge_texts(parts: Iterable[Tree]) -> tuple[Tree, ...]:
    merged: list[Tree] = []
    for part in parts:
        if merged and isinstance(part, str) and isinstance(merged[-1], str):
            continue
        merged.append(part)
    return tuple(merged)


def _calls(inner: st.SearchStrategy[tuple[Tree, ...]]) -> st.SearchStrategy[Call]:
    delimiters = st.sampled_from("<%")
    leaf = st.builds(Call, st.sampled_from(["c", "d", "u"]), delimiters, _params, st.none())
    pair = st.builds(Call, st.sampled_from(["ci", "cj"]), delimiters, _params, inner)
    closed = st.builds(
        Call,
        st.sampled_from(["ci", "cj", "v"]),
        delimiters,
        _params,
        st.just(()),
        self_closed=st.just(True),
    )
    return leaf | pair | closed


trees: st.SearchStrategy[tuple[Tree, ...]] = st.recursive(
    _plain.map(lambda text: (text,)),
    lambda inner: st.lists(_plain | _calls(inner), max_size=4).map(_merge_texts),
    max_leaves=12,
)
"""Bodies with calls, well-formed."""


def write(tree: Iterable[Tree]) -> str:
    """Write a body down, as an author would."""
    return "".join(part if isinstance(part, str) else _write_call(part) for part in tree)


def _write_call(call: Call) -> str:
    left = "{{" + call.delimiter
    right = ">}}" if call.delimiter == "<" else "%}}"
    if isinstance(call.params, tuple):
        # A bare + cannot begin a positional argument and a number has none of its own.
        params = "".join(f" {_write_value(value)}" for value in call.params)
    else:
        params = "".join(f" {key}={_write_value(value)}" for key, value in call.params.items())
    if call.inner is None:
        return f"{left} {call.name}{params} {right}"
    if call.self_closed:
        return f"{left} {call.name}{params} /{right}"
    return f"{left} {call.name}{params} {right}{write(call.inner)}{left} /{call.name} {right}"


def _write_value(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else repr(value)


def read_back(source: str, nodes: Iterable[Node]) -> tuple[Tree, ...]:
    """Turn parsed nodes into a tree again."""
    parts: list[Tree] = []
    for node in nodes:
        if isinstance(node, Text):
            parts.append(source[node.start : node.end])
        elif isinstance(node, EscapedCall):
            raise AssertionError("no escaped call was written")
        else:
            inner = None if node.inner is None else read_back(source, node.inner)
            closed = inner == () and node.inner_span == (node.span[1], node.span[1])
            parts.append(Call(node.name, node.delimiter.value, node.params, inner, closed))
    return tuple(parts)
