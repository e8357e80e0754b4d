"""Pages and documents: the map between Hugo's addresses and Sphinx's document names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.pages import LogicalPath, Page, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_hugo.hugo.site import Site

SPHINX_PAGES = frozenset({"genindex", "modindex", "py-modindex", "search"})
"""Names that Sphinx keeps for pages of its own."""


def language_prefix(site: Site) -> str:
    """Return the folder that Hugo puts the site's language in, such as ``fr/``; often empty."""
    config = site.config
    default = config.language.key == config.default_language
    return "" if default and not config.default_language_in_subdir else f"{config.language.key}/"


def docname_of(page: Page, prefix: str = "") -> str:
    """Return the document name of a page that is written: its address without slashes.

    ``docs/about/ip/index.html`` is ``docs/about/ip``; for the home page, sections and taxonomies,
    whose folder holds other pages, it is ``docs/about/index``. So the ``dirhtml`` builder keeps each
    address, and ``html`` differs by ``.html`` only.
    """
    name = page.target.removeprefix(prefix)
    if name == "index.html":
        return "index"
    if not name.endswith("/index.html"):
        return name.removesuffix(".html")
    name = name.removesuffix("/index.html")
    folder = page.kind in {PageKind.SECTION, PageKind.TAXONOMY, PageKind.HOME}
    if folder or name.rpartition("/")[2] == "index" or name in SPHINX_PAGES:
        return f"{name}/index"
    return name


def stand_in(site: Site) -> Page:
    """Return a bare home page: Sphinx cannot do without, where Hugo writes none.

    That is where the home page is a draft, is not rendered, or has an address elsewhere.
    """
    title = site.config.title or "Home"
    return Page(
        path=LogicalPath("/"),
        kind=PageKind.HOME,
        language=site.config.language.key,
        title=title,
        link_title=title,
        rel_permalink=f"{site.config.base_path}/",
        permalink=site.config.base_url,
        target="index.html",
    )


@dataclass(frozen=True)
class Documents:
    """Which document shows which page; the same for a whole build."""

    site: Site
    prefix: str
    """Language folder that is left out of document names."""
    pages: Mapping[str, Page]
    """Document name to page."""
    docnames: Mapping[LogicalPath, str]
    """Logical path to document name, for pages that are written."""
    clashes: tuple[tuple[Page, Page], ...] = field(default=())
    """Pages that have no document because another one has their address."""

    @classmethod
    def from_site(cls, site: Site) -> Documents:
        """Give every page that Hugo would write a document name."""
        prefix = language_prefix(site)
        pages: dict[str, Page] = {}
        docnames: dict[LogicalPath, str] = {}
        targets: dict[str, str] = {}
        clashes = []
        for page in site.pages.values():
            if not page.target:
                continue
            # A section and a page may have names of their own and yet one output file.
            docname = targets.get(page.target) or docname_of(page, prefix)
            if docname in pages:
                clashes.append((page, pages[docname]))
                docnames[page.path] = docname
                continue
            targets[page.target] = docname
            pages[docname] = page
            docnames[page.path] = docname
        if "index" not in pages:
            pages["index"] = stand_in(site)
        return cls(site, prefix, pages, docnames, tuple(clashes))

    def docname(self, path: str) -> str | None:
        """Return the document that shows the page with this logical path."""
        return self.docnames.get(LogicalPath(path))

    def __iter__(self) -> Iterator[str]:
        """Iterate over the document names."""
        return iter(self.pages)
