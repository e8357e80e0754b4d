"""What a shortcode is to this extension: a small class that answers a call with nodes or text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sphinx_hugo.hugo.calls.reading import ShortcodeCall
    from sphinx_hugo.hugo.calls.reduce import Reduced
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.references.refs import RefResult
    from sphinx_hugo.hugo.site import Site
    from sphinx_hugo.taken import Question

ParamValue = str | int | float | bool
"""The types that a parameter of a call can have, as Hugo types it."""


class InnerUse(StrEnum):
    """Whether a shortcode takes what stands between an opening and a closing tag."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a shortcode; the reference in the guide is made from these."""

    name: str
    doc: str
    """One sentence for the reference."""
    position: int | None = None
    """Index when given without a name; None if it must be named."""
    default: ParamValue | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of the page's Markdown, with shortcode placeholders in it, and where it comes from."""

    text: str
    line_map: Sequence[int]
    """``line_map[i]`` is the 1-based line of the source file of line i of the text."""
    reduced: Reduced | None = None
    """What the placeholders in the text stand for; None if there can be none."""


class Context(Protocol):
    """What a shortcode may ask of the page that is being rendered."""

    @property
    def page(self) -> Page:
        """The page the call stands in."""

    @property
    def site(self) -> Site:
        """The whole site, read-only."""

    @property
    def inline(self) -> bool:
        """Whether the call stands in running text, so that only inline nodes fit smoothly."""

    @property
    def verbatim(self) -> bool:
        """Whether the call stands in code, where line ends and indentation are seen."""

    @property
    def parent(self) -> Shortcode | None:
        """The shortcode around this one, if any."""

    @property
    def line(self) -> int:
        """1-based source line of the call."""

    def unique_id(self, prefix: str) -> str:
        """Return an id that no other node of the document has; the same on every build."""

    def markup(self, text: str) -> Markup:
        """Wrap text that a shortcode composed itself; its lines count as the call's line."""

    def markup_with_calls(self, text: str) -> Markup:
        """Wrap Markdown of another file, whose calls are answered as those of this page."""

    def inner(self) -> Markup | None:
        """Return the call's inner content, deindented; None for a call without closing tag."""

    def inner_calls(self) -> tuple[ShortcodeCall, ...]:
        """Return the calls that stand directly in the inner content, in order."""

    def render(self, markup: Markup, shortcode: Shortcode | None = None) -> list[nodes.Node]:
        """Render Markdown to block nodes; nested calls see ``shortcode`` as their parent."""

    def render_inline(self, text: str) -> list[nodes.Node]:
        """Render one line of Markdown, such as a title, to inline nodes."""

    def render_phrase(self, markup: Markup, shortcode: Shortcode | None = None) -> list[nodes.Node]:
        """Render Markdown that stands in a line; nested calls see ``shortcode`` as their parent."""

    def render_source(self, text: str, pack: str) -> list[nodes.Node]:
        """Render text that may hold calls; those are answered by one pack, and report nothing."""

    def plain_text(self, markup: Markup) -> str:
        """Return the text with every nested call replaced by its text form, not rendered."""

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
        """Run a Sphinx directive, such as sphinx-design's ``card``, and return its nodes.

        Option values are the directive's own strings; a flag is an empty string. With *literal*,
        the directive gets the content as characters, for what is no Markdown, such as a diagram.
        """

    def html(self, source: Reduced, shortcode: Shortcode) -> list[nodes.Node]:
        """Return HTML as raw nodes around what the calls in it answer."""

    def role(self, name: str, text: str) -> list[nodes.Node]:
        """Return what a role makes of text; the text and a warning if there is no such role."""

    def has_directive(self, name: str) -> bool:
        """Tell whether a directive is registered; for those of extensions that may be absent."""

    def reference(
        self, target: str, children: Sequence[nodes.Node], *, title: str = ""
    ) -> nodes.Element:
        """Return a link to a URL, a Hugo ref or a file; pages of the site become checked references."""

    def ref_reference(
        self,
        ref: str,
        children: Sequence[nodes.Node],
        *,
        language: str = "",
        output_format: str = "",
        title: str = "",
    ) -> nodes.Element:
        """Return a checked link to the page that ``ref`` and ``relref`` find for an argument."""

    def find_page(self, ref: str) -> Page | None:
        """Return the page that a path names, seen from the page of the call."""

    def resolve_ref(self, ref: str, *, language: str = "", output_format: str = "") -> RefResult:
        """Say what ``ref`` and ``relref`` find for an argument; reports nothing."""

    def url(self, ref: str) -> str:
        """Resolve a ref as ``relref`` does; empty with a warning if there is no such page."""

    def image(self, source: str, *, alt: str | None = None) -> nodes.Element:
        """Return an image node for a page resource, a static file or a URL."""

    def file(self, path: str) -> Path | None:
        """Return a file of the site: page resource, content, assets, static; None with a warning."""

    def read_text(self, path: str) -> str | None:
        """Return the text of a file inside the site (as Hugo's readFile); None with a warning."""

    def has_file(self, path: str) -> bool:
        """Tell whether :meth:`file` would find a file; False without a warning, even outside the site."""

    def data(self, path: str) -> object:
        """Return what the site has below ``data/`` under names with dots between; None if nothing."""

    def translate(self, key: str) -> str:
        """Return a string of the site's ``i18n/``; empty if there is none of that key."""

    def depends_on(self, filename: Path) -> None:
        """Read the page again when a file changes."""

    def publish(self, target: str, data: bytes) -> None:
        """Serve a file at a path below the output folder."""

    def takes(self, question: Question) -> None:
        """Read the page again when the answer to a question about the site is another one."""

    def report(self, kind: Kind, message: str) -> None:
        """Warn at the line of the call."""

    def report_template(
        self, message: str, filename: Path | str, line: int | None, *, fails: bool = True
    ) -> None:
        """Warn of a template that fails, where it stands; once a page."""


class Params:
    """The arguments of a call, by position or by name."""

    __slots__ = ("named", "positional")

    def __init__(self, call_params: tuple[ParamValue, ...] | Mapping[str, ParamValue]) -> None:
        self.positional: tuple[ParamValue, ...] = ()
        self.named: dict[str, ParamValue] = {}
        if isinstance(call_params, tuple):
            self.positional = call_params
        else:
            self.named = dict(call_params)

    def get(self, *keys: int | str) -> ParamValue | None:
        """Return the first argument given under one of the keys; names match in any case."""
        for key in keys:
            if isinstance(key, int):
                if key < len(self.positional):
                    return self.positional[key]
            elif key in self.named:
                return self.named[key]
            else:
                for name, value in self.named.items():
                    if name.lower() == key.lower():
                        return value
        return None

    def text(self, *keys: int | str, default: str = "") -> str:
        """Return the argument as Hugo would print it."""
        value = self.get(*keys)
        if value is None:
            return default
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value)

    def flag(self, *keys: int | str, default: bool = False) -> bool:
        """Return the argument as a truth value; ``false``, ``0``, ``no`` and ``off`` are false."""
        value = self.get(*keys)
        if value is None:
            return default
        if isinstance(value, str):
            return value.strip().lower() not in {"", "false", "0", "no", "off"}
        return bool(value)

    def number(self, *keys: int | str, default: int = 0) -> int:
        """Return the argument as a whole number; the default if it is none."""
        value = self.get(*keys)
        try:
            return int(float(value)) if value is not None else default
        except (ValueError, OverflowError):
            return default

    def __bool__(self) -> bool:
        """Tell whether there is any argument."""
        return bool(self.positional or self.named)


class Shortcode:
    """One shortcode. A subclass is one family member: its names, its parameters, its answer.

    The class docstring is the description in the generated reference: first line a summary.
    """

    names: ClassVar[tuple[str, ...]]
    """The names it answers to, the canonical one first, in lower case."""
    inner_use: ClassVar[InnerUse] = InnerUse.NONE
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    any_parameter: ClassVar[bool] = False
    """Whether parameters that are not declared are passed over without a warning."""
    gives_way: ClassVar[bool] = False
    """Whether a template of the site comes first: for names too general to say what is meant."""
    is_part: ClassVar[bool] = False
    """Whether it makes sense only within another call, whose template then comes with its own."""
    label_of_its_own: ClassVar[str] = ""
    """The word that is shown with a number where a part is given no label."""
    example: ClassVar[str] = ""
    """A call to show in the reference."""

    def __init__(self, call: ShortcodeCall, context: Context) -> None:
        self.call = call
        self.context = context
        self.params = Params(call.params)
        self.store: dict[str, Any] = {}
        """What nested calls leave for the shortcode around them."""

    def to_nodes(self) -> list[nodes.Node]:
        """Answer in flow text: block nodes, or inline nodes where ``context.inline``."""
        raise NotImplementedError

    def to_markdown(self) -> str | None:
        """Answer as Markdown that takes the place of a ``{{% %}}`` call before parsing.

        Hugo puts what such a call yields into the page's source, so that its headings and lists
        belong to the page. None, the default, means that the answer is nodes.
        """
        return None

    def to_reference(
        self,
        children: Sequence[nodes.Node],
        title: str,
    ) -> nodes.Element | None:
        """Answer as the destination of a Markdown link around ``children``: the whole link.

        None, the default, where :meth:`to_text` is the destination.
        """
        return None

    def to_text(self) -> str:
        """Answer where only characters fit: in code, link targets, attributes."""
        inner = self.context.inner()
        return self.context.plain_text(inner) if inner is not None else ""

    def body(self) -> list[nodes.Node]:
        """Render the inner content; nested calls see this shortcode as their parent."""
        inner = self.context.inner()
        if inner is None:
            return []
        # Calls that leave their answer with the one around them leave empty paragraphs, too.
        return [node for node in self.context.render(inner, self) if not _is_blank(node)]

    def parts(self) -> list[nodes.Node]:
        """Render the inner content of a shortcode that holds others, however deep they are indented.

        Such content is no Markdown in Hugo's themes, where four spaces would make code of a call.
        """
        inner = self.context.inner()
        if inner is None or inner.reduced is None:
            return self.body()
        marker = inner.reduced.marker
        lines = [
            line.lstrip(" \t") if line.lstrip(" \t").startswith(marker) else line
            for line in inner.text.split("\n")
        ]
        found = self.context.render(replace(inner, text="\n".join(lines)), self)
        return [node for node in found if not _is_blank(node)]

    def flow(self, children: Sequence[nodes.Node]) -> list[nodes.Node]:
        """Return inline nodes as they fit the place of the call: bare, or in a paragraph."""
        if self.context.inline or not children:
            return list(children)
        return [nodes.paragraph("", "", *children)]

    def ancestors(self) -> Iterator[Shortcode]:
        """Yield the shortcodes around this one, the nearest first."""
        above = self.context.parent
        while above is not None:
            yield above
            above = above.context.parent

    def check_params(self) -> None:
        """Report required parameters that are missing and names that look misspelt.

        Other undeclared names are passed over, as Hugo does: a site may have templates of its own
        that read them.
        """
        name = self.call.name
        for parameter in self.parameters:
            keys: tuple[int | str, ...] = (parameter.name,)
            if parameter.position is not None:
                keys = (parameter.position, parameter.name)
            if parameter.required and self.params.get(*keys) is None:
                self.context.report(
                    Kind.SHORTCODE_PARAM,
                    f"the shortcode '{name}' needs the parameter '{parameter.name}'"
                    + (f", as in {self.example.splitlines()[0]}." if self.example else "."),
                )
        declared = [parameter.name for parameter in self.parameters]
        known = {one.lower() for one in declared}
        for given in self.params.named:
            if self.any_parameter or given.lower() in known:
                continue
            near = get_close_matches(given.lower(), declared, n=1, cutoff=0.8)
            if near:
                self.context.report(
                    Kind.SHORTCODE_PARAM,
                    f"the shortcode '{name}' has no parameter '{given}'; did you mean '{near[0]}'?",
                )


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.paragraph) and all(
        isinstance(child, nodes.Text) and not child.strip() for child in node.children
    )
