"""Icons by the names that themes use: octicons where there is one, else what can be shown."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx_design.icons import get_octicon

OCTICONS = {
    "academic": "mortar-board",
    "academic-cap": "mortar-board",
    "adjustments": "sliders",
    "angle-double-up": "chevron-up",
    "annotation": "comment",
    "arrow-circle-left": "arrow-left",
    "arrow-circle-right": "arrow-right",
    "badge-check": "verified",
    "balance-scale": "law",
    "ban": "circle-slash",
    "bars": "three-bars",
    "bars-staggered": "three-bars",
    "bolt": "zap",
    "book-open": "book",
    "bookmark-alt": "bookmark",
    "box": "package",
    "boxes": "package",
    "bullhorn": "megaphone",
    "calendar-alt": "calendar",
    "chart-bar": "graph",
    "chart-line": "graph",
    "chart-pie": "graph",
    "chat-alt": "comment",
    "check-circle": "check-circle",
    "chevron-circle-right": "chevron-right",
    "chip": "cpu",
    "circle-check": "check-circle",
    "circle-exclamation": "alert",
    "circle-info": "info",
    "circle-question": "question",
    "clipboard-copy": "copy",
    "cloud-download": "download",
    "cloud-upload": "upload",
    "code-branch": "git-branch",
    "cog": "gear",
    "cogs": "gear",
    "collection": "stack",
    "color-swatch": "paintbrush",
    "comment-dots": "comment",
    "comments": "comment-discussion",
    "cube": "package",
    "cubes": "package",
    "desktop": "device-desktop",
    "desktop-computer": "device-desktop",
    "diagram-project": "workflow",
    "document": "file",
    "document-duplicate": "duplicate",
    "document-text": "file",
    "download": "download",
    "dragon": "flame",
    "edit": "pencil",
    "envelope": "mail",
    "exclamation": "alert",
    "exclamation-circle": "alert",
    "exclamation-triangle": "alert",
    "external-link": "link-external",
    "external-link-alt": "link-external",
    "external-link-square-alt": "link-external",
    "eye-off": "eye-closed",
    "eye-slash": "eye-closed",
    "face-smile": "smiley",
    "file-alt": "file",
    "film": "video",
    "fire": "flame",
    "flask": "beaker",
    "folder": "file-directory",
    "folder-open": "file-directory-open-fill",
    "github": "mark-github",
    "globe": "globe",
    "globe-alt": "globe",
    "graduation-cap": "mortar-board",
    "hand-sparkles": "sparkle-fill",
    "handshake": "people",
    "hashtag": "hash",
    "home": "home",
    "house": "home",
    "identification": "id-badge",
    "info-circle": "info",
    "information-circle": "info",
    "language": "globe",
    "laptop-code": "code",
    "layer-group": "stack",
    "layers": "stack",
    "light-bulb": "light-bulb",
    "lightbulb": "light-bulb",
    "lightbulb-o": "light-bulb",
    "lightning-bolt": "zap",
    "link": "link",
    "list-ol": "list-ordered",
    "list-ul": "list-unordered",
    "location-marker": "location",
    "lock-closed": "lock",
    "lock-open": "unlock",
    "magnifying-glass": "search",
    "map": "milestone",
    "map-marker": "location",
    "map-pin": "location",
    "markdown": "markdown",
    "medal": "trophy",
    "microchip": "cpu",
    "mobile-alt": "device-mobile",
    "moon": "moon",
    "music-note": "unmute",
    "network": "workflow",
    "newspaper": "file",
    "palette": "paintbrush",
    "paper-plane": "paper-airplane",
    "pen": "pencil",
    "pencil-alt": "pencil",
    "photograph": "image",
    "play": "play",
    "play-circle": "play",
    "project-diagram": "workflow",
    "puzzle": "plug",
    "qrcode": "browser",
    "question-circle": "question",
    "question-mark-circle": "question",
    "refresh": "sync",
    "robot": "dependabot",
    "save": "archive",
    "scale-balanced": "law",
    "shield-alt": "shield",
    "shield-check": "shield-check",
    "shopping-cart": "gift",
    "sitemap": "workflow",
    "skull-crossbones": "alert",
    "smile": "smiley",
    "sparkles": "sparkle-fill",
    "sun": "sun",
    "tags": "tag",
    "template": "browser",
    "terminal": "terminal",
    "thumbs-down": "thumbsdown",
    "thumbs-up": "thumbsup",
    "thumbtack": "pin",
    "times": "x",
    "translate": "globe",
    "trash": "trash",
    "triangle-exclamation": "alert",
    "unlock-alt": "unlock",
    "up-right-from-square": "link-external",
    "user": "person",
    "user-group": "people",
    "users": "people",
    "variable": "number",
    "video-camera": "video",
    "view-grid": "apps",
    "wand-magic-sparkles": "sparkle-fill",
    "warning": "alert",
    "wrench": "tools",
    "xmark": "x",
    "youtube": "video",
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
