"""Fixtures of the template tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from templates.world import World, small_world

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Give a site with one section, two partials and a data file."""
    root: Path = tmp_path_factory.mktemp("world")
    return small_world(
        root,
        {
            "content/docs/_index.md": "---\ntitle: Docs\n---\n",
            "content/docs/a.md": "---\ntitle: A\nparams:\n  Key: v\n---\n",
            "layouts/_partials/twice.html": "{{ . }}{{ . }}",
            "layouts/_partials/loop.html": '{{ partial "loop.html" . }}',
            "layouts/_partials/broken.html": "line\n{{ end }}",
            "layouts/_partials/fails.html": "one\ntwo {{ div 1 0 }}",
        },
    )
