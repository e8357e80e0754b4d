"""The composed navigation is, byte for byte, what Sphinx and Furo make page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import furo  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sphinx.util.osutil import relative_uri

from speed.strategies import Site, sites
from sphinx_hugo.speed.composing import compose
from sphinx_hugo.speed.fragments import UnknownShapeError, cut, neutral, take_apart
from sphinx_hugo.speed.marks import Folder, Scope, Target, mark
from sphinx_hugo.speed.navigation import SPHINX_TOCTREE, Navigation

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx


class Environment:
    """A real environment with the toctrees of a site that was made up."""

    def __init__(self, real: Any, site: Site) -> None:
        self._real = real
        vars(self).update(vars(site))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


FURO = {"collapse": False, "titles_only": True, "maxdepth": -1, "includehidden": True}


def sphinx_toctree(builder: Any, docname: str) -> Callable[..., str]:
    def original(**arguments: Any) -> str:
        return str(builder._get_local_toctree(docname, **arguments))

    original.__module__, original.__qualname__ = SPHINX_TOCTREE
    return original


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
            original = sphinx_toctree(builder, docname)
            wanted: dict[str, Any] = {**FURO, "collapse": bool(limit) and docname != "index"}
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
@settings(suppress_health_check=list(HealthCheck), max_examples=15)
@given(site=sites())
def test_any_tree_is_composed_as_sphinx_and_furo_make_it(
    idle_app: Sphinx, arguments: dict[str, Any], site: Site
) -> None:
    for docname, ours, theirs in both(idle_app, site, arguments):
        assert ours == theirs, docname


@settings(suppress_health_check=list(HealthCheck), max_examples=15)
@given(site=sites())
def test_a_focused_tree_is_what_furo_makes_of_a_collapsed_one(idle_app: Sphinx, site: Site) -> None:
    for docname, ours, theirs in both(idle_app, site, {"includehidden": True}, limit=1):
        if sum(map(len, site.toctree_includes.values())) > 1:
            assert ours == theirs, docname


# -- the pieces ------------------------------------------------------------------------------------


def entry(number: int, uri: str, below: str = "", level: int = 1) -> str:
    inner = f"<ul>\n{below}</ul>\n" if below else ""
    href = mark(number, uri)
    return (
        f'<li class="toctree-l{level}"><a class="reference internal" href="{href}">{uri}</a>'
        f"{inner}</li>\n"
    )


PLAIN = f"<ul>\n{entry(0, 'a/', entry(1, 'a/b/', level=2))}{entry(2, 'c/')}</ul>\n"
URIS = ("a/", "a/b/", "c/")


def test_the_page_and_what_lies_above_it_are_marked() -> None:
    found = compose(take_apart(PLAIN, URIS), "a/b/", own=[1], same=[1])
    assert found == (
        '<ul class="current">\n'
        '<li class="toctree-l1 current"><a class="reference internal" href="../">a/</a>'
        '<ul class="current">\n'
        '<li class="toctree-l2 current">'
        '<a class="current reference internal" href="#">a/b/</a></li>\n'
        "</ul>\n</li>\n"
        '<li class="toctree-l1"><a class="reference internal" href="../../c/">c/</a></li>\n'
        "</ul>\n"
    )


def test_a_page_outside_of_the_tree_marks_nothing() -> None:
    found = compose(take_apart(PLAIN, URIS), "x/y/z/")
    assert "current" not in found
    assert 'href="../../../a/b/"' in found


def test_a_focused_tree_leaves_out_what_lies_below_other_entries() -> None:
    found = compose(take_apart(PLAIN, URIS), "c/", own=[2], same=[2], focused=True)
    assert "a/b/" not in found
    assert found.count("<li") == 2


def test_an_entry_with_the_page_s_address_links_to_it_without_being_it() -> None:
    found = compose(take_apart(PLAIN, URIS), "c/", own=[], same=[2])
    assert '<li class="toctree-l1"><a class="reference internal" href="#">c/</a></li>' in found


def test_entries_below_the_cut_still_mark_those_above() -> None:
    tree = take_apart(PLAIN, URIS)
    cut(tree, 1)
    found = compose(tree, "a/b/", own=[1], same=[1])
    assert "a/b/" not in found
    assert found.count("current") == 2


@pytest.mark.parametrize(
    "html",
    [
        "<ul>\n<li>no class</li>\n</ul>\n",
        PLAIN.replace("</li>", "", 1),
        PLAIN.replace("</ul>", "</ol>", 1),
        PLAIN.replace('class="reference internal"', 'title="first" class="reference internal"', 1),
        PLAIN.replace("<a ", "<p><a ", 1),
        PLAIN.replace(mark(2, "c/"), mark(9, "c/")),
        PLAIN.replace(mark(2, "c/"), mark(2, "c/d/")),
        "<ul>\n",
    ],
)
def test_html_of_another_shape_is_refused(html: str) -> None:
    with pytest.raises(UnknownShapeError):
        take_apart(html, URIS)


@given(st.text("<>/ulia =\"'\n\ue000\ue001\ue0021", max_size=80))
def test_any_text_is_refused_or_kept_whole(text: str) -> None:
    for html in (text, PLAIN + text, PLAIN.replace("c/<", f"c/{text}<")):
        try:
            tree = take_apart(html, URIS)
        except UnknownShapeError:
            continue
        assert neutral(tree) == html


PARTS = st.lists(st.sampled_from(["a", "b", "ab"]), max_size=4)
ADDRESSES = st.builds(
    lambda folders, name: "/".join([*folders, name]), PARTS, st.sampled_from(["", "x", "x.html"])
)


@given(page=ADDRESSES, others=st.lists(ADDRESSES, min_size=1, max_size=6))
def test_links_are_counted_as_sphinx_counts_them(page: str, others: list[str]) -> None:
    folder = Folder.of(page)
    scope = Scope.of({tuple(uri.split("/")[:-1]) for uri in others})
    for uri in others:
        parts = tuple(uri.split("/"))
        target = Target(0, parts[:-1], parts, "")
        if uri != page:
            assert target.href(*target.place_from(folder)) == relative_uri(page, uri)
        if scope.place_from(folder) is not None:
            assert scope.place_from(folder) == target.place_from(folder)
