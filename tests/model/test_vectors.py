"""Every verified case that concerns pages, addresses, order, menus or references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from model.vectors import CLOCK, RENDERED, Vector, claim, load, write_site
from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.hugo.references.refs import resolve_ref
from sphinx_hugo.hugo.site import Site, load_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sphinx_hugo.hugo.menus import MenuEntry
    from sphinx_hugo.hugo.pages import Page

AREAS = (
    "front matter",
    "dates",
    "titles",
    "organisation",
    "languages",
    "urls",
    "aliases",
    "order",
    "menus",
    "refs",
    "cascade",
    "outputs",
    "config",
)

DELIBERATE = {
    "alias-disabled": "such sites have redirects by other means, which we lack: we make them",
    "org-adapter": "a content adapter needs Hugo's template engine; it is reported instead",
}
"""Cases in which we differ, and why."""

CLAIMS = claim(
    [vector for area in AREAS if area != "config" for vector in load(area) if not vector.env],
    *("page", "absent", "order", "terms", "published", "langs", "menus", "menus_of", "refs"),
)

_ALWAYS_PARAMS = {"title", "draft", "iscjklanguage"}
"""What every page has in ``.Params``; the cases leave it out."""

_ANY_SITE = {"index.html", "s/index.html", "sec/index.html", "docs/index.html"}


def _vectors(*expectations: str) -> list[Vector]:
    return [
        vector
        for area in AREAS
        for vector in load(area)
        if any(name in vector.expect for name in expectations)
        and not vector.env  # environment variables are not read: builds can be repeated
        and vector.id not in DELIBERATE
    ]


def _options(vector: Vector) -> dict[str, Any]:
    options: dict[str, Any] = {"now": CLOCK}
    switches = {"-D": "build_drafts", "-F": "build_future", "-E": "build_expired"}
    arguments = iter(vector.args)
    for argument in arguments:
        if argument in switches:
            options[switches[argument]] = True
        elif argument == "-e":
            options["environment"] = next(arguments)
        elif argument == "--baseURL":
            options["overrides"] = {"baseURL": next(arguments)}
        elif argument != "--printPathWarnings":
            raise ValueError(f"no option for {argument}")
    return options


def _load(vector: Vector, tmp_path: Path, language: str | None = None) -> Site:
    return load_site(write_site(vector, tmp_path), language=language, **_options(vector))


def _all_languages(vector: Vector, tmp_path: Path) -> list[Site]:
    site = _load(vector, tmp_path)
    keys = [entry.key for entry in site.config.languages]
    return [_load(vector, tmp_path, key) for key in keys]


def _paths(pages: Iterable[Page]) -> list[str]:
    return [page.path for page in pages]


def _path(page: Page | None) -> str:
    return page.path if page else ""


def _date(value: Any) -> str:
    return value.isoformat().replace("+00:00", "Z") if value else ""


def _fields(site: Site, page: Page) -> dict[str, Any]:
    """Return what the binary was asked about a page, as we have it."""
    is_page = page.kind is PageKind.PAGE
    return {
        "url": page.rel_permalink,
        "permalink": page.permalink,
        "title": page.title,
        "linkTitle": page.link_title,
        "weight": page.weight,
        "kind": page.kind.value,
        "type": page.type,
        "section": page.section,
        "slug": page.slug,
        "draft": page.draft,
        "bundleType": "" if page.bundle == "single" else page.bundle.value,
        "file": page.content_path,
        "date": _date(page.date),
        "lastmod": _date(page.lastmod),
        "publishDate": _date(page.publish_date),
        "expiryDate": _date(page.expiry_date),
        "keywords": list(page.keywords),
        "aliases": ["/" + target.removesuffix("/index.html") for target in page.alias_targets],
        "params": {k: v for k, v in page.all_params.items() if k not in _ALWAYS_PARAMS},
        "parent": _path(site.parent(page)),
        "currentSection": _path(site.current_section(page)),
        "pages": [] if is_page else _paths(site.children(page)),
        "regularPages": _paths(site.regular_pages(page)),
        "regularPagesRecursive": _paths(site.regular_pages_recursive(page)),
        "sections": _paths(site.sections(page)),
        "resources": sorted(resource.name for resource in page.resources),
        "next": _path(site.next(page)),
        "prev": _path(site.prev(page)),
        "nextInSection": _path(site.next_in_section(page)),
        "prevInSection": _path(site.prev_in_section(page)),
        "translations": [url for _, url in site.translations(page)],
    }


def _expected(fields: Mapping[str, Any]) -> dict[str, Any]:
    expected = {name: value for name, value in fields.items() if name not in RENDERED}
    if "resources" in expected:
        expected["resources"] = sorted(expected["resources"])
    return expected


@pytest.mark.parametrize("vector", _vectors("page", "absent", "order"), ids=str)
def test_pages_are_as_hugo_has_them(vector: Vector, tmp_path: Path) -> None:
    site = _load(vector, tmp_path)
    for path, fields in vector.expect.get("page", {}).items():
        page = site.page(path)
        assert page is not None, path
        ours = _fields(site, page)
        for name, value in _expected(fields).items():
            key = name.removeprefix("params.")
            assert (page.params.get(key) if key != name else ours[name]) == value, (path, name)
    for path in vector.expect.get("absent", ()):
        assert site.page(path) is None
    if "order" in vector.expect:
        assert _paths(site.all_regular_pages) == vector.expect["order"]


@pytest.mark.parametrize("vector", _vectors("terms"), ids=str)
def test_terms_are_as_hugo_has_them(vector: Vector, tmp_path: Path) -> None:
    site = _load(vector, tmp_path)
    ours = [
        {
            "taxonomy": plural,
            "path": term.path,
            "title": term.title,
            "url": term.rel_permalink,
            "pages": _paths(site.children(term)),
        }
        for plural in site.config.taxonomies.values()
        for term in site.terms(plural)
    ]
    wanted = sorted(vector.expect["terms"], key=lambda term: str(term["path"]))
    assert sorted(ours, key=lambda term: str(term["path"])) == wanted


def _published(vector: Vector, tmp_path: Path) -> set[str]:
    written: set[str] = set()
    for site in _all_languages(vector, tmp_path):
        for page in site.pages.values():
            if page.target:
                written |= {page.target, *page.alias_targets}
            written.update(resource.target for resource in page.resources if resource.target)
        written.update(site.static_files())
    return written


def _is_ours(name: str, vector: Vector) -> bool:
    """Return whether a written file is a page, a redirect or a resource."""
    if name.endswith(("index.xml", "sitemap.xml", "404.html", "robots.txt")):
        return False
    # Redirects between the root and the default language's folder are no page's.
    redirect = "index.html" if "InSubdir = true" in (vector.config or "") else "en/index.html"
    return not ("[languages" in (vector.config or "") and name == redirect)


@pytest.mark.parametrize("vector", _vectors("published"), ids=str)
def test_files_are_written_where_hugo_writes_them(vector: Vector, tmp_path: Path) -> None:
    wanted = {name for name in vector.expect["published"] if _is_ours(name, vector)}
    written = _published(vector, tmp_path)
    assert wanted <= written
    if "index.html" in wanted:
        assert written == wanted
    else:
        assert written - wanted <= _ANY_SITE | {"sec/sub/index.html", "sec/sub/my-page/index.html"}


@pytest.mark.parametrize("vector", _vectors("langs"), ids=str)
def test_languages_have_their_own_pages(vector: Vector, tmp_path: Path) -> None:
    for language, pages in vector.expect["langs"].items():
        site = _load(vector, tmp_path, language)
        assert {path: page.rel_permalink for path, page in site.pages.items()} == pages


def _menu(entries: Iterable[MenuEntry]) -> list[dict[str, Any]]:
    """Return entries as the vectors have them: what is not set is left out."""
    found = []
    for entry in entries:
        item: dict[str, Any] = {"name": entry.name, "url": entry.url}
        optional = {
            "weight": entry.weight,
            "identifier": entry.identifier,
            "pre": entry.pre,
            "post": entry.post,
            "params": dict(entry.params),
            "title": entry.title if entry.title != entry.name else "",
            "children": _menu(entry.children),
        }
        found.append(item | {name: value for name, value in optional.items() if value})
    return found


@pytest.mark.parametrize("vector", _vectors("menus"), ids=str)
def test_menus_are_as_hugo_has_them(vector: Vector, tmp_path: Path) -> None:
    site = _load(vector, tmp_path)
    assert {name: _menu(menu) for name, menu in site.menus.items()} == vector.expect["menus"]
    for home, menus in vector.expect.get("menus_of", {}).items():
        site = _load(vector, tmp_path, home.partition("/")[0])
        assert {name: _menu(menu) for name, menu in site.menus.items()} == menus


@pytest.mark.parametrize("vector", _vectors("refs"), ids=str)
def test_references_lead_where_hugo_leads_them(vector: Vector, tmp_path: Path) -> None:
    site = _load(vector, tmp_path)
    for start, reference, *options, url in vector.expect["refs"]:
        language = options[0].get("lang") if options else None
        output = options[0].get("outputFormat") if options else None
        found = resolve_ref(
            site, reference, site.page(start), language=language, output_format=output
        )
        is_absolute = bool(options and options[0].get("abs"))
        ours = found.permalink if is_absolute else found.url
        assert ours == url, (start, reference, options, found)
