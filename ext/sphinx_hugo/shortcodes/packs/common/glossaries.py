"""Terms and what they mean, by the names that sites give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.content.frontmatter import read_front_matter
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.links import join_inline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_hugo.hugo.pages import Page

_MORE = re.compile(r"^[ \t]*<!--[ \t]*more[ \t]*-->[ \t]*$", re.M | re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_FOLDERS = ("/glossary", "/docs/glossary", "/docs/reference/glossary", "/reference/glossary")


class _Term(Shortcode):
    any_parameter = True
    term_keys: ClassVar[tuple[int | str, ...]] = ("term_id", "id", "term", "page", 0, "text")

    def page(self) -> Page | None:
        """Return the page of the term."""
        name = self.params.text(*self.term_keys).strip().lower().replace(" ", "-")
        if not name:
            return None
        for folder in _FOLDERS:
            found = self.context.find_page(f"{folder}/{name}")
            if found is not None:
                return found
        return self.context.find_page(name)


class GlossaryTerm(_Term):
    """A term, linked to the page of its name if the site has one."""

    names = (
        "glossary_tooltip", "glossary-term", "glossary", "gloss", "glossary-tooltip", "term", "gls",
        "definition-link", "glossary-link",
    )  # fmt: skip
    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "The words to show.", 0),
        Parameter("term_id", "Name of the term's page."),
    )
    example = '{{< glossary_tooltip text="Mission" term_id="mission" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the words, linked if there is a page; without a word, nothing."""
        words = self.to_text()
        if not words:
            return []
        page = self.page()
        if page is None or not page.rel_permalink:
            return self.flow([nodes.Text(words)])
        return self.flow([self.context.ref_reference(page.path, [nodes.Text(words)])])

    def to_text(self) -> str:
        """Return the words; a page's title is better than its name."""
        words = super().to_text().strip() or self.params.text("text", 0)
        if words:
            return words
        page = self.page()
        return page.title if page is not None else self.params.text("term", "term_id", "id")


class GlossaryDefinition(_Term):
    """What a term means: the first paragraph of its page, or all of it."""

    names = ("glossary_definition", "glossary-definition", "definition")
    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("term_id", "Name of the term's page.", 0),
        Parameter("length", "`all` for the whole text.", default="short"),
        Parameter("prepend", "Words before it, which take the place of a capital."),
    )
    example = '{{< glossary_definition term_id="mission" length="short" >}}'
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return the definition, rendered."""
        if self.context.inner() is not None:
            return self.body()
        page = self.page()
        for above in self.ancestors():
            if isinstance(above, GlossaryDefinition) and above.page() == page:
                return []  # a definition that asks for itself
        text = self._text()
        return self.context.render(self.context.markup_with_calls(text), self) if text else []

    def to_text(self) -> str:
        """Return the definition's Markdown."""
        return super().to_text() or self._text()

    def _text(self) -> str:
        page = self.page()
        term = self.params.text(*self.term_keys)
        if page is None or page.filename is None:
            self.context.report(
                Kind.SHORTCODE_PARAM,
                f"the site has no page for the term '{term}' below {', '.join(_FOLDERS)}, and none "
                "of that name elsewhere; write one, or another 'term_id'.",
            )
            return term
        self.context.depends_on(page.filename)
        try:
            source = page.filename.read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return term
        body = read_front_matter(source, page.filename)[0].body
        whole = self.params.text("length").lower() in {"all", "long"}
        text = body if whole else _MORE.split(body, maxsplit=1)[0]
        text = _COMMENT.sub("", text).strip()
        if not whole:
            parts = re.split(r"\n[ \t]*\n", text)
            text = next((part for part in parts if not part.startswith("#")), text)
        if before := self.params.text("prepend"):
            text = f"{before} {text[:1].lower()}{text[1:]}"
        return text


class Tooltip(Shortcode):
    """Words with an explanation that shows when a reader points at them."""

    names = ("tooltip", "abbr", "hovertext", "popover", "hover", "tippy", "acronym")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "The words to show.", 0),
        Parameter("title", "The explanation.", 1),
    )
    example = '{{< tooltip text="IP" title="Intellectual property" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return an abbreviation; the words alone if nothing explains them."""
        keys = ("title", "tip", "tooltip", "content", "definition", "description", "full", "desc")
        words, inner = self.params.text("text", "label", "name", "abbr"), join_inline(self.body())
        positional = [str(value) for value in self.params.positional]
        meaning = self.params.text(*keys)
        if positional and not (words or inner):
            words = positional.pop(0)
        meaning = meaning or (positional[0] if positional else "")
        shown = inner or (self.context.render_inline(words) if words else [])
        if not (shown and meaning):
            return self.flow(shown or ([nodes.Text(meaning)] if meaning else []))
        plain = "".join(node.astext() for node in self.context.render_inline(meaning))
        text = "".join(node.astext() for node in shown)
        return self.flow([nodes.abbreviation(text, "", *shown, explanation=plain)])


class PropertyList(Shortcode):
    """Properties with their types and meanings, as ``data/properties/`` has them."""

    names = ("propertylist", "property-list")
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "Name of the file below `data/properties/`.", 0, required=True),
        Parameter("sort", "Field to sort by, such as `name`."),
        Parameter("order", "`desc` for the opposite order.", default="asc"),
    )
    example = '{{< propertylist name="demo" sort="name" >}}'
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return a definition list."""
        name = self.params.text("name", 0)
        data = self.context.data(f"properties.{name}") if name else None
        entries = data.get("properties") if isinstance(data, dict) else None
        if not isinstance(entries, list):
            if name:
                self.context.report(
                    Kind.RESOURCE,
                    f"there are no properties in data/properties/{name}; write a file with a list "
                    "'properties' there.",
                )
            return []
        found = [entry for entry in entries if isinstance(entry, dict)]
        if key := self.params.text("sort"):
            found.sort(key=lambda entry: str(entry.get(key, "")).lower())
        if self.params.text("order").lower() == "desc":
            found.reverse()
        return [nodes.definition_list("", *map(self._item, found))] if found else []

    def _item(self, entry: Mapping[str, Any]) -> nodes.definition_list_item:
        name = str(entry.get("name", ""))
        term = nodes.term("", "", nodes.literal(name, name))
        kind = "required" if entry.get("required") is True else "optional"
        words = [kind, str(entry.get("type") or "")]
        item = nodes.definition_list_item("", term)
        item += [nodes.classifier(word, word) for word in words if word]
        text = entry.get("description")
        if isinstance(text, dict):
            text = text.get(self.context.site.config.language.key) or next(iter(text.values()), "")
        body = self.context.render(self.context.markup(str(text or "")))
        default = entry.get("defaultValue", entry.get("defaultvalue"))
        if default not in (None, ""):
            shown = ", ".join(map(str, default)) if isinstance(default, list) else str(default)
            body.append(
                nodes.paragraph("", "", nodes.Text("Default: "), nodes.literal(shown, shown))
            )
        item += nodes.definition("", *body)
        return item


SHORTCODES: tuple[type[Shortcode], ...] = (
    GlossaryDefinition,
    GlossaryTerm,
    PropertyList,
    Tooltip,
)
