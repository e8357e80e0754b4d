"""A world for template tests: a site on disk, seen through the `Host` protocol."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from sphinx_hugo.hugo.references.refs import find_page, resolve_ref
from sphinx_hugo.hugo.site import load_site
from sphinx_hugo.hugo.templates import (
    Budget,
    Engine,
    FileEntry,
    Position,
    Rendered,
    ShortcodeCall,
    Templates,
    compile_template,
    find_layouts,
    render_shortcode,
)
from sphinx_hugo.hugo.templates.functions.transform import plain
from sphinx_hugo.hugo.templates.objects.resource import matches
from sphinx_hugo.hugo.values.data import load_yaml
from sphinx_hugo.markdown.html import render_html
from sphinx_hugo.markdown.options import MarkdownOptions
from sphinx_hugo.markdown.tags import highlight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.references.refs import RefResult
    from sphinx_hugo.hugo.site import Site

CLOCK = datetime(2025, 6, 1, 12, 30, tzinfo=UTC)


class SiteHost:
    """A host that reads one folder and nothing else."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.site: Site = load_site(root, now=CLOCK)
        self.now = CLOCK
        self.data: dict[str, object] = {
            file.stem: load_yaml(file.read_text(), keep_case=True)
            for file in (root / "data").glob("*.y*ml")
        }
        self.words: dict[str, Any] = {}
        for file in (root / "i18n").glob("en.yaml"):
            self.words = yaml.safe_load(file.read_text())
        config = self.site.config
        self._markdown = MarkdownOptions.from_markup(config.markup, config.enable_emoji)

    def render_markdown(self, text: str, page: Page | None, *, display: str) -> str:
        html = render_html(text, self._markdown)
        stripped = html.strip()
        alone = stripped.startswith("<p>") and stripped.count("<p>") == 1
        if display == "inline" and alone and stripped.endswith("</p>"):
            return stripped[3:-4]
        return html

    def render_highlight(self, code: str, language: str, options: Mapping[str, object]) -> str:
        return highlight(code, language, options)

    def rendered(self, page: Page) -> Rendered:
        text = page.filename.read_text() if page.filename else ""
        raw = text.split("---\n", 2)[-1]
        html = render_html(raw, self._markdown)
        return Rendered(html=html, summary=html, plain=plain(html), raw=raw)

    def word_count(self, page: Page) -> int:
        return page.word_count

    def find_page(self, ref: str, start: Page | None) -> Page | None:
        return find_page(self.site, ref, start)

    def resolve_ref(
        self, ref: str, start: Page | None, *, language: str | None, output_format: str | None
    ) -> RefResult:
        return resolve_ref(self.site, ref, start, language=language, output_format=output_format)

    def _inside(self, path: str) -> Path | None:
        try:
            found = (self.root / path.strip("/")).resolve()
            return found if found.is_relative_to(self.root) and found.exists() else None
        except (OSError, ValueError):
            return None

    def read_file(self, path: str) -> str | None:
        found = self._inside(path)
        return found.read_text() if found and found.is_file() else None

    def read_dir(self, path: str) -> Sequence[FileEntry] | None:
        found = self._inside(path)
        if found is None or not found.is_dir():
            return None
        return [FileEntry(f.name, f.is_dir(), f.stat().st_size) for f in found.iterdir()]

    def read_asset(self, path: str) -> bytes | None:
        found = self._inside("assets/" + path)
        return found.read_bytes() if found and found.is_file() else None

    def match_assets(self, pattern: str) -> Sequence[str]:
        assets = self.root / "assets"
        files = (f.relative_to(assets).as_posix() for f in assets.rglob("*") if f.is_file())
        return sorted(name for name in files if matches(pattern, name))

    def read_resource(self, filename: str) -> bytes | None:
        found = Path(filename).resolve()
        return found.read_bytes() if found.is_relative_to(self.root) else None

    def translate(self, key: str, argument: object) -> str | None:
        word = self.words.get(key)
        if isinstance(word, dict):
            word = word["one" if argument == 1 else "other"]
        return None if word is None else str(word).replace("{{ .Count }}", str(argument))

    def emojify(self, text: str) -> str:
        return text.replace(":smile:", "😄")


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
