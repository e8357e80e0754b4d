"""A call answered on trial: what a class would say, without a trace in the page.

Nothing is rendered, reported or published. Texts stand as they are written; what the answer takes from
the site is noted all the same, because something depends on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.hugo.calls.reading import ShortcodeCall, Text
from sphinx_hugo.shortcodes.base import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sphinx_hugo.hugo.calls.reduce import Reduced
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.problems import Kind
    from sphinx_hugo.hugo.references.refs import RefResult
    from sphinx_hugo.hugo.site import Site
    from sphinx_hugo.shortcodes.base import Context, Shortcode
    from sphinx_hugo.taken import Question

    Answering = Callable[[ShortcodeCall, Shortcode | None], list[nodes.Node]]
    """Answers a nested call on trial, for the shortcode around it."""


@dataclass(slots=True)
class Asked:
    """What a trial has asked the site for."""

    anything: bool = False
    a_missing_file: bool = False


class Rehearsal:
    """Implements :class:`sphinx_hugo.shortcodes.base.Context` for one call."""

    def __init__(
        self,
        context: Context,
        call: ShortcodeCall,
        parent: Shortcode | None,
        answer: Answering,
        asked: Asked,
    ) -> None:
        self._context = context
        self._call = call
        self._answer = answer
        self._calls = self.inner_calls()
        self.parent = parent
        self.inline = context.inline
        self.line = call.line
        self.verbatim = context.verbatim
        self.asked = asked
        """Shared by the calls of one trial."""

    @property
    def page(self) -> Page:
        """The page the call stands in."""
        return self._context.page

    @property
    def site(self) -> Site:
        """The whole site; what is asked of it is noted."""
        self.asked.anything = True
        return self._context.site

    # -- what is not done ----------------------------------------------------------------------

    def unique_id(self, prefix: str) -> str:
        """Return the prefix: no id is used up."""
        return prefix

    def publish(self, target: str, data: bytes) -> None:
        """Publish nothing."""

    def report(self, kind: Kind, message: str) -> None:
        """Report nothing."""

    def report_template(
        self, message: str, filename: Path | str, line: int | None, *, fails: bool = True
    ) -> None:
        """Report nothing."""

    # -- texts, as they are written ------------------------------------------------------------

    def markup(self, text: str) -> Markup:
        """Wrap text."""
        return Markup(text, [self.line] * (text.count("\n") + 1))

    def markup_with_calls(self, text: str) -> Markup:
        """Wrap text."""
        return self.markup(text)

    def inner(self) -> Markup | None:
        """Return the inner content without the calls in it; None for a call without closing tag."""
        if self._call.inner is None:
            return None
        source = self._call.source
        parts = [source[n.start : n.end] for n in self._call.inner if isinstance(n, Text)]
        return self.markup("".join(parts))

    def inner_calls(self) -> tuple[ShortcodeCall, ...]:
        """Return the calls directly in the inner content."""
        return self._call.nested

    def nested(self, shortcode: Shortcode | None) -> list[nodes.Node]:
        """Answer the calls in the inner content, once."""
        calls, self._calls = self._calls, ()
        return [node for call in calls for node in self._answer(call, shortcode)]

    def render(self, markup: Markup, shortcode: Shortcode | None = None) -> list[nodes.Node]:
        """Return the text as a paragraph, and what the calls in the inner content answer."""
        return [nodes.paragraph("", markup.text), *self.nested(shortcode)]

    def render_inline(self, text: str) -> list[nodes.Node]:
        """Return the text."""
        return [nodes.Text(text)]

    def render_phrase(self, markup: Markup, shortcode: Shortcode | None = None) -> list[nodes.Node]:
        """Return the text, and what the calls in the inner content answer."""
        return [nodes.Text(markup.text), *self.nested(shortcode)]

    def render_source(self, text: str, pack: str) -> list[nodes.Node]:
        """Return the text."""
        return [nodes.paragraph("", text)]

    def plain_text(self, markup: Markup) -> str:
        """Return the text."""
        return markup.text

    def directive(
        self,
        name: str,
        argument: str = "",
        options: Mapping[str, str] | None = None,
        content: Markup | None = None,
        shortcode: Shortcode | None = None,
        *,
        literal: bool = False,
    ) -> list[nodes.Node]:
        """Return what the directive is given."""
        given = " ".join([argument, *(options or {}).values()])
        inner = [] if content is None else self.render(content, shortcode)
        return [nodes.paragraph("", given), *inner]

    def html(self, source: Reduced, shortcode: Shortcode) -> list[nodes.Node]:
        """Return the HTML, and what the calls in the inner content answer."""
        return [nodes.raw("", source.text, format="html"), *self.nested(shortcode)]

    def role(self, name: str, text: str) -> list[nodes.Node]:
        """Return the text."""
        return [nodes.Text(text)]

    def has_directive(self, name: str) -> bool:
        """Tell whether a directive is registered."""
        return self._context.has_directive(name)

    # -- links, pictures and files -------------------------------------------------------------

    def reference(
        self, target: str, children: Sequence[nodes.Node], *, title: str = ""
    ) -> nodes.Element:
        """Return a plain link."""
        return nodes.reference("", "", *children, refuri=target)

    def ref_reference(
        self,
        ref: str,
        children: Sequence[nodes.Node],
        *,
        language: str = "",
        output_format: str = "",
        title: str = "",
    ) -> nodes.Element:
        """Return a plain link."""
        return nodes.reference("", "", *children, refuri=ref)

    def find_page(self, ref: str) -> Page | None:
        """Return the page that a path names."""
        self.asked.anything = True
        return self._context.find_page(ref)

    def resolve_ref(self, ref: str, *, language: str = "", output_format: str = "") -> RefResult:
        """Say what ``ref`` and ``relref`` find."""
        self.asked.anything = True
        return self._context.resolve_ref(ref, language=language, output_format=output_format)

    def url(self, ref: str) -> str:
        """Resolve a ref as ``relref`` does."""
        return self.resolve_ref(ref).url

    def image(self, source: str, *, alt: str | None = None) -> nodes.Element:
        """Return a picture."""
        return nodes.image(uri=source, alt=alt or "")

    def file(self, path: str) -> Path | None:
        """Return a file of the site; None if there is none."""
        if self.has_file(path):
            return self._context.file(path)
        self.asked.a_missing_file = True
        return None

    def read_text(self, path: str) -> str | None:
        """Return the text of a file inside the site."""
        return None if self.file(path) is None else self._context.read_text(path)

    def has_file(self, path: str) -> bool:
        """Tell whether there is such a file."""
        self.asked.anything = True
        return self._context.has_file(path)

    def data(self, path: str) -> object:
        """Return what the site has below ``data/``."""
        self.asked.anything = True
        return self._context.data(path)

    def translate(self, key: str) -> str:
        """Return a string of the site's ``i18n/``."""
        return self._context.translate(key)

    def depends_on(self, filename: Path) -> None:
        """Read the page again when a file changes."""
        self._context.depends_on(filename)

    def takes(self, question: Question) -> None:
        """Read the page again when the answer to a question about the site is another one."""
        self._context.takes(question)
