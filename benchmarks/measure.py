"""Running a command and seeing what it took."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build took."""

    cpu: float
    """Seconds of user and system time, with all child processes."""
    wall: float
    """Seconds."""
    memory: int
    """Peak resident memory of its largest process, in bytes."""
    output: int = 0
    """Bytes of the pages it wrote."""
    pages: int = 0
    """How many pages that are."""


def run(command: Sequence[str], out: Path) -> Cost:
    """Run a build that writes to *out*; raises ``RuntimeError`` with its output if it fails."""
    log = out.with_name(f"{out.name}.log")
    began = time.perf_counter()
    with log.open("wb") as stream:
        process = subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT)
        _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{log.read_text(errors='replace')[-2000:]}")
    sizes = [path.stat().st_size for path in out.rglob("*.html")]
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu, wall, usage.ru_maxrss * 1024, sum(sizes), len(sizes))


def least(costs: Sequence[Cost]) -> Cost:
    """Return the run that took least CPU: what others do on the machine only adds to it."""
    return min(costs, key=lambda cost: cost.cpu)
