"""Aliases: the redirects that a page asks for."""

from __future__ import annotations

import posixpath

from sphinx_hugo.hugo.addresses.addresscheck import climbs, why_refused


class AliasError(ValueError):
    """An alias that cannot be written."""


def alias_target(alias: str, link: str, *, prefix: str = "", ugly: bool = False) -> str:
    """Return the file, below the output folder, of a redirect.

    *link* is the page's own URL without base path. With a leading slash *alias* counts from
    the root (below *prefix* in other languages), else from the folder that holds the page's.
    Raises :class:`AliasError` for the root of the site, for what lies outside and for what can be
    no file.
    """
    if alias.startswith("/"):
        path = posixpath.normpath(f"{prefix}/{alias}")
    else:
        own = link.removesuffix("index.html").rstrip("/")
        if not own:
            raise AliasError(f"alias {alias!r} leads out of the site; begin it with a slash")
        path = posixpath.normpath(f"{posixpath.dirname(own)}/{alias}")
    path = path.lstrip("/")
    if path in ("", "."):
        raise AliasError(f"alias {alias!r} is the root of the site, which the home page has")
    if reason := why_refused(path):
        shown = alias if len(alias) <= 80 else f"{alias[:80]}..."
        raise AliasError(f"alias {shown!r} {reason}; it is left out")
    if path.endswith((".html", ".htm")):
        return path
    return f"{path}.html" if ugly else f"{path}/index.html"


def alias_address(alias: str, link: str, *, prefix: str = "", ugly: bool = False) -> str:
    """Return an alias as an address from the root; *link* is the page's own without base path."""
    path = f"{prefix}/{alias}" if alias.startswith("/") else f"{link}/../{alias}"
    address = posixpath.normpath(f"/{path.lstrip('/')}")
    return f"{address}.html" if ugly and not address.endswith(".html") else address


def leads_out(alias: str, link: str) -> bool:
    """Tell whether the ``..`` of an alias of the page at *link* lead above the root of the site.

    Counted from the page's own folder, as most authors do, though Hugo begins one higher.
    """
    return ".." in alias and climbs(alias if alias.startswith("/") else f"{link}/{alias}")
