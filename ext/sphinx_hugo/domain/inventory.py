"""References to Hugo sites of other projects: a page by any of the paths that Hugo would take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.ext.intersphinx import missing_reference

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.hugo.problems import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element, TextElement
    from sphinx import addnodes
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> None:
    """Connect to what Sphinx asks when a reference has no target, after intersphinx has tried."""
    app.connect("missing-reference", resolve_elsewhere, priority=900)
    app.connect("warn-missing-reference", report_missing)


def spellings(target: str) -> Iterator[str]:
    """Yield the names under which an inventory may hold the page: content files with their fragment.

    >>> list(spellings("bigcode:/docs/about/ip/#top"))[0]
    'bigcode:docs/about/ip.md#top'
    """
    project, colon, path = target.rpartition(":")
    path, hash_sign, fragment = path.partition("#")
    path = path.strip("/")
    stem = path.removesuffix(".md").removesuffix("/_index").removesuffix("/index")
    names = (
        (f"{stem}.md", f"{stem}/_index.md", f"{stem}/index.md")
        if stem not in {"", "_index"}
        else ("_index.md",)
    )
    for name in names:
        yield f"{project}{colon}{name}{hash_sign}{fragment}"


def resolve_elsewhere(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: TextElement
) -> Element | None:
    """Look a ``hugo:page`` up in other projects by its other spellings (``missing-reference``)."""
    if node.get("refdomain") != "hugo" or node.get("reftype") != "page":
        return None
    if not hasattr(env, "intersphinx_named_inventory"):
        return None
    written = node["reftarget"]
    try:
        for name in spellings(written):
            node["reftarget"] = name
            found = missing_reference(app, env, node, contnode)
            if found is not None:
                return found
    finally:
        node["reftarget"] = written
    return None


def report_missing(app: Sphinx, domain: Domain | None, node: addnodes.pending_xref) -> bool | None:
    """Say in our words what a ``hugo:page`` role did not find (``warn-missing-reference``)."""
    if domain is None or domain.name != "hugo":
        return None
    warn(
        Kind.REF,
        f"{{hugo:page}}`{node['reftarget']}` is no page of this site nor of the projects in "
        "intersphinx_mapping; write the page's path below the content folder, such as docs/about/ip.md, "
        "with the project's name and a colon before it for another project.",
        node.source,
        node.line,
    )
    return True
