"""The composed navigation is, byte for byte, what Sphinx and Furo make page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import furo
import pytest
from hypothesis import HealthCheck, given, settings
from sphinx.builders import Builder
from sphinx_hugo.speed.composing import compose
from sphinx_hugo.speed.fragments import UnknownShapeError, take_apart
from sphinx_hugo.speed.marks import Folder, Scope, Target, mark
from sphinx_hugo.speed.navigation import SPHINX_TOCTREE, Navigation

from speed.strategies import Site, sites

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Environment:
    """A real environment with the toctrees of a site that was made up."""

    def __init__(self, real: Any, site: Site) -> None:
        self._real = real
        vars(self).update(vars(site))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


FURO = {"collapse": False, "titles_only": True, "maxdepth": -1, "includehidden": True}


def both(
    app: Sphinx, site: Site, arguments: dict[str, Any], limit: int = 0
) -> list[tuple[str, tuple[str, str], tuple[str, str]]]:
    """Return, for each page, ours and the original: of ``toctree()`` and of Furo's tree."""
    builder: Any = app.builder
    real = builder.env
    builder.env = Environment(real, site)
    found = []
    try:
        navigation = Navigation(app, composes=True, limit=limit)
        for docname in site.docnames:

            def original(_name: str = docname, **asked: Any) -> str:
                return builder._get_local_toctree(_name, **asked)

            original.__module__, original.__qualname__ = SPHINX_TOCTREE
            wanted = {**FURO, "collapse": bool(limit) and docname != "index"}
            theirs = original(**arguments), furo.get_navigation_tree.__wrapped__(original(**wanted))
            context: dict[str, Any] = {"toctree": original}
            navigation.before_theme(app, docname, "page.html", context, None)
            context["furo_navigation_tree"] = furo._compute_navigation_tree(context)
            navigation.after_theme(app, docname, "page.html", context, None)
            ours = context["toctree"](**arguments), context["furo_navigation_tree"]
            found.append((docname, ours, theirs))
        assert not navigation._build.broken
    finally:
        builder.env = real
    return found


@pytest.mark.parametrize(
    "arguments",
    [
        {"collapse": False, "includehidden": True},
        {"collapse": True, "includehidden": True},
        {"collapse": True, "includehidden": True, "titles_only": True},
        {"collapse": False, "includehidden": True, "maxdepth": 2, "titles_only": True},
        {"includehidden": True, "maxdepth": ""},
        {},
    ],
    ids=str,
)
@settings(suppress_health_check=list(HealthCheck), max_examples=25)
@given(site=sites())
def test_any_tree_is_composed_as_sphinx_and_furo_make_it(
    idle_app: Sphinx, arguments: dict[str, Any], site: Site
) -> None:
    for docname, ours, theirs in both(idle_app, site, arguments):
        assert ours == theirs, docname


@settings(suppress_health_check=list(HealthCheck), max_examples=25)
@given(site=sites())
def test_a_focused_tree_is_what_furo_makes_of_a_collapsed_one(
    idle_app: Sphinx, site: Site
) -> None:
    for docname, ours, theirs in both(idle_app, site, {"includehidden": True}, limit=1):
        if sum(map(len, site.toctree_includes.values())) > 1:
            assert ours == theirs, docname
