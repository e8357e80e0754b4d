"""Giving addresses: URL, output file, redirects and resources for every page, each place once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.addresses.aliases import AliasError, alias_target, leads_out
from sphinx_hugo.hugo.addresses.permalinks import read_permalinks
from sphinx_hugo.hugo.content.fieldplaces import field_problem
from sphinx_hugo.hugo.content.resources import read_resources
from sphinx_hugo.hugo.content.urls import AddressBook, is_ugly, language_prefix
from sphinx_hugo.hugo.pages import RenderMode
from sphinx_hugo.hugo.problems import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.content.collecting import ContentTree
    from sphinx_hugo.hugo.pages import LogicalPath, Page


def give_addresses(
    config: SiteConfig,
    tree: ContentTree,
    pages: Mapping[LogicalPath, Page],
    urls: Mapping[LogicalPath, str],
    unpublished: Collection[LogicalPath],
) -> tuple[dict[LogicalPath, Page], list[Problem]]:
    """Return *pages*, in the same order, with their addresses.

    *urls* holds the ``url`` of pages that have one; the resources of *unpublished* pages are
    not written.
    """
    rules, problems = read_permalinks(config.permalinks)
    book = AddressBook(config, tree, pages, urls, rules)
    finished: dict[LogicalPath, Page] = {}
    links: dict[LogicalPath, str] = {}
    for path, page in pages.items():
        address = book.address(page)
        if address is None:
            finished[path] = replace(
                page, resources=read_resources(tree.sources[path], tree.owned(path), None)
            )
            continue
        rendered = page.render_mode is RenderMode.ALWAYS and _has_html(config, page)
        directory = None if path in unpublished else address.directory
        if rendered:
            links[path] = address.link
        finished[path] = replace(
            page,
            rendered=rendered,
            rel_permalink=address.rel_permalink,
            permalink=address.permalink,
            target=address.target if rendered else "",
            resources=read_resources(tree.sources[path], tree.owned(path), directory),
        )
    found = [
        field_problem(Kind.ADDRESS, ("address", text), pages[p].filename)
        for p, text in book.messages.items()
    ]
    targets = _check_targets(finished, found)
    # With disableAliases a site serves redirects from a template of its own, which we cannot
    # run: redirects are made all the same.
    _add_aliases(config, finished, links, targets, found)
    return finished, [*problems, *found]


def _has_html(config: SiteConfig, page: Page) -> bool:
    outputs = page.outputs or config.outputs.get(page.kind.value, ("html",))
    return "html" in outputs


def _check_targets(
    pages: Mapping[LogicalPath, Page], problems: list[Problem]
) -> dict[str, LogicalPath]:
    """Return target → the first page, by path, that is written there."""
    targets: dict[str, LogicalPath] = {}
    for path, page in pages.items():
        if not page.target:
            continue
        other = targets.setdefault(page.target, path)
        if other != path:
            text = (
                f"{path} and {other} are both written to {page.target}; "
                "give one of them another 'slug' or 'url'"
            )
            problems.append(field_problem(Kind.ADDRESS, ("address", text), page.filename))
    return targets


def _add_aliases(
    config: SiteConfig,
    pages: dict[LogicalPath, Page],
    links: Mapping[LogicalPath, str],
    targets: Mapping[str, LogicalPath],
    problems: list[Problem],
) -> None:
    prefix = language_prefix(config, config.language.key)
    taken: dict[str, LogicalPath] = {}
    for path, link in links.items():
        page = pages[path]
        if not page.aliases:
            continue
        kept = []
        for alias in page.aliases:
            try:
                ugly = is_ugly(config, page)
                target = alias_target(alias, link, prefix=prefix, ugly=ugly)
                if leads_out(alias, link):
                    text = f"alias {alias!r} leads above the root of the site; it is at '/{target}'"
                    problems.append(field_problem(Kind.ADDRESS, ("aliases", text), page.filename))
            except AliasError as error:
                problems.append(field_problem(Kind.ADDRESS, ("aliases", str(error)), page.filename))
                continue
            owner = targets.get(target) or taken.setdefault(target, path)
            if target not in targets and owner == path:
                if target not in kept:
                    kept.append(target)
            elif owner != path and not config.disable_aliases:
                text = f"alias {alias!r}: {target} is the place of {owner}; it is left out"
                problems.append(field_problem(Kind.ADDRESS, ("aliases", text), page.filename))
        pages[path] = replace(page, alias_targets=tuple(kept))
