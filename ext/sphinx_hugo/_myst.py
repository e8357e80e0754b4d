"""The seam to MyST: the only module that imports its internals."""

from __future__ import annotations

import re
from types import FunctionType, SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from docutils.parsers.rst import directives, roles
from docutils.parsers.rst.languages import en as english
from docutils.utils import Reporter
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.directives import MarkupError, parse_directive_text  # type: ignore[attr-defined]
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from docutils.parsers.rst import Directive
    from markdown_it import MarkdownIt

__all__ = [
    "MystParser",
    "SphinxRenderer",
    "keep_footnote_settings",
    "known_directive",
    "known_role",
    "parse_directive",
    "run_as_rst",
    "stock_parser",
    "stock_slugs",
    "without_spare_document",
    "writes_rst",
]


_FROM_DOCSTRINGS = ("sphinx.ext.autodoc", "sphinx.ext.autosummary")
_ENGLISH: Any = english
_NO_SLUG = re.compile(r"[^\w\u4e00-\u9fff\- ]")
_SILENT = Reporter("", report_level=Reporter.SEVERE_LEVEL + 1, halt_level=Reporter.SEVERE_LEVEL + 1)


def without_spare_document() -> Callable[..., None]:
    """Return MyST's ``setup_render``, but for the document that it makes each time and throws away.

    That one is only for those who give none, and its settings cost more than most pages' Markdown.
    """
    setup = SphinxRenderer.setup_render
    names = {**setup.__globals__, "make_document": lambda: None}
    return FunctionType(
        setup.__code__, names, setup.__name__, setup.__defaults__, setup.__closure__
    )


def _directive(name: str) -> type[Directive] | None:
    nobody = cast("nodes.document", SimpleNamespace(reporter=_SILENT, current_line=0))
    found, _messages = directives.directive(name, _ENGLISH, nobody)
    return found


def known_directive(name: str) -> bool:
    """Tell whether docutils or Sphinx has a directive of this name."""
    return _directive(name) is not None


def writes_rst(name: str) -> bool:
    """Tell whether a directive makes reStructuredText of docstrings, which must be read as such."""
    found = _directive(name)
    bases = () if found is None else found.__mro__
    return any(cls.__module__.startswith(_FROM_DOCSTRINGS) for cls in bases)


def run_as_rst(
    renderer: SphinxRenderer, name: str, argument: str, content: str, line: int
) -> list[nodes.Node]:
    """Run a directive as if it stood in reStructuredText on that line, with all that it generates.

    Only its options stand there: what else the page says inside is Markdown, and follows.
    """
    lines = content.splitlines()
    count = next((n for n, text in enumerate(lines) if not text.startswith(":")), len(lines))
    options = "".join(f"   {text}\n" for text in lines[:count])
    holder = nodes.container()
    token: Any = SimpleNamespace(content=f".. {name}:: {argument}\n{options}", map=[line - 1, line])
    with renderer.current_node_context(holder):
        renderer.render_restructuredtext(token)
        renderer.nested_render_text("\n".join(lines[count:]), line + count)
    children = list(holder.children)
    holder.children = []
    return children


def parse_directive(
    name: str, argument: str, content: str
) -> tuple[list[str], dict[str, Any]] | None:
    """Return arguments and options of a directive as MyST will read them; None if it cannot."""
    found = _directive(name)
    if found is None:
        return None
    try:
        parsed = parse_directive_text(found, argument, content)
    except MarkupError:
        return None
    return parsed.arguments, parsed.options


def known_role(name: str) -> bool:
    """Tell whether docutils or Sphinx has a role of this name."""
    found, _messages = roles.role(name, _ENGLISH, 0, _SILENT)
    return found is not None


def keep_footnote_settings(document: nodes.document, config: Any) -> None:
    """Hand over what MyST's transforms read from the document."""
    document.myst_slugs = {}  # type: ignore[attr-defined]
    document.settings.myst_heading_anchors_html_ids = config.heading_anchors_html_ids
    document.settings.myst_footnote_transition = config.footnote_transition
    document.settings.myst_footnote_sort = config.footnote_sort


def stock_parser(extensions: Sequence[str]) -> MarkdownIt:
    """Return MyST's own Markdown parser with some of its extensions.

    Text such as ``README.md`` is no address for it, as it is none for Hugo.
    """
    config = MdParserConfig(enable_extensions=set(extensions), linkify_fuzzy_links=False)
    return create_md_parser(config, RendererHTML)


def stock_slugs(parser: MarkdownIt, headings: Iterable[str]) -> list[str]:
    """Return the ids that MyST gives to the headings of a page, each one line of Markdown.

    One that is empty says that the heading gets none.
    """
    slugs: list[str] = []
    taken: set[str] = {""}
    for heading in headings:
        children = [
            child for token in parser.parseInline(heading, {}) for child in token.children or ()
        ]
        shown = "".join(c.content for c in children if c.type in {"text", "code_inline"})
        slug = base = _NO_SLUG.sub("", shown.lower().replace(" ", "-"))
        number = 0
        while slug and slug in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add(slug)
        slugs.append(slug)
    return slugs
