"""The site as one frozen value, and the way to load it."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.config.site_config import load_config
from sphinx_hugo.hugo.content.assembly import BuildOptions, Dropped, DropReason, assemble
from sphinx_hugo.hugo.content.collecting import build_tree
from sphinx_hugo.hugo.content.gitdates import git_dates as git_dates_of
from sphinx_hugo.hugo.content.linksout import find_links_out
from sphinx_hugo.hugo.content.reading import read_content
from sphinx_hugo.hugo.content.taxonomies import taxonomy_path
from sphinx_hugo.hugo.content.tree import PageTree
from sphinx_hugo.hugo.content.walk import find_content, find_static
from sphinx_hugo.hugo.lookup.index import PageIndex
from sphinx_hugo.hugo.menus import MenuEntry, build_menus
from sphinx_hugo.hugo.pages import LogicalPath, Page, PageKind
from sphinx_hugo.hugo.values.dates import git_last

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.content.collecting import ContentReading
    from sphinx_hugo.hugo.problems import Problem

__all__ = ["DropReason", "Dropped", "Site", "load_site"]


@dataclass(frozen=True, kw_only=True)
class Site:
    """One language of a site. Methods take a Page or its logical path."""

    config: SiteConfig
    pages: Mapping[LogicalPath, Page]
    """Every page, also those that are not rendered; not the dropped ones. In order of path."""
    problems: tuple[Problem, ...]
    menus: Mapping[str, tuple[MenuEntry, ...]]
    dropped: Mapping[LogicalPath, Dropped]
    """Drafts, future and expired pages; sections among them are in ``pages`` as well."""
    index: PageIndex
    """The pages by name, file and address."""
    other_languages: Mapping[str, PageIndex]
    """The pages of the site's other languages."""
    tree: PageTree
    """Who is whose parent."""
    bundled: Mapping[Path, Page]
    """File to page inside a leaf bundle, which is a resource of that bundle."""
    published: dict[str, Path] = field(default_factory=dict)
    """What templates publish: path below the output folder → absolute file. Grows with reading."""

    @property
    def home(self) -> Page:
        """The home page."""
        return self.pages[LogicalPath("/")]

    def page(self, path: str) -> Page | None:
        """Return the page at a logical path."""
        return self.pages.get(LogicalPath(path))

    @property
    def all_regular_pages(self) -> tuple[Page, ...]:
        """``site.RegularPages``: in Hugo's default order, hidden ones left out."""
        return self.tree.site_order

    def children(self, page: Page | str) -> tuple[Page, ...]:
        """Return ``.Pages`` in default order: of a section, a taxonomy (terms), a term (pages)."""
        return self.tree.children(_path(page))

    def regular_pages(self, page: Page | str) -> tuple[Page, ...]:
        """Return ``.RegularPages``."""
        return tuple(p for p in self.children(page) if p.kind is PageKind.PAGE)

    def regular_pages_recursive(self, page: Page | str) -> tuple[Page, ...]:
        """Return ``.RegularPagesRecursive``."""
        return self.tree.regular_pages_recursive(_path(page))

    def sections(self, page: Page | str) -> tuple[Page, ...]:
        """Return ``.Sections``."""
        return tuple(p for p in self.children(page) if p.kind is PageKind.SECTION)

    def parent(self, page: Page | str) -> Page | None:
        """Return the branch page above; None for the home page."""
        return self.tree.parent(_path(page))

    def ancestors(self, page: Page | str) -> tuple[Page, ...]:
        """Return the branch pages above, nearest first."""
        found = []
        above = self.parent(page)
        while above is not None:
            found.append(above)
            above = self.parent(above)
        return tuple(found)

    def current_section(self, page: Page | str) -> Page:
        """Return the nearest branch page at or above."""
        found = self.pages[_path(page)]
        if found.kind is not PageKind.PAGE:
            return found
        return self.parent(found) or self.home

    def next(self, page: Page | str) -> Page | None:
        """Return ``.Next``: by default the page before in ``all_regular_pages``."""
        step = 1 if self.config.next_prev_sort_order == "asc" else -1
        return self.tree.neighbour(_path(page), step)

    def prev(self, page: Page | str) -> Page | None:
        """Return ``.Prev``: by default the page after in ``all_regular_pages``."""
        step = -1 if self.config.next_prev_sort_order == "asc" else 1
        return self.tree.neighbour(_path(page), step)

    def next_in_section(self, page: Page | str) -> Page | None:
        """Return ``.NextInSection``."""
        step = 1 if self.config.next_prev_in_section_sort_order == "asc" else -1
        return self.tree.neighbour_in_section(_path(page), step)

    def prev_in_section(self, page: Page | str) -> Page | None:
        """Return ``.PrevInSection``."""
        step = -1 if self.config.next_prev_in_section_sort_order == "asc" else 1
        return self.tree.neighbour_in_section(_path(page), step)

    def translations(self, page: Page | str) -> tuple[tuple[str, str], ...]:
        """Return (language key, rel_permalink) of the page in each other language."""
        wanted = self.pages[_path(page)]
        found = []
        for language, index in self.other_languages.items():
            other = index.translation_of(wanted)
            if other is not None and other.rel_permalink:
                found.append((language, other.rel_permalink))
        return tuple(found)

    def terms(self, plural: str) -> tuple[Page, ...]:
        """Return the term pages of a taxonomy in default order."""
        return self.tree.terms(plural)

    def naming(self, term: Page | str) -> tuple[Page, ...]:
        """Return the pages that name a term, also those that no list shows."""
        return self.tree.naming(_path(term))

    def term_name(self, term: Page) -> str:
        """Return a term as written: by the last page that names it, else as its folder is called."""
        _, plural = self.taxonomy(term)
        folders = term.content_path.split("/")[plural.count("/") + 1 : -1]
        return self.tree.spelling(term.path) or "/".join(folders)

    def taxonomy(self, page: Page) -> tuple[str, str]:
        """Return singular and plural name of the taxonomy that a page is, or is a term of."""
        for names in self.config.taxonomies.items():
            path = taxonomy_path(names[1])
            if page.path == path or page.path.startswith(f"{path}/"):
                return names
        return "", ""

    def index_of(self, language: str) -> PageIndex | None:
        """Return the pages of a language of the site; None if it has no such language."""
        if language == self.config.language.key:
            return self.index
        return self.other_languages.get(language)

    def page_by_target(self, target: str) -> Page | None:
        """Return the page that is written to *target*, such as ``docs/a/index.html``."""
        return self.index.by_target(target)

    def page_by_filename(self, filename: Path | str) -> Page | None:
        """Return the page whose source is the absolute *filename*."""
        return self.index.by_filename(filename)

    def static_files(self) -> Mapping[str, Path]:
        """Return what is served beside the pages: path below the output folder → absolute file."""
        return ChainMap(self.published, self._static_files)  # type: ignore[arg-type]

    @cached_property
    def _static_files(self) -> Mapping[str, Path]:
        return find_static(self.config)


def _path(page: Page | str) -> LogicalPath:
    return page.path if isinstance(page, Page) else LogicalPath(page)


def _or(option: bool | None, setting: bool) -> bool:
    return setting if option is None else option


def _git_dates(config: SiteConfig) -> Mapping[Path, datetime]:
    return git_dates_of(config.root, {mount.source for mount in config.mounts_of("content")})


def load_site(  # noqa: PLR0913 - each is a switch of its own
    root: Path,
    *,
    environment: str = "production",
    overrides: Mapping[str, Any] | None = None,
    language: str | None = None,
    build_drafts: bool | None = None,
    build_future: bool | None = None,
    build_expired: bool | None = None,
    git_dates: bool | None = None,
    now: datetime | None = None,
    read: ContentReading = read_content,
) -> Site:
    """Read the site at *root*; what is None is as the configuration says.

    *read* reads the content files, and may know some from an earlier build.

    With *git_dates*, Git says when a page was changed if its front matter does not; where the
    configuration asks for it (``enableGitInfo``), Git goes first.

    Raises :class:`~sphinx_hugo.hugo.config.configfiles.ConfigError` if a configuration file does not
    parse. All other findings are in the result's ``problems``.
    """

    def configure(key: str | None) -> SiteConfig:
        found = load_config(root, environment=environment, overrides=overrides, language=key)
        if found.enable_git_info or not git_dates:
            return found
        return replace(found, frontmatter=git_last(found.frontmatter))

    config = configure(language)
    options = BuildOptions(
        drafts=_or(build_drafts, config.build_drafts),
        future=_or(build_future, config.build_future),
        expired=_or(build_expired, config.build_expired),
        git_dates=_git_dates(config) if _or(git_dates, config.enable_git_info) else {},
        **({} if now is None else {"now": now}),
    )
    files, problems = find_content(config)
    keys = [entry.key for entry in config.languages]
    tree = build_tree(config, files, config.language.key, read)
    assembly = assemble(config, tree, options)
    index = PageIndex(assembly.pages, config.language.key, keys)
    menus, menu_problems = build_menus(config, index)
    others = {}
    for key in keys:
        if key != config.language.key:
            other = configure(key)
            pages = assemble(other, build_tree(other, files, key, read), options).pages
            others[key] = PageIndex(pages, key, keys)
    return Site(
        config=config,
        pages=assembly.pages,
        problems=(
            *config.problems, *problems, *find_links_out(config),
            *tree.problems, *assembly.problems, *menu_problems,
        ),
        menus=menus,
        dropped=assembly.dropped,
        index=index,
        other_languages=others,
        tree=PageTree(assembly.pages, assembly.terms, assembly.disabled),
        bundled=assembly.bundled,
    )  # fmt: skip
