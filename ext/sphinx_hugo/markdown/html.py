"""What Hugo prints for parsed Markdown."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, cast

from markdown_it.renderer import RendererHTML

from .parser import create_parser
from .rules.divider import MARKER
from .rules.rawhtml import has_closing_line
from .tags import TABLE_TAGS, attributes, escape, highlight, table_tag

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from .options import MarkdownOptions

OMITTED = "<!-- raw HTML omitted -->"
_TASK = '<input {}disabled="" type="checkbox"> '
_INLINE_START = frozenset({"p", "dt", "h1", "h2", "h3", "h4", "h5", "h6"})


class HugoRenderer(RendererHTML):
    """Prints tokens as Hugo does.

    ``env["shortcode_html"]``, a function from the number of a call to HTML, fills in shortcodes;
    without it their placeholders are printed. With ``env["keep_divider"]`` the end of the summary
    is printed as ``<!--more-->``.
    """

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """Print all blocks, then the footnotes."""
        body, notes = _without_footnotes(tokens)
        printed = self._blocks(body, options, env)
        return printed + self._footnotes(notes, options, env)

    def _blocks(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        return super().render(tokens, options, env)

    def _footnotes(self, notes: list[list[Token]], options: OptionsDict, env: EnvType) -> str:
        used = [note for note in notes if note[0].meta["number"] is not None]
        if not used:
            return ""
        used.sort(key=lambda note: int(note[0].meta["number"]))
        items = "".join(self._footnote(note, options, env) for note in used)
        return f'<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n{items}</ol>\n</div>\n'

    def _footnote(self, note: list[Token], options: OptionsDict, env: EnvType) -> str:
        hugo = cast("MarkdownOptions", options["hugo"])
        number, uses = note[0].meta["number"], note[0].meta["uses"]
        body = self._blocks(note[1:-1], options, env)
        back = "".join(
            f'&#160;<a href="#fnref{use or ""}:{number}" class="footnote-backref" '
            f'role="doc-backlink">{hugo.footnote_backlink}</a>'
            for use in range(uses)
        )
        if note[-2].type == "paragraph_close":
            body = body.removesuffix("</p>\n") + back + "</p>\n"
        else:
            body += back
        return f'<li id="fn:{number}">\n{body}</li>\n'

    def footnote_ref(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print a reference to a footnote."""
        del options, env
        meta = tokens[idx].meta
        number, use = meta["number"], (meta["use"] - 1) or ""
        return (
            f'<sup id="fnref{use}:{number}"><a href="#fn:{number}" class="footnote-ref" '
            f'role="doc-noteref">{number}</a></sup>'
        )

    def renderToken(  # noqa: N802
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print a tag with the line ends that Goldmark puts around it."""
        del options, env
        token = tokens[idx]
        tag = token.tag
        if token.hidden:
            # The text of a tight item ends its line where a block follows.
            following = tokens[idx + 1] if idx + 1 < len(tokens) else None
            if token.nesting > 0 or "lone_image" in token.meta:
                return ""
            return "\n" if following is not None and following.nesting >= 0 else ""
        if tag in TABLE_TAGS:
            empty = (
                token.type == "thead_close"
                and idx + 1 < len(tokens)
                and tokens[idx + 1].type == "table_close"
            )
            return table_tag(token) + ("\t<tbody>\n\t</tbody>\n" if empty else "")
        if token.nesting < 0:
            return f"</{tag}>" + ("\n" if token.block else "")
        line_end = ""
        if token.block and tag not in _INLINE_START:
            following = tokens[idx + 1] if idx + 1 < len(tokens) else None
            direct = tag == "li" and (
                following is None or following.hidden or following.nesting < 0
            )
            direct = direct or bool(token.meta.get("tight"))
            line_end = "" if direct else "\n"
        if tag == "blockquote" and token.attrs:
            line_end = ""
        return f"<{tag}{attributes(token.attrs)}>{line_end}"

    def list_item_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print an item; its box, if it has one, stands in the paragraph."""
        printed = self.renderToken(tokens, idx, options, env)
        if "checked" not in tokens[idx].meta or idx + 1 >= len(tokens):
            return printed
        box = _TASK.format('checked="" ' if tokens[idx].meta["checked"] else "")
        following = tokens[idx + 1]
        if following.hidden:
            return printed + box
        following.meta = {**following.meta, "box": box}
        return printed

    def paragraph_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print the start of a paragraph."""
        return self.renderToken(tokens, idx, options, env) + str(tokens[idx].meta.get("box", ""))

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Print text; replaced characters as the entities Hugo has for them."""
        del options, env
        token = tokens[idx]
        entities = token.meta.get("entities")
        if not entities:
            return escape(token.content)
        parts: list[str] = []
        done = 0
        for position, entity in sorted(entities.items()):
            parts += [escape(token.content[done:position]), entity]
            done = position + len(html.unescape(entity))
        parts.append(escape(token.content[done:]))
        return "".join(parts)

    def emoji(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Print an emoji."""
        del options, env
        return "".join(f"&#x{ord(char):x};" for char in tokens[idx].content)

    def html_omitted(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print what Hugo prints for a dropped tag."""
        del options, env
        return "" if tokens[idx].content.startswith("<!--") else OMITTED

    def html_omitted_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print what Hugo prints for dropped blocks of HTML."""
        del options, env
        content = tokens[idx].content.strip()
        if content.startswith("<!--"):
            return ""
        return f"{OMITTED}\n" * (2 if has_closing_line(content) else 1)

    def html_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print raw HTML as it is."""
        del options, env
        return tokens[idx].content

    def code_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print a code span."""
        del options, env
        return f"<code>{escape(tokens[idx].content)}</code>"

    def code_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print indented code."""
        del options, env
        return f"<pre><code>{escape(tokens[idx].content)}</code></pre>\n"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Print fenced code; without the colours of a known language."""
        del options, env
        token = tokens[idx]
        return highlight(token.content, token.info, token.meta.get("attributes", {}))

    def math_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print mathematics as it is written."""
        del options, env
        opening, closing = tokens[idx].meta["delimiters"]
        return escape(f"{opening}{tokens[idx].content}{closing}")

    math_block = math_inline

    def shortcode(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print what a shortcode gives."""
        del options
        render = env.get("shortcode_html")
        return str(render(tokens[idx].meta["index"])) if render else tokens[idx].content

    def shortcode_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print what a shortcode gives that stands alone."""
        return self.shortcode(tokens, idx, options, env) + "\n"

    def summary_divider(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print the end of the summary, for :func:`sphinx_hugo.markdown.summary.summarize`."""
        del tokens, idx, options
        return MARKER if env.get("keep_divider") else ""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Print an image."""
        token = tokens[idx]
        values = {
            "src": token.attrs.get("src", ""),
        }
        others = {k: v for k, v in token.attrs.items() if k not in {"src", "alt"}}
        alt = self._alt(token.children or [], options, env)
        return f'<img{attributes(values)} alt="{alt}"{attributes(others)}>'

    def _alt(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        parts: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "image":
                parts.append(self._alt(token.children or [], options, env))
            elif token.type == "code_inline":
                parts.append(escape(token.content))
            elif token.type in {"text", "emoji", "softbreak", "hardbreak"}:
                parts.append(self.rules[token.type](tokens, index, options, env))
        return "".join(parts)

    def hardbreak(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print a line break."""
        del tokens, idx, options, env
        return "<br>\n"

    def softbreak(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print a line end."""
        del tokens, idx, env
        return "<br>\n" if options["breaks"] else "\n"

    def myst_role(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Print a role as Hugo does, which knows none."""
        del options, env
        return f"{{{tokens[idx].meta['name']}}}<code>{escape(tokens[idx].content)}</code>"


def _without_footnotes(tokens: Sequence[Token]) -> tuple[list[Token], list[list[Token]]]:
    """Split blocks into those of the text and those of each footnote."""
    body: list[Token] = []
    notes: list[list[Token]] = []
    stack: list[list[Token]] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            stack.append([token])
            notes.append(stack[-1])
            continue
        (stack[-1] if stack else body).append(token)
        if token.type == "footnote_reference_close":
            stack.pop()
    return body, notes


def render_html(
    source: str, options: MarkdownOptions, env: MutableMapping[str, Any] | None = None
) -> str:
    """Render Markdown to the HTML that Hugo's ``.Content`` holds."""
    env = {} if env is None else env
    md = create_parser(options, HugoRenderer)
    tokens = md.parse(source, env)
    printed = str(md.renderer.render(tokens, md.options, env))
    # Hugo trims the content of a page with a divider.
    divided = any(token.type == "summary_divider" for token in tokens)
    return printed.strip() if divided else printed


def render_line(
    source: str, options: MarkdownOptions, env: MutableMapping[str, Any] | None = None
) -> str:
    """Render Markdown as ``markdownify`` does: the ``<p>`` around a single paragraph is left out."""
    printed = render_html(source, options, env)
    inner = printed.removeprefix("<p>").removesuffix("</p>\n")
    single = len(inner) == len(printed) - len("<p></p>\n") and "<p" not in inner
    if single:
        return inner
    # With one paragraph, Hugo trims the text before it sees that there is more than that. A lone
    # shortcode is one, too.
    alone = env is not None and "shortcodes" in env and env["shortcodes"].fullmatch(printed.strip())
    return printed.strip() if alone or printed.count("<p>") == 1 else printed
