"""Code and formulas as MyST: a plain fence where that says all, else a directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_hugo.eject.marks import code_fence, directive
from sphinx_hugo.nodes.code import has_lexer

if TYPE_CHECKING:
    from sphinx_hugo.eject.blocks import Blocks


def literal(_writer: Blocks, node: nodes.Element, _end: int) -> list[str]:
    """Return a code block."""
    return [code(node)]


def captioned(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return a code block with the caption above it."""
    block = next(iter(node.findall(nodes.literal_block)), None)
    caption = next((c for c in node.children if isinstance(c, nodes.caption)), None)
    if block is None or caption is None:
        return writer.blocks(node.children, end)
    return [code(block, {"caption": writer.spans.line(caption.children)})]


def code(node: nodes.Element, more: dict[str, str] | None = None) -> str:
    """Return a code block; *more* are options of the directive."""
    text = node.astext().rstrip("\n")
    language = str(node.get("language", ""))
    if language in {"default", "none"} or not has_lexer(language):
        language = ""
    arguments: dict[str, Any] = node.get("highlight_args", {})
    options = dict(more or {})
    if node.get("linenos"):
        options["linenos"] = ""
    if arguments.get("linenostart"):
        options["lineno-start"] = str(arguments["linenostart"])
    # Sphinx warns of lines that are not there.
    lines = [n for n in arguments.get("hl_lines", ()) if n <= text.count("\n") + 1]
    if lines:
        options["emphasize-lines"] = ",".join(map(str, lines))
    names = [name for name in node["classes"] if not name.startswith("hugo-language-")]
    if names:
        options["class"] = " ".join(names)
    if options:
        return directive("code-block", language or "none", options, text, code=True)
    fence = code_fence(text)
    return f"{fence}{language}\n{text}\n{fence}"


def formula(_writer: Blocks, node: nodes.Element, _end: int) -> list[str]:
    """Return mathematics that stands by itself."""
    return [directive("math", "", None, node.astext().strip("\n"), code=True)]
