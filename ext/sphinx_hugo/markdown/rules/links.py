"""Addresses as Goldmark writes them."""

from __future__ import annotations

import re
from urllib.parse import quote

_UNSAFE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9!#$%&'()*+,\-./:;=?@_~]")


def escape_url(url: str) -> str:
    """Escape what may not stand in an address; what is escaped already stays."""
    return _UNSAFE.sub(lambda m: quote(m[0], safe="", errors="replace"), url)
