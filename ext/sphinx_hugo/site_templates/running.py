"""A site's own shortcode templates: found where Hugo looks, run, and put into the page.

What a template prints for ``{{% %}}`` is Markdown and takes the place of the call. What it prints for
``{{< >}}`` is HTML; it stands in the doctree as raw HTML, which :mod:`.raw_html` links and
:mod:`.raw_html_nodes` turns into nodes for builders that cannot show it.

Calls in the inner content that are not answered by templates go through the run as tokens, and are
answered where the token comes out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_hugo.hugo import templates
from sphinx_hugo.hugo.calls.inner_use import uses_inner
from sphinx_hugo.hugo.calls.reading import Delimiter
from sphinx_hugo.hugo.content.walk import find_files
from sphinx_hugo.hugo.entities import unescape
from sphinx_hugo.hugo.templates import LayoutFile, TemplateError, Templates
from sphinx_hugo.markdown import MarkdownOptions
from sphinx_hugo.nodes.pagenodes import html_block
from sphinx_hugo.shortcodes.base import InnerUse, Markup, Shortcode
from sphinx_hugo.site_templates.site_host import SiteHost
from sphinx_hugo.site_templates.template_runs import SEEN, Output, Run
from sphinx_hugo.site_templates.visible import visible_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_hugo.hugo.calls.reading import ShortcodeCall
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.site import Site
    from sphinx_hugo.hugo.templates import Budget, Engine, Template
    from sphinx_hugo.hugo.templates import ShortcodeCall as TemplateCall
    from sphinx_hugo.shortcodes.base import Context

    Answering = Callable[[ShortcodeCall, Context, ShortcodeCall], type[Shortcode] | None]

_USED = ("_shortcodes/", "shortcodes/", "_partials/", "partials/")
_DEEPER = "/_shortcodes/"
_HOOK = "_markup/render-codeblock-"
_TAG = re.compile(r"<[A-Za-z/!]")
_LATER_LINES = re.compile(r"\n(?=.)", re.DOTALL)
_BLOCK = re.compile(
    r"<(?:address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]"
    r"|header|hr|iframe|main|nav|ol|p|pre|script|section|style|table|ul|video)\b",
    re.IGNORECASE,
)


class SiteTemplates:
    """The templates of a site, and the one engine that runs them."""

    def __init__(self, site: Site) -> None:
        config = site.config
        files = find_files(config, "layouts")
        self._files = {path: name for path, name in files.items() if _is_used(path.lower())}
        self._host = SiteHost(site)
        self._templates = Templates(
            [LayoutFile(path, filename) for path, filename in self._files.items()],
            language=config.language.key,
            languages=[language.key for language in config.languages],
        )
        self.has_code_hooks = any(_HOOK in path.lower() for path in self._files)
        """Whether there is a render hook for code in some language."""
        self.names = frozenset(self._templates.shortcode_names())
        """The names that the site has templates for, in lower case."""
        self.keeps_html = MarkdownOptions.from_markup(config.markup, config.enable_emoji).unsafe
        """Whether HTML may stand in Markdown."""
        self._entered: Page | None = None
        self._takes_inner = lru_cache(maxsize=None)(self._read_inner_use)
        self._answer = type("FromSite", (SiteTemplate,), {"site_templates": self})
        self.who_answers: Answering = lambda _call, _context, _around: None
        """The wing's way to find who answers a call within that of a template."""

    @cached_property
    def engine(self) -> Engine:
        """What runs them, made for the first one that runs."""
        return templates.Engine(self._host, self._templates)

    @property
    def files(self) -> Sequence[Path]:
        """Every shortcode and partial, and the hooks for code."""
        return tuple(self._files.values())

    def find(self, name: str) -> type[Shortcode] | None:
        """Return the class that answers with a template; None if the site has none of that name."""
        return self._answer if name.lower() in self.names else None

    def answers(self, call: ShortcodeCall, context: Context, around: ShortcodeCall) -> bool:
        """Tell whether a template answers a call within another one, and nobody before it."""
        found = self.who_answers(call, context, around)
        return found is not None and issubclass(found, SiteTemplate)

    def takes_inner(self, name: str) -> bool | None:
        """Say whether the template of a name reads ``.Inner``; None if there is no template."""
        return self._takes_inner(name.lower()) if name.lower() in self.names else None

    def _read_inner_use(self, name: str) -> bool | None:
        # Sections may have one each; where they differ, the text of a page decides.
        found = {self._reads_inner(name, base) for base in self._templates.bases} - {None}
        return found.pop() if len(found) == 1 else None

    def _reads_inner(self, name: str, base: str) -> bool | None:
        try:
            template = self._templates.shortcode(name, base)
            template = template or self._templates.shortcode(name, base, markdown=True)
            filename = template.filename if template else ""
        except TemplateError as error:
            filename = error.filename
        try:
            text = Path(filename).read_text(encoding="utf-8-sig", errors="replace")
        except (OSError, ValueError):
            return None
        return uses_inner(text)

    def run(self, shortcode: SiteTemplate) -> Output | None:
        """Run the template of a call; None if it fails, which is reported."""
        call, context = shortcode.call, shortcode.context
        self.enter(context)
        run = Run(self, context, call)
        outer = self._go_call(context.parent) if context.parent is not None else None
        text = run.render(call, outer, shortcode)
        return None if text is None else Output(text, tuple(run.tokens), run.marker)

    def rehearse(
        self, call: ShortcodeCall, context: Context, around: ShortcodeCall | None
    ) -> str | None:
        """Return what the template of a call would print by itself; None if it fails."""
        self.enter(context)
        with self.engine.aside():
            outer = None if around is None else self.new_call(around, None, context)
            run = Run(self, context, call)
            text = run.render(call, outer)
        return None if text is None else run.without_tokens(text)

    def plain_file(self, call: ShortcodeCall, page: Page) -> str | None:
        """Return the file of a call's template if that depends on nothing but the call."""
        try:
            template = self._template_of(call, page)
        except TemplateError:
            return None
        return template.filename if template.is_plain else None

    def enter(self, context: Context) -> None:
        """Let what runs next note what it takes in the name of a page."""
        if context.page is not self._entered:
            self._entered = context.page
            self.engine.begin_page()
        self._host.note, self._host.takes = context.depends_on, context.takes
        self._host.publish = context.publish

    def code_hook(self, language: str, page: Page) -> Template | None:
        """Return the render hook for code in a language on a page; None if there is none.

        :raises TemplateError: if it cannot be read
        """
        return self._templates.code_hook(language, page.type)

    def _go_call(self, shortcode: Shortcode) -> TemplateCall:
        """Return what templates see of a shortcode, whoever answers it."""
        if SEEN not in shortcode.store:
            above = shortcode.context.parent
            outer = self._go_call(above) if above is not None else None
            shortcode.store[SEEN] = self.new_call(shortcode.call, outer, shortcode.context)
        found: TemplateCall = shortcode.store[SEEN]
        return found

    def new_call(
        self, call: ShortcodeCall, outer: TemplateCall | None, context: Context
    ) -> TemplateCall:
        """Return what a template sees of a call."""
        page = context.page
        return templates.ShortcodeCall(
            self.engine,
            call.name,
            call.params,
            self.engine.page(page),
            parent=outer,
            ordinal=call.ordinal,
            position=templates.Position(str(page.filename or ""), call.line, call.column),
        )

    def execute(
        self,
        call: ShortcodeCall,
        context: Context,
        seen: TemplateCall,
        budget: Budget,
        messages: list[str],
        answer: Callable[[ShortcodeCall], str | None],
    ) -> tuple[str, str]:
        """Return what the template of a call prints, and the template's file.

        :param answer: gives what calls yield in text that the template renders
        :raises TemplateError: if it cannot be read or fails
        """
        template = self._template_of(call, context.page)
        before, self._host.answer = self._host.answer, answer
        try:
            return templates.render_shortcode(template, seen, budget, messages), template.filename
        finally:
            self._host.answer = before

    def _template_of(self, call: ShortcodeCall, page: Page) -> Template:
        markdown = call.delimiter is Delimiter.PERCENT
        base = layout_base(page)
        template = self._templates.shortcode(call.name, base, markdown=markdown)
        if template is None:
            template = self._templates.shortcode(call.name, base, markdown=not markdown)
        if template is None:
            wanted = f"layouts/_shortcodes/{call.name.lower()}.html"
            raise TemplateError(
                f"there is no variant for this output and page; Hugo looks for {wanted}"
            )
        return template

    def yields_html(self, call: ShortcodeCall, page: Page) -> bool:
        """Tell whether what a call yields is not read as Markdown.

        That is so for ``{{< >}}``, and for all calls if the template asks for Hugo's old ways.
        """
        if call.delimiter is not Delimiter.PERCENT:
            return True
        try:
            return self._template_of(call, page).config_version == 1
        except TemplateError:
            return False

    def render_inner(self, text: str) -> str:
        """Render Markdown between the tags of a ``{{% %}}`` call, where Hugo does so beforehand."""
        display = "block" if "\n" in text else "inline"
        return self._host.render_markdown(text, None, display=display)


class SiteTemplate(Shortcode):
    """A call that a template of the site answers."""

    names = ()
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    site_templates: ClassVar[SiteTemplates]

    def to_markdown(self) -> str | None:
        """Return what the template prints for a ``{{% %}}`` call; the inner text if it fails."""
        if self.site_templates.yields_html(self.call, self.context.page):
            return None
        output = self.site_templates.run(self)
        if output is None:
            span = self.call.inner_span
            return "" if span is None else self.call.source[span[0] : span[1]]
        return output.markdown(self.call.source)

    def to_nodes(self) -> list[nodes.Node]:
        """Return what the template prints, as raw HTML around the answers of nested calls."""
        output = self.site_templates.run(self)
        if output is None:
            return self.body()
        reduced = output.reduced(self.context.line)
        if self.context.verbatim:
            return self.context.html(replace(reduced, text=self._indented(reduced.text)), self)
        if self._is_read_again(reduced.text):
            markup = Markup(reduced.text, reduced.line_map, reduced)
            return self.flow(self.context.render_phrase(markup, self))
        return settled(self.context.html(reduced, self), inline=self.context.inline)

    def _is_read_again(self, text: str) -> bool:
        """Tell whether the output is a part of a line of Markdown: that of a call of ours around it.

        Themes render such content once the calls in it are run; blocks of HTML stay what they are.
        """
        outer = self.context.parent
        return (
            outer is not None
            and not isinstance(outer, SiteTemplate)
            and self.site_templates.keeps_html
            and not _BLOCK.search(text)
        )

    def to_text(self) -> str:
        """Return the characters of what the template prints."""
        output = self.site_templates.run(self)
        if output is None:
            return super().to_text()
        reduced = output.reduced(self.context.line)
        verbatim = self.context.verbatim
        text = visible_text(reduced.text, verbatim=verbatim)
        if verbatim:
            text = self._indented(text)
        return self.context.plain_text(Markup(text, reduced.line_map, reduced))

    def _indented(self, text: str) -> str:
        """Indent later lines like the call, as Hugo does if nothing stands between its tags."""
        indentation = "" if self.call.inner else self.call.indentation
        return _LATER_LINES.sub(f"\n{indentation}", text) if indentation else text


def _is_used(path: str) -> bool:
    return path.startswith(_USED) or _DEEPER in path or _HOOK in path


def layout_base(page: Page) -> str:
    """Return the path by which Hugo finds a page's templates: a type stands for the section."""
    given = page.fields.get("type")
    if not given:
        return page.path
    return f"/{given}{page.path.removeprefix(f'/{page.section}') if page.section else ''}"


def settled(found: Sequence[nodes.Node], *, inline: bool) -> list[nodes.Node]:
    """Join what is HTML, and let what cannot stand in a paragraph stand by itself."""
    result: list[nodes.Node] = []
    for node in found:
        last = result[-1] if result else None
        piece = node
        if isinstance(node, nodes.Text):
            piece = nodes.raw("", escape(node, quote=False), format="html")
        if isinstance(piece, nodes.raw) and isinstance(last, nodes.raw):
            joined = nodes.raw("", last.astext() + piece.astext(), **_merged(last, piece))
            joined.source, joined.line = last.source, last.line
            result[-1] = joined
        else:
            result.append(piece)
    return [_placed(node, inline=inline) for node in result]


def _merged(first: nodes.raw, second: nodes.raw) -> dict[str, Any]:
    kept: dict[str, Any] = {"format": "html", "ids": [*first["ids"], *second["ids"]]}
    for one in (first, second):
        kept |= {key: one[key] for key in ("hugo_docname", "hugo_template") if key in one}
    return kept


def _placed(node: nodes.Node, *, inline: bool) -> nodes.Node:
    if not isinstance(node, nodes.raw) or "html" not in node["format"].split():
        return node
    text = node.astext()
    if not _TAG.search(text):
        words = " ".join(unescape(text).split())
        before, after = text[:1].isspace(), text[-1:].isspace()
        return nodes.Text(f"{' ' * before}{words}{' ' * after}" if inline else words)
    if inline and not _BLOCK.search(text):
        return node
    block = html_block("", text.strip("\n"), **node.attributes)
    block.source, block.line = node.source, node.line
    return block
