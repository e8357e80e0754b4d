"""Page resources: the files a page owns, with the metadata that its front matter gives them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo import globs
from sphinx_hugo.hugo.addresses.paths import normalize
from sphinx_hugo.hugo.content.cascade import lower_keys
from sphinx_hugo.hugo.pages import BundleType, Resource
from sphinx_hugo.hugo.values.coercion import to_string

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    counters: dict[str, int] = {}
    resources = []
    for file in files:
        # The owner's directory has as many characters as its logical path less the slash.
        relative = file.info.relative[skip:]
        if file.info.is_content:
            relative = normalize(relative)
        published = directory is not None and not (file.info.is_content and _in_leaf(source))
        title, params = _describe(relative, metadata, counters)
        resources.append(
            Resource(
                name=relative,
                filename=Path(file.filename),
                target=f"{directory}{relative}" if published else "",
                title=title or relative,
                params=params,
            )
        )
    return tuple(resources)


def _in_leaf(source: PageSource) -> bool:
    return source.bundle is BundleType.LEAF


def _read_metadata(value: object) -> list[Mapping[str, Any]]:
    items = value if isinstance(value, (list, tuple)) else []
    return [lower_keys(item) for item in items if isinstance(item, dict)]


def _describe(
    name: str, metadata: list[Mapping[str, Any]], counters: dict[str, int]
) -> tuple[str, Mapping[str, Any]]:
    """Return title and params; for each the first entry whose ``src`` matches and has it wins."""
    title = ""
    params: dict[str, Any] = {}
    for item in metadata:
        pattern = to_string(item.get("src"))
        try:
            if not pattern or not globs.matches(pattern, name):
                continue
        except globs.GlobError:
            continue
        text = to_string(item.get("title"))
        if text and not title:
            if ":counter" in text:
                counters[pattern] = counters.get(pattern, 0) + 1
                text = text.replace(":counter", str(counters[pattern]))
            title = text
        own = item.get("params")
        if isinstance(own, dict):
            params = {**own, **params}
    return title, params
