"""What Hugo writes beside the pages: redirects for aliases, static files, page resources."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging
from sphinx.util.display import progress_message
from sphinx.util.osutil import relative_uri

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.documents import SPHINX_PAGES
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.outdir.paths import inside, page_file, serves_files, source_name
from sphinx_hugo.outdir.writing import copy_file, remove_parts, replace_file
from sphinx_hugo.output import unwritten
from sphinx_hugo.output.leftovers import remove_leftovers
from sphinx_hugo.output.llms import copy_of
from sphinx_hugo.output.pictures import copied_files
from sphinx_hugo.output.record import Record
from sphinx_hugo.output.searching import index_digest
from sphinx_hugo.output.sitefiles import site_files
from sphinx_hugo.taken import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState

logger = logging.getLogger(__name__)

REDIRECT = """<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta charset="utf-8">
    <title>{title}</title>
    <link rel="canonical" href="{canonical}">
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url={address}">
  </head>
  <body><p><a href="{address}">{title}</a></p></body>
</html>
"""


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write redirects, static files and resources where Hugo has them (``build-finished``)."""
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    if exception is not None or domain.state is None:
        return
    record = Record.of(app.builder, domain.state)
    record.index = index_digest(app.builder)
    if not serves_files(app.builder):
        record.finish(())
        return
    _write_beside_pages(app, domain.state, record)


def _write_beside_pages(app: Sphinx, state: SiteState, record: Record) -> None:
    documents = state.documents
    pages, of_sphinx = _files(app, documents), _files(app, SPHINX_PAGES)
    is_whole = "specific" not in state.cache
    if is_whole:
        unwritten.require(pages)
    written = pages | of_sphinx  # as in Hugo, a page has its place before a file
    files = list(_placed_files(app, documents, written))
    redirects = list(_placed_redirects(app, documents, written))
    record.plan(written)
    unreadable = set()
    with progress_message("copying static files and resources of the Hugo site"):
        for path, target, filename in files:
            if not copy(path, target, filename):
                unreadable.add(path)
    if redirects:
        with progress_message(f"writing redirects ({len(redirects)})"):
            for path, target, page in redirects:
                _write(path, _redirect(app, documents, target, page))
            table = Path(app.outdir, "_redirects")
            if table not in written:  # which Netlify and others serve from
                written.add(table)
                _write(table, "".join(_table(app, documents, redirects)))
    _write_site_files(app, documents, written)
    if is_whole:  # else what was not asked for may be missing, or old
        unwritten.require(written - of_sphinx - unreadable - _clashing(written))
        left = record.finish(written | _besides(app, state))
        remove_leftovers(Path(app.outdir), left)
    else:
        record.begin()


def _clashing(paths: Set[Path]) -> set[Path]:
    """Return the files of which one would have to be the folder of another; they have been reported."""
    names = {os.fspath(path): path for path in paths}
    folders: dict[str, list[str]] = {}
    for name in names:
        folders.setdefault(os.path.dirname(name), []).append(name)  # noqa: PTH120 - as below
    found: set[str] = set()
    for folder, inside_it in folders.items():
        above = [one for one in _upwards(folder) if one in names]
        if above:
            found.update(above, inside_it)
    return {names[name] for name in found}


def _upwards(folder: str) -> Iterator[str]:
    """Yield a folder and all above it, as text: there may be thousands, and paths take their time."""
    above = ""
    while folder != above:
        yield folder
        folder, above = os.path.dirname(folder), folder  # noqa: PTH120


def _placed_files(
    app: Sphinx, documents: Documents, written: set[Path]
) -> Iterator[tuple[Path, str, Path]]:
    """Yield (output file, target, source) of files whose place is free, and add them to *written*."""
    for target, filename in served_files(documents):
        path = inside(Path(app.outdir), target)
        if path is None:
            _refuse(target, filename)
        elif path not in written:
            written.add(path)
            yield path, target, filename


def _placed_redirects(
    app: Sphinx, documents: Documents, written: set[Path]
) -> Iterator[tuple[Path, str, Page]]:
    """Yield (output file, target, page) of redirects, in the same way."""
    for target, page in redirects_of(documents):
        path = inside(Path(app.outdir), target)
        if path is not None and path not in written:
            written.add(path)
            yield path, target, page


def plan_files(app: Sphinx, env: BuildEnvironment) -> None:
    """Say which files Sphinx is going to write (``env-updated``)."""
    domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is not None and serves_files(app.builder):
        record = Record.of(app.builder, domain.state)
        before, record.assets = record.assets, _assets(app)
        if record.is_unfinished or before not in {"", record.assets}:
            # Sphinx leaves what is there, though it may be half of a file, or of another theme.
            shutil.rmtree(Path(app.outdir, "_static"), ignore_errors=True)
            remove_parts(Path(app.outdir))
        pages = _files(app, domain.state.documents)
        unwritten.watch_pages(pages | _files(app, SPHINX_PAGES))
        record.plan(pages | _besides(app, domain.state))


def _assets(app: Sphinx) -> str:
    config = app.config
    language = config.html_search_language or config.language
    return digest(
        repr([config.html_theme, language, config.html_static_path, sorted(app.extensions)])
    )


def _files(app: Sphinx, names: Iterable[str]) -> set[Path]:
    return {page_file(app.builder, name) for name in names}


def _besides(app: Sphinx, state: SiteState) -> Set[Path]:
    """Return the files that are written with pages."""
    if "besides" not in state.cache:
        documents, sources = state.documents, Path(app.outdir, "_sources")
        found = set()
        if app.config.html_copy_source:
            found |= {sources / source_name(app, name) for name in documents}
        if state.options.hugo_llms:
            found |= {copy_of(app, docname) for docname in documents}
        state.cache["besides"] = frozenset(found)
    known: frozenset[Path] = state.cache["besides"]
    return known.union(copied_files(app.builder))


def check_files(folder: Path, documents: Documents) -> None:
    """Report what would keep files from being copied to *folder*, and copy nothing."""
    for target, filename in served_files(documents):
        if inside(folder, target) is None:
            _refuse(target, filename)
            continue
        try:
            with filename.open("rb") as file:
                file.read(1)
        except OSError as error:
            _cannot_copy(target, filename, error)


def _write_site_files(app: Sphinx, documents: Documents, written: set[Path]) -> None:
    """Write what is made of all pages; a file of the site's own has its place before that."""
    for target, text in site_files(app, documents):
        path = inside(Path(app.outdir), target)
        if path is not None and path not in written:
            written.add(path)
            _write(path, text)


def served_files(documents: Documents) -> Iterator[tuple[str, Path]]:
    """Yield (target, file) for static files and resources; of two with one target the first counts."""
    yield from documents.site.static_files().items()
    for page in documents.site.pages.values():
        for resource in page.resources:
            if resource.target:
                yield resource.target.removeprefix(documents.prefix), resource.filename


def _refuse(target: str, filename: Path) -> None:
    message = f"'{target}' would lie outside the output folder; it is not written."
    warn(Kind.ADDRESS, message, filename, None)


def copy(path: Path, target: str, filename: Path) -> bool:
    """Copy a file into the output unless it is there already; False if it cannot be read."""
    try:
        new = filename.stat()
        if path.is_file():
            old = path.stat()
            if (old.st_mtime_ns, old.st_size) == (new.st_mtime_ns, new.st_size):
                return True
        copy_file(filename, path)
    except OSError as error:
        _cannot_copy(target, filename, error)
        with suppress(OSError):
            path.unlink()  # what is there is of an earlier build
        return not isinstance(error, shutil.SpecialFileError) and (
            error.filename != str(filename) or error.filename2 is not None
        )
    return True


def _cannot_copy(target: str, filename: Path, error: OSError) -> None:
    message = f"the file cannot be copied to '{target}': {error.strerror or error}."
    warn(Kind.RESOURCE, message, filename, None)


def redirects_of(documents: Documents) -> Iterator[tuple[str, Page]]:
    """Yield (target, page) for the old addresses of pages."""
    taken = {page.target for page in documents.pages.values()}
    for page in documents.site.pages.values():
        if documents.docname(page.path) is None:
            continue
        for target in page.alias_targets:
            if target not in taken:
                taken.add(target)
                yield target.removeprefix(documents.prefix), page


def _write(path: Path, text: str) -> None:
    """Write a file unless it is there already."""
    data = text.encode("utf-8", "replace")
    try:
        if path.is_file() and path.read_bytes() == data:
            return
        replace_file(path, data)
    except OSError as error:
        with suppress(OSError):
            path.unlink()  # what is there is of an earlier build
        warn(Kind.ADDRESS, f"'{path}' cannot be written: {error.strerror}.", None, None)


def _redirect(app: Sphinx, documents: Documents, target: str, page: Page) -> str:
    docname = documents.docname(page.path) or "index"
    builder: Any = app.builder
    address = relative_uri(target, builder.get_target_uri(docname)) or "./"
    base = app.config.html_baseurl or documents.site.config.base_url
    canonical = base.rstrip("/") + "/" + builder.get_target_uri(docname)
    return REDIRECT.format(
        language=escape(app.config.language or "en", quote=True),
        title=escape(page.title or address),
        canonical=escape(canonical, quote=True),
        address=escape(address, quote=True),
    )


def _table(
    app: Sphinx, documents: Documents, redirects: list[tuple[Path, str, Page]]
) -> Iterator[str]:
    builder: Any = app.builder
    for _path, target, page in redirects:
        source = "/" + target.removesuffix("index.html")
        docname = documents.docname(page.path) or "index"
        if not any(space in source for space in " \t\n"):
            yield f"{source} /{builder.get_target_uri(docname)} 301\n"
