"""Media types by the ending of a file's name, where Hugo names one."""

from __future__ import annotations

import mimetypes

TYPES = {
    "css": "text/css", "csv": "text/csv", "gif": "image/gif", "htm": "text/html",
    "html": "text/html", "ico": "image/vnd.microsoft.icon", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "js": "text/javascript", "json": "application/json",
    "jsx": "text/jsx", "map": "application/octet-stream", "md": "text/markdown",
    "mjs": "text/javascript", "mp4": "video/mp4", "pdf": "application/pdf", "png": "image/png",
    "rss": "application/rss+xml", "sass": "text/x-sass", "scss": "text/x-scss",
    "svg": "image/svg+xml", "toml": "application/toml", "ts": "text/typescript",
    "tsx": "text/tsx", "txt": "text/plain", "webm": "video/webm", "webp": "image/webp",
    "woff": "font/woff", "woff2": "font/woff2", "xml": "application/xml",
    "yaml": "application/yaml", "yml": "application/yaml",
}  # fmt: skip


def media_type(name: str) -> str:
    """Return the type of a file by its name: ``image/png``."""
    guessed = mimetypes.guess_type(name, strict=False)[0]
    suffix = name.rpartition(".")[2].lower()
    return TYPES.get(suffix) or guessed or "application/octet-stream"
