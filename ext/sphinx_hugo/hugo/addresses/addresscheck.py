"""Addresses that no page may have: outside the site, or such that no file can have them."""

from __future__ import annotations

import re
from hashlib import blake2b

SEGMENT_BYTES = 240
"""Longest segment, in UTF-8: file systems allow 255, and an ending comes on top."""
ADDRESS_BYTES = 1000
"""Longest address: systems allow 4096 for a whole path, output folder included."""

_ENCODED = re.compile("%(?:2e|2f|5c|00)", re.IGNORECASE)
_DRIVE = re.compile("/*[A-Za-z]:")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_REPLACED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\\:]|%(?=2e|2f|5c|00)", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u2028-\u202f\ufeff]+")
"""What browsers pass over in the name of a scheme, and more."""
_RUNS = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|gif|jpeg|webp|svg\+xml)[;,]", re.IGNORECASE)


def runs_script(uri: str) -> bool:
    """Tell whether following a link may run what stands in it."""
    plain = _IGNORED.sub("", uri)
    return bool(_RUNS.match(plain)) and not _PICTURE.match(plain)


def why_refused(address: str) -> str:
    """Return why nothing is written at *address*, as the end of a sentence; empty if it may be.

    It is a path as front matter or configuration gives it, or as made from these.
    """
    if match := _UNWRITABLE.search(address):
        return f"has the character U+{ord(match[0]):04X}, which no address has"
    if "\\" in address:
        return "has a backslash, which some systems take for a slash; write '/'"
    if match := _ENCODED.search(address):
        return f"has {match[0]!r}, which servers and browsers take for a dot or slash"
    if _DRIVE.match(address):
        return "begins like a drive of Windows"
    if any(len(segment.encode()) > SEGMENT_BYTES for segment in address.split("/")):
        return f"has a segment of more than {SEGMENT_BYTES} bytes, too long for a file name"
    if len(address.encode()) > ADDRESS_BYTES:
        return f"has more than {ADDRESS_BYTES} bytes, too long for a file name"
    return ""


def climbs(address: str, *, depth: int = 0) -> bool:
    """Tell whether the ``..`` of a path lead above the root; it begins *depth* folders below it."""
    for segment in address.split("/"):
        if segment == "..":
            depth -= 1
            if depth < 0:
                return True
        elif segment not in ("", "."):
            depth += 1
    return False


def writable(address: str) -> str:
    """Return an address as near as can be at which a file may be written.

    What stands in the way becomes a hyphen, a segment that is too long ends in a digest of itself.
    """
    segments = [_short(segment) for segment in _REPLACED.sub("-", address).split("/")]
    text = "/".join(segments)
    if len(text.encode()) <= ADDRESS_BYTES:
        return text
    return f"/{_digest(address)}{'/' if address.endswith('/') else ''}"


def _short(segment: str) -> str:
    raw = segment.encode()
    if len(raw) <= SEGMENT_BYTES:
        return segment
    stem, dot, ending = segment.rpartition(".")
    kept = f".{ending}" if dot and stem and len(ending) < 8 and ending.isascii() else ""
    return raw[:200].decode("utf-8", "ignore") + f"-{_digest(segment)}{kept}"


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
