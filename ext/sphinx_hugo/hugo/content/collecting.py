"""The content tree of one language: which files are pages, and which pages own the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.addresses.paths import (
    HOME,
    HTML_EXTENSIONS,
    REFUSED_EXTENSIONS,
    first_segment,
    normalize,
    parent_path,
)
from sphinx_hugo.hugo.content.cascade import CascadeEntry, read_cascade
from sphinx_hugo.hugo.content.fieldplaces import field_problem
from sphinx_hugo.hugo.content.fields import split_fields
from sphinx_hugo.hugo.content.reading import read_content
from sphinx_hugo.hugo.pages import BundleType, LogicalPath, PageKind
from sphinx_hugo.hugo.problems import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.content.reading import ContentText
    from sphinx_hugo.hugo.content.walk import ContentFile

    ContentReading = Callable[[str], ContentText]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSource:
    """What a page is made from."""

    path: LogicalPath
    kind: PageKind
    file: ContentFile | None = None
    """None for pages that Hugo makes itself."""
    raw_path: str = ""
    """The path as written, without leading slash: titles and URLs may keep its case."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    params: Mapping[str, Any] = field(default_factory=dict)
    cascade: tuple[CascadeEntry, ...] = ()
    body_line: int = 1
    word_count: int = 0

    @property
    def bundle(self) -> BundleType:
        """How the file relates to its directory."""
        return self.file.info.bundle if self.file else BundleType.NONE


@dataclass(slots=True)
class ContentTree:
    """The pages of one language by logical path, and the files that belong to each."""

    sources: dict[LogicalPath, PageSource]
    resources: dict[LogicalPath, list[ContentFile]]
    """Owner to its files, in order of path."""
    problems: list[Problem]
    bundled: list[PageSource] = field(default_factory=list)
    """Pages inside leaf bundles: resources, but the terms they name count."""

    def owned(self, path: LogicalPath) -> Sequence[ContentFile]:
        """Return the files that belong to a page."""
        return self.resources.get(path, ())

    def branch_at_or_above(self, path: str) -> LogicalPath:
        """Return the nearest branch page that is there; the home page always is."""
        while path != "/":
            source = self.sources.get(LogicalPath(path))
            if source is not None and source.kind is not PageKind.PAGE:
                return LogicalPath(path)
            path = parent_path(path)
        return HOME

    def page_at_or_above(self, path: str) -> LogicalPath:
        """Return the nearest page of any kind: files in ``b/`` belong to ``b.md``, too."""
        while path != "/" and path not in self.sources:
            path = parent_path(path)
        return LogicalPath(path)


class _Leaves:
    """Which directories lie in a leaf bundle, and in which one."""

    def __init__(self, files: Sequence[ContentFile]) -> None:
        self._roots = {
            file.info.directory
            for file in files
            if file.info.name == "index" and file.info.is_content
        }
        self._known: dict[str, str | None] = {}

    def owner(self, directory: str) -> str | None:
        """Return the outermost leaf bundle at or above; it owns everything below."""
        if directory not in self._known:
            found = ""
            # From the top down, so that the outermost bundle is met first.
            for segment in directory.split("/"):
                found = f"{found}/{segment}" if segment else found
                if found in self._roots:
                    break
            self._known[directory] = found if found in self._roots else None
        return self._known[directory]


def build_tree(
    config: SiteConfig,
    files: Sequence[ContentFile],
    language: str,
    read: ContentReading = read_content,
) -> ContentTree:
    """Sort *files* (of all languages) into the pages and resources of *language*.

    *read* returns what a file says by its name.
    """
    tree = ContentTree({}, {}, [])
    leaves = _Leaves(files)
    pages: dict[LogicalPath, ContentFile] = {}
    owned: list[tuple[str | None, ContentFile]] = []
    singles: set[LogicalPath] = set()
    default = config.default_language
    for file in files:
        info = file.info
        leaf = leaves.owner(info.directory)
        is_index = info.name == "index" and info.directory == leaf
        if info.is_content and (leaf is None or is_index):
            if info.bundle is BundleType.SINGLE:
                singles.add(info.path)
            if (file.language or default) == language:
                _add_page(file, pages, tree.problems)
        elif leaf is None and info.extension in REFUSED_EXTENSIONS:
            tree.problems.append(_refused(file))
        elif info.relative.endswith("_content.gotmpl"):
            tree.problems.append(_adapter(file))
        else:
            owned.append((leaf, file))
            if info.is_content and (file.language or default) == language:
                tree.bundled.append(_source(config, info.path, file, read, tree.problems))
    if leaves.owner("") is not None:
        tree.problems.append(_root_leaf(pages.get(HOME)))
    for path, file in pages.items():
        tree.sources[path] = _source(config, path, file, read, tree.problems)
    _add_automatic(config, tree, singles)
    _share_resources(tree, owned, language, default)
    _remove_disabled(config, tree)
    return tree


def _add_page(
    file: ContentFile, pages: dict[LogicalPath, ContentFile], problems: list[Problem]
) -> None:
    path = file.info.path
    other = pages.get(path)
    if other is None:
        pages[path] = file
        return
    # Hugo takes either, and not always the same; a bundle says more plainly what is meant.
    kept, left = (other, file)
    if other.info.bundle is BundleType.SINGLE and file.info.bundle is not BundleType.SINGLE:
        kept, left = file, other
    pages[path] = kept
    text = (
        f"{left.info.relative} and {kept.info.relative} have the same logical path {path}; "
        f"{kept.info.relative} is used: rename one of them"
    )
    problems.append(Problem(Kind.CONTENT, text, Path(left.filename)))


def _refused(file: ContentFile) -> Problem:
    if file.info.extension in HTML_EXTENSIONS:
        advice = (
            "Hugo refuses it by default; allow it with allowContent = ['! ^text/org$'] below "
            "[security] in the configuration, or write the page in Markdown (.md)"
        )
    else:
        advice = (
            "Hugo refuses it by default or needs another program; write the page in Markdown (.md)"
        )
    text = f".{file.info.extension} content is left out: {advice}"
    return Problem(Kind.CONTENT, text, Path(file.filename))


def _adapter(file: ContentFile) -> Problem:
    text = "a content adapter needs Hugo's template engine; the pages it would add are left out"
    return Problem(Kind.CONTENT, text, Path(file.filename))


def _root_leaf(file: ContentFile | None) -> Problem:
    text = (
        "index.md at the content root makes the whole site one leaf bundle, all other pages are "
        "lost; rename it to _index.md"
    )
    return Problem(Kind.CONTENT, text, Path(file.filename) if file else None)


def _kind(config: SiteConfig, path: str, bundle: BundleType) -> PageKind:
    if path == "/":
        return PageKind.HOME
    if bundle is not BundleType.BRANCH:
        return PageKind.PAGE
    for plural in config.taxonomies.values():
        root = "/" + normalize(plural)
        if path == root:
            return PageKind.TAXONOMY
        if path.startswith(root + "/"):
            return PageKind.TERM
    return PageKind.SECTION


def _source(
    config: SiteConfig,
    path: LogicalPath,
    file: ContentFile,
    read: ContentReading,
    problems: list[Problem],
) -> PageSource:
    text = read(file.filename)
    problems.extend(text.problems)
    fields, params, messages = split_fields(text.data)
    language = file.language or config.default_language
    cascade, more = read_cascade(fields.pop("cascade", None), config.environment, (language,))
    messages += tuple(("cascade", text) for text in more)
    problems.extend(
        field_problem(Kind.FRONT_MATTER, message, Path(file.filename)) for message in messages
    )
    return PageSource(
        path=path,
        kind=_kind(config, path, file.info.bundle),
        file=file,
        raw_path=file.info.raw_path,
        fields=fields,
        params=params,
        cascade=cascade,
        body_line=text.body_line,
        word_count=text.word_count,
    )


def _add_automatic(config: SiteConfig, tree: ContentTree, singles: set[LogicalPath]) -> None:
    """Add the home page, taxonomies, and first-level sections that have no file.

    Where any language has a plain page, one of *singles*, there is no automatic section.
    """
    sources = tree.sources
    sources.setdefault(HOME, PageSource(path=HOME, kind=PageKind.HOME))
    for plural in config.taxonomies.values():
        path = LogicalPath("/" + normalize(plural))
        sources.setdefault(path, PageSource(path=path, kind=PageKind.TAXONOMY, raw_path=plural))
    for source in list(sources.values()):
        path = LogicalPath("/" + first_segment(source.path))
        if path not in sources and path not in singles:
            raw = source.raw_path.partition("/")[0]
            sources[path] = PageSource(path=path, kind=PageKind.SECTION, raw_path=raw)


def _share_resources(
    tree: ContentTree, owned: list[tuple[str | None, ContentFile]], language: str, default: str
) -> None:
    """Give each file to its owner; a file for this language hides one for all.

    A file of another language's content directory serves where this one has none.
    """
    chosen: dict[tuple[str, str, str], tuple[int, str | None, ContentFile]] = {}
    has_content = any(source.file for source in tree.sources.values())
    for leaf, file in owned:
        info = file.info
        own = file.language or (default if info.is_content else "")
        if own and own != language and (info.language or info.is_content):
            continue
        rank = 0 if own == language else 2 if own else 1
        key = (info.directory, info.name, info.extension)
        if key not in chosen or rank < chosen[key][0]:
            chosen[key] = (rank, leaf, file)
    for _, leaf, file in chosen.values():
        if leaf is not None:
            owner = LogicalPath(leaf or "/")
        else:
            owner = tree.page_at_or_above(file.info.directory or "/")
            source = tree.sources[owner]
            if language != default and not has_content and source.kind is not PageKind.TAXONOMY:
                continue  # a language without content has no files either
        if owner in tree.sources:
            tree.resources.setdefault(owner, []).append(file)


def _remove_disabled(config: SiteConfig, tree: ContentTree) -> None:
    # The home page holds the tree together; other branch pages still cascade and lend slugs.
    off = {kind for kind in (PageKind.PAGE, PageKind.TERM) if kind in config.disable_kinds}
    if off:
        for path in [path for path, source in tree.sources.items() if source.kind in off]:
            del tree.sources[path]
            tree.resources.pop(path, None)
