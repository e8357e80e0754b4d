"""The ids that raw HTML has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.entities import unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<[A-Za-z][^<>]*")
_ID = re.compile(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def html_ids(html: str) -> Iterator[str]:
    """Yield the ids in raw HTML, to which links may lead; ``name`` is what old pages have."""
    for tag in _TAG.finditer(html):
        for match in _ID.finditer(tag[0]):
            yield unescape(match[1] or match[2] or match[3] or "")
