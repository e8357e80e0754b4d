"""What a built page would let run: found by parsing it as a browser does."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from lxml import html as lxml_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK = "xss8"
"""Stands in every payload, and nowhere else."""
SCRIPT = f"<script>alert('{MARK}')</script>"
EVENT = f"\"'><img src=x onerror=alert('{MARK}') {MARK}=1>"
"""Ends an attribute of either quote, and the tag."""
CALL = f"javascript:alert('{MARK}')"
SLASHED = f"javascript://example.org/%0aalert('{MARK}')"
"""Looks like an address of a host."""
MIXED = f" \tJava\u0000Script\n:alert('{MARK}')".replace("\u0000", "")
DATA = f"data:text/html,<script>alert('{MARK}')</script>"
VB = f"vbscript:msgbox('{MARK}')"
URLS = (CALL, SLASHED, "JAVASCRIPT:alert('" + MARK + "')", DATA, VB)
TEXTS = (SCRIPT, EVENT, f"</title></script></style>{SCRIPT}", f"{{{{7*7}}}}{SCRIPT}")

_URL_ATTRIBUTES = frozenset(
    {
        *("href", "src", "action", "formaction", "poster", "data", "srcset", "xlink:href", "cite"),
        *("background", "ping", "longdesc", "manifest", "data-src", "data-href"),
    }
)
_IGNORED = re.compile(r"[\x00-\x20]+")
_RUNS = re.compile(
    r"(?:\d+;url=)?(?:javascript|vbscript|data:text/html|data:image/svg)", re.IGNORECASE
)


def dangers(html: str) -> Iterator[str]:
    """Yield what in a page would run because of a payload."""
    for element in lxml_html.document_fromstring(html).iter():
        if not isinstance(element.tag, str):
            continue
        text = element.text or ""
        if element.tag in {"script", "style"} and MARK in text:
            if element.get("type") == "application/ld+json":
                json.loads(text)
            else:
                yield f"<{element.tag}> {text[:80]}"
        content = element.get("content") or ""
        refresh = element.get("http-equiv", "").lower() == "refresh"
        if refresh and MARK in content and _RUNS.match(_IGNORED.sub("", content)):
            yield f"refresh {content}"
        for name, value in element.attrib.items():
            plain = _IGNORED.sub("", value)
            if (
                (name.startswith("on") and (MARK in value or MARK in name))
                or name in (MARK, "srcdoc")
                or (name == "style" and MARK in value)
                or (name in _URL_ATTRIBUTES and MARK in value and _RUNS.match(plain))
            ):
                yield f"<{element.tag} {name}={value[:60]}>"


def all_dangers(outdir: Path) -> dict[str, list[str]]:
    """Return what would run in each page of an output folder that has such."""
    found = {}
    for path in sorted(outdir.rglob("*.html")):
        if "_static" in path.parts:
            continue
        pages = list(dict.fromkeys(dangers(path.read_text(encoding="utf-8"))))
        if pages:
            found[path.relative_to(outdir).as_posix()] = pages
    return found
