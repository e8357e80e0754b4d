"""Sites for the tests of what stands around the pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from build.conftest import build_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build.conftest import Built


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """Return :func:`build_site` for a folder of the test's own."""
    run: Any = partial(build_site, tmp_path)
    return run
