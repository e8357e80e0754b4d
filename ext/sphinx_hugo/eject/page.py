"""One page of the project: what stands above its text, its title, sections and toctrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from docutils import nodes

from sphinx_hugo.eject.blocks import RULE
from sphinx_hugo.eject.headings import DEEPEST
from sphinx_hugo.eject.marks import directive
from sphinx_hugo.nodes.pagenodes import rule, unseen_title
from sphinx_hugo.page.metadata import head, unspoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_hugo.eject.authors import AuthorsText
    from sphinx_hugo.eject.blocks import Blocks
    from sphinx_hugo.eject.headings import Heading
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState
    from sphinx_hugo.toctree import Tree

UNTITLED = "untitled"
"""Class of the section whose title Hugo does not show; Sphinx cannot do without."""


class PageText:
    """Puts one page together."""

    def __init__(
        self,
        blocks: Blocks,
        headings: Sequence[Heading],
        labels: frozenset[str],
        authors: AuthorsText | None,
    ) -> None:
        self._blocks = blocks
        self._headings = iter(headings)
        self._labels = labels
        self._made = {heading.slug for heading in headings}
        self._authors = authors
        self._is_bare = False

    def body(self, document: nodes.document, end: int, *, is_root: bool) -> list[str]:
        """Return the title and all below it."""
        found: list[str] = []
        title = next(iter(document.findall(nodes.title)), None)
        # No toctree names the root, so that it can do without a title; and without sections, for
        # the first of them would be taken for one.
        self._is_bare = is_root and isinstance(title, unseen_title)
        for section in document.children:
            if isinstance(section, nodes.section):
                found += self._section(section, 1, end)
        notes = [node for node in document.children if isinstance(node, nodes.footnote)]
        found += self._blocks.blocks(notes, end)
        return found + (self._authors.definitions() if self._authors is not None else [])

    def _section(self, section: nodes.section, depth: int, end: int) -> list[str]:
        heading = next(self._headings)
        missing = [name for name in heading.ids if name not in self._made]
        found = [f'<a id="{name}"></a>' for name in missing if name not in self._labels]
        if self._is_bare:
            return self._without_heading(section, heading, depth, end)
        labels = "".join(f"({name})=\n" for name in missing if name in self._labels)
        look = f"{{.{UNTITLED}}}\n" if isinstance(section[0], unseen_title) else ""
        marks = "#" * min(depth, DEEPEST)
        found.append(f"{labels}{look}{marks} {self._title(section, heading)}")
        return found + self._below(section, depth, end)

    def _without_heading(
        self, section: nodes.section, heading: Heading, depth: int, end: int
    ) -> list[str]:
        found = [f'<a id="{name}"></a>' for name in heading.ids]
        if heading.ids:
            options = {"heading-level": str(min(depth, DEEPEST))}
            found.append(directive("rubric", heading.text, options))
        return found + self._below(section, depth, end)

    def _below(self, section: nodes.section, depth: int, end: int) -> list[str]:
        found: list[str] = []
        children = section.children[1:]
        place = next((n for n, c in enumerate(children) if isinstance(c, nodes.section)), None)
        above = children if place is None else children[:place]
        below = [c for c in children[len(above) :] if isinstance(c, nodes.section)]
        lines = [*((c.line or 0) for c in below), end]
        found += self._with_rules(above, lines[0] or end)
        for index, child in enumerate(below):
            found += self._section(child, depth + 1, lines[index + 1] or end)
        return found

    def _title(self, section: nodes.section, heading: Heading) -> str:
        if self._authors is None or not heading.ids or not section.line:
            return heading.text
        found = self._authors.heading(section.line, heading.text)
        self._blocks.kept += found is not None
        return found or heading.text

    def _with_rules(self, children: Sequence[nodes.Node], end: int) -> list[str]:
        """Return blocks with Markdown's own mark for a rule where docutils allows it."""
        found: list[str] = []
        start = 0
        for index, child in enumerate(children):
            if not isinstance(child, rule):
                continue
            line = child.line or end
            found += self._blocks.blocks(children[start:index], line)
            following = children[index + 1] if index + 1 < len(children) else None
            can_stand = index > start and following is not None and _is_seen(following)
            found.append("---" if can_stand and found and found[-1] != RULE else RULE)
            start = index + 1
        return found + self._blocks.blocks(children[start:], end)


def _is_seen(node: nodes.Node) -> bool:
    return isinstance(node, nodes.paragraph | nodes.Sequential | nodes.literal_block)


def front_matter(page: Page, state: SiteState, *, is_orphan: bool) -> str:
    """Return what stands above the text: for Sphinx, for the page's head, and for whoever reads it."""
    matter: dict[str, Any] = {}
    metas = {
        (attributes.get("name") or f"property={attributes['property']}"): attributes["content"]
        for attributes in [*head(page, state), *unspoken(page)]
    }
    if metas:
        matter["myst"] = {"html_meta": metas}
    if is_orphan:
        matter["orphan"] = True
    if page.params.get("toc") is False:
        matter["hide-toc"] = True
    kept = dict(_kept(page))
    if kept:
        matter["hugo"] = kept
    if not matter:
        return ""
    text = yaml.safe_dump(matter, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{text}---"


_ELSEWHERE = frozenset(
    {"title", "description", "aliases", "menu", "menus", "draft", "url", "slug", "toc", "keywords"}
)
"""Fields that the project says in another way."""


def _kept(page: Page) -> Iterator[tuple[str, Any]]:
    """Yield the other fields of the front matter, such as dates and authors, as plain data."""
    for name, value in {**page.fields, **page.params}.items():
        if name not in _ELSEWHERE and value not in (None, "", [], {}):
            yield name, _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if hasattr(value, "items"):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def toctrees(trees: Sequence[Tree]) -> list[str]:
    """Return the toctrees of a page, none of which it shows."""
    found = []
    for caption, entries in trees:
        options = {"hidden": "", "titlesonly": ""}
        if caption:
            options = {"caption": caption, **options}
        lines = [_entry(title, target) for title, target in entries]
        found.append(directive("toctree", "", options, "\n".join(lines), code=True))
    return found


def _entry(title: str | None, target: str) -> str:
    address = target if "://" in target else f"/{target}"
    if title is None:
        return address
    return f"{' '.join(title.split())} <{address}>"
