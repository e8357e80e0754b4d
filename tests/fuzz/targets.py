"""Every parser of ours that meets text of an author, as functions of one text.

Each target says which errors it may raise and of which pieces texts for it are made. The tests of this
folder give them a few hundred texts each, ``make fuzz`` many more; the pieces repeated are what shows
whether time grows with the text or faster.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fromhtml.test_fromhtml import convert
from fuzz import pieces
from model.shortcode_texts import PIECES as CALL_PIECES
from model.shortcode_texts import TAKES_INNER
from sphinx_hugo.fromhtml.addresses import has_addresses
from sphinx_hugo.fromhtml.ids import html_ids
from sphinx_hugo.fromhtml.tokens import tokenize
from sphinx_hugo.hugo.addresses import addresscheck, paths, permalinks
from sphinx_hugo.hugo.addresses.aliases import AliasError, alias_target, leads_out
from sphinx_hugo.hugo.anchors import AnchorRegistry, AnchorStyle, anchorize
from sphinx_hugo.hugo.calls.inner_use import uses_inner
from sphinx_hugo.hugo.calls.lexer import lex
from sphinx_hugo.hugo.calls.reading import ShortcodeCall, parse_calls
from sphinx_hugo.hugo.calls.reduce import reduce_body, reduce_inner
from sphinx_hugo.hugo.config.configfiles import ConfigError
from sphinx_hugo.hugo.config.site_config import load_config
from sphinx_hugo.hugo.content.frontmatter import find_body, read_front_matter
from sphinx_hugo.hugo.content.plurals import pluralize
from sphinx_hugo.hugo.content.titles import title_case
from sphinx_hugo.hugo.expressions.regexps import ExpressionError, compile_expression
from sphinx_hugo.hugo.globs import GlobError, compile_glob
from sphinx_hugo.hugo.ordering.collation import title_key
from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.hugo.references.links import resolve_link
from sphinx_hugo.hugo.references.refs import resolve_ref
from sphinx_hugo.hugo.site import Site, load_site
from sphinx_hugo.hugo.templates import Budget, TemplateError
from sphinx_hugo.hugo.templates.durations import parse_duration
from sphinx_hugo.hugo.templates.errors import FunctionError
from sphinx_hugo.hugo.templates.escape import escapers
from sphinx_hugo.hugo.templates.fmtverbs import sprintf
from sphinx_hugo.hugo.templates.functions.transform import guess_format, unmarshal
from sphinx_hugo.hugo.templates.layouts import format_time, parse_time
from sphinx_hugo.hugo.templates.lexer import Lexer
from sphinx_hugo.hugo.templates.objects.resource import image_size
from sphinx_hugo.hugo.templates.objects.url import ParsedURL
from sphinx_hugo.hugo.values.data import (
    DataError,
    load_csv,
    load_json,
    load_org,
    load_toml,
    load_yaml,
)
from sphinx_hugo.hugo.values.dates import DateError, date_of_file_name, parse_date
from sphinx_hugo.markdown import HugoRenderer, MarkdownOptions, create_parser
from sphinx_hugo.markdown.rules.attributes import html_attributes, parse_attributes
from sphinx_hugo.markdown.rules.fences import code_attributes, split_info
from sphinx_hugo.markdown.summary import plain_text, summarize, word_count
from sphinx_hugo.nodes.code import code_block, read_lines, read_options
from sphinx_hugo.shortcodes.declarations import DeclarationError
from sphinx_hugo.shortcodes.declared import declare
from sphinx_hugo.shortcodes.fields import FieldError, read_fields
from sphinx_hugo.shortcodes.sandbox import Sandbox
from sphinx_hugo.speed.fragments import UnknownShapeError, take_apart
from templates.world import World, small_world

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markdown_it import MarkdownIt


@dataclass(frozen=True)
class Target:
    """One parser."""

    name: str
    run: Callable[[str], object]
    pieces: tuple[str, ...]
    """What its texts are made of, beside :data:`.pieces.ANYWHERE`."""
    errors: tuple[type[Exception], ...] = ()
    """What it may raise; nothing else, whatever the text."""

    def __call__(self, text: str) -> None:
        """Read a text; raises what must not be raised."""
        with suppress(*self.errors):
            self.run(text)


ZONE = UTC
NOW = datetime(2025, 6, 1, 12, 30, tzinfo=UTC)
PAGE = Path("page.md")
_FOLDER = tempfile.TemporaryDirectory(prefix="fuzz-")
EVERYTHING = {
    "goldmark": {
        "renderer": {"unsafe": True},
        "parser": {"attribute": {"block": True}},
        "extensions": {
            "passthrough": {
                "enable": True,
                "delimiters": {"block": [["$$", "$$"]], "inline": [["$", "$"], ["\\(", "\\)"]]},
            },
            "extras": {name: {"enable": True} for name in ("superscript", "insert", "mark")},
        },
    }
}


# -- data ----------------------------------------------------------------------------------------


def front_matter(text: str) -> None:
    matter, _problems = read_front_matter(text, PAGE)
    body, line = find_body(text)
    assert (body, line) == (matter.body, matter.body_line)
    assert text.endswith(body)


def dates(text: str) -> None:
    date_of_file_name(text, ZONE)
    found = parse_date(text, ZONE)
    assert found is None or found.tzinfo is not None


def layouts(text: str) -> None:
    format_time(NOW, text)
    head, _, tail = text.partition("\n")
    parse_time(head, tail, ZONE)


def unmarshalled(text: str) -> None:
    unmarshal(text, guess_format(text, {}), {})
    unmarshal(text, "csv", {})


# -- calls and templates -------------------------------------------------------------------------


def tags(text: str) -> None:
    at = 0
    for item in lex(text).items:
        assert item.start == at < item.end
        at = item.end
    assert at == len(text)
    uses_inner(text)


def calls(text: str) -> None:
    found = parse_calls(text, takes_inner=TAKES_INNER.get)
    reduced = reduce_body(found, expand=_expand, takes_inner=TAKES_INNER.get)
    assert len(reduced.line_map) >= reduced.text.count("\n")
    for call in reduced.calls[:20]:
        reduce_inner(call, expand=_expand, takes_inner=TAKES_INNER.get)


def _expand(call: ShortcodeCall) -> str | None:
    return "{{% c %}}\n- x" if call.name == "d" else None


@cache
def world() -> World:
    partial = {"layouts/_partials/twice.html": "{{ . }}{{ . }}"}
    return small_world(Path(_FOLDER.name, "world"), partial)


def template(text: str) -> None:
    budget = Budget(steps=20_000, output=50_000, depth=20)
    shown = world().render(text, ["one", "<b>"], "inner", budget=budget)
    assert len(shown) <= 50_000 + len(text)


def template_items(text: str) -> None:
    for _item in Lexer(text).items():
        pass


def verbs(text: str) -> None:
    sprintf(text, (1, "a<b", 2.5, True, None, [1, "x"], {"k": 1}, -3))


def expression(text: str) -> None:
    compile_expression(text)


def jinja(text: str) -> None:
    sandbox = Sandbox()
    sandbox.from_string(text).render({"inner": "text", "params": ("a",), "x": 3})


def declared(text: str) -> None:
    for entry in (
        {"markdown": text},
        {"directive": "note", "content": text, "options": {"class": text}},
        {"component": text},
        {"admonition": text, "title": text},
        {text: text},
        {"markdown": "{0}", "params": [text], "defaults": {text: text}},
    ):
        try:
            declare("x", entry)
        except DeclarationError as error:
            assert str(error)
    read_fields(text)


# -- addresses, links ----------------------------------------------------------------------------


@cache
def site() -> Site:
    files = {
        "hugo.toml": 'baseURL = "https://example.org/base/"\n',
        "content/_index.md": "",
        "content/docs/_index.md": "---\ntitle: Docs\n---\n",
        "content/docs/a.md": "---\ntitle: A\n---\n",
        "content/docs/b/index.md": "---\ntitle: B\n---\n",
        "content/docs/b/x.txt": "x",
        "content/other/a.md": "---\ntitle: Another\n---\n",
        "static/s.txt": "s",
    }
    return load_site(_laid_out(Path(_FOLDER.name, "site"), files), now=NOW)


def _laid_out(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        path.write_bytes(raw)
    return root


def reference(text: str) -> None:
    for start in (None, site().page("/docs/a")):
        resolve_ref(site(), text, start)
        resolve_ref(site(), text, start, language="en", output_format="html")


def link(text: str) -> None:
    for start in (None, site().page("/docs/b")):
        resolve_link(site(), text, start)


def address(text: str) -> None:
    paths.parse_path(text, ("en", "de"))
    made = paths.escape(paths.clean(paths.sanitize(text)))
    for wanted in (text, made):
        assert not addresscheck.why_refused(addresscheck.writable(wanted))
    addresscheck.runs_script(text)
    pluralize(text)


def alias(text: str) -> None:
    leads_out(text, "/docs/a/")
    for ugly in (False, True):
        target = alias_target(text, "/docs/a/", prefix="/de", ugly=ugly)
        assert not target.startswith("/")
        assert ".." not in target.split("/")


def permalink(text: str) -> None:
    rules, _problems = permalinks.read_permalinks({"docs": text})
    source = permalinks.TokenSource(
        date=NOW, title=text, slug="s", filename="f", content_basename="f",
        sections=("docs", text), section_slugs=("docs", "x"), section="docs",
    )  # fmt: skip
    permalinks.expand(permalinks.find_pattern(rules, PageKind.PAGE, "/docs/a"), source)


def whole_config(text: str) -> None:
    """One configuration in each format; it fits one at the most."""
    for name in ("toml", "yaml", "json"):
        folder = Path(_FOLDER.name, f"config-{name}")
        try:
            load_config(_laid_out(folder, {f"hugo.{name}": text}))
        except ConfigError as error:
            assert error.args


def whole_page(text: str) -> None:
    """A content file, with all that is made of its fields."""
    files = {
        "hugo.toml": "",
        "content/docs/_index.md": "",
        "content/docs/b.md": "---\ntitle: B\n---\n",
        "content/docs/a.md": text,
    }
    load_site(_laid_out(Path(_FOLDER.name, "page"), files), now=NOW)


def url(text: str) -> None:
    parsed = ParsedURL(text)
    for name, _method in sorted(vars(ParsedURL).items()):
        if not name.startswith("_") and callable(getattr(parsed, name)):
            getattr(parsed, name)()


# -- Markdown and HTML ---------------------------------------------------------------------------


@cache
def parsers() -> tuple[MarkdownIt, ...]:
    every = MarkdownOptions.from_markup(EVERYTHING, enable_emoji=True)
    plain = MarkdownOptions.from_markup({})
    return create_parser(every, HugoRenderer), create_parser(plain, HugoRenderer)


def markdown(text: str) -> None:
    for parser in parsers():
        assert isinstance(parser.render(text, {}), str)


def summary(text: str) -> None:
    assert len(summarize(text).html) <= len(text)
    plain_text(text)
    word_count(text)


def heading(text: str) -> None:
    for style in AnchorStyle:
        assert not set(anchorize(text, style)) & set(" \t\n<>\"'")
        registry = AnchorRegistry(style)
        assert registry.generate(text) != registry.generate(text)
    title_case(text, "ap")
    title_case(text, "go")
    title_key(text)


def attributes(text: str) -> None:
    for start in (text, "{" + text):
        if found := parse_attributes(start):
            assert 0 < found[1] <= len(start)
            assert not [name for name in html_attributes(found[0]) if name.lower().startswith("on")]
    language, given = split_info(text.replace("\n", " "))
    if given is not None:
        code_attributes(given)
    code_block("x = 1", language, read_options(text))
    read_lines(text[:200])


def html(text: str) -> None:
    list(tokenize(text))
    convert(text)


def raw_html(text: str) -> None:
    list(html_ids(text))
    has_addresses(text)


def escaped(text: str) -> None:
    for write in (
        *(escapers.html_text, escapers.html_rcdata, escapers.html_quoted, escapers.html_unquoted),
        *(escapers.srcset, escapers.url_normal, escapers.url_part, escapers.url_filter),
        *(escapers.js_value, escapers.js_string, escapers.js_template, escapers.js_regexp),
        *(escapers.css_string, escapers.css_value, escapers.html_name, escapers.comment),
    ):
        shown = str(write(text))
        assert "<script" not in shown.lower() or write in {escapers.url_filter}
    escapers.strip_tags(text)


def glob(text: str) -> None:
    compile_glob(text).fits("docs/a/b.md" * 20)


def picture(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    for start in (b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff", b"RIFF    WEBPVP8 "):
        image_size(start + raw)


def sidebar(text: str) -> None:
    take_apart(text, ["a/", "b/"])


TARGETS: tuple[Target, ...] = (
    Target("front-matter", front_matter, pieces.DATA),
    Target("yaml", load_yaml, pieces.DATA, (DataError,)),
    Target("toml", load_toml, pieces.DATA, (DataError,)),
    Target("json", load_json, pieces.DATA, (DataError,)),
    Target("org", load_org, pieces.DATA, (DataError,)),
    Target("csv", load_csv, pieces.DATA, (DataError,)),
    Target("unmarshal", unmarshalled, pieces.DATA, (FunctionError,)),
    Target("config", whole_config, pieces.CONFIG),
    Target("page-fields", whole_page, pieces.FIELD),
    Target("dates", dates, pieces.DATES, (DateError,)),
    Target("durations", parse_duration, pieces.DURATIONS, (FunctionError,)),
    Target("layouts", layouts, pieces.LAYOUTS),
    Target("shortcode-lexer", tags, CALL_PIECES),
    Target("calls", calls, CALL_PIECES),
    Target("template-lexer", template_items, pieces.TEMPLATE, (TemplateError,)),
    Target("template", template, pieces.TEMPLATE, (TemplateError,)),
    Target("verbs", verbs, pieces.VERBS, (FunctionError,)),
    Target("expression", expression, pieces.EXPRESSION, (ExpressionError,)),
    # Whatever its filters raise; JinjaShortcode catches as much.
    Target("jinja", jinja, pieces.JINJA, (Exception,)),
    Target("declaration", declared, pieces.DECLARATION, (FieldError,)),
    Target("ref", reference, pieces.ADDRESS),
    Target("link", link, pieces.ADDRESS),
    Target("address", address, pieces.ADDRESS),
    Target("alias", alias, pieces.ADDRESS, (AliasError,)),
    Target("permalink", permalink, pieces.PERMALINK, (permalinks.TokenError,)),
    Target("url", url, pieces.ADDRESS, (FunctionError,)),
    Target("markdown", markdown, pieces.MARKDOWN),
    Target("summary", summary, pieces.HTML),
    Target("heading", heading, pieces.MARKDOWN),
    Target("attributes", attributes, pieces.ATTRIBUTES),
    Target("html", html, pieces.HTML),
    Target("raw-html", raw_html, pieces.HTML),
    Target("escapers", escaped, (*pieces.HTML, *pieces.ESCAPED)),
    Target("glob", glob, pieces.GLOB, (GlobError,)),
    Target("picture", picture, pieces.PICTURE),
    Target("sidebar", sidebar, pieces.SIDEBAR, (UnknownShapeError,)),
)
BY_NAME = {target.name: target for target in TARGETS}


def text_of(raw: bytes) -> str:
    """Return bytes as text, half characters included if the rest is UTF-8."""
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace")
