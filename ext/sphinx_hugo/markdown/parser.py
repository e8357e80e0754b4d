"""The parser: markdown-it-py with Goldmark's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from .rules import (
    alerts,
    blockattrs,
    cjk,
    context,
    definitions,
    deflists,
    divider,
    emoji,
    escapes,
    fences,
    footnotes,
    headings,
    images,
    lines,
    linkify,
    math,
    nesting,
    paragraphs,
    placeholders,
    rawhtml,
    roles,
    tasks,
    typographer,
)
from .rules.links import escape_url
from .rules.pairs import pairs_for, use_pairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.renderer import RendererProtocol
    from markdown_it.ruler import RuleOptionsType

    from .options import MarkdownOptions

_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


class HugoMarkdown(MarkdownIt):
    """markdown-it-py with Goldmark's notion of addresses."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Escape an address as Goldmark does; empty it if it is dangerous."""
        options: MarkdownOptions = self.options["hugo"]
        if not options.unsafe and rawhtml.is_dangerous(url):
            return ""
        return escape_url(url)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """Leave the text of an address alone."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Every address makes a link; a dangerous one is emptied."""
        del url
        return True


def create_parser(
    options: MarkdownOptions, renderer_cls: Callable[[Any], RendererProtocol]
) -> MarkdownIt:
    """Make a parser that reads as Hugo does with these options.

    :param renderer_cls: as ``MarkdownIt(renderer_cls=...)``; the renderer sees ``options`` as
        ``md.options["hugo"]``.
    """
    md = HugoMarkdown("commonmark", {"maxNesting": nesting.LIMIT + 20}, renderer_cls=renderer_cls)
    md.options["hugo"] = options
    md.options["hugo_stops"] = context.make_stops(options)
    md.options["breaks"] = options.hard_wraps
    _block_rules(md, options)
    _inline_rules(md, options)
    _core_rules(md, options)
    return md


def _block_rules(md: MarkdownIt, options: MarkdownOptions) -> None:
    ruler = md.block.ruler
    ruler.at("heading", headings.atx, {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.at("lheading", headings.setext)
    ruler.at("reference", paragraphs.reference)
    ruler.at("paragraph", paragraphs.paragraph)
    ruler.at("html_block", rawhtml.html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.before("code", "hugo_deep", nesting.deep)
    if options.attribute_block:
        ruler.before("lheading", "hugo_attributes", blockattrs.block_attributes, _INTERRUPTS)
    if options.definition_list:
        ruler.before("lheading", "hugo_definition", deflists.marker, _INTERRUPTS)
    if options.footnotes:
        ruler.before("reference", "hugo_footnote", footnotes.definition, _INTERRUPTS)


def _inline_rules(md: MarkdownIt, options: MarkdownOptions) -> None:
    ruler = md.inline.ruler
    ruler.at("text", context.text)
    ruler.at("escape", escapes.escape)
    ruler.after("text", "hugo_shortcode", placeholders.shortcode)
    if options.passthrough_block or options.passthrough_inline:
        ruler.before("escape", "hugo_math", math.math)
    if options.linkify:
        ruler.before("text", "hugo_linkify", linkify.linkify)
    if options.footnotes:
        ruler.before("link", "hugo_footnote", footnotes.reference)
    if options.myst:
        ruler.before("backticks", "hugo_role", roles.role)
    if options.emoji:
        ruler.push("hugo_emoji", emoji.emoji)
    ruler.push("hugo_bracket", context.bracket)
    if options.typographer:
        ruler.push("hugo_typographer", typographer.typographer)
    use_pairs(md, pairs_for(options))


def _core_rules(md: MarkdownIt, options: MarkdownOptions) -> None:
    ruler = md.core.ruler
    ruler.after("normalize", "hugo_set_apart", divider.set_apart)
    ruler.at("inline", context.inline)
    ruler.at("text_join", typographer.join_text)
    for name, rule, wanted in (
        ("divider", divider.divider, True),
        ("alerts", alerts.alerts, options.alerts),
        ("tasks", tasks.tasks, options.task_list),
        ("attributes", blockattrs.apply_block_attributes, options.attribute_block),
        ("fences", fences.fences, True),
        ("definitions", definitions.take_over, True),
    ):
        if wanted:
            ruler.before("inline", f"hugo_{name}", rule)
    for name, rule, wanted in (
        ("spans", lines.mark_spans, True),
        ("footnotes", footnotes.number_definitions, options.footnotes),
        ("headings", headings.heading_ids, True),
        ("cjk", cjk.join_lines, bool(options.cjk_line_breaks)),
        ("math", math.lift_math, bool(options.passthrough_block)),
        ("images", images.lone_images, not options.wrap_standalone_image),
        ("shortcodes", placeholders.lone_shortcodes, True),
        ("html", rawhtml.omit_html, True),
        ("lines", lines.map_lines, True),
    ):
        if wanted:
            ruler.push(f"hugo_{name}", rule)
