"""The benchmark of phases measures functions that are there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def test_every_function_that_is_measured_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[2])
    from benchmarks.phases import PHASES, holder_of

    for names in PHASES.values():
        for name in names:
            holder, last = holder_of(name)
            assert callable(getattr(holder, last)), name
