"""Load the site once per build, and make it known to Sphinx."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError as SphinxConfigError
from sphinx.util import logging

from sphinx_hugo.diagnostics import report, warn
from sphinx_hugo.documents import Documents, language_prefix
from sphinx_hugo.freshness.reading import config_digest
from sphinx_hugo.hugo.config.configfiles import ConfigError
from sphinx_hugo.hugo.config.site_config import load_config
from sphinx_hugo.hugo.content.datafiles import broken_files
from sphinx_hugo.hugo.content.reader import reader_from
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.sidebar import build_navigation
from sphinx_hugo.hugo.site import Site, load_site
from sphinx_hugo.options import Options
from sphinx_hugo.project import HugoProject
from sphinx_hugo.shortcodes import PACKS, Packs, pack_of_site
from sphinx_hugo.shortcodes.installed import InstalledPack, PackError, installed_packs
from sphinx_hugo.shortcodes.jinja import JinjaTemplates
from sphinx_hugo.shortcodes.sitewords import SiteWords
from sphinx_hugo.site_templates.running import SiteTemplates
from sphinx_hugo.state import SiteState
from sphinx_hugo.taken import files_digest
from sphinx_hugo.wing import Wing, load_shortcodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.content.reader import ContentReader
    from sphinx_hugo.hugo.pages import Page

logger = logging.getLogger(__name__)

GENERATED = "hugo-pages"
"""Folder below the doctrees for the sources of pages that have none."""
FRONT_MATTER = "hugo-front-matter.pickle"
"""File below the doctrees for what the content files say."""


class Loading:
    """Carries the site from ``config-inited``, where it is read, to ``builder-inited``."""

    def __init__(self) -> None:
        self.state: SiteState | None = None
        self._damaged: frozenset[str] = frozenset()

    def read(self, app: Sphinx, config: Config) -> None:
        """Read the site and tell Sphinx's configuration about it (``config-inited``)."""
        options = Options.from_config(config)
        if not options.hugo_root:
            return
        root = Path(app.confdir, options.hugo_root).resolve()
        kept = Path(app.doctreedir, FRONT_MATTER)
        reader = reader_from(kept)
        site = _load(root, Path(app.srcdir), options, config, reader)
        if not (
            site.config.files or options.hugo_config or any(p.filename for p in site.pages.values())
        ):
            return  # only a project that refers to Hugo sites
        reader.save(kept)
        self._damaged = frozenset(reader.damaged)
        logger.info(f"loading the Hugo site... {len(site.pages):,} pages")
        templates = SiteTemplates(site)
        folder = _template_folder(Path(app.confdir), options, site)
        project = JinjaTemplates(folder)
        installed = _installed_packs()
        pack = pack_of_site(site.config, installed)
        config.hugo_site_digest = "".join(
            [
                pack,
                config_digest(site.config),
                files_digest([*templates.files, *project.files.values()]),
                *(pack.origin for pack in installed.values()),
            ]
        )
        _adopt(config, site)
        wing = Wing(
            load_shortcodes(options.hugo_shortcodes),
            pack,
            Path(app.srcdir),
            project=project,
            site=templates,
            words=SiteWords(site.config),
            packs=Packs({name: pack.shortcodes for name, pack in installed.items()} | {**PACKS}),
        )
        self.state = SiteState(
            documents=Documents.from_site(site),
            navigation=build_navigation(site, options.hugo_navigation),
            options=options,
            wing=wing,
        )

    def hand_over(self, app: Sphinx) -> None:
        """Give the site to the domain and its documents to Sphinx (``builder-inited``)."""
        domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
        domain.state = self.state
        domain.builder = app.builder
        if self.state is None:
            return
        domain.serve_published()
        documents = self.state.documents
        for problem in documents.site.problems:
            report(problem)
        for problem in broken_files(documents.site.config, domain.data.setdefault("sound", {})):
            report(problem)
        if missing := documents.site.config.missing_components:
            # No warning: a theme's layouts are not used, and its shortcodes are brought along.
            logger.info("theme not found, and not needed: %s", ", ".join(missing))
        for page, other in documents.clashes:
            if page.target == other.target:
                continue  # the site has said so
            warn(
                Kind.ADDRESS,
                f"the address {page.rel_permalink} is that of '{other.path}' too; only that page is "
                "shown. Give one of them another slug or url.",
                page.filename,
                1,
            )
        folder = Path(app.doctreedir, GENERATED)
        filenames = {
            docname: _source(folder, docname, page, is_damaged=str(page.filename) in self._damaged)
            for docname, page in documents.pages.items()
        }
        project = HugoProject(app.srcdir, app.config.source_suffix, filenames, folder)
        app.project = project
        app.env.project = project


def _installed_packs() -> Mapping[str, InstalledPack]:
    try:
        return installed_packs(PACKS)
    except PackError as error:
        raise SphinxConfigError(str(error)) from error


def _template_folder(confdir: Path, options: Options, site: Site) -> Path | None:
    """Return the folder of Jinja templates; None where its files are pages of the site."""
    if not options.hugo_shortcode_templates:
        return None
    folder = Path(confdir, options.hugo_shortcode_templates).resolve()
    mounts = site.config.mounts_of("content")
    if any(folder.is_relative_to(mount.source.resolve()) for mount in mounts):
        return None
    return folder


def _load(
    root: Path, srcdir: Path, options: Options, config: Config, reader: ContentReader
) -> Site:
    try:
        return load_site(
            root,
            environment=options.hugo_environment,
            overrides=options.hugo_config,
            language=_language(root, srcdir, options, config),
            build_drafts=options.hugo_build_drafts,
            build_future=options.hugo_build_future,
            build_expired=options.hugo_build_expired,
            git_dates=options.hugo_git_dates,
            read=reader,
        )
    except ConfigError as error:
        place = ":".join(str(part) for part in (error.filename, error.line) if part)
        raise SphinxConfigError(f"{place}: {error.message}" if place else error.message) from error


def _language(root: Path, srcdir: Path, options: Options, config: Config) -> str | None:
    """Return the key of the site's language that Sphinx's ``language`` means.

    ``pt_BR`` is ``pt-br``, else ``pt``. Sphinx's default, ``en``, is no wish: a site without English
    is built in its own default language. So is one with catalogues for the language, which Sphinx
    then translates.
    """
    site = load_config(root, environment=options.hugo_environment, overrides=options.hugo_config)
    known = {language.key for language in site.languages}
    wanted = (config.language or "en").lower().replace("_", "-")
    for key in (wanted, wanted.partition("-")[0]):
        if key in known:
            return key
    if wanted == "en":
        config.language = site.language.key
        return None
    if _has_catalogues(srcdir, config):
        return None
    return wanted


def _has_catalogues(srcdir: Path, config: Config) -> bool:
    """Tell whether there are catalogues that translate the site's own language into the wanted one."""
    return any(
        (srcdir / folder / config.language / "LC_MESSAGES").is_dir()
        for folder in config.locale_dirs
    )


def _adopt(config: Config, site: Site) -> None:
    """Take over what the site says, where ``conf.py`` is silent."""
    config.root_doc = config.master_doc = "index"
    suffixes = {page.filename.suffix for page in site.pages.values() if page.filename is not None}
    config.source_suffix = {
        **config.source_suffix,
        **dict.fromkeys(sorted({".md", *suffixes} - {""}), "hugo"),
    }
    # Before we can say where the documents are, Sphinx walks the whole source folder, node_modules and
    # loops of links included. It leaves out what is a folder of templates; so is everything.
    config.templates_path = [*config.templates_path, "**"]
    if site.config.title and config.project == config.values["project"].default:
        config.project = site.config.title
    html_title: Any = config.values["html_title"].default
    if config.html_title == html_title(config):
        config.html_title = config.project  # a Hugo site has no release to name
    if not config.html_baseurl and site.config.base_url != "https://example.org/":
        config.html_baseurl = site.config.base_url + language_prefix(site)
    # sphinxext.opengraph asks for the same address under a name of its own; previews need it whole.
    if config.html_baseurl and "ogp_site_url" in config and not config.ogp_site_url:
        config.ogp_site_url = f"{config.html_baseurl.rstrip('/')}/"
    # The toctrees of a Hugo site are all hidden; an e-book would list none but its first page.
    if config.epub_tocscope == config.values["epub_tocscope"].default:
        config.epub_tocscope = "includehidden"


def _source(folder: Path, docname: str, page: Page, *, is_damaged: bool) -> Path:
    """Return the file that Sphinx reads for a page; make one where Hugo makes the page itself."""
    if page.filename is not None and not is_damaged:
        return page.filename
    path = folder / f"{docname}.md"
    text = _readable(page) if page.filename is not None else f"---\ntitle: {page.title!r}\n---\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path


def _readable(page: Page) -> str:
    """Return the text of a file that is not UTF-8; the site has reported it."""
    assert page.filename is not None
    try:
        return page.filename.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""
