"""What Hugo refuses is reported, with the file, and read as it was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.vectors import CLOCK, Vector, claim, load, write_site
from sphinx_hugo.hugo.config.configfiles import ConfigError
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.site import load_site

if TYPE_CHECKING:
    from pathlib import Path

    from model.conftest import SiteMaker

_REFUSING = ("front matter", "dates", "organisation", "urls", "aliases", "menus", "cascade")


_WARNED = [v for area in (*_REFUSING, "outputs") for v in load(area) if "warn" in v.expect]
CLAIMS = claim([v for area in _REFUSING for v in load(area)], "error") | claim(_WARNED, "warn")


def _refused() -> list[Vector]:
    return [vector for area in _REFUSING for vector in load(area) if "error" in vector.expect]


@pytest.mark.parametrize("vector", _refused(), ids=str)
def test_what_hugo_refuses_is_reported(vector: Vector, tmp_path: Path) -> None:
    try:
        site = load_site(write_site(vector, tmp_path), now=CLOCK)
    except ConfigError:
        assert '"content/' not in str(vector.expect["error"])
        return
    assert site.problems
    if '"content/' in str(vector.expect["error"]):
        named = {p.filename for p in site.problems if p.filename}
        assert {tmp_path / "content" / name for name in vector.files} & named
    # The page is there all the same, if it is Markdown.
    markdown = [name for name in vector.files if name.endswith(".md")]
    for name in markdown:
        assert site.page_by_filename(tmp_path / "content" / name) is not None


@pytest.mark.parametrize("vector", _WARNED, ids=str)
def test_what_hugo_warns_of_is_reported(vector: Vector, tmp_path: Path) -> None:
    assert load_site(write_site(vector, tmp_path), now=CLOCK).problems


_SILENT_IN_HUGO = {
    "org-adapter": "the pages that an adapter would add are missing",
    "url-permalinks-page-section": "two sections really are written to one place",
    "menu-parent-cycle": "entries vanish",
    "menu-config-legacy-key": "an old spelling",
    "menu-config-both-keys": "an old spelling",
    "fm-weight-word": "a weight that is no number",
    "fm-weight-exp": "a weight that is no number",
    "url-front-up": "an address above the root of the site",
}
"""Cases that Hugo accepts without a word and we report, and what for."""


def _accepted() -> list[Vector]:
    areas = (*_REFUSING, "titles", "languages", "order", "outputs")
    return [
        vector
        for area in areas
        for vector in load(area)
        if not {"error", "warn"} & set(vector.expect) and vector.id not in _SILENT_IN_HUGO
    ]


@pytest.mark.parametrize("vector", _accepted(), ids=str)
def test_what_hugo_accepts_is_not_reported(vector: Vector, tmp_path: Path) -> None:
    site = load_site(write_site(vector, tmp_path), now=CLOCK)
    assert site.problems == ()


def test_two_files_with_one_path_name_both_and_keep_the_bundle(site: SiteMaker) -> None:
    s = site("""
    -- content/x.md --
    ---
    title: Single
    ---
    -- content/x/index.md --
    ---
    title: Bundle
    ---
    """)
    page = s.page("/x")
    assert page is not None
    assert page.title == "Bundle"
    (problem,) = s.problems
    assert problem.kind is Kind.CONTENT
    assert problem.filename == s.config.root / "content/x.md"
    assert "x/index.md" in problem.message


def test_two_pages_with_one_target_stay_and_the_later_is_reported(site: SiteMaker) -> None:
    s = site("""
    -- content/a.md --
    ---
    title: A
    ---
    -- content/b.md --
    ---
    title: B
    url: /a/
    ---
    """)
    (problem,) = s.problems
    assert problem.kind is Kind.ADDRESS
    assert problem.filename == s.config.root / "content/b.md"
    assert s.page_by_target("a/index.html") == s.page("/a")
    assert s.page("/b") is not None


def test_an_alias_in_the_place_of_a_page_is_left_out(site: SiteMaker) -> None:
    s = site("""
    -- content/a.md --
    ---
    title: A
    aliases: [/b/, /c/, a]
    ---
    -- content/b.md --
    ---
    title: B
    aliases: [/c/, /d/]
    ---
    """)
    assert [page.alias_targets for page in s.pages.values() if page.aliases] == [
        ("c/index.html",),
        ("d/index.html",),
    ]
    assert [p.kind for p in s.problems] == [Kind.ADDRESS, Kind.ADDRESS]
    assert "/b/" in s.problems[0].message
    assert "/c/" in s.problems[1].message


def test_a_file_that_is_not_utf8_is_read_with_its_line_reported(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.md").write_bytes(b"---\ntitle: A\n---\ncaf\xe9\n")
    s = load_site(tmp_path)
    (problem,) = s.problems
    assert (problem.kind, problem.line) == (Kind.CONTENT, 4)
    assert s.page("/a") is not None


def test_a_token_nobody_knows_leaves_the_address_of_the_path(site: SiteMaker) -> None:
    s = site("""
    -- hugo.toml --
    [permalinks.page]
    s = "/:bogus/"
    -- content/s/a.md --
    """)
    page = s.page("/s/a")
    assert page is not None
    assert page.rel_permalink == "/s/a/"
    (problem,) = s.problems
    assert problem.kind is Kind.ADDRESS
    assert ":bogus" in problem.message


def test_menu_entries_that_are_each_others_parents_are_named(site: SiteMaker) -> None:
    s = site("""
    -- content/j.md --
    ---
    title: J
    menus: {main: {parent: K}}
    ---
    -- content/k.md --
    ---
    title: K
    menus: {main: {parent: J}}
    ---
    """)
    (problem,) = s.problems
    assert problem.kind is Kind.MENU
    assert "'J'" in problem.message
    assert "'K'" in problem.message


@pytest.mark.parametrize("name", ["a.html", "a.org", "a.adoc", "a.rst", "_content.gotmpl"])
def test_content_we_cannot_read_is_named(site: SiteMaker, name: str) -> None:
    s = site(f"""
    -- content/s/{name} --
    text
    """)
    (problem,) = s.problems
    assert problem.kind is Kind.CONTENT
    assert problem.filename == s.config.root / "content/s" / name


def test_old_build_key_is_read_and_reported_once(site: SiteMaker) -> None:
    s = site("""
    -- content/a.md --
    ---
    title: A
    _build: {render: never}
    ---
    -- content/b.md --
    ---
    title: B
    _build: {list: never}
    ---
    """)
    page = s.page("/a")
    assert page is not None
    assert not page.rendered
    (problem,) = s.problems
    assert problem.kind is Kind.FRONT_MATTER
    assert "1 more" in problem.message
