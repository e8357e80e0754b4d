"""What makes builds fast: one module for each saving, none of which changes a byte of the output.

Each module says at its top why it is exact. ``hugo_speed = False`` leaves all of them out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import finalize

from sphinx_hugo.speed import highlighting, titles, walking
from sphinx_hugo.speed.aside import Aside
from sphinx_hugo.speed.assets import AssetTags
from sphinx_hugo.speed.garbage import PatientCollector
from sphinx_hugo.speed.navigation import AFTER_THEME, BEFORE_THEME, Navigation
from sphinx_hugo.speed.searchindex import KeptIndex
from sphinx_hugo.speed.sidebars import Sidebars
from sphinx_hugo.speed.stemming import StemCache

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FIRST, LAST = 1, 999
"""Priorities before and after all others."""


def setup(app: Sphinx) -> None:
    """Register the savings; which of them apply is known when the builder is."""
    collector = PatientCollector()

    def start(app: Sphinx, *_arguments: Any) -> None:
        if app.config.hugo_speed and app.config.hugo_gc:
            collector.start()

    def look(app: Sphinx, *_arguments: Any) -> None:
        start(app)  # if the application has built before
        collector.look()

    def connect(app: Sphinx) -> None:
        domain: Any = app.env.get_domain("hugo")
        if domain.state is None:
            collector.stop()
            return
        collector.look()
        app.connect("env-before-read-docs", look)
        app.connect("build-finished", collector.stop, priority=LAST)
        _connect(app, collector)

    # Before the site and the environment of the last build are read: as many objects as a build makes.
    app.connect("config-inited", start, priority=FIRST)
    app.connect("builder-inited", connect, priority=LAST)
    finalize(app, collector.stop)  # of an application that builds nothing


def _connect(app: Sphinx, collector: PatientCollector) -> None:
    fast = app.config.hugo_speed
    if fast:
        walking.start(app)
    if app.builder.format != "html":
        return
    navigation = Navigation(app, composes=fast, limit=app.config.hugo_navigation_limit)
    app.connect("env-before-read-docs", navigation.start)
    app.connect("html-page-context", navigation.before_theme, priority=BEFORE_THEME)
    app.connect("html-page-context", navigation.after_theme, priority=AFTER_THEME)
    if fast:
        stems, tags, index, aside = StemCache(), AssetTags(), KeptIndex(collector), Aside()
        app.connect("env-before-read-docs", stems.start)
        app.connect("build-finished", stems.stop)
        app.connect("env-before-read-docs", highlighting.start)
        app.connect("env-before-read-docs", titles.start)
        app.connect("env-before-read-docs", tags.start)
        app.connect("env-before-read-docs", index.start)
        app.connect("env-before-read-docs", aside.start)
        app.connect("html-page-context", tags.replace)
        app.connect("html-page-context", collector.see_page)
        sidebars = Sidebars(app, navigation)
        app.connect("env-updated", sidebars.prepare, priority=FIRST)
        app.connect("html-collect-pages", sidebars.replace, priority=FIRST)
        app.connect("build-finished", sidebars.note, priority=LAST)
        app.connect("html-page-context", aside.see)
        app.connect("build-finished", aside.note, priority=LAST)
