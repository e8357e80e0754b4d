"""What Markdown becomes on the pages of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

PAGE = """
-- content/a.md --
---
title: A
---
"""


def shown(built: Built) -> str:
    """Return the HTML of the page ``/a/``, white space folded."""
    return " ".join(html.tostring(built.article("/a/"), encoding="unicode").split())


def test_line_ends_are_line_breaks_where_the_site_says_so(build: Callable[..., Built]) -> None:
    text = "roses are *red\nand* blue\n\n- violets\n  too\n\n> sugar\n> sweet\n"
    setting = "-- hugo.toml --\n[markup.goldmark.renderer]\nhardWraps = true\n"
    page = shown(build(setting + PAGE.lstrip("\n") + text))
    assert "<p>roses are <em>red<br> and</em> blue</p>" in page
    assert "violets<br> too" in page
    assert "sugar<br> sweet" in page
    assert "<br" not in shown(build("-- hugo.toml --\ntitle = 'T'\n"))
