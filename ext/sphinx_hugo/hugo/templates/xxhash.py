"""XXH64, the hash that Hugo's templates use for short keys."""

from __future__ import annotations

_MASK = (1 << 64) - 1
_P1 = 0x9E3779B185EBCA87
_P2 = 0xC2B2AE3D27D4EB4F
_P3 = 0x165667B19E3779F9
_P4 = 0x85EBCA77C2B2AE63
_P5 = 0x27D4EB2F165667C5


def _left(value: int, bits: int) -> int:
    value &= _MASK
    return (value << bits | value >> (64 - bits)) & _MASK


def _round(lane: int, word: int) -> int:
    return _left(lane + word * _P2, 31) * _P1 & _MASK


def xxh64(data: bytes) -> int:
    """Give the 64-bit hash of data, seed 0."""
    at, size = 0, len(data)
    if size >= 32:
        lanes = [(_P1 + _P2) & _MASK, _P2, 0, -_P1 & _MASK]
        while at + 32 <= size:
            for lane in range(4):
                lanes[lane] = _round(lanes[lane], int.from_bytes(data[at : at + 8], "little"))
                at += 8
        rotated = zip(lanes, (1, 7, 12, 18), strict=True)
        result = sum(_left(lane, bits) for lane, bits in rotated) & _MASK
        for lane in lanes:
            result = ((result ^ _round(0, lane)) * _P1 + _P4) & _MASK
    else:
        result = _P5
    result = _tail(result + size, data, at)
    result = (result ^ result >> 33) * _P2 & _MASK
    result = (result ^ result >> 29) * _P3 & _MASK
    return result ^ result >> 32


def _tail(result: int, data: bytes, at: int) -> int:
    """Mix in what does not fill a block of 32 bytes."""
    while at + 8 <= len(data):
        word = _round(0, int.from_bytes(data[at : at + 8], "little"))
        result = _left(result ^ word, 27) * _P1 + _P4 & _MASK
        at += 8
    if at + 4 <= len(data):
        word = int.from_bytes(data[at : at + 4], "little")
        result = _left(result ^ word * _P1, 23) * _P2 + _P3 & _MASK
        at += 4
    for byte in data[at:]:
        result = _left(result ^ byte * _P5, 11) * _P1 & _MASK
    return result
