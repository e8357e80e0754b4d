"""One run of a site's templates: a call, with the calls in its inner content."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.calls.reading import Delimiter, EscapedCall, ShortcodeCall, Text
from sphinx_hugo.hugo.calls.reduce import MAX_DEPTH, Reduced
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.templates import Budget, TemplateError

if TYPE_CHECKING:
    from sphinx_hugo.hugo.calls.reading import Node
    from sphinx_hugo.hugo.templates import ShortcodeCall as TemplateCall
    from sphinx_hugo.shortcodes.base import Context, Shortcode
    from sphinx_hugo.site_templates.running import SiteTemplates

TOKEN = re.compile(r"=hgo+([0-9]{1,9})x")
"""What stands in a run for a call that no template answers; Markdown takes it for a placeholder."""
SEEN = "seen_by_templates"
"""Where a shortcode keeps what templates see of it."""


class Output:
    """What a run has printed, with tokens in it."""

    def __init__(
        self, text: str, tokens: tuple[ShortcodeCall | EscapedCall, ...], marker: str
    ) -> None:
        self.text = text
        self._tokens = tokens
        self._marker = marker
        self._pattern = re.compile(rf"{re.escape(marker)}([0-9]{{1,9}})x")

    def markdown(self, source: str) -> str:
        """Return the text with the source of nested calls in the place of their tokens."""

        def written(match: re.Match[str]) -> str:
            node = self._token(int(match[1]))
            if node is None:
                return match[0]
            start, end = (node.start, node.end) if isinstance(node, EscapedCall) else node.span
            return (source if isinstance(node, EscapedCall) else node.source)[start:end]

        return self._pattern.sub(written, self.text)

    def _token(self, number: int) -> ShortcodeCall | EscapedCall | None:
        return self._tokens[number] if number < len(self._tokens) else None

    def reduced(self, line: int) -> Reduced:
        """Return the text as Markdown and HTML with placeholders are: tokens are placeholders."""
        calls = tuple(one for one in self._tokens if isinstance(one, ShortcodeCall))
        # Only tokens of ours may be left: others would be taken for them.
        text = self._pattern.sub(
            lambda match: match[0] if self._token(int(match[1])) else f"&#61;{match[0][1:]}",
            self.text,
        )
        return Reduced(text, (line,) * (text.count("\n") + 1), calls, self._marker, ())


class Run:
    """One call with the calls in it."""

    def __init__(self, site: SiteTemplates, context: Context, call: ShortcodeCall) -> None:
        self._site = site
        self._context = context
        self._budget = Budget()
        self._call = call
        self._source = call.source
        # In Markdown, escaped calls must stay escaped: it is read once more.
        self._keeps_escapes = not site.yields_html(call, context.page)
        self._open = [call.source[slice(*call.span)]]
        """Calls that stand in what each of them renders, the outermost first."""
        self._shown: set[str] = set()
        """Escaped calls as they are shown; Hugo runs them if a template renders them."""
        self.tokens: list[ShortcodeCall | EscapedCall] = []
        self.marker = "=hgo"
        while self.marker in call.source:
            self.marker += "o"

    def render(
        self, call: ShortcodeCall, outer: TemplateCall | None, shortcode: Shortcode | None = None
    ) -> str | None:
        """Return what the template of a call prints; None if it fails, which is reported."""
        seen = self._site.new_call(call, outer, self._context)
        if shortcode is not None:
            shortcode.store[SEEN] = seen
        if call.inner is not None:
            inner = "".join(self._inner(node, call, seen) for node in call.inner)
            if call.delimiter is Delimiter.PERCENT and (
                outer or self._site.yields_html(call, self._context.page)
            ):
                inner = self._site.render_inner(inner)
            seen.set_inner(inner, _deindented(inner, call.indentation))
        messages: list[str] = []
        try:
            text, filename = self._site.execute(
                call, self._context, seen, self._budget, messages, self._answer
            )
        except TemplateError as error:
            self._context.report_template(error.message, error.filename, error.line)
            return None
        self._context.depends_on(Path(filename))
        for message in messages:
            self._context.report_template(message, filename, None, fails=False)
        return text

    def without_tokens(self, text: str) -> str:
        """Return what was printed without what stands for other calls."""
        return re.sub(rf"{re.escape(self.marker)}[0-9]+x", " ", text)

    def _inner(self, node: Node, call: ShortcodeCall, seen: TemplateCall) -> str:
        source = call.source
        if isinstance(node, Text):
            return source[node.start : node.end]
        if isinstance(node, EscapedCall):
            if self._keeps_escapes and source is self._source:
                return self._token(node)
            text = source[node.start : node.end]
            shown = f"{text[:3]}{text[5:-5]}{text[-3:]}"
            self._shown.add(shown)
            return shown
        if not self._site.answers(node, self._context, call):
            return self._token(node)
        found = self.render(node, seen)
        if found is None:
            return "".join(self._inner(one, node, seen) for one in node.inner or ())
        return found

    def _answer(self, call: ShortcodeCall) -> str | None:
        """Return what a call yields in text that a template renders; None if it is only shown."""
        written = call.source[slice(*call.span)]
        if written in self._shown:
            return None
        if self._site.who_answers(call, self._context, self._call) is None:
            self._context.report(
                Kind.SHORTCODE_UNKNOWN,
                f"nobody renders the shortcode '{call.name}' in text that a template renders; it is "
                "shown as it stands. Write a template for it, or say in conf.py what it becomes: "
                f"hugo_shortcodes = {{'{call.name}': ...}}.",
            )
            return None
        if not self._site.answers(call, self._context, self._call):
            return self._token(call)
        if written in self._open or len(self._open) > MAX_DEPTH:
            self._context.report(
                Kind.SHORTCODE,
                f"The shortcode '{call.name}' leads to itself again; it is not shown once more.",
            )
            return ""
        self._open.append(written)
        found = self.render(call, None)
        self._open.pop()
        if found is None and call.inner_span is not None:
            return call.source[slice(*call.inner_span)]
        return found or ""

    def _token(self, node: ShortcodeCall | EscapedCall) -> str:
        self.tokens.append(node)
        return f"{self.marker}{len(self.tokens) - 1}x"


def _deindented(text: str, indentation: str) -> str:
    if not indentation:
        return text
    return text.removeprefix(indentation).replace(f"\n{indentation}", "\n")
