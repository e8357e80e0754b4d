"""A world for template tests: a site on disk, seen through the `Host` protocol."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.site import load_site
from sphinx_hugo.hugo.templates import (
    Budget,
    Engine,
    Position,
    ShortcodeCall,
    Templates,
    compile_template,
    find_layouts,
    render_shortcode,
)
from sphinx_hugo.markdown.tags import highlight
from sphinx_hugo.site_templates import site_host

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

CLOCK = datetime(2025, 6, 1, 12, 30, tzinfo=UTC)


class SiteHost(site_host.SiteHost):
    """The host of a build, for one folder, with the colours of listings left to the browser."""

    def __init__(self, root: Path) -> None:
        super().__init__(load_site(root, now=CLOCK))
        self.now = CLOCK
        self.published: dict[str, bytes] = {}
        self.publish = self.published.__setitem__

    def render_highlight(self, code: str, language: str, options: Mapping[str, object]) -> str:
        return highlight(code, language, options)


class World:
    """A site with its engine."""

    def __init__(self, root: Path, sources: Mapping[str, str] | None = None) -> None:
        self.host = SiteHost(root)
        files = find_layouts([root / "layouts"])
        self.templates = Templates(files, sources or {}, language="en", languages=("en",))
        self.engine = Engine(self.host, self.templates)

    def render(
        self,
        template: str,
        params: Sequence[object] | Mapping[str, object] = (),
        inner: str = "",
        *,
        page: str = "/",
        name: str = "x.html",
        budget: Budget | None = None,
    ) -> str:
        """Render one call of a template given as text."""
        record = self.host.site.page(page)
        view = self.engine.maybe_page(record)
        call = ShortcodeCall(
            self.engine, "x", params, view, position=Position("content/a.md", 1, 1)
        )
        call.set_inner(inner)
        return render_shortcode(compile_template(template, name), call, budget)


def small_world(root: Path, files: Mapping[str, str] | None = None) -> World:
    """Make a site of a few files and load it."""
    everything = {"hugo.toml": 'baseURL = "https://example.org/"\ntitle = "T"\n', **(files or {})}
    everything.setdefault("content/_index.md", "---\ntitle: Home\n---\n")
    for path, text in everything.items():
        filename = root / path
        filename.parent.mkdir(parents=True, exist_ok=True)
        filename.write_text(text, encoding="utf-8")
    return World(root)
