"""The reference parts of the guide, made from the code: options, warnings, front matter, shortcodes.

``conf.py`` names :class:`Reference` as a shortcode; pages call ``{{% reference "options" %}}``.
"""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.hugo import problems
from sphinx_hugo.hugo.content.fieldnames import FIELDS
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.options import Options
from sphinx_hugo.shortcodes import PACKS
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PACK_TITLES = {"hugo": "Hugo's own", "layout": "Page layout", "book": "Hugo Book"}
"""Headings of packs that are not called like their theme."""


class Example(Shortcode):
    """The example of one shortcode, answered by its own pack whatever the theme of the site."""

    names = ("example",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("pack", "Name of the pack.", 0, required=True),
        Parameter("name", "Name of the shortcode.", 1, required=True),
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return what the example looks like, in a frame."""
        pack, name = self.params.text("pack", 0), self.params.text("name", 1)
        source = next((cls.example for cls in PACKS.get(pack, ()) if name in cls.names), "")
        found = self.context.render_source(source, pack)
        return [nodes.container("", *found, classes=["hugo-example"])] if found else []


class Reference(Shortcode):
    """A reference that is made from the code, so that it cannot lag behind."""

    names = ("reference",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "what", "`options`, `warnings`, `front-matter` or `shortcodes`.", 0, required=True
        ),
        Parameter(
            "pack", "Of the shortcodes, those of this pack, with their examples answered.", 1
        ),
    )
    example = '{{% reference "options" %}}'

    def to_markdown(self) -> str:
        """Return the reference as Markdown, with headings of the page."""
        makers: dict[str, Callable[[], Iterator[str]]] = {
            "options": options,
            "warnings": warnings,
            "front-matter": front_matter,
            "shortcodes": partial(shortcodes, self.params.text("pack", 1)),
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
    yield "| field | type | what it does |"
    yield "| --- | --- | --- |"
    for field in FIELDS:
        yield f"| `{field.name}` | {field.type} | {_cell(field.doc)} |"


def shortcodes(pack: str) -> Iterator[str]:
    """Describe the shortcodes of a pack; without one, list all packs and their names."""
    if pack:
        for cls in PACKS.get(pack, ()):
            yield from _shortcode(pack, cls)
        return
    for name, members in PACKS.items():
        yield f"## {PACK_TITLES.get(name, name.capitalize())} {{#{name}}}\n"
        page = f'{{{{< relref "docs/guide/packs/{name}.md#{{}}" >}}}}'
        yield (
            ", ".join(f"[`{cls.names[0]}`]({page.format(_anchor(name, cls))})" for cls in members)
            + ".\n"
        )


def _shortcode(pack: str, cls: type[Shortcode]) -> Iterator[str]:
    name, *others = cls.names
    yield f"## `{name}` {{#{_anchor(pack, cls)}}}\n"
    yield _markdown(inspect.cleandoc(cls.__doc__ or "")) + "\n"
    if others:
        yield f"Also as {', '.join(f'`{other}`' for other in others)}.\n"
    if cls.inner_use is not InnerUse.NONE:
        need = "must be closed" if cls.inner_use is InnerUse.REQUIRED else "may be closed"
        yield f"Takes inner content: it {need} with `{{{{</* /{name} */>}}}}`.\n"
    if cls.parameters:
        yield "| parameter | position | default | meaning |"
        yield "| --- | --- | --- | --- |"
        for parameter in cls.parameters:
            place = "" if parameter.position is None else str(parameter.position)
            default = "needed" if parameter.required else _default(parameter.default)
            yield f"| `{parameter.name}` | {place} | {default} | {_cell(parameter.doc)} |"
        yield ""
    if cls.example:
        yield f"```go-html-template\n{_escaped(cls.example)}\n```\n"
        yield f'{{{{< example "{pack}" "{name}" >}}}}\n'


def _anchor(pack: str, cls: type[Shortcode]) -> str:
    return f"{pack}-{cls.names[0].replace('/', '-')}"


def _default(value: object) -> str:
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
