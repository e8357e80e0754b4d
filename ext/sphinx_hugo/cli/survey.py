"""A look at a site before anything is built: what it has, and which shortcodes nobody answers."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.cli.running import application, defaults, site_state
from sphinx_hugo.hugo.calls.reading import ShortcodeCall, parse_calls
from sphinx_hugo.hugo.content.frontmatter import read_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_hugo.hugo.calls.reading import Node
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState
    from sphinx_hugo.wing import Wing


@dataclass(frozen=True, slots=True)
class Survey:
    """What there is."""

    kinds: dict[str, int]
    """Page kind to the number of pages that Hugo writes."""
    dropped: int
    """Drafts, future and expired pages."""
    theme: str
    """Theme or module as the configuration names it; empty if it names none."""
    unanswered: dict[str, tuple[int, str]]
    """Shortcode that nobody renders: how many calls there are, and where the first one stands."""


def survey(config: SiteConfig) -> Survey:
    """Read the site without building it."""
    with (
        tempfile.TemporaryDirectory(prefix="sphinx-hugo-") as folder,
        application(
            config,
            Path(folder, "out"),
            Path(folder, "doctrees"),
            "hugo-check",
            defaults(config),
        ) as (app, _recorder),
    ):
        state = site_state(app)
        pages = state.documents.pages.values()
        return Survey(
            kinds=dict(Counter(page.kind.value for page in pages)),
            dropped=len(state.documents.site.dropped),
            theme=theme_of(config),
            unanswered=_unanswered(state, config.root),
        )


def theme_of(config: SiteConfig) -> str:
    """Return the first theme or module that the configuration names."""
    theme = config.values.get("theme")
    names = theme if isinstance(theme, list) else [theme]
    module = config.values.get("module")
    imports = module.get("imports") if isinstance(module, dict) else None
    for entry in imports if isinstance(imports, list) else []:
        names.append(entry.get("path") if isinstance(entry, dict) else None)
    return next((name for name in names if isinstance(name, str) and name), "")


def place_of(page: Page, call: ShortcodeCall, root: Path) -> str:
    """Return ``file:line`` of a call, the file as seen from *root* if it lies below it."""
    file = page.filename
    if file is None:
        return ""
    return f"{file.relative_to(root) if file.is_relative_to(root) else file}:{call.line}"


def page_calls(page: Page, wing: Wing) -> Iterator[ShortcodeCall]:
    """Return every call in the file of a page, nested ones behind those around them."""
    if page.filename is None:
        return
    try:
        text = page.filename.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    if "{{" not in text:
        return
    front, _problems = read_front_matter(text, page.filename)
    body = parse_calls(front.body, takes_inner=wing.takes_inner, first_line=front.body_line)
    yield from _flat(body.nodes)


def _unanswered(state: SiteState, root: Path) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for page in state.documents.pages.values():
        for call in page_calls(page, state.wing):
            if state.wing.find(call) is not None:
                continue
            count, place = found.get(call.name, (0, ""))
            found[call.name] = (count + 1, place or place_of(page, call, root))
    return dict(sorted(found.items(), key=lambda item: (-item[1][0], item[0])))


def _flat(parts: Sequence[Node]) -> Iterator[ShortcodeCall]:
    for part in parts:
        if isinstance(part, ShortcodeCall):
            yield part
            yield from _flat(part.inner or ())
