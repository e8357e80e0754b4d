"""Hugo's own settings, where the extension needs them filled in (Hugo 0.168).

Keys are in lower case, as everywhere in a configuration that was read.
"""

from __future__ import annotations

from typing import Any

TAXONOMIES = {"category": "categories", "tag": "tags"}

OUTPUTS: dict[str, tuple[str, ...]] = {
    "home": ("html", "rss"),
    "page": ("html",),
    "section": ("html", "rss"),
    "taxonomy": ("html", "rss"),
    "term": ("html", "rss"),
    "rss": ("rss",),
}

SITEMAP: dict[str, Any] = {
    "changefreq": "",
    "priority": -1,
    "filename": "sitemap.xml",
    "disable": False,
}

MARKUP: dict[str, Any] = {
    "defaultmarkdownhandler": "goldmark",
    "goldmark": {
        "duplicateresourcefiles": False,
        "extensions": {
            "cjk": {
                "eastasianlinebreaks": False,
                "eastasianlinebreaksstyle": "simple",
                "enable": False,
                "escapedspace": False,
            },
            "definitionlist": True,
            "extras": {
                "delete": {"enable": False},
                "insert": {"enable": False},
                "mark": {"enable": False},
                "subscript": {"enable": False},
                "superscript": {"enable": False},
            },
            "footnote": {
                "backlinkhtml": "&#x21a9;&#xfe0e;",
                "enable": True,
                "enableautoidprefix": False,
            },
            "linkify": True,
            "linkifyprotocol": "https",
            "passthrough": {"delimiters": {"block": [], "inline": []}, "enable": False},
            "strikethrough": True,
            "table": True,
            "tasklist": True,
            "typographer": {
                "apostrophe": "&rsquo;",
                "disable": False,
                "ellipsis": "&hellip;",
                "emdash": "&mdash;",
                "endash": "&ndash;",
                "leftanglequote": "&laquo;",
                "leftdoublequote": "&ldquo;",
                "leftsinglequote": "&lsquo;",
                "rightanglequote": "&raquo;",
                "rightdoublequote": "&rdquo;",
                "rightsinglequote": "&rsquo;",
            },
        },
        "parser": {
            "attribute": {"block": False, "title": True},
            "autodefinitiontermid": False,
            "autoheadingid": True,
            "autoidtype": "github",
            "wrapstandaloneimagewithinparagraph": True,
        },
        "renderer": {"hardwraps": False, "unsafe": False, "xhtml": False},
        "renderhooks": {
            "image": {"useembedded": "auto"},
            "link": {"useembedded": "auto"},
        },
    },
    "highlight": {
        "anchorlinenos": False,
        "codefences": True,
        "guesssyntax": False,
        "hl_inline": False,
        "hl_lines": "",
        "lineanchors": "",
        "linenos": None,
        "linenostart": 1,
        "linenumbersintable": True,
        "noclasses": True,
        "style": "monokai",
        "tabwidth": 4,
        "wrapperclass": "highlight",
    },
    "tableofcontents": {"endlevel": 3, "ordered": False, "startlevel": 2},
}

SECURITY: dict[str, Any] = {
    "allowcontent": ["! ^text/html$", "! ^text/org$"],
    "enableinlineshortcodes": False,
    "funcs": {"getenv": ["^HUGO_", "^CI$"]},
    "http": {"methods": ["(?i)GET|POST"], "urls": ["(?i)^https?://[a-z0-9]"]},
}

RELATED: dict[str, Any] = {
    "includenewer": False,
    "indices": [
        {"name": "keywords", "type": "basic", "weight": 100},
        {"name": "date", "type": "basic", "weight": 10},
        {"name": "tags", "type": "basic", "weight": 80},
    ],
    "threshold": 80,
    "tolower": False,
}
