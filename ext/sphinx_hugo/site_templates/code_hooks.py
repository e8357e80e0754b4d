"""Code in a language of the site's own: the render hook for it, run like a shortcode's template.

A hook for a language that can be coloured or drawn here says how a listing looks, which is the
theme's part; one for any other language says what stands there in place of the code.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.hugo import templates
from sphinx_hugo.hugo.calls.reading import Delimiter, ShortcodeCall
from sphinx_hugo.hugo.calls.reduce import Reduced
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.templates import Budget, TemplateError
from sphinx_hugo.markdown.summary import plain_text
from sphinx_hugo.nodes.code import has_lexer
from sphinx_hugo.shortcodes.base import Shortcode
from sphinx_hugo.site_templates.running import settled

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.templates import Fence
    from sphinx_hugo.shortcodes.base import Context
    from sphinx_hugo.site_templates.running import SiteTemplates

_DRAWN = frozenset(
    {
        *("chem", "dot", "drawio", "goat", "graphviz", "katex", "markmap", "math", "mermaid"),
        *("plantuml", "uml"),
    }
)
"""Languages for which hooks call scripts of the theme, or which extensions draw."""

_HIDDEN = re.compile(r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.I)
_SHOWN = re.compile(
    r"<(?:img|picture|svg|video|audio|iframe|object|math|hr|input)\b", re.IGNORECASE
)


def call_of(language: str, line: int) -> ShortcodeCall:
    """Return a code block as if it were a call, for what a call's context can do."""
    return ShortcodeCall(
        name=f"render-codeblock-{language}",
        delimiter=Delimiter.ANGLE,
        params=(),
        inner=None,
        span=(0, 0),
        inner_span=None,
        line=line,
        column=1,
        ordinal=0,
        indentation="",
        generated=False,
        source="",
    )


class CodeHook:
    """The hook for the code of one language, on one page."""

    def __init__(self, site: SiteTemplates, language: str, page: Page) -> None:
        self._site = site
        self._language = language
        self._page = page

    def to_nodes(self, fence: Fence, context: Context) -> list[nodes.Node] | None:
        """Return what the hook prints for code; None if it fails, or shows nothing by itself."""
        filename = str(self._page.filename or "")
        self._site.enter(context)
        engine = self._site.engine
        position = templates.Position(filename, context.line, 1)
        block = templates.CodeBlock(engine, engine.page(context.page), fence, position)
        messages: list[str] = []
        place = f"(render hook for {self._language!r} code, used in {filename}:{context.line}"
        try:
            template = self._site.code_hook(self._language, self._page)
            if template is None:
                return None
            context.depends_on(Path(template.filename))
            text = templates.render_shortcode(template, block, Budget(), messages)
        except TemplateError as error:
            message = f"{error.message} {place}; the code is shown)"
            warn(Kind.TEMPLATE, message, error.filename, error.line)
            return None
        for message in messages:
            warn(Kind.TEMPLATE, f"{message} {place})", template.filename, None)
        if _is_blank(text):
            return None
        marker = "=hgo"
        while marker in text:
            marker += "o"
        reduced = Reduced(text, (context.line,) * (text.count("\n") + 1), (), marker, ())
        shown = Shortcode(call_of(self._language, context.line), context)
        return settled(context.html(reduced, shown), inline=False)


def is_own(language: str) -> bool:
    """Tell whether a language is the site's own, so that its hook says what is shown."""
    return bool(language) and language.lower() not in _DRAWN and not has_lexer(language)


def _is_blank(text: str) -> bool:
    """Tell whether HTML shows nothing without the scripts of a theme."""
    visible = _HIDDEN.sub("", text)
    return not _SHOWN.search(visible) and not plain_text(visible).strip()
