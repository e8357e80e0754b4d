"""Which files a mount takes in, and which addresses pages get; each case was asked of the binary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from model.conftest import SiteMaker

MOUNTED = """
-- docs/_index.md --
-- docs/a.md --
-- docs/a.draft.md --
-- docs/skip/b.md --
-- docs/sub/README.md --
-- docs/sub/deep/c.md --
-- hugo.toml --
disableKinds = ["taxonomy", "term"]
[[module.mounts]]
source = "docs"
target = "content/g"
"""

FILES = [
    ('files = ["**"]', "a a.draft skip/b sub/readme sub/deep/c"),
    # A pattern without a slash takes in no folder.
    ('files = ["**.md"]', "a a.draft"),
    ('files = ["**/*.md"]', "skip/b sub/readme sub/deep/c"),
    ('files = ["a.md", "sub/deep/c.md"]', "a sub/deep/c"),
    ('files = ["! skip"]', "a a.draft sub/readme sub/deep/c"),
    ('files = ["! sub/*"]', "a a.draft skip/b"),
    ('files = ["! **.draft.md"]', "a skip/b sub/readme sub/deep/c"),
    # The first pattern that matches decides.
    ('files = ["! a.draft.md", "**"]', "a skip/b sub/readme sub/deep/c"),
    ('files = ["**", "! a.draft.md"]', "a a.draft skip/b sub/readme sub/deep/c"),
    ('files = ["sub/**", "! **"]', "sub/readme sub/deep/c"),
    # Hugo wants these two no more; what was excluded won.
    ('includeFiles = "**"\nexcludeFiles = ["skip/*", "**/README.md"]', "a a.draft sub/deep/c"),
]


@pytest.mark.parametrize(("setting", "pages"), FILES)
def test_patterns_of_a_mount(site: SiteMaker, setting: str, pages: str) -> None:
    found = site(f"{MOUNTED}{setting}\n").pages
    assert {path for path in found if path.startswith("/g/")} == {
        f"/g/{name}" for name in pages.split()
    }


PERMALINKS = """
-- hugo.toml --
[permalinks.page]
t = "/:title/"
g = "/g/:slugorcontentbasename/"
s = "/:sections/:sectionslug/:sectionslugs/:slug/"
l = "/a+b c/:filename/"
[permalinks.term]
tags = "/about/:slug/"
-- content/t/one.md --
---
title: "C++ and A/B"
tags: ["C++", "a/b"]
---
-- content/g/g+h.md --
-- content/s/_index.md --
---
title: "S + T/U"
---
-- content/s/deep/_index.md --
---
title: Deep
slug: x/y
---
-- content/s/deep/page.md --
---
title: Page
slug: c+d/e
---
-- content/l/end+.md --
-- content/u/tokens.md --
---
title: "A+b/C"
url: /a+b/:title/
---
-- content/u/plain.md --
---
url: /a+b/
---
"""

ADDRESSES = {
    # A plus sign is a space in what a pattern gives, a slash in a title a hyphen.
    "/t/one": "/c-and-a-b/",
    "/g/g+h": "/g/g-h/",
    "/s/deep/page": "/s/deep/s--t-u/s--t-u/x/y/c-d/e/",
    "/l/end+": "/a-b-c/end/",
    "/tags/c++": "/about/c/",
    "/tags/a/b": "/about/a/b/",
    "/u/tokens": "/a%20b/a%20b-c/",
    "/u/plain": "/a+b/",
}


def test_tokens_of_permalinks(site: SiteMaker) -> None:
    pages = site(PERMALINKS).pages
    assert {path: pages[path].rel_permalink for path in ADDRESSES} == ADDRESSES


def test_aliases_are_ugly_where_their_page_is(site: SiteMaker) -> None:
    pages = site("""
    -- hugo.toml --
    [uglyURLs]
    docs = true
    -- content/docs/a.md --
    ---
    aliases: [old, /older, /o.htm]
    ---
    -- content/blog/b.md --
    ---
    aliases: [old]
    ---
    """).pages
    assert pages["/docs/a"].alias_targets == ("docs/old.html", "older.html", "o.htm")
    assert pages["/blog/b"].alias_targets == ("blog/old/index.html",)
