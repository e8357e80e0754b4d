"""Builds after edits give what a clean build gives: random sites, random edits, every output file.

A seed is a sequence of builds, see ``sequences.py``. What differs is told with its seed; to look at it,
run ``python -m equivalence.sequences --first SEED --shrink`` in ``tests`` with ``PYTHONPATH=../ext:.``.
``make soak`` runs many more.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from equivalence.sequences import run_apart, sequence

if TYPE_CHECKING:
    from pathlib import Path

CHUNK = 10
SEQUENCES = int(os.environ.get("SOAK_SEQUENCES", "300"))
FIRST = int(os.environ.get("SOAK_FIRST", "1"))


@pytest.mark.parametrize("first", range(FIRST, FIRST + SEQUENCES, CHUNK))
def test_builds_after_edits_equal_clean_builds(tmp_path: Path, first: int) -> None:
    for seed in range(first, min(first + CHUNK, FIRST + SEQUENCES)):
        difference = run_apart(sequence(seed), str(tmp_path))
        assert difference is None, f"seed {seed}: {difference}"
