"""The benchmark of phases: functions that are there, and whose time it is."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[2])


def test_every_function_that_is_measured_exists() -> None:
    from benchmarks.phases import PHASES, code_of

    names = [name for names in PHASES.values() for name in names]
    codes = {code_of(name) for name in names}
    assert len(codes) == len(names)
    for name in names:
        assert code_of(name).co_name == name.rpartition(":")[2].rpartition(".")[2]


def test_time_belongs_to_the_innermost_function_that_has_a_phase() -> None:
    from benchmarks.phases import REST, Sampler

    def outer(inside: bool) -> str:
        return inner() if inside else helper()

    def inner() -> str:
        return helper()

    def helper() -> str:
        return sampler.phase_of(sys._getframe())

    sampler = Sampler({outer.__code__: "outer", inner.__code__: "inner"})
    assert outer(inside=False) == "outer"
    assert outer(inside=True) == "inner"
    assert helper() == REST


def test_time_of_the_collector_is_its_own() -> None:
    from benchmarks.phases import GARBAGE, Sampler

    def other(_phase: str, _info: object) -> None:
        """Be a callback that was there before, as testing tools have one."""

    gc.callbacks.append(other)
    seen = []

    class Watching(Sampler):
        def phase_of(self, frame: object) -> str:
            found = super().phase_of(frame)  # type: ignore[arg-type]
            seen.append(found)
            return found

    def work() -> None:
        for _round in range(100):
            if GARBAGE in seen:
                break
            rings = [[] for _ in range(200_000)]  # type: ignore[var-annotated]
            for ring in rings:
                ring.append(ring)
            del rings, ring
            gc.collect()

    sampler = Watching({work.__code__: "work"})
    try:
        with sampler.looking():
            work()
    finally:
        gc.callbacks.remove(other)
    assert "work" in seen
    assert sampler.spent.keys() >= {"work", GARBAGE}
    assert sampler._collected not in gc.callbacks
