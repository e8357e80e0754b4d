"""The navigation as Sphinx knows it: toctrees, made from the site and kept true between builds."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.display import status_iterator

from sphinx_hugo.outdir.writing import replace_file
from sphinx_hugo.unfinished import note_unfinished

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.sidebar import NavNode
    from sphinx_hugo.state import SiteState

Entry = tuple[str | None, str]
"""A toctree entry: the title, None for the document's own, and the document name or address."""
Tree = tuple[str, tuple[Entry, ...]]
"""A toctree: its caption, often empty, and its entries."""


def plan(documents: Documents, navigation: Sequence[NavNode]) -> dict[str, tuple[Tree, ...]]:
    """Say for every document which toctrees it holds; the root document holds the captions."""
    trees: dict[str, tuple[Tree, ...]] = {}
    root: list[Tree] = []
    loose: list[Entry] = []
    for node in navigation:
        if node.page is None and node.url is None and node.children:
            if loose:
                root.append(("", tuple(loose)))
                loose = []
            root.append((node.title, tuple(_entries(node.children, documents, trees))))
        else:
            loose.extend(_entries((node,), documents, trees))
    if loose:
        root.append(("", tuple(loose)))
    if root:
        trees["index"] = tuple(root)
    return trees


def _entries(
    branch: Sequence[NavNode], documents: Documents, trees: dict[str, tuple[Tree, ...]]
) -> list[Entry]:
    entries: list[Entry] = []
    for node in branch:
        docname = documents.docname(node.page) if node.page is not None else None
        page = documents.pages[docname] if docname is not None else None
        # A page whose address another page has is not shown; two lines for one document could make
        # a ring of the tree.
        if docname is not None and page is not None and page.path == node.page:
            entries.append((node.title if node.title != page.title else None, docname))
            below = tuple(_entries(node.children, documents, trees))
            if below and docname not in trees:
                trees[docname] = (("", below),)
                continue
            entries.extend(below)
            continue
        if node.url:
            # An address of this host at which we write no page.
            base = documents.site.config.base_url
            local = node.url.removeprefix(documents.site.config.base_path).lstrip("/")
            entries.append((node.title, node.url if "://" in node.url else base + local))
        # Sphinx has no entry without a target below the top, so what hangs on it moves up.
        entries.extend(_entries(node.children, documents, trees))
    return entries


def planned(state: SiteState) -> dict[str, tuple[Tree, ...]]:
    """Return the plan of this build, made once."""
    if "toctree" not in state.cache:
        state.cache["toctree"] = plan(state.documents, state.navigation)
    trees: dict[str, tuple[Tree, ...]] = state.cache["toctree"]
    return trees


def toctree_nodes(state: SiteState, docname: str) -> list[addnodes.toctree]:
    """Return the toctrees of a document."""
    return [
        _toctree(docname, caption, entries) for caption, entries in planned(state).get(docname, ())
    ]


def _toctree(docname: str, caption: str, entries: tuple[Entry, ...]) -> addnodes.toctree:
    node = addnodes.toctree("")
    node["parent"] = docname
    node["entries"] = list(entries)
    node["includefiles"] = [target for _title, target in entries if "://" not in target]
    node["maxdepth"] = -1
    node["caption"] = caption or None
    if caption:
        node["rawcaption"] = caption
    node["glob"] = False
    node["hidden"] = True
    node["includehidden"] = False
    node["numbered"] = 0
    node["titlesonly"] = True
    node["hugo"] = True
    return node


def note_toctrees(app: Sphinx, doctree: Any) -> None:
    """Remember which toctrees a document was read with (``doctree-read``)."""
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is not None:
        docname = app.env.current_document.docname
        domain.data["toctrees"][docname] = planned(domain.state).get(docname, ())


def update_toctrees(app: Sphinx, env: BuildEnvironment) -> None:
    """Bring the toctrees of documents that were not read up to date (``env-updated``).

    A page's place may change without a change to the pages around it: a new weight, a new menu
    parent, a page more. What Sphinx keeps of those other documents is amended, so that none is read
    again.
    """
    domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is None:
        return
    trees = planned(domain.state)
    noted: dict[str, tuple[Tree, ...]] = domain.data["toctrees"]
    stale = [
        docname
        for docname in sorted(env.all_docs)
        if noted.get(docname, ()) != trees.get(docname, ())
    ]
    if stale:
        note_unfinished(app, stale)
    for docname in status_iterator(
        stale, "amending toctrees... ", "purple", len(stale), app.verbosity
    ):
        _amend(app, env, domain.state, docname)
        noted[docname] = trees.get(docname, ())


def _amend(app: Sphinx, env: BuildEnvironment, state: SiteState, docname: str) -> None:
    """Put other toctrees into a document that is not read again."""
    # Not env.get_doctree(), which would go on giving the doctree as it was.
    with Path(app.doctreedir, f"{docname}.doctree").open("rb") as file:
        doctree: nodes.document = pickle.load(file)
    section = next(iter(doctree.findall(nodes.section)), None)
    for old in list(doctree.findall(addnodes.toctree)):
        if old.get("hugo"):
            old.parent.remove(old)
    fresh = toctree_nodes(state, docname)
    if section is not None:
        section.extend(fresh)
    _keep(app, docname, doctree)
    toc = env.tocs[docname]
    for old in list(toc.findall(addnodes.toctree)):
        if old.get("hugo"):
            parent = old.parent
            parent.remove(old)
            if not len(parent) and parent is not toc:
                parent.parent.remove(parent)
    if fresh:
        holder = next(iter(toc.findall(nodes.list_item)), toc)
        below = holder.children[-1] if len(holder) > 1 else None
        if not isinstance(below, nodes.bullet_list):
            below = nodes.bullet_list()
            holder.append(below)
        below.extend(node.copy() for node in fresh)
    _note_includes(env, docname, doctree)


def _keep(app: Sphinx, docname: str, doctree: nodes.document) -> None:
    """Write a doctree as Sphinx does, but so that no half of it is ever there."""
    data = pickle.dumps(doctree, pickle.HIGHEST_PROTOCOL)
    replace_file(Path(app.doctreedir, f"{docname}.doctree"), data)


def _note_includes(env: BuildEnvironment, docname: str, doctree: nodes.document) -> None:
    for includers in env.files_to_rebuild.values():
        includers.discard(docname)
    includes: list[str] = []
    for node in doctree.findall(addnodes.toctree):
        includes.extend(node["includefiles"])
    env.toctree_includes.pop(docname, None)
    if includes:
        env.toctree_includes[docname] = includes
    for included in includes:
        env.files_to_rebuild.setdefault(included, set()).add(docname)
