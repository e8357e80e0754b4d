"""Tests that may use so much memory and no more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

MORE = 512 << 20
"""Bytes beyond what the process has when the test begins."""


@pytest.fixture
def little_memory() -> Iterator[None]:
    """Let Python raise ``MemoryError`` where a text of some kilobytes takes half a gigabyte."""
    if (
        sys.platform != "linux"
    ):  # elsewhere the system does not say how much there is, or sets no limit
        yield
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limits = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MORE, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, limits)
