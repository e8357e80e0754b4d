"""Build a Hugo documentation tree with Sphinx, as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0.dev0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything; imports stand here so that ``sphinx_hugo.hugo`` loads without Sphinx."""
    from sphinx_hugo import (  # noqa: PLC0415
        builders,
        containment,
        diagnostics,
        options,
        speed,
        toctree,
        unfinished,
        vanishing,
    )
    from sphinx_hugo.domain import inventory, labels  # noqa: PLC0415
    from sphinx_hugo.domain.objects import HugoDomain  # noqa: PLC0415
    from sphinx_hugo.freshness import reading, writing  # noqa: PLC0415
    from sphinx_hugo.loading import Loading  # noqa: PLC0415
    from sphinx_hugo.nodes import imagetitles, media, pagenodes  # noqa: PLC0415
    from sphinx_hugo.output import books, files, pictures, searching, unwritten  # noqa: PLC0415
    from sphinx_hugo.page import (  # noqa: PLC0415
        images,
        metadata,
        pagehead,
        raw_html,
        raw_html_nodes,
        sections,
    )
    from sphinx_hugo.parser import HugoParser  # noqa: PLC0415

    if (
        "myst_nb" not in app.extensions
    ):  # which brings MyST, and claims Markdown files, as MyST would
        app.setup_extension("myst_parser")
    app.setup_extension("sphinx_design")
    options.register(app)
    builders.setup(app)
    media.setup(app)
    pagenodes.setup(app)
    imagetitles.setup(app)
    app.add_domain(HugoDomain)
    app.add_source_parser(HugoParser)
    app.add_post_transform(sections.SectionLists)
    app.add_post_transform(books.OpenTabs)
    app.add_post_transform(books.NoIcons)
    app.add_post_transform(raw_html.RawHtmlLinks)
    app.add_post_transform(images.ImageFallbacks)
    app.add_post_transform(raw_html_nodes.RawHtmlNodes)

    loading = Loading()
    app.connect("config-inited", loading.read)
    app.connect("builder-inited", loading.hand_over)
    app.connect("builder-inited", vanishing.guard)
    app.connect("builder-inited", unwritten.watch)
    app.connect("doctree-read", containment.hold_in, priority=100)
    app.connect("doctree-read", toctree.note_toctrees)
    app.connect("doctree-read", reading.note_document)
    for event in ("builder-inited", "doctree-read", "doctree-resolved", "build-finished"):
        app.connect(event, diagnostics.tell_rest, priority=999)
    app.connect("env-get-outdated", reading.outdated)
    app.connect("env-before-read-docs", unfinished.begin)
    app.connect("env-updated", toctree.update_toctrees)
    app.connect("env-updated", pictures.settle_names)
    app.connect("env-updated", writing.to_write)
    app.connect("env-updated", files.plan_files)
    labels.setup(app)
    inventory.setup(app)
    app.connect("html-page-context", containment.escape_names, priority=100)
    app.connect("html-page-context", metadata.add_page_context)
    app.connect("html-page-context", pagehead.add_page_head, priority=pagehead.BEFORE_LIBRARIES)
    app.connect("html-collect-pages", searching.complete)
    app.connect("build-finished", files.write_files)
    app.connect("build-finished", unfinished.end)
    speed.setup(app)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
