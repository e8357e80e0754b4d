"""Menus: entries from configuration, top-level sections and front matter, nested and sorted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.addresses.addresscheck import runs_script
from sphinx_hugo.hugo.addresses.paths import clean, escape, first_segment, lower, sanitize
from sphinx_hugo.hugo.content.cascade import lower_keys
from sphinx_hugo.hugo.content.fieldplaces import field_problem
from sphinx_hugo.hugo.lookup.find import AmbiguousRefError, find_in_index
from sphinx_hugo.hugo.ordering.collation import menu_name_key
from sphinx_hugo.hugo.pages import ListMode, LogicalPath, Page, PageKind
from sphinx_hugo.hugo.problems import Kind, Problem
from sphinx_hugo.hugo.values.coercion import to_int, to_map, to_string

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.lookup.index import PageIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """One entry of a menu with everything below it."""

    name: str
    """What is shown."""
    identifier: str = ""
    """Key that other entries name as their parent; if empty, the name is the key."""
    url: str = ""
    """Site-relative address with the base path, an absolute URL, or empty for a caption."""
    page: LogicalPath | None = None
    """The page it leads to, if it is one of the site."""
    title: str = ""
    weight: int = 0
    """0 is no weight and sorts last."""
    parent: str = ""
    """Key of the entry above, as written."""
    pre: str = ""
    post: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    children: tuple[MenuEntry, ...] = ()

    @property
    def key(self) -> str:
        """Identifier, else name."""
        return self.identifier or self.name


def build_menus(
    config: SiteConfig, index: PageIndex
) -> tuple[dict[str, tuple[MenuEntry, ...]], list[Problem]]:
    """Return menu name → top entries in order, and what was left out."""
    problems: list[Problem] = []
    flat: dict[str, dict[str, MenuEntry]] = {}
    for name, items in config.menus.items():
        menu = flat.setdefault(name, {})
        for item in items:
            entry = _from_config(config, index, lower_keys(dict(item)))
            if runs_script(entry.url):
                text = (
                    f"menu {name!r}: the address {entry.url[:60]!r} of the entry {entry.key!r} runs a "
                    "script; it is shown without a link"
                )
                place = config.files[0] if config.files else None
                problems.append(Problem(Kind.MENU, text, place, 1 if place else None))
                entry = replace(entry, url="")
            menu[entry.key] = entry  # of two with one key the last one wins
    if config.section_pages_menu:
        menu = flat.setdefault(config.section_pages_menu, {})
        for entry in _section_entries(index):
            menu.setdefault(entry.key, entry)
    for page in index.pages.values():
        if page.menus and page.list_mode is ListMode.ALWAYS:
            _add_page(page, flat, problems)
    built = {name: _nest(name, menu, index, problems) for name, menu in flat.items() if menu}
    return {name: built[name] for name in sorted(built)}, problems


def _entry(
    properties: Mapping[str, Any],
    *,
    name: str,
    title: str,
    weight: int,
    url: str,
    page: LogicalPath | None = None,
) -> MenuEntry:
    get = properties.get
    return MenuEntry(
        name=name,
        title=title,
        weight=weight,
        url=url,
        page=page,
        identifier=to_string(get("identifier")),
        parent=to_string(get("parent")),
        pre=to_string(get("pre")),
        post=to_string(get("post")),
        params=to_map(get("params")),
    )


def _from_config(config: SiteConfig, index: PageIndex, item: Mapping[str, Any]) -> MenuEntry:
    name, title = to_string(item.get("name")), to_string(item.get("title"))
    weight = to_int(item.get("weight"))
    page_ref = to_string(item.get("pageref"))
    page = _find(index, page_ref) if page_ref else None
    if page is None:
        url = _config_url(config, to_string(item.get("url")))
        return _entry(item, name=name, title=title, weight=weight, url=url)
    return _entry(
        item,
        name=name or page.link_title,
        title=title or page.title,
        weight=weight or page.weight,
        url=page.rel_permalink,
        page=page.path,
    )


def _find(index: PageIndex, page_ref: str) -> Page | None:
    try:
        return find_in_index(index, page_ref, None)
    except AmbiguousRefError:
        return None


def _config_url(config: SiteConfig, url: str) -> str:
    """A rooted address is cleaned like a path and gets the base path; others stay."""
    if not url.startswith("/") or url.startswith("//"):
        return url
    path, mark, rest = _split_url(url)
    path = lower(sanitize(path.replace(" ", "-")))
    cleaned = clean(path) + ("/" if path.endswith("/") and len(path) > 1 else "")
    base = "" if config.canonify_urls else config.base_path
    return base + escape(cleaned) + mark + rest


def _split_url(url: str) -> tuple[str, str, str]:
    for index, char in enumerate(url):
        if char in "?#":
            return url[:index], char, url[index + 1 :]
    return url, "", ""


def _section_entries(index: PageIndex) -> Iterable[MenuEntry]:
    for page in index.pages.values():
        listed = page.list_mode is ListMode.ALWAYS
        if page.kind is PageKind.SECTION and page.path.count("/") == 1 and listed:
            yield MenuEntry(
                name=page.link_title,
                identifier=first_segment(page.path),
                url=page.rel_permalink,
                page=page.path,
                title=page.title,
                weight=page.weight,
            )


def _add_page(page: Page, flat: dict[str, dict[str, MenuEntry]], problems: list[Problem]) -> None:
    for menu_name, properties in page.menus.items():
        entry = _entry(
            properties,
            name=to_string(properties.get("name")) or page.link_title,
            title=to_string(properties.get("title")) or page.title,
            weight=to_int(properties.get("weight")) or page.weight,
            url=page.rel_permalink,
            page=page.path,
        )
        menu = flat.setdefault(menu_name, {})
        other = menu.setdefault(entry.key, entry)
        if other is not entry:
            whose = f"of {other.page}" if other.page else "of the configuration"
            text = (
                f"duplicate entry {entry.key!r} in menu {menu_name!r}: the one {whose} is kept; "
                "give this one an 'identifier' of its own"
            )
            problems.append(field_problem(Kind.MENU, ("menus", text), page.filename))


def _sort_key(entry: MenuEntry) -> tuple[bool, int, tuple[str, str], str]:
    return entry.weight == 0, entry.weight, menu_name_key(entry.name), entry.identifier


def _nest(
    menu_name: str,
    entries: Mapping[str, MenuEntry],
    index: PageIndex,
    problems: list[Problem],
) -> tuple[MenuEntry, ...]:
    below: dict[str, list[MenuEntry]] = {}
    top: list[MenuEntry] = []
    for entry in entries.values():
        if entry.parent:
            below.setdefault(entry.parent, []).append(entry)
        else:
            top.append(entry)
    # A parent that nobody is becomes a caption of that name.
    top += [MenuEntry(name=parent) for parent in below if parent not in entries]
    top.sort(key=_sort_key)
    reached: list[MenuEntry] = []
    waiting = top[::-1]
    while waiting:
        entry = waiting.pop()
        reached.append(entry)
        waiting += below.get(entry.key, ())
    finished: dict[str, MenuEntry] = {}
    for entry in reversed(reached):  # children before their parents
        children = sorted(below.get(entry.key, ()), key=_sort_key)
        finished[entry.key] = replace(entry, children=tuple(finished[c.key] for c in children))
    lost = [key for key in entries if key not in finished]
    if lost:
        names = ", ".join(repr(key) for key in lost)
        text = f"menu {menu_name!r}: {names} are each other's parents; Hugo shows none of them"
        pages = [index.pages[page] for key in lost if (page := entries[key].page) is not None]
        filename = next((page.filename for page in pages if page.menus), None)
        problems.append(field_problem(Kind.MENU, ("menus", text), filename))
    return tuple(finished[entry.key] for entry in top)
