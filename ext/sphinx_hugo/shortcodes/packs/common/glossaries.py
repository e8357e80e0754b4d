"""Terms and what they mean, by the names that sites give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.anchors import AnchorRegistry, AnchorStyle
from sphinx_hugo.hugo.content.frontmatter import read_front_matter
from sphinx_hugo.hugo.ordering.collation import title_key
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.nodes.words import plain_text, words_of
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.links import join_inline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx_hugo.hugo.content.frontmatter import FrontMatter
    from sphinx_hugo.hugo.pages import Page

_MORE = re.compile(r"^[ \t]*<!--[ \t]*more[ \t]*-->[ \t]*$", re.M | re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_FOLDERS = ("/glossary", "/docs/glossary", "/docs/reference/glossary", "/reference/glossary")


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where a term is explained."""

    filename: Path | None
    title: str
    path: str
    """Logical path of the page where it stands; empty if that has no address."""
    address: str = ""
    """Where the entry sends readers instead."""


class _Term(Shortcode):
    any_parameter = True
    term_keys: ClassVar[tuple[int | str, ...]] = ("term_id", "id", "term", "page", 0, "text")

    def entry(self) -> _Entry | None:
        """Return the entry of the term: a page of its own, or a file in the glossary's bundle."""
        name = self.params.text(*self.term_keys).strip().lower().replace(" ", "-")
        if not name:
            return None
        for folder in _FOLDERS:
            page = self.context.find_page(f"{folder}/{name}")
            if page is not None:
                return _entry_of(page)
            glossary = self.context.find_page(folder)
            for file in glossary.resources if glossary is not None else ():
                if file.name == f"{name}.md" and glossary is not None:
                    return self._bundled(file.filename, glossary)
        page = self.context.find_page(name)
        return _entry_of(page) if page is not None else None

    def _bundled(self, filename: Path, glossary: Page) -> _Entry:
        data = self.matter(filename).data
        path = glossary.path if glossary.rel_permalink else ""
        title, address = (str(data.get(key) or "") for key in ("title", "full_link"))
        return _Entry(filename, title, path, address)

    def matter(self, filename: Path) -> FrontMatter:
        """Return what a file says; a page that has been read depends on it."""
        self.context.depends_on(filename)
        try:
            source = filename.read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            source = ""
        return read_front_matter(source, filename)[0]


def _entry_of(page: Page) -> _Entry:
    return _Entry(page.filename, page.title, page.path if page.rel_permalink else "")


class GlossaryTerm(_Term):
    """A term, linked to the page of its name if the site has one."""

    names: ClassVar[tuple[str, ...]] = (
        "glossary_tooltip", "glossary-term", "gloss", "glossary-tooltip", "term", "gls",
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
        entry = self.entry()
        shown: list[nodes.Node] = [nodes.Text(words)]
        if entry is not None and entry.address:
            shown = [self.context.reference(entry.address, shown)]
        elif entry is not None and entry.path:
            shown = [self.context.ref_reference(entry.path, shown)]
        return self.flow(shown)

    def to_text(self) -> str:
        """Return the words; a page's title is better than its name."""
        words = super().to_text().strip() or self.params.text("text", 0)
        if words:
            return words
        entry = self.entry()
        return entry.title if entry is not None else self.params.text("term", "term_id", "id")


class Glossary(GlossaryTerm):
    """A term as above; without a parameter all terms, with what they mean and an anchor for each.

    The terms are those below the page, or else below the site's glossary.
    """

    names = ("glossary",)
    example = "{{< glossary >}}"
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return the term, or a definition list of all terms by their titles."""
        if self.params or self.context.inner() is not None:
            return super().to_nodes()
        if any(isinstance(above, Glossary) for above in self.ancestors()):
            return []  # a term that asks for all of them
        language = self.context.site.config.language.key
        entries = sorted(self._entries(), key=lambda entry: title_key(entry.title, language))
        anchors = AnchorRegistry(AnchorStyle.of_markup(self.context.site.config.markup))
        items = [self._item(entry, anchors) for entry in entries]
        return [nodes.definition_list("", *items)] if items else []

    def _entries(self) -> list[_Entry]:
        """Return the terms of the first glossary that has any."""
        page = self.context.page
        others = (self.context.find_page(folder) for folder in _FOLDERS)
        for glossary in (page, *(other for other in others if other is not None)):
            bundled = (file for file in glossary.resources if file.name.endswith(".md"))
            found = [
                *map(_entry_of, self.context.site.regular_pages(glossary)),
                *(self._bundled(file.filename, glossary) for file in bundled),
            ]
            if found:
                return [entry for entry in found if entry.title]
        return []

    def _item(self, entry: _Entry, anchors: AnchorRegistry) -> nodes.definition_list_item:
        term = nodes.term("", "", *self.context.render_inline(entry.title))
        term["ids"] = [anchors.generate(plain_text(term), "term")]
        body = self.matter(entry.filename).body if entry.filename is not None else ""
        text = self.context.markup_with_calls(_COMMENT.sub("", body))
        definition = nodes.definition("", *self.context.render(text, self))
        return nodes.definition_list_item("", term, definition)


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
        entry = self.entry()
        for above in self.ancestors():
            if isinstance(above, GlossaryDefinition) and above.entry() == entry:
                return []  # a definition that asks for itself
        text = self._text()
        return self.context.render(self.context.markup_with_calls(text), self) if text else []

    def to_text(self) -> str:
        """Return the definition's Markdown."""
        return super().to_text() or self._text()

    def _text(self) -> str:
        entry = self.entry()
        term = self.params.text(*self.term_keys)
        if entry is None or entry.filename is None:
            self.context.report(
                Kind.SHORTCODE_PARAM,
                f"the site has no page for the term '{term}' below {', '.join(_FOLDERS)}, and none "
                "of that name elsewhere; write one, or another 'term_id'.",
            )
            return term
        body = self.matter(entry.filename).body
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
        plain = words_of(self.context.render_inline(meaning))
        text = words_of(shown)
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
    Glossary,
    GlossaryDefinition,
    GlossaryTerm,
    PropertyList,
    Tooltip,
)
