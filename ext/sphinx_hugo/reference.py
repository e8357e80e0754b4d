"""The reference parts of the guide, made from the code: options, warnings, front matter, shortcodes.

``conf.py`` names :class:`Reference` as a shortcode; pages call ``{{% reference "options" %}}``.
"""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo import hugo
from sphinx_hugo.hugo import problems
from sphinx_hugo.hugo.content.fieldnames import FIELDS
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.nodes.code import code_block
from sphinx_hugo.options import Options
from sphinx_hugo.shortcodes import PACKS
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.datatables import table, text_cell
from sphinx_hugo.shortcodes.packs import common

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PACK_TITLES = {"hugo": "Hugo's own", "layout": "Page layout", "book": "Hugo Book"}
"""Headings of packs that are not called like their theme."""

_OWN_PAGES = {
    f"{common.__name__}.{module}": page
    for page, modules in (
        ("common-blocks", ("notices", "blocks", "rawhtml")),
        ("common-media", ("files", "media", "listings", "services")),
    )
    for module in modules
}
"""Modules whose shortcodes have a page of their own, as their pack is too long for one."""


_PRINTED = r"l l p{0.58\linewidth}"
"""Columns of the table of fields in a printed book, where it is longer than a page."""


class Example(Shortcode):
    """The example of one shortcode, answered by its own pack whatever the theme of the site.

    Below it stand the parameters.
    """

    names = ("example",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("pack", "Name of the pack.", 0, required=True),
        Parameter("name", "Name of the shortcode.", 1, required=True),
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return the example and what it looks like, in one frame, and a table."""
        pack, name = self.params.text("pack", 0), self.params.text("name", 1)
        cls = next((cls for cls in PACKS.get(pack, ()) if name in cls.names), None)
        if cls is None:
            return []
        found: list[nodes.Node] = []
        if cls.example:
            shown = self.context.render_source(cls.example, pack)
            if not shown:
                words = nodes.emphasis("", "Nothing is shown here.")
                shown = [nodes.paragraph("", "", words)]
            source = code_block(cls.example, "go-html-template")
            result = nodes.container("", *shown, classes=["hugo-result"])
            found.append(nodes.container("", source, result, classes=["hugo-example"]))
        return [*found, *self._parameters(cls.parameters)]

    def _parameters(self, parameters: Sequence[Parameter]) -> Iterator[nodes.Node]:
        columns: list[tuple[str, list[str]]] = [
            ("Parameter", [f"`{one.name}`" for one in parameters]),
            ("Position", ["" if one.position is None else str(one.position) for one in parameters]),
            (
                "Default",
                ["needed" if one.required else _default(one.default) for one in parameters],
            ),
            ("Meaning", [" ".join(one.doc.split()) for one in parameters]),
        ]
        # A column that says nothing is left out.
        columns = [(head, cells) for head, cells in columns if any(cells)]
        if not columns:
            return
        rows = zip(*(cells for _, cells in columns), strict=True)
        whole = table(
            [text_cell([nodes.Text(head)]) for head, _ in columns],
            [[text_cell(self.context.render_inline(word)) for word in row] for row in rows],
        )
        whole["classes"] += ["colwidths-auto", "hugo-parameters"]
        yield whole


class Reference(Shortcode):
    """A reference that is made from the code, so that it cannot lag behind."""

    names = ("reference",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "what",
            "`options`, `warnings`, `front-matter`, `differences` or `shortcodes`.",
            0,
            required=True,
        ),
        Parameter(
            "page",
            "Of the shortcodes, those on the page of this name, with their examples answered: "
            "most packs have one page, called like the pack.",
            1,
        ),
    )
    example = '{{% reference "options" %}}'

    def to_markdown(self) -> str:
        """Return the reference as Markdown, with headings of the page."""
        makers: dict[str, Callable[[], Iterator[str]]] = {
            "options": options,
            "warnings": warnings,
            "front-matter": front_matter,
            "differences": differences,
            "shortcodes": partial(shortcodes, self.params.text("page", 1)),
        }
        maker = makers.get(self.params.text("what", 0))
        if maker is None:
            self.context.report(
                Kind.SHORTCODE_PARAM, f"there is no reference but of {', '.join(makers)}."
            )
            return ""
        return "\n".join(maker()) + "\n"

    def to_nodes(self) -> list[nodes.Node]:
        """Return the reference as nodes, where it was called with angle brackets."""
        return self.context.render(self.context.markup(self.to_markdown()), self)


def options() -> Iterator[str]:
    """Describe each value of ``conf.py``."""
    defaults = Options()
    for item in fields(Options):
        default = getattr(defaults, item.name)
        yield f"### `{item.name}` {{#{item.name}}}\n"
        yield _markdown(item.metadata["doc"]) + "\n"
        choices = item.metadata["choices"]
        if choices:
            yield f"Choices: {', '.join(f'`{choice!r}`' for choice in choices)}. "
        yield f"Default: `{default!r}`.\n"


def warnings() -> Iterator[str]:
    """Describe each kind of warning."""
    documented = member_docs(problems, "Kind")
    for kind in Kind:
        yield f"### `hugo.{kind.value}` {{#hugo-{kind.value.replace('_', '-')}}}\n"
        yield _markdown(documented[kind.name]) + "\n"


def front_matter() -> Iterator[str]:
    """Describe each field of front matter that has a meaning."""
    yield f"```{{tabularcolumns}} {_PRINTED}\n```\n"
    yield "| field | type | what it does |"
    yield "| --- | --- | --- |"
    for field in FIELDS:
        yield f"| `{field.name}` | {field.type} | {_cell(field.doc)} |"


def differences() -> Iterator[str]:
    """List what is done otherwise than by Hugo, as the lower floor's own page for developers has it."""
    text = Path(hugo.__file__).with_name("README.md").read_text(encoding="utf-8")
    _start, meant, near = re.split(r"(?m)^## .+\n", text)
    yield _escaped(meant[meant.index("\n|") :].strip())
    yield "\n## Near, but not always the same {#near}\n"
    yield _escaped(near.strip())


def shortcodes(page: str) -> Iterator[str]:
    """Describe the shortcodes of a page; without one, list all packs and their names."""
    for pack, members in PACKS.items():
        if page:
            for cls in members:
                if _page(pack, cls) == page:
                    yield from _shortcode(pack, cls)
            continue
        yield f"## {PACK_TITLES.get(pack, pack.capitalize())} {{#{pack}}}\n"
        yield ", ".join(_link(pack, cls) for cls in members) + ".\n"


def _link(pack: str, cls: type[Shortcode]) -> str:
    path = f"docs/guide/packs/{_page(pack, cls)}.md#{_anchor(pack, cls)}"
    return f'[`{cls.names[0]}`]({{{{< relref "{path}" >}}}})'


def _page(pack: str, cls: type[Shortcode]) -> str:
    return _OWN_PAGES.get(cls.__module__, pack)


def _shortcode(pack: str, cls: type[Shortcode]) -> Iterator[str]:
    name, *others = cls.names
    yield f"## `{name}` {{#{_anchor(pack, cls)}}}\n"
    yield _markdown(inspect.cleandoc(cls.__doc__ or "")) + "\n"
    if others:
        yield f"Also as {', '.join(f'`{other}`' for other in others)}.\n"
    if cls.inner_use is not InnerUse.NONE:
        need = "must be closed" if cls.inner_use is InnerUse.REQUIRED else "may be closed"
        yield f"Takes inner content: it {need} with `{{{{</* /{name} */>}}}}`.\n"
    yield f'{{{{< example "{pack}" "{name}" >}}}}\n'


def _anchor(pack: str, cls: type[Shortcode]) -> str:
    return f"{pack}-{cls.names[0].replace('/', '-')}"


def _default(value: object) -> str:
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    return "" if value is None else f"`{value}`"


def _cell(text: str) -> str:
    return _markdown(text).replace("|", "\\|").replace("\n", " ")


def _markdown(text: str) -> str:
    """Turn double backquotes into Markdown's single ones, and calls into text."""
    return _escaped(" ".join(text.replace("``", "`").split()))


def _escaped(text: str) -> str:
    """Write calls so that they are shown, not run."""
    for start, end in (("{{<", ">}}"), ("{{%", "%}}")):
        text = text.replace(start, f"{start}/*").replace(end, f"*/{end}")
    return text


def member_docs(module: object, name: str) -> dict[str, str]:
    """Return the docstrings that stand below the members of a class, by member."""
    tree = ast.parse(inspect.getsource(module))  # type: ignore[arg-type]
    cls = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    found: dict[str, str] = {}
    for member, doc in zip(cls.body, cls.body[1:], strict=False):
        if (
            isinstance(member, ast.Assign)
            and isinstance(member.targets[0], ast.Name)
            and isinstance(doc, ast.Expr)
            and isinstance(doc.value, ast.Constant)
        ):
            found[member.targets[0].id] = str(doc.value.value)
    return found
