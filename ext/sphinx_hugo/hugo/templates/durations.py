"""``time.Duration``: spans of time."""

from __future__ import annotations

import re
from typing import ClassVar

from .errors import FunctionError
from .exposed import Exposed, exposed


class Duration(Exposed):
    """A span in nanoseconds."""

    GO_TYPE = "time.Duration"
    UNITS: ClassVar[dict[str, int]] = {
        "ns": 1, "us": 1000, "µs": 1000, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9,
    }  # fmt: skip

    def __init__(self, nanoseconds: int) -> None:
        self.nanoseconds = nanoseconds

    def is_zero(self) -> bool:
        """Say whether it is no time at all."""
        return self.nanoseconds == 0

    def __eq__(self, other: object) -> bool:
        """Say whether both are the same."""
        return isinstance(other, Duration) and other.nanoseconds == self.nanoseconds

    def __hash__(self) -> int:
        """Go with ``__eq__``."""
        return hash(self.nanoseconds)

    @exposed("Hours")
    def hours(self) -> float:
        """Give the length in hours."""
        return self.nanoseconds / self.UNITS["h"]

    @exposed("Minutes")
    def minutes(self) -> float:
        """Give the length in minutes."""
        return self.nanoseconds / self.UNITS["m"]

    @exposed("Seconds")
    def seconds(self) -> float:
        """Give the length in seconds."""
        return self.nanoseconds / self.UNITS["s"]

    @exposed("Milliseconds")
    def milliseconds(self) -> int:
        """Give the length in whole milliseconds."""
        return int(self.nanoseconds / 10**6)

    @exposed("Microseconds")
    def microseconds(self) -> int:
        """Give the length in whole microseconds."""
        return int(self.nanoseconds / 1000)

    @exposed("Nanoseconds")
    def nanos(self) -> int:
        """Give the length in nanoseconds."""
        return self.nanoseconds

    @exposed("Abs")
    def absolute(self) -> Duration:
        """Give the length without its sign."""
        return Duration(abs(self.nanoseconds))

    @exposed("Round")
    def rounded(self, unit: object) -> Duration:
        """Give the length rounded to the nearest multiple of another one."""
        step = unit.nanoseconds if isinstance(unit, Duration) else 0
        if step <= 0:
            return self
        size = (abs(self.nanoseconds) + step // 2) // step * step
        return Duration(size if self.nanoseconds >= 0 else -size)

    @exposed("Truncate")
    def truncated(self, unit: object) -> Duration:
        """Give the length rounded towards zero to a multiple of another one."""
        step = unit.nanoseconds if isinstance(unit, Duration) else 0
        if step <= 0:
            return self
        size = abs(self.nanoseconds) // step * step
        return Duration(size if self.nanoseconds >= 0 else -size)

    @exposed("String")
    def display(self) -> str:
        """Write it as ``1h2m3.5s``."""
        total = abs(self.nanoseconds)
        sign = "-" if self.nanoseconds < 0 else ""
        if total < self.UNITS["s"]:
            for unit in ("ms", "µs"):
                if total >= self.UNITS[unit]:
                    return f"{sign}{_decimal(total, self.UNITS[unit])}{unit}"
            return f"{sign}{total}ns" if total else "0s"
        hours, rest = divmod(total, self.UNITS["h"])
        minutes, rest = divmod(rest, self.UNITS["m"])
        text = f"{_decimal(rest, self.UNITS['s'])}s"
        if total >= self.UNITS["m"]:
            text = f"{minutes}m{text}"
        return f"{sign}{hours}h{text}" if hours else sign + text


def _decimal(value: int, unit: int) -> str:
    whole, rest = divmod(value, unit)
    digits = str(unit + rest)[1:].rstrip("0")
    return f"{whole}.{digits}" if digits else str(whole)


_DURATION = re.compile(r"([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)")
_DURATION_PART = re.compile(r"(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)")


def parse_duration(text: str) -> Duration:
    """Read ``1h15m``.

    :raises FunctionError: if it does not read so
    """
    match = _DURATION.fullmatch(text) if len(text) < 100 else None
    if match is None:
        msg = f"invalid duration {text!r}: write it as in 1h15m30s"
        raise FunctionError(msg)
    total = 0
    for number, unit in _DURATION_PART.findall(match.group(2)):
        factor = Duration.UNITS[unit.replace("μ", "µ")]
        whole, _, rest = number.partition(".")
        total += int(whole or 0) * factor + int(rest or 0) * factor // 10 ** len(rest)
    return Duration(-total if match.group(1) == "-" else total)
