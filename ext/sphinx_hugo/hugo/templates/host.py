"""What a template run asks of the world: one narrow interface, implemented by the caller."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.references.refs import RefResult
    from sphinx_hugo.hugo.site import Site


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One entry of a folder, for ``os.ReadDir`` and ``os.Stat``."""

    name: str
    """Its name without the folder."""
    is_dir: bool
    size: int = 0
    """In bytes."""


@dataclass(frozen=True, slots=True)
class HeadingEntry:
    """One heading of a page with the headings below it, for ``.Fragments``."""

    anchor: str = ""
    """The id; empty for a level that the page skips."""
    title: str = ""
    """The title, as HTML."""
    level: int = 0
    """1 to 6; 0 for a level that the page skips."""
    children: tuple[HeadingEntry, ...] = ()
    """The headings one level below."""


@dataclass(frozen=True, slots=True)
class Fence:
    """Fenced code as written, for the render hook of its language."""

    language: str
    """The first word behind the fence."""
    code: str
    """Without the line end at its end."""
    attributes: Mapping[str, object]
    """What the braces say of the element around the code."""
    options: Mapping[str, object]
    """What the braces say of the highlighting."""
    ordinal: int
    """Number of the code block in its page, from 0."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's own text in the forms that templates ask for."""

    html: str = ""
    """``.Content``."""
    summary: str = ""
    """``.Summary``, HTML."""
    plain: str = ""
    """``.Plain``: without markup."""
    toc: str = ""
    """``.TableOfContents``, HTML."""
    raw: str = ""
    """``.RawContent``: the Markdown."""
    source: str = ""
    """``.RenderShortcodes``: the Markdown without the calls of its shortcodes."""
    headings: tuple[HeadingEntry, ...] = ()
    """The headings as a tree, which begins at level 1."""


class Host(Protocol):
    """The world around a run. Nothing here may reach outside of the site, or the network."""

    @property
    def site(self) -> Site:
        """The site, for everything that is data about pages."""

    @property
    def now(self) -> datetime:
        """The time that ``now`` gives; fixed for a build."""

    @property
    def data(self) -> Mapping[str, object]:
        """``site.Data``: the tree of ``data/``, keys as written."""

    def render_markdown(self, text: str, page: Page | None, *, display: str) -> str:
        """Render Markdown by itself: ``display`` is ``block``, or ``inline`` for no outer ``<p>``."""

    def render_highlight(self, code: str, language: str, options: Mapping[str, object]) -> str:
        """Render code in a language as HTML; options have lower-case keys."""

    def rendered(self, page: Page) -> Rendered:
        """Give a page's text, rendered if need be."""

    def word_count(self, page: Page) -> int:
        """Give the number of words of a page's text."""

    def find_page(self, ref: str, start: Page | None) -> Page | None:
        """Find a page as ``.GetPage`` does."""

    def resolve_ref(
        self, ref: str, start: Page | None, *, language: str | None, output_format: str | None
    ) -> RefResult:
        """Resolve the argument of ``ref`` or ``relref``."""

    def read_file(self, path: str) -> str | None:
        """Read a text file of the project (or of its mounts); None if there is none."""

    def read_bytes(self, path: str) -> bytes | None:
        """Read any file of the project (or of its mounts); None if there is none."""

    def publish(self, target: str, data: bytes) -> None:
        """See to it that a file is served at a path below the site's own root, unescaped."""

    def read_dir(self, path: str) -> Sequence[FileEntry] | None:
        """List a folder of the project; None if there is none."""

    def read_asset(self, path: str) -> bytes | None:
        """Read a file of ``assets/``; None if there is none."""

    def match_assets(self, pattern: str) -> Sequence[str]:
        """Give the paths below ``assets/`` that fit a glob."""

    def read_resource(self, filename: str) -> bytes | None:
        """Read a page resource by its absolute filename; None if it is not of the site."""

    def translate(self, key: str, argument: object) -> str | None:
        """Look a string up in ``i18n/``, a template; None if it is not translated."""

    def emojify(self, text: str) -> str:
        """Replace ``:name:`` by emoji."""
