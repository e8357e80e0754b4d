"""Page resources: the files a page owns, with the metadata that its front matter gives them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo import globs
from sphinx_hugo.hugo.addresses.paths import normalize
from sphinx_hugo.hugo.content.cascade import lower_keys
from sphinx_hugo.hugo.pages import BundleType, Resource
from sphinx_hugo.hugo.values.coercion import to_string
from sphinx_hugo.hugo.values.mediatypes import media_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_hugo.hugo.content.collecting import PageSource
    from sphinx_hugo.hugo.content.walk import ContentFile


def read_resources(
    source: PageSource, files: Iterable[ContentFile], directory: str | None
) -> tuple[Resource, ...]:
    """Return the resources of a page.

    *directory* is the folder, below the output folder, in which they are published: empty or
    with a final slash, None if they are not. Pages of a leaf bundle are never published.
    """
    skip = len(source.path) if source.path != "/" else 0
    metadata = _read_metadata(source.fields.get("resources"))
    resources = []
    for file in files:
        # The owner's directory has as many characters as its logical path less the slash.
        relative = file.info.relative[skip:]
        if file.info.is_content:
            relative = normalize(relative)
        published = directory is not None and not (file.info.is_content and _in_leaf(source))
        resource = Resource(
            name=relative,
            filename=Path(file.filename),
            target=f"{directory}{relative}" if published else "",
            title=relative,
        )
        resources.append((file.info.is_content, resource))
    if not metadata:
        return tuple(resource for _, resource in resources)
    described = _describe([one for is_page, one in resources if not is_page], metadata)
    return tuple(described.get(one.name, one) for _, one in resources)


def _in_leaf(source: PageSource) -> bool:
    return source.bundle is BundleType.LEAF


def _read_metadata(value: object) -> list[Mapping[str, Any]]:
    items = value if isinstance(value, (list, tuple)) else []
    return [lower_keys(item) for item in items if isinstance(item, dict)]


def _describe(
    resources: Iterable[Resource], metadata: Sequence[Mapping[str, Any]]
) -> dict[str, Resource]:
    """Return file name to resource, with what the front matter says of it.

    Of the entries whose ``src`` matches, the first that has a name gives it, likewise the title;
    of each parameter the last one counts. Files are numbered in Hugo's order, by type and name.
    """
    counters: Counter[tuple[str, str]] = Counter()
    found: dict[str, Resource] = {}
    ordered = sorted(resources, key=lambda one: (media_type(one.name).partition("/")[0], one.name))
    for resource in ordered:
        texts = {"name": "", "title": ""}
        params: dict[str, Any] = {}
        for item in metadata:
            pattern = to_string(item.get("src"))
            if not _matches(pattern, resource.name):
                continue
            for key, text in texts.items():
                if not text:
                    texts[key] = _numbered(to_string(item.get(key)), counters, (key, pattern))
            own = item.get("params")
            if isinstance(own, dict):
                params.update(own)
        title = texts["title"] or resource.title
        found[resource.name] = replace(
            resource, given_name=texts["name"], title=title, params=params
        )
    return found


def _matches(pattern: str, name: str) -> bool:
    try:
        return bool(pattern) and globs.matches(pattern, name)
    except globs.GlobError:
        return False


def _numbered(text: str, counters: Counter[tuple[str, str]], key: tuple[str, str]) -> str:
    if ":counter" not in text:
        return text
    counters[key] += 1
    return text.replace(":counter", str(counters[key]))


def resource_named(resources: Iterable[Resource], name: str) -> Resource | None:
    """Return the resource that the page's front matter calls by a name, without regard to case."""
    wanted = name.lower().removeprefix("./").lstrip("/")
    return next((it for it in resources if wanted and it.given_name.lower() == wanted), None)
