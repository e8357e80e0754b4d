"""Plain links and references: what they lead to, and what is said when they lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_hugo.hugo.references.links import LinkKind, resolve_link
from sphinx_hugo.hugo.references.refs import find_page, resolve_ref

if TYPE_CHECKING:
    from model.conftest import SiteMaker

SITE = """
-- hugo.toml --
baseURL = "https://example.org/sub/"
-- static/files/paper.pdf --
x
-- static/tool/index.html --
x
-- content/_index.md --
---
title: Home
---
-- content/docs/_index.md --
---
title: Docs
---
-- content/docs/intro.md --
---
title: Intro
aliases: [/old/intro/, beginning]
---
-- content/docs/moved.md --
---
title: Moved
slug: elsewhere
---
-- content/docs/secret.md --
---
title: Secret
draft: true
---
-- content/docs/guide/index.md --
---
title: Guide
---
-- content/docs/guide/fig/one.png --
x
-- content/docs/over.svg --
x
-- content/docs/deep/_index.md --
---
title: Deep
---
-- content/docs/deep/page.md --
---
title: Page
---
-- content/docs/linked.md --
---
title: Linked
build: {render: link}
---
-- content/blog/intro.md --
---
title: Blog intro
---
"""

PAGES = [
    # As a browser reads it, from /sub/docs/intro/.
    ("../elsewhere/", "/docs/moved"),
    ("../guide/", "/docs/guide"),
    ("../guide", "/docs/guide"),
    ("../", "/docs"),
    ("..", "/docs"),
    ("../../blog/intro/", "/blog/intro"),
    ("./", "/docs/intro"),
    # From the root, with the base path and without it.
    ("/sub/docs/intro/", "/docs/intro"),
    ("/docs/intro/", "/docs/intro"),
    ("/docs/intro", "/docs/intro"),
    ("/docs/intro/index.html", "/docs/intro"),
    ("/sub/", "/"),
    ("/", "/"),
    # An address of its own host.
    ("https://example.org/sub/docs/guide/", "/docs/guide"),
    ("//example.org/sub/docs/guide/", "/docs/guide"),
    # Files, from docs/.
    ("moved.md", "/docs/moved"),
    ("./moved.md", "/docs/moved"),
    ("guide/index.md", "/docs/guide"),
    ("guide.md", "/docs/guide"),
    ("deep/page.md", "/docs/deep/page"),
    ("deep/_index.md", "/docs/deep"),
    ("../blog/intro.md", "/blog/intro"),
    ("/docs/moved.md", "/docs/moved"),
    # File-relative without extension, where no URL is.
    ("guide/", "/docs/guide"),
    ("deep/page", "/docs/deep/page"),
    ("moved", "/docs/moved"),
    ("./deep/page/", "/docs/deep/page"),
    # Redirects.
    ("/old/intro/", "/docs/intro"),
    ("/sub/docs/beginning/", "/docs/intro"),
    # A page that has an address and is not written.
    ("/docs/linked/", "/docs/linked"),
]


@pytest.mark.parametrize(("destination", "path"), PAGES)
def test_links_to_pages(site: SiteMaker, destination: str, path: str) -> None:
    s = site(SITE)
    found = resolve_link(s, f"{destination}?a=b#c d", s.page("/docs/intro"))
    assert found.kind is LinkKind.PAGE
    assert found.page is s.page(path)
    assert (found.query, found.fragment) == ("a=b", "c d")


def test_url_wins_over_file_but_for_a_content_extension(site: SiteMaker) -> None:
    s = site("""
    -- content/a/_index.md --
    -- content/a/b/_index.md --
    -- content/a/b/x.md --
    -- content/a/b/b/_index.md --
    -- content/a/b/b/x.md --
    """)
    start = s.page("/a/b/x")
    # From /a/b/x/, ../b/ is /a/b/b/; from a/b/x.md it would be a/b/.
    assert resolve_link(s, "../b/x/", start).page is s.page("/a/b/b/x")
    assert resolve_link(s, "../b/x.md", start).page is s.page("/a/b/x")


@pytest.mark.parametrize(
    ("start", "destination", "kind", "name", "address"),
    [
        ("/docs/guide", "fig/one.png", "resource", "one.png", "/sub/docs/guide/fig/one.png"),
        ("/docs/intro", "guide/fig/one.png", "resource", "one.png", "/sub/docs/guide/fig/one.png"),
        ("/docs/intro", "../over.svg", "resource", "over.svg", "/sub/docs/over.svg"),
        ("/docs/intro", "over.svg", "resource", "over.svg", "/sub/docs/over.svg"),
        ("/docs/intro", "/files/paper.pdf", "static", "paper.pdf", "/sub/files/paper.pdf"),
        ("/docs/intro", "../../files/paper.pdf", "static", "paper.pdf", "/sub/files/paper.pdf"),
        ("/docs/intro", "/tool/", "static", "index.html", "/sub/tool/"),
    ],
)
def test_links_to_files(
    site: SiteMaker, start: str, destination: str, kind: str, name: str, address: str
) -> None:
    s = site(SITE)
    found = resolve_link(s, destination, s.page(start))
    assert found.kind.value == kind
    assert found.filename is not None
    assert found.filename.name == name
    assert found.address == address


@pytest.mark.parametrize(
    ("destination", "kind"),
    [
        ("https://other.org/docs/", LinkKind.EXTERNAL),
        ("https://example.org/other/", LinkKind.EXTERNAL),
        ("mailto:a@b.org", LinkKind.EXTERNAL),
        ("tel:1", LinkKind.EXTERNAL),
        ("javascript:void(0)", LinkKind.EXTERNAL),
        ("http://[bad", LinkKind.EXTERNAL),
        ("#here", LinkKind.FRAGMENT),
        ("?q=1#here", LinkKind.FRAGMENT),
        ("", LinkKind.FRAGMENT),
        ("/nowhere/", LinkKind.NONE),
        ("../../../../../etc/passwd", LinkKind.NONE),
        ("page", LinkKind.NONE),
    ],
)
def test_other_links(site: SiteMaker, destination: str, kind: LinkKind) -> None:
    s = site(SITE)
    assert resolve_link(s, destination, s.page("/blog")).kind is kind


def test_a_dead_link_names_the_draft_or_the_nearest_page(site: SiteMaker) -> None:
    s = site(SITE)
    start = s.page("/blog/intro")
    draft = resolve_link(s, "/docs/secret/", start)
    assert "/docs/secret exists but is a draft" in draft.problem_text
    near = resolve_link(s, "/guides/guide/", start)
    assert near.candidates == ("/docs/guide",)
    assert "/docs/guide" in near.problem_text


@pytest.mark.parametrize(
    ("link", "near"),
    [
        ("/docs/intrs/", ("/docs/intro",)),  # not the one of the blog
        ("/docs/deep/pages/", ("/docs/deep/page",)),
        ("/docs/deep/moves/", ()),  # nothing like it there; /docs/moved is something else
        ("/blog/deep/paper/", ()),
        ("/moves/", ("/docs/moved",)),
        ("/blog/installing-parts/", ("/docs/deep/installing-part",)),
        ("/blog/page/", ("/docs/deep/page",)),
    ],
)
def test_a_page_of_another_folder_is_near_only_if_its_name_is(
    site: SiteMaker, link: str, near: tuple[str, ...]
) -> None:
    s = site(SITE + "-- content/docs/deep/installing-part.md --\n---\ntitle: Part\n---\n")
    assert resolve_link(s, link, s.page("/blog/intro")).candidates == near


def test_a_dead_ref_says_where_hugo_looked_and_what_is_near(site: SiteMaker) -> None:
    s = site(SITE)
    start = s.page("/docs/intro")
    missing = resolve_ref(s, "gide#part", start)
    assert missing.page is None
    assert missing.candidates == ("/docs/guide",)
    for text in ("/docs/gide", "'gide'", "/docs/guide"):
        assert text in missing.problem_text
    assert "is a draft" in resolve_ref(s, "secret.md", start).problem_text
    assert "no language 'de'" in resolve_ref(s, "guide", start, language="de").problem_text
    assert "'PDF'" in resolve_ref(s, "guide", start, output_format="PDF").problem_text


def test_an_ambiguous_ref_names_all_candidates(site: SiteMaker) -> None:
    s = site(SITE)
    found = resolve_ref(s, "intro", s.page("/docs/deep/page"))
    assert found.candidates == ("/blog/intro", "/docs/intro")
    assert "ambiguous" in found.problem_text
    assert find_page(s, "intro", s.page("/docs/deep/page")) is None


def test_a_miss_gives_the_configured_address(site: SiteMaker) -> None:
    s = site('-- hugo.toml --\nrefLinksNotFoundURL = "/404/"\n-- content/a.md --\n')
    assert resolve_ref(s, "nope#x", s.page("/a")).url == "/404/"


def test_ref_finds_a_file_where_a_mount_puts_it(site: SiteMaker) -> None:
    s = site("""
    -- hugo.toml --
    [[module.mounts]]
    source = "pages"
    target = "content/docs"
    [[module.mounts]]
    source = "pages/landing"
    target = "content"
    -- pages/one.md --
    -- pages/landing/_index.md --
    """)
    home = s.page("/")
    # Beside the file of the home page, though not in its section.
    assert find_page(s, "../one.md", home) is s.page("/docs/one")
