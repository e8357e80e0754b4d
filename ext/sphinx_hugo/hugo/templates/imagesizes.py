"""Pictures: their size from the first bytes, and the size that processing would give them."""

from __future__ import annotations

import re
import struct

from .errors import FunctionError


def image_size(data: bytes) -> tuple[int, int] | None:
    """Read width and height from the start of a PNG, GIF, JPEG, WebP or BMP file."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:4] == b"GIF8" and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    if data[:2] == b"BM" and len(data) >= 26:
        width, height = struct.unpack("<ii", data[18:26])
        return width, abs(height)
    return _webp_size(data) if data[:4] == b"RIFF" and len(data) >= 30 else None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        wide, high = data[24:27] + b"\0", data[27:30] + b"\0"
        return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + max(length, 2)
    return None


_SIZE = re.compile(r"(\d{0,5})x(\d{0,5})")
_ACTIONS = frozenset({"resize", "fit", "fill", "crop"})


def processed_size(action: str, spec: str, size: tuple[int, int]) -> tuple[int, int]:
    """Give the size that ``Resize "300x"`` and its relatives make of a picture.

    :param action: ``resize``, ``fit``, ``fill`` or ``crop``; empty if the words of `spec` say it
    :raises FunctionError: if `spec` names no size where one is needed
    """
    wanted: tuple[int, int] | None = None
    for word in spec.lower().split():
        match = _SIZE.fullmatch(word)
        if match is not None and (match[1] or match[2]):
            wanted = int(match[1] or 0), int(match[2] or 0)
        elif not action and word in _ACTIONS:
            action = word
    if not action:
        return size
    if wanted is None or (action != "resize" and 0 in wanted):
        msg = f"must provide Width and Height: {spec!r} names no size such as 300x200"
        raise FunctionError(msg)
    width, height = size
    if action == "resize":
        return _resized(wanted, width, height)
    if action == "fit":
        return _fitted(wanted, width, height)
    if action == "crop":
        return min(wanted[0], width), min(wanted[1], height)
    return wanted


def _resized(wanted: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    wide = wanted[0] or max(1, int(wanted[1] * width / height + 0.5))
    return wide, wanted[1] or max(1, int(wanted[0] * height / width + 0.5))


def _fitted(wanted: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    most_wide, most_high = wanted
    if width <= most_wide and height <= most_high:
        return width, height
    if width / height > most_wide / most_high:
        return most_wide, max(1, int(most_wide * height / width + 0.5))
    return max(1, int(most_high * width / height + 0.5)), most_high
