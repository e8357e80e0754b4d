"""The world that a site's own templates see: its data and files, its Markdown, and nothing else."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from functools import cached_property
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pygments import highlight as colour
from pygments.formatters.html import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from sphinx_hugo.diagnostics import report
from sphinx_hugo.hugo import globs
from sphinx_hugo.hugo.calls.reading import Delimiter, parse_calls
from sphinx_hugo.hugo.calls.reduce import reduce_body
from sphinx_hugo.hugo.content.datafiles import load_data
from sphinx_hugo.hugo.content.frontmatter import read_front_matter
from sphinx_hugo.hugo.content.walk import find_files
from sphinx_hugo.hugo.lookup.find import AmbiguousRefError
from sphinx_hugo.hugo.references.files import find_file
from sphinx_hugo.hugo.references.refs import find_page, resolve_ref
from sphinx_hugo.hugo.references.translations import Translations
from sphinx_hugo.hugo.templates import FileEntry, HeadingEntry, Rendered
from sphinx_hugo.markdown import (
    HugoRenderer,
    MarkdownOptions,
    create_parser,
    render_html,
    render_line,
)
from sphinx_hugo.markdown.rules.emoji import emoji_table
from sphinx_hugo.markdown.summary import plain, summarize
from sphinx_hugo.markdown.tags import unbroken
from sphinx_hugo.markdown.toc import TocEntry, table_of_contents, toc_entries
from sphinx_hugo.nodes.code import has_lexer
from sphinx_hugo.site_templates.template_runs import TOKEN
from sphinx_hugo.taken import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_hugo.hugo.calls.reading import ShortcodeCall
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.references.refs import RefResult
    from sphinx_hugo.hugo.site import Site
    from sphinx_hugo.taken import Question

MAX_BYTES = 10_000_000
"""A larger file is not there for a template."""

_EMOJI = re.compile(r":([a-zA-Z0-9_+-]+):")


class SiteHost:
    """Implements :class:`sphinx_hugo.hugo.templates.Host`."""

    def __init__(self, site: Site) -> None:
        self._site = site
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else None
        self.now = moment or datetime.now(site.config.time_zone)
        config = site.config
        self._markdown = MarkdownOptions.from_markup(config.markup, config.enable_emoji)
        self._rendered: dict[tuple[str, str], Rendered] = {}
        self.note: Callable[[Path], None] = lambda _filename: None
        """Told of every file that a template reads."""
        self.publish: Callable[[str, bytes], None] = lambda _target, _data: None
        """Told of every file that has to be served, with the path below the output folder."""
        self.answer: Callable[[ShortcodeCall], str | None] | None = None
        """Gives HTML for ``{{< >}}``, Markdown for ``{{% %}}`` in text that a template renders."""
        self.takes: Callable[[Question], None] = lambda _question: None
        """Told of every question about the site."""

    @property
    def site(self) -> Site:
        """The site; what templates ask of it is noted."""
        return watched(self._site, self.takes)

    # -- data --------------------------------------------------------------------------------

    @property
    def data(self) -> Mapping[str, object]:
        """The tree of ``data/``."""
        self.takes(("files", "data"))
        return self._data

    @cached_property
    def _data(self) -> Mapping[str, object]:
        tree, problems = load_data(self._site.config)
        for problem in problems:
            report(problem)
        return tree

    @cached_property
    def _translations(self) -> Translations:
        return Translations(self._site.config)

    @cached_property
    def _assets(self) -> Mapping[str, Path]:
        return find_files(self._site.config, "assets")

    def translate(self, key: str, argument: object) -> str | None:
        """Look a string up in ``i18n/``."""
        self.takes(("files", "i18n"))
        return self._translations.translate(key, argument)

    # -- pages -------------------------------------------------------------------------------

    def find_page(self, ref: str, start: Page | None) -> Page | None:
        """Find a page as ``.GetPage`` does."""
        try:
            return self._find(ref, start)
        except AmbiguousRefError:
            return None

    def _find(self, ref: str, start: Page | None) -> Page | None:
        found = find_page(self._site, ref, start)
        self.takes(("found", ref, start.path if start else "/"))
        if found is not None:
            self.takes(("page", found.path))
        return found

    def resolve_ref(
        self, ref: str, start: Page | None, *, language: str | None, output_format: str | None
    ) -> RefResult:
        """Resolve the argument of ``ref`` or ``relref``."""
        where = start.path if start else "/"
        self.takes(("ref", ref, where, language or "", output_format or ""))
        return resolve_ref(self._site, ref, start, language=language, output_format=output_format)

    def word_count(self, page: Page) -> int:
        """Give the number of words of a page's text."""
        self._note_text(page)
        return page.word_count

    def _note_text(self, page: Page) -> None:
        if page.filename is not None:
            self.note(page.filename)

    def rendered(self, page: Page) -> Rendered:
        """Give a page's text; of the shortcodes in it, what stands between their tags."""
        self._note_text(page)
        key = (page.language, page.path)
        known = self._rendered.get(key)
        if known is None:
            # A page that asks for itself gets nothing, instead of asking for ever.
            self._rendered[key] = Rendered()
            known = self._rendered[key] = self._render(page)
        return known

    def _render(self, page: Page) -> Rendered:
        if page.filename is None:
            return Rendered()
        try:
            text = page.filename.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return Rendered()
        front, _problems = read_front_matter(text, page.filename)
        calls = parse_calls(front.body, takes_inner=lambda _name: None)
        body = reduce_body(calls, expand=_inner_source).text
        own = reduce_body(calls, expand=_markdown_source)
        env: dict[str, object] = {
            "shortcodes": own.pattern,
            "shortcode_html": lambda number: self._in_heading(own.calls[number]),
        }
        parser = create_parser(self._markdown, HugoRenderer)
        tokens = [] if page.is_html else parser.parse(own.text, env)
        html = body if page.is_html else render_html(body, self._markdown)
        summary = (
            render_line(page.summary, self._markdown)
            if page.summary
            else summarize(html, self._site.config.summary_length).html
        )
        return Rendered(
            html=html,
            summary=summary,
            plain=plain(html),
            toc=table_of_contents(tokens, parser, env),
            raw=front.body,
            source=body,
            headings=_headings(toc_entries(tokens, parser, env), 1),
        )

    def _in_heading(self, call: ShortcodeCall) -> str:
        """Return what a call in a heading shows in the table of contents."""
        return render_line(_inner_source(call).strip(), self._markdown)

    # -- text --------------------------------------------------------------------------------

    def render_markdown(self, text: str, page: Page | None, *, display: str) -> str:
        """Render Markdown by itself; calls in that of a page are answered."""
        render = render_line if display == "inline" else render_html
        answer = self.answer
        if page is None or answer is None or not ("{{<" in text or "{{%" in text):
            return render(text, self._markdown, {"shortcodes": TOKEN})
        calls = parse_calls(text, takes_inner=lambda _name: None, generated=True)
        reduced = reduce_body(
            calls, expand=lambda call: answer(call) if call.delimiter is Delimiter.PERCENT else None
        )

        def html(call: ShortcodeCall) -> str:
            found = answer(call)
            return escape(call.source[slice(*call.span)], quote=False) if found is None else found

        env: dict[str, object] = {
            "shortcodes": reduced.pattern,
            "shortcode_html": lambda number: html(reduced.calls[number]),
        }
        # What is left stands in addresses and in code.
        return reduced.restore(render(reduced.text, self._markdown, env), html)

    def render_highlight(self, code: str, language: str, options: Mapping[str, object]) -> str:
        """Render code in a language, with the colours of the page's code blocks."""
        del options
        name = escape(language)
        if has_lexer(language):
            shown = colour(code, get_lexer_by_name(language), HtmlFormatter(nowrap=True))
        else:
            shown = escape(code, quote=False)
        return (
            f'<div class="highlight"><pre tabindex="0"><code class="language-{name}" '
            f'data-lang="{name}">{unbroken(shown)}</code></pre></div>'
        )

    def emojify(self, text: str) -> str:
        """Replace ``:name:`` by emoji."""
        table = emoji_table()
        return _EMOJI.sub(lambda match: table.get(match[1], match[0]), text)

    # -- files -------------------------------------------------------------------------------

    def read_file(self, path: str) -> str | None:
        """Read a text file of the project."""
        data = self.read_bytes(path)
        return None if data is None else data.decode("utf-8-sig", "replace")

    def read_bytes(self, path: str) -> bytes | None:
        """Read any file of the project."""
        path = path if path.startswith("/") else f"/{path}"
        self.takes(("file", path, "/"))
        return self._read(find_file(self._site, path, None))

    def read_dir(self, path: str) -> Sequence[FileEntry] | None:
        """List a folder of the project."""
        if "\0" in path:
            return None
        root = self._site.config.root.resolve()
        folder = Path(root, PurePosixPath("/", path).relative_to("/"))
        try:
            if not folder.resolve().is_relative_to(root) or not folder.is_dir():
                return None
            self.takes(("folder", str(folder)))
            return [
                FileEntry(entry.name, entry.is_dir(), entry.stat().st_size)
                for entry in sorted(folder.iterdir())
                if entry.resolve().is_relative_to(root)
            ]
        except (OSError, RuntimeError):
            return None

    def read_asset(self, path: str) -> bytes | None:
        """Read a file of ``assets/``."""
        self.takes(("files", "assets"))
        return self._read(self._assets.get(path.strip("/")))

    def match_assets(self, pattern: str) -> Sequence[str]:
        """Give the paths below ``assets/`` that fit a glob."""
        self.takes(("files", "assets"))
        pattern = pattern.strip("/").lower()
        try:
            return [path for path in sorted(self._assets) if globs.matches(pattern, path.lower())]
        except globs.GlobError:
            return []

    def read_resource(self, filename: str) -> bytes | None:
        """Read a page resource."""
        path = Path(filename)
        return self._read(path) if self._site.index.by_resource_file(filename) else None

    def _read(self, filename: Path | None) -> bytes | None:
        if filename is None:
            return None
        try:
            if filename.stat().st_size > MAX_BYTES:
                return None
            data = filename.read_bytes()
        except OSError:
            return None
        self.note(filename)
        return data


def _inner_source(call: ShortcodeCall) -> str:
    span = call.inner_span
    return "" if span is None else call.source[span[0] : span[1]]


def _markdown_source(call: ShortcodeCall) -> str | None:
    """Return the Markdown of the page that a call holds; other calls yield HTML."""
    is_markdown = call.delimiter is Delimiter.PERCENT and call.name != "highlight"
    return _inner_source(call) if is_markdown else None


def _headings(entries: Sequence[TocEntry], level: int) -> tuple[HeadingEntry, ...]:
    return tuple(
        HeadingEntry(
            entry.anchor,
            entry.title,
            level if entry.anchor or entry.title else 0,
            _headings(entry.children, level + 1),
        )
        for entry in entries
    )
