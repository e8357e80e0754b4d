"""Icons by the names that themes use: octicons where there is one, else what can be shown."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx_design.icons import get_octicon

OCTICONS = {
    "academic-cap": "mortar-board",
    "adjustments": "sliders",
    "annotation": "comment",
    "arrow-circle-left": "arrow-left",
    "arrow-circle-right": "arrow-right",
    "badge-check": "verified",
    "ban": "circle-slash",
    "bars": "three-bars",
    "bookmark-alt": "bookmark",
    "book-open": "book",
    "check-circle": "check-circle",
    "chevron-circle-right": "chevron-right",
    "clipboard-copy": "copy",
    "cloud-download": "download",
    "cog": "gear",
    "cogs": "gear",
    "collection": "stack",
    "cube": "package",
    "document": "file",
    "document-duplicate": "duplicate",
    "document-text": "file",
    "download": "download",
    "edit": "pencil",
    "envelope": "mail",
    "exclamation": "alert",
    "exclamation-circle": "alert",
    "exclamation-triangle": "alert",
    "external-link": "link-external",
    "external-link-alt": "link-external",
    "external-link-square-alt": "link-external",
    "file-alt": "file",
    "folder": "file-directory",
    "folder-open": "file-directory-open-fill",
    "github": "mark-github",
    "globe": "globe",
    "globe-alt": "globe",
    "home": "home",
    "information-circle": "info",
    "info-circle": "info",
    "language": "globe",
    "lightbulb": "light-bulb",
    "light-bulb": "light-bulb",
    "lightning-bolt": "zap",
    "link": "link",
    "lock-closed": "lock",
    "lock-open": "unlock",
    "map": "milestone",
    "markdown": "markdown",
    "moon": "moon",
    "newspaper": "news",
    "photograph": "image",
    "play": "play",
    "puzzle": "plug",
    "question-circle": "question",
    "question-mark-circle": "question",
    "shield-check": "shield-check",
    "sparkles": "sparkle-fill",
    "sun": "sun",
    "tags": "tag",
    "terminal": "terminal",
    "thumbs-up": "thumbsup",
    "thumbs-down": "thumbsdown",
    "times": "x",
    "trash": "trash",
    "user": "person",
    "users": "people",
    "view-grid": "apps",
    "warning": "alert",
}
"""Names of the icon sets that Hugo themes bring, and the octicon that says the same."""

_STYLES = frozenset({"fa", "fas", "far", "fab", "fal", "bi", "mdi", "ti", "icon"})
_STYLE_PREFIX = re.compile(r"(?:fa|bi|mdi|ti|icon|outline|filled|solid|regular|brands)[-/_]")
_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_/ ][A-Za-z0-9]+)*\Z")


def icon(name: str) -> list[nodes.Node]:
    """Return inline nodes for an icon: an octicon, an emoji, or an empty span for the site's CSS.

    Icons are decoration: builders other than HTML leave them out, but for emoji.
    """
    name = name.strip()
    if not name:
        return []
    if not _NAME.match(name):
        return [nodes.Text(name)]
    for candidate in _candidates(name):
        try:
            svg = get_octicon(candidate)
        except KeyError:
            continue
        return [nodes.raw("", svg, format="html")]
    classes = name.split() if " " in name else ["hugo-icon", f"hugo-icon-{nodes.make_id(name)}"]
    return [nodes.inline("", "", classes=classes)]


def is_emoji(name: str) -> bool:
    """Tell whether the text is a character to print, and not the name of an icon."""
    return bool(name.strip()) and not _NAME.match(name.strip())


def with_icon(name: str, children: list[nodes.Node]) -> list[nodes.Node]:
    """Put an icon before inline nodes."""
    found = icon(name)
    return [*found, nodes.Text(" "), *children] if found else children


def _candidates(name: str) -> list[str]:
    last = name.lower().split()[-1]
    found = [last]
    while match := _STYLE_PREFIX.match(last):
        last = last[match.end() :]
        found.append(last)
    if last in _STYLES:
        return []
    return [OCTICONS.get(one, one) for one in found]
