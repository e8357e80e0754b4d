"""What a page may not do: read files from outside the site, or hold a link that runs a script.

Hugo's own syntax is held in by the model below. Here are the ways that Sphinx and MyST add: directives
and roles that name a file, and links that come from front matter, menus and directives.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import escape
from sphinx import addnodes

from sphinx_hugo._myst import parse_directive
from sphinx_hugo.diagnostics import warn
from sphinx_hugo.domain.objects import PUBLISHED
from sphinx_hugo.hugo.addresses.addresscheck import runs_script
from sphinx_hugo.hugo.problems import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.state import SiteState

_PATHS: Mapping[str, tuple[str, ...]] = {
    "include": (),
    "literalinclude": ("diff",),
    "csv-table": ("file",),
    "raw": ("file",),
}
"""Directives that read a file, with the options that name one; the first two have it as argument."""
_LEADING_OUT = (nodes.image, addnodes.download_reference, nodes.reference)
"""Nodes that name a file or an address."""
_WITH_ARGUMENT = frozenset({"include", "literalinclude"})


def is_unsafe(state: SiteState) -> bool:
    """Tell whether the site has allowed raw HTML (``markup.goldmark.renderer.unsafe``)."""
    return state.documents.site.config.allows_html


def roots(state: SiteState, srcdir: Path) -> tuple[Path, ...]:
    """Return the folders from which pages may read: site, mounts, and the Sphinx project itself."""
    if "containment" not in state.cache:
        config = state.documents.site.config
        found = [config.root, srcdir, *(mount.source for mount in config.mounts)]
        state.cache["containment"] = tuple(dict.fromkeys(path.resolve() for path in found))
    known: tuple[Path, ...] = state.cache["containment"]
    return known


def _served_from(state: SiteState, app: Sphinx) -> tuple[Path, ...]:
    """Return the folders whose files pages may show: those above, and of what shortcodes publish."""
    if "served_from" not in state.cache:
        published = Path(app.doctreedir, PUBLISHED).resolve()
        state.cache["served_from"] = (*roots(state, Path(app.srcdir)), published)
    known: tuple[Path, ...] = state.cache["served_from"]
    return known


def lies_in(filename: str | Path, folders: Iterable[Path]) -> bool:
    """Tell whether a file, symbolic links followed, lies in one of the folders."""
    try:
        path = Path(filename).resolve()
    except (OSError, RuntimeError, ValueError):
        return False
    return any(path.is_relative_to(folder) for folder in folders)


def why_directive_is_refused(
    state: SiteState, env: BuildEnvironment, name: str, argument: str, content: str
) -> str:
    """Return why a directive of docutils or Sphinx is not run, as a sentence; empty if it is."""
    name = name.lower()
    if name in {"raw", "meta"} and not is_unsafe(state):
        return (
            f"the directive '{name}' writes HTML as it stands; its text is shown instead. A site that "
            "allows it says markup.goldmark.renderer.unsafe = true."
        )
    if name not in _PATHS:
        return ""
    parsed = parse_directive(name, argument, content)
    if parsed is None:
        return ""  # MyST says what is wrong with it
    arguments, options = parsed
    if options.get("url"):
        return f"the directive '{name}' would fetch {options['url']!r}; put a copy into the site."
    named = arguments[:1] if name in _WITH_ARGUMENT else []
    named += [str(options[key]) for key in _PATHS[name] if options.get(key)]
    folders = roots(state, Path(env.srcdir))
    beside = Path(env.doc2path(env.current_document.docname)).parent
    for path in named:
        if name == "include" and path.startswith("<") and path.endswith(">") and ".." not in path:
            continue  # files that docutils brings
        # Some count an absolute path from the source folder, others take it as it is.
        places: list[str | Path] = [] if "\0" in path else [env.relfn2path(path)[1], beside / path]
        if not places or not all(lies_in(place, folders) for place in places):
            return (
                f"'{path}' of the directive '{name}' lies outside the site; nothing is read. To use "
                "that place, mount it: [[module.mounts]] source, target."
            )
    return ""


def hold_in(app: Sphinx, doctree: nodes.document) -> None:
    """Take out pictures and downloads from outside, and links that run scripts (``doctree-read``).

    Before Sphinx collects the files to copy.
    """
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    docname = app.env.current_document.docname
    if domain.state is None or domain.page_of(docname) is None:
        return
    folders = _served_from(domain.state, app)
    unsafe = is_unsafe(domain.state)
    for node in [node for node in doctree.findall(nodes.Element) if isinstance(node, _LEADING_OUT)]:
        if isinstance(node, nodes.image):
            _hold_file(app, docname, node, "uri", folders)
        elif isinstance(node, addnodes.download_reference):
            _hold_file(app, docname, node, "reftarget", folders)
        elif not unsafe and runs_script(node.get("refuri", "")):
            warn(
                Kind.MARKDOWN,
                f"the link to {node['refuri'][:60]!r} runs a script; only its text is kept. "
                "A site that allows it says markup.goldmark.renderer.unsafe = true.",
                node.source,
                node.line,
            )
            node.replace_self(node.children or nodes.Text(""))


def escape_names(
    app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Escape the site's title where themes print a project's name as HTML (``html-page-context``)."""
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is None:
        return
    title = domain.state.documents.site.config.title
    for name in ("project", "docstitle", "shorttitle"):
        if title and context.get(name) == title:
            context[name] = escape(title)


def _hold_file(
    app: Sphinx, docname: str, node: nodes.Element, key: str, folders: tuple[Path, ...]
) -> None:
    uri = node.get(key, "")
    if runs_script(uri):
        pass
    elif "://" in uri or uri.startswith("data:") or not uri:
        return
    elif "\0" not in uri:
        _relative, filename = app.env.relfn2path(uri, docname)
        # "pic.*" stands for pictures of several formats, all in one folder.
        place = Path(filename).parent if filename.endswith(".*") else Path(filename)
        if lies_in(place, folders):
            return
    warn(
        Kind.RESOURCE,
        f"'{uri}' lies outside the site; it is left out. To use that place, mount it: "
        "[[module.mounts]] source, target.",
        node.source,
        node.line,
    )
    text = node.get("alt") or node.astext() or uri
    node.replace_self(nodes.inline(text, text, classes=["hugo-missing-image"]))
