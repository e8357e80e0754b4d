"""``ref`` and ``relref``: how Hugo finds the page that an argument names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sphinx_hugo.hugo.lookup.find import AmbiguousRefError, find_in_index, from_start

if TYPE_CHECKING:
    from sphinx_hugo.hugo.lookup.index import PageIndex
    from sphinx_hugo.hugo.pages import LogicalPath, Page
    from sphinx_hugo.hugo.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class RefResult:
    """What ``relref`` gives for one argument."""

    page: Page | None = None
    """The page, in the language asked for; None for ``#frag``, an empty argument, or a miss."""
    fragment: str = ""
    """Fragment without ``#``, as written."""
    url: str = ""
    """``.RelPermalink`` with the fragment; for a miss ``refLinksNotFoundURL``, often empty."""
    permalink: str = ""
    """The same as an absolute URL, which is what ``ref`` gives."""
    candidates: tuple[LogicalPath, ...] = ()
    """Pages that fit an ambiguous name, or the nearest ones to a missing one."""
    problem_text: str = ""
    """Why nothing was found and what to write instead; empty if Hugo reports no error."""


def find_page(site: Site, ref: str, start: Page | None) -> Page | None:
    """Return the page that *ref*, a path without fragment, names, seen from *start*."""
    try:
        return find_in_index(site.index, ref, start)
    except AmbiguousRefError:
        return None


def resolve_ref(
    site: Site,
    ref: str,
    start: Page | None,
    *,
    language: str | None = None,
    output_format: str | None = None,
) -> RefResult:
    """Resolve the argument of a ``ref`` or ``relref`` call that stands in *start*."""
    path, fragment = _split(ref)
    suffix = f"#{fragment}" if fragment else ""
    if not path:
        return RefResult(fragment=fragment, url=suffix, permalink=suffix)
    index = site.index_of(language) if language else site.index
    if index is None:
        known = ", ".join(entry.key for entry in site.config.languages)
        return _miss(site, fragment, f"the site has no language {language!r} (it has {known})")
    try:
        page = find_in_index(index, path, start)
    except AmbiguousRefError as error:
        names = " and ".join(error.candidates)
        text = f"page reference {path!r} is ambiguous, it fits {names}; write the whole path"
        return _miss(site, fragment, text, error.candidates)
    if page is None:
        return _not_found(site, index, path, fragment, start)
    wanted = (output_format or "html").lower()
    ending = _format_ending(site, page, wanted) if output_format else ""
    if ending is None:
        has = ", ".join(_formats(site, page))
        text = f"{page.path} has no output format {output_format!r} (it has {has})"
        return _miss(site, fragment, text)
    return RefResult(
        page=page,
        fragment=fragment,
        url=_with_ending(page.rel_permalink, ending) + suffix,
        permalink=_with_ending(page.permalink, ending) + suffix,
    )


def _split(ref: str) -> tuple[str, str]:
    """Return (path, fragment) of an argument; scheme, host and query do not count."""
    before, _, fragment = ref.partition("#")
    try:
        parts = urlsplit(before)
    except ValueError:
        return unquote(before.partition("?")[0]), fragment
    if parts.scheme and not before[len(parts.scheme) + 1 :].startswith("/"):
        return "", fragment  # mailto:a@b and the like have no path
    return unquote(parts.path), fragment


def _formats(site: Site, page: Page) -> tuple[str, ...]:
    return page.outputs or site.config.outputs.get(page.kind.value, ("html",))


def _format_ending(site: Site, page: Page, wanted: str) -> str | None:
    if wanted not in _formats(site, page):
        return None
    if wanted == "html":
        return ""
    return "index.xml" if wanted == "rss" else f"index.{wanted}"


def _with_ending(url: str, ending: str) -> str:
    return f"{url.rpartition('/')[0]}/{ending}" if url and ending else url


def _miss(
    site: Site, fragment: str, text: str, candidates: tuple[LogicalPath, ...] = ()
) -> RefResult:
    url = site.config.ref_links_not_found_url
    return RefResult(
        fragment=fragment, url=url, permalink=url, candidates=candidates, problem_text=text
    )


def _not_found(
    site: Site, index: PageIndex, path: str, fragment: str, start: Page | None
) -> RefResult:
    bare = path.removesuffix("/") or "/"
    places = []
    if not bare.startswith("/") and start is not None:
        places.append(index.logical_path(from_start(start, bare)))
    if not bare.startswith(".") or not places:
        places.append(index.logical_path(bare))
    for place in places:
        dropped = site.dropped.get(place)
        if dropped is not None and index is site.index:
            text = f"page {path!r} not found: {place} exists but is {dropped.reason.phrase}"
            return _miss(site, fragment, text)
    looked = " and ".join(dict.fromkeys(places))
    text = f"page {path!r} not found: there is nothing at {looked}"
    if not bare.startswith("/") and "/" not in bare and not bare.startswith("."):
        text += " and no page of that name"
    near = index.nearest(places[-1])
    if near:
        text += f"; the nearest is {near[0]}" if len(near) == 1 else f"; near are {', '.join(near)}"
    return _miss(site, fragment, text, near)
