"""The sidebar, previous and next: Hugo's order, every page reachable, no word from Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

MENU = """
-- hugo.toml --
disableKinds = ["taxonomy", "term"]
[[menus.docs]]
  identifier = "about"
  name = "About us"
  weight = 10
[[menus.docs]]
  identifier = "use"
  name = "Use it"
  weight = 20
[[menus.docs]]
  identifier = "empty"
  name = "Nothing here"
  weight = 30
[[menus.docs]]
  identifier = "forge"
  name = "Forge"
  url = "https://forge.example/"
  weight = 40
-- content/_index.md --
---
title: Home
---
-- content/docs/_index.md --
---
title: Documentation
---
-- content/docs/mission.md --
---
title: Mission
menu: {docs: {parent: about}}
weight: 100
---
-- content/docs/people.md --
---
title: People
linkTitle: Who
menu: {docs: {parent: about}}
weight: 50
---
-- content/docs/start.md --
---
title: Start
menus: {docs: {parent: use, identifier: start, weight: 1}}
weight: 900
---
-- content/docs/deeper.md --
---
title: Deeper
menus: {docs: {parent: start}}
---
-- content/docs/last.md --
---
title: Last
menus: {docs: {parent: use, name: The last}}
---
-- content/blog/_index.md --
---
title: Blog
---
-- content/blog/post.md --
---
title: Post
---
"""


def test_a_menu_is_captions_and_entries_by_parent_and_weight(build: Callable[..., Built]) -> None:
    out = build(MENU)
    assert out.sidebar() == [
        "# About us",
        "Who",
        "Mission",
        "# Use it",
        "Start",
        "  Deeper",
        "The last",
        "Forge",
        "Blog",
        "  Post",
        "Documentation",
    ]


def test_previous_and_next_follow_the_menu(build: Callable[..., Built]) -> None:
    out = build(MENU)
    order = ["/", "/docs/people/", "/docs/mission/", "/docs/start/", "/docs/deeper/", "/docs/last/"]
    titles = ["Home", "People", "Mission", "Start", "Deeper", "Last", "Blog"]
    for place, address in enumerate(order):
        before = titles[place - 1] if place else ""
        assert out.neighbours(address) == (before, titles[place + 1])


def test_the_page_shown_is_marked(build: Callable[..., Built]) -> None:
    out = build(MENU)
    tree = out.page("/docs/deeper/").find_class("sidebar-tree")[0]
    current = [a.text_content() for a in tree.xpath('.//li[contains(@class, "current-page")]/a')]
    assert current == ["Deeper"]


def test_without_a_menu_the_sections_are_the_sidebar(build: Callable[..., Built]) -> None:
    out = build(MENU, hugo_navigation="sections")
    assert out.sidebar() == [
        "Blog",
        "  Post",
        "Documentation",
        "  Who",
        "  Mission",
        "  Start",
        "  Deeper",
        "  Last",
    ]


def test_every_page_is_reached_whatever_hides_it(build: Callable[..., Built]) -> None:
    out = build("""
        -- hugo.toml --
        -- content/deep/er/still/page.md --
        ---
        title: Page
        tags: [one]
        ---
        -- content/hidden.md --
        ---
        title: Hidden
        build:
          list: never
        ---
        -- content/bundle/index.md --
        ---
        title: Bundle
        ---
        -- content/untitled.md --
        Text without front matter.
        """)
    assert not [name for name in out.app.env.all_docs if not reached(out, name)]
    assert out.addresses() >= {
        "hidden/",
        "bundle/",
        "untitled/",
        "deep/er/still/page/",
        "tags/one/",
    }


def reached(out: Built, docname: str) -> bool:
    """Tell whether a toctree leads to a document."""
    return docname == "index" or any(
        docname in included for included in out.app.env.toctree_includes.values()
    )


def test_a_menu_that_does_not_exist_leaves_the_sections(build: Callable[..., Built]) -> None:
    out = build(MENU, hugo_navigation="menu:none")
    assert out.sidebar()[:2] == ["Blog", "  Post"]


def test_a_parent_is_an_identifier_before_a_name(build: Callable[..., Built]) -> None:
    out = build(
        """
        -- hugo.toml --
        disableKinds = ["taxonomy", "term"]
        [[menus.main]]
          identifier = "a"
          name = "b"
          weight = 1
        [[menus.main]]
          identifier = "b"
          name = "a"
          weight = 2
        [[menus.main]]
          name = "By name"
          weight = 3
        -- content/x.md --
        ---
        title: X
        menus: {main: {parent: a}}
        ---
        -- content/y.md --
        ---
        title: Y
        menus: {main: {parent: b}}
        ---
        -- content/z.md --
        ---
        title: Z
        menus: {main: {parent: By name}}
        ---
        """,
        hugo_navigation="menu:main",
    )
    assert out.sidebar() == ["# b", "X", "# a", "Y", "# By name", "Z"]


def test_a_parent_that_is_not_there_keeps_the_page(build: Callable[..., Built]) -> None:
    out = build(
        """
        -- hugo.toml --
        disableKinds = ["taxonomy", "term"]
        -- content/x.md --
        ---
        title: X
        menus: {main: {parent: nowhere}}
        ---
        """,
        hugo_navigation="menu:main",
    )
    assert out.sidebar() == ["# nowhere", "X"]
