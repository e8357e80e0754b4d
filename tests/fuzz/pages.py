"""One small site in which any text is read as a page, again and again, without a build each time."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx.application import Sphinx

if TYPE_CHECKING:
    from pathlib import Path

    from docutils import nodes

FILES = {
    "hugo.toml": 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term"]\n',
    "content/_index.md": "---\ntitle: Home\n---\n",
    "content/docs/_index.md": "---\ntitle: Docs\n---\n",
    "content/docs/a.md": "---\ntitle: A\n---\n## Heading A\n",
    "content/docs/page.md": "---\ntitle: Page\n---\nText.\n",
    "content/docs/part.txt": "Part *text*.\n",
    "content/docs/pic.png": "picture",
}
UNSAFE = "[markup.goldmark.renderer]\nunsafe = true\n"


@dataclass
class Reader:
    """A started application, and the file that is read as a page."""

    app: Sphinx
    path: Path
    warnings: io.StringIO

    def read(self, text: str | bytes) -> nodes.document:
        """Return the doctree of a page with this text, resolved as for the output."""
        raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        # What is not UTF-8 is replaced when the site is loaded, before Sphinx reads the page.
        self.path.write_bytes(raw.decode("utf-8", "replace").encode())
        self.app.env.clear_doc("docs/page")
        self.app.builder.read_doc("docs/page")
        self.app.env.all_docs["docs/page"] = 0
        return self.app.env.get_and_resolve_doctree("docs/page", self.app.builder)

    def html(self, text: str | bytes) -> str:
        """Return the body of the page as HTML."""
        doctree = self.read(text)
        partial: str = self.app.builder.render_partial(doctree)["fragment"]  # type: ignore[attr-defined]
        return partial


def start(folder: Path, extra: str = "") -> Reader:
    """Write the site and start an application that has built it."""
    source = folder / "site"
    for name, text in FILES.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + (extra if name == "hugo.toml" else ""), encoding="utf-8")
    warnings = io.StringIO()
    conf = {"extensions": ["sphinx_hugo"], "html_theme": "basic"}
    app = Sphinx(
        source, None, folder / "out", folder / "doctrees", "html", conf, None, warnings, True
    )
    app.build()
    app.builder.prepare_writing({"docs/page"})
    return Reader(app, source / "content/docs/page.md", warnings)
