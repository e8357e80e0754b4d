"""The sidebar: order, captions, and every rendered page exactly once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.conftest import CLOCK, SiteMaker
from sphinx_hugo.hugo.sidebar import NavNode, build_navigation
from sphinx_hugo.hugo.site import load_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

DOCS = """
-- hugo.toml --
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Home
menus: {main: {weight: 1}}
---
-- content/docs/_index.md --
---
title: Docs
---
-- content/docs/b.md --
---
title: B
linkTitle: Bee
weight: 1
---
-- content/docs/a.md --
---
title: A
---
-- content/docs/sub/_index.md --
---
title: Sub
---
-- content/docs/sub/x.md --
---
title: X
---
-- content/docs/hidden.md --
---
title: Hidden
build: {list: never}
---
-- content/drafts/_index.md --
---
title: Drafts
draft: true
---
-- content/drafts/kept.md --
---
title: Kept
---
"""


def outline(nodes: Iterable[NavNode]) -> list[object]:
    """Return the tree as paths (URLs, captions in brackets), children in lists after them."""
    found: list[object] = []
    for node in nodes:
        found.append(node.page or node.url or f"[{node.title}]")
        if node.children:
            found.append(outline(node.children))
    return found


def walk(nodes: Iterable[NavNode]) -> Iterator[NavNode]:
    for node in nodes:
        yield node
        yield from walk(node.children)


def test_sections_follow_hugos_order_and_end_with_what_nothing_leads_to(site: SiteMaker) -> None:
    nodes = build_navigation(site(DOCS), "sections")
    assert outline(nodes) == [
        "/docs",
        ["/docs/b", "/docs/a", "/docs/sub", ["/docs/sub/x"]],
        "/docs/hidden",
        "/drafts/kept",
    ]
    assert nodes[0].children[0].title == "Bee"


def test_taxonomies_and_terms_come_last(site: SiteMaker) -> None:
    s = site("""
    -- content/z.md --
    ---
    title: Z
    tags: [one]
    ---
    """)
    nodes = build_navigation(s, "sections")
    assert outline(nodes) == ["/z", "/categories", "/tags", ["/tags/one"]]


def test_a_section_that_is_not_written_is_a_caption(site: SiteMaker) -> None:
    s = site("""
    -- hugo.toml --
    disableKinds = ["taxonomy", "term"]
    -- content/s/_index.md --
    ---
    title: S
    build: {render: never}
    ---
    -- content/s/a.md --
    -- content/empty/_index.md --
    ---
    title: Empty
    build: {render: never}
    ---
    """)
    assert outline(build_navigation(s, "sections")) == ["[S]", ["/s/a"]]


MENU = """
-- hugo.toml --
baseURL = "https://example.org/base/"
disableKinds = ["taxonomy", "term"]
[[menus.side]]
identifier = "start"
name = "Start"
weight = 1
url = "/docs/one/"
[[menus.side]]
name = "First"
parent = "start"
pageRef = "/docs/one"
[[menus.side]]
name = "Two"
weight = 2
url = "/docs/two/"
[[menus.side]]
name = "Away"
weight = 3
url = "https://other.org/"
[[menus.side]]
name = "Empty caption"
weight = 4
[[menus.side]]
name = "Again"
weight = 5
pageRef = "/docs/two"
-- content/docs/_index.md --
-- content/docs/one.md --
-- content/docs/two.md --
-- content/docs/three.md --
---
title: Three
---
-- content/docs/in/_index.md --
---
title: In
menus: {side: {weight: 9}}
---
-- content/docs/in/a.md --
-- content/docs/in/deep/_index.md --
-- content/docs/in/deep/b.md --
"""


def test_menu_with_captions_addresses_and_the_rest(site: SiteMaker) -> None:
    s = site(MENU)
    assert outline(build_navigation(s, "menu:side")) == [
        # The caption repeats the address of its first entry, which is the page.
        "[Start]",
        ["/docs/one"],
        "/docs/two",
        "https://other.org/",
        "/docs/in",
        ["/docs/in/a", "/docs/in/deep", ["/docs/in/deep/b"]],
        "/docs",
        ["/docs/three"],
    ]


def test_the_home_page_is_the_root_and_no_node(site: SiteMaker) -> None:
    s = site(DOCS)
    assert "/" not in outline(build_navigation(s, "menu:main"))


def test_auto_takes_the_menu_that_half_the_pages_name(site: SiteMaker) -> None:
    text = """
    -- hugo.toml --
    disableKinds = ["taxonomy", "term"]
    -- content/docs/_index.md --
    -- content/docs/a.md --
    ---
    title: A
    menus: {guide: {parent: Part}}
    ---
    -- content/docs/b.md --
    """
    s = site(text)
    assert outline(build_navigation(s)) == ["[Part]", ["/docs/a"], "/docs", ["/docs/b"]]
    s = site(text + "-- content/docs/c.md --\n")
    assert build_navigation(s) == build_navigation(s, "sections")


@pytest.mark.parametrize("mode", ["", "menu", "menu:", "tree", "sections:x"])
def test_an_unknown_mode_is_an_error(site: SiteMaker, mode: str) -> None:
    s = site("-- content/a.md --")
    with pytest.raises(ValueError, match="sections"):
        build_navigation(s, mode)


def test_below_a_menu_hidden_pages_hang_under_their_section(site: SiteMaker) -> None:
    s = site(DOCS)
    assert outline(build_navigation(s, "menu:nope")) == [
        "/docs",
        ["/docs/b", "/docs/a", "/docs/sub", ["/docs/sub/x"], "/docs/hidden"],
        "/drafts/kept",
    ]


def test_a_very_deep_menu(site: SiteMaker) -> None:
    entries = "\n".join(
        f'[[menus.deep]]\nname = "n{n}"\nparent = "n{n - 1}"\nurl = "/n{n}/"' for n in range(3000)
    )
    s = site(f"-- hugo.toml --\n{entries}\n-- content/a.md --\n")
    depth, nodes = 0, build_navigation(s, "menu:deep")
    while nodes:
        depth, nodes = depth + 1, nodes[0].children
    assert depth == 3001


NAMES = st.sampled_from(["a", "b", "c", "_index", "index"])
PATHS = st.lists(st.sampled_from(["s", "t", "u"]), max_size=3)
LINES = st.sampled_from(
    [
        "draft: true",
        "build: {list: never}",
        "build: {render: never}",
        "headless: true",
        "weight: 2",
        "menus: {m: {parent: a}}",
        "menus: {m: {identifier: a}}",
        "menus: m",
        "tags: [x, y]",
        "url: /s/",
        "title: T",
    ]
)
FILES = st.dictionaries(
    st.tuples(PATHS.map("/".join), NAMES), st.lists(LINES, max_size=3, unique=True), max_size=8
)


@given(FILES, st.sampled_from(["sections", "menu:m", "auto"]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_rendered_page_stands_in_the_sidebar_once(
    tmp_path_factory: pytest.TempPathFactory, files: dict[tuple[str, str], list[str]], mode: str
) -> None:
    root: Path = tmp_path_factory.mktemp("site")
    for (folder, name), lines in files.items():
        filename = root / "content" / folder / f"{name}.md"
        filename.parent.mkdir(parents=True, exist_ok=True)
        unique = {line.partition(":")[0]: line for line in lines}
        filename.write_text("\n".join(["---", *unique.values(), "---", ""]))
    s = load_site(root, now=CLOCK)
    shown = [node.page for node in walk(build_navigation(s, mode)) if node.page]
    wanted = [page.path for page in s.pages.values() if page.rendered and page.path != "/"]
    assert sorted(shown) == sorted(wanted)
