"""Links for editing and viewing lead to the true file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

SITE = """
-- hugo.toml --
defaultContentLanguage = "nl"
disableKinds = ["term"]
[taxonomies]
tag = "tags"
[languages.nl]
-- content/_index.md --
---
title: Home
---
-- content/docs/_index.md --
---
title: Docs
---
-- content/docs/box/index.md --
---
title: Box
---
-- content/docs/a b {x}.nl.md --
---
title: A
slug: other
---
"""


def links(built: Built, address: str) -> tuple[list[str], list[str]]:
    """Return the links of a page for editing and for viewing."""
    page = built.page(address)
    return (
        page.xpath('//*[@class="edit-this-page"]/a/@href'),
        page.xpath('//*[@class="view-this-page"]/a/@href'),
    )


@pytest.mark.parametrize(
    ("options", "edit", "view"),
    [
        (
            {
                "source_repository": "https://github.com/acme/site/",
                "source_branch": "main",
                "source_directory": "web/",
            },
            "https://github.com/acme/site/edit/main/web/{}",
            "https://github.com/acme/site/blob/main/web/{}?plain=true",
        ),
        (
            {"source_repository": "https://gitlab.com/acme/site", "source_branch": "dev"},
            "https://gitlab.com/acme/site/-/edit/dev/{}",
            "https://gitlab.com/acme/site/blob/dev/{}",
        ),
        (
            {"source_repository": "https://bitbucket.org/acme/site", "source_branch": "dev"},
            "https://bitbucket.org/acme/site/src/dev/{}?mode=edit&at=dev",
            "https://bitbucket.org/acme/site/src/dev/{}",
        ),
        (
            {
                "source_edit_link": "https://e.example/{filename}",
                "source_view_link": "https://v.example/{filename}?{filename}",
            },
            "https://e.example/{}",
            "https://v.example/{0}?{0}",
        ),
    ],
)
def test_links_lead_to_the_file(
    build: Callable[..., Built], options: dict[str, Any], edit: str, view: str
) -> None:
    out = build(SITE, language="nl", html_theme_options=options)
    for address, path in {
        "/": "content/_index.md",
        "/docs/": "content/docs/_index.md",
        "/docs/box/": "content/docs/box/index.md",
        "/docs/other/": "content/docs/a%20b%20%7Bx%7D.nl.md",
    }.items():
        assert links(out, address) == ([edit.format(path)], [view.format(path)])
    assert links(out, "/tags/") == ([], [])  # Hugo makes this page itself


def test_site_beside_the_project(build: Callable[..., Built]) -> None:
    files = "\n".join(
        line.replace("-- ", "-- website/", 1) if line.startswith("-- ") else line
        for line in SITE.splitlines()
    )
    options = {
        "source_repository": "https://github.com/acme/site",
        "source_branch": "main",
        "source_directory": "doc/sphinx",
    }
    out = build(
        files + "\n-- project/conf.py --\n", language="nl", hugo_root="website",
        html_theme_options=options,
    )  # fmt: skip
    edit, _view = links(out, "/docs/")
    assert edit == [
        "https://github.com/acme/site/edit/main/doc/sphinx/website/content/docs/_index.md"
    ]


def test_no_repository_no_link(build: Callable[..., Built]) -> None:
    out = build(SITE, language="nl", html_copy_source=False, html_show_sourcelink=False)
    assert links(out, "/docs/") == ([], [])
