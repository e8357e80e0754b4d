"""Documents to read again, though Sphinx would not: what they took from elsewhere is another by now."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from sphinx_hugo.freshness.stamps import Stamp, stamp
from sphinx_hugo.taken import digest
from sphinx_hugo.unfinished import unfinished

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.state import SiteState

_NOT_READ = frozenset(
    {
        *("menu", "menus", "module"),
        "params",  # pages that ask for them are read again, see `taken`
        *("build", "caches", "cachedir", "deployment", "minify", "server", "timeout"),
    }
)
"""Settings that say where pages are and stand, or how Hugo itself works, not how pages are read."""


def config_digest(config: SiteConfig) -> str:
    """Return a digest of the settings on which reading a page may depend."""
    values = {key: value for key, value in config.values.items() if key not in _NOT_READ}
    return digest(json.dumps(values, sort_keys=True, default=str))


def note_document(app: Sphinx, doctree: nodes.document) -> None:
    """Remember what a document that was read depends on (``doctree-read``)."""
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    docname = app.env.current_document.docname
    page = domain.page_of(docname)
    if domain.state is None or page is None:
        return
    domain.data["pages"][docname] = domain.state.answers.record(page)
    domain.data["readings"][docname] = f"{time.time_ns():x}-{os.getpid():x}"
    source = str(app.env.doc2path(docname))
    # The source as it was before it was read: what has changed since then is read once more.
    stamps = {source: domain.state.cache.get("stamps", {}).get(docname, stamp(source))}
    for name in app.env.dependencies.get(docname, ()):
        path = os.path.join(app.srcdir, name)  # noqa: PTH118 - as above
        stamps[path] = stamp(path)
    domain.data["files"][docname] = stamps


def outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Name the documents to read again though their files seem the same (``env-get-outdated``)."""
    domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is None:
        return []
    documents = domain.state.documents
    stamps = domain.state.cache["stamps"] = {
        docname: stamp(env.doc2path(docname)) for docname in documents
    }
    doubtful = unfinished(app)
    return [
        docname
        for docname in documents
        if docname not in added
        and docname not in changed
        and docname in env.all_docs
        and (
            docname in doubtful or not _is_as_it_was(domain, domain.state, docname, stamps[docname])
        )
    ]


def _is_as_it_was(domain: HugoDomain, state: SiteState, docname: str, source: Stamp) -> bool:
    answers = state.answers
    path = str(domain.env.doc2path(docname))
    files: dict[str, Stamp] = domain.data["files"].get(docname, {})
    taken = domain.data["taken"].get(docname, {})
    return (
        domain.data["pages"].get(docname) == answers.record(state.documents.pages[docname])
        and path in files
        and all(
            before == (source if name == path else stamp(name)) for name, before in files.items()
        )
        and all(before == answers.answer(question) for question, before in taken.items())
    )
