"""Front matter on the built page: every row of the table has its effect."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from build.conftest import build_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

RICH = """
-- hugo.toml --
title = "Field Guide"
baseURL = "https://guide.example/"
disableKinds = ["taxonomy", "term"]
[params]
  tone = "warm"
-- static/card.png --
picture
-- content/_index.md --
---
title: Field Guide
---
-- content/birds/_index.md --
---
title: All about birds
linkTitle: Birds
description: Those that fly, and "others".
---
-- content/birds/owl.md --
---
title: The owl & its `eyes`
linkTitle: Owl
description: Hunts by "night".
summary: Not shown where there is a description.
lead: A *quiet* hunter; see the [wren](wren.md).
date: 2021-03-04T10:00:00+02:00
lastmod: 2022-05-06
images: [/card.png, "https://img.example/owl.jpg"]
weight: 20
toc: false
aliases: [/eule/, chouette, /old/owl.html]
keywords: [night, feathers]
rating: 4.5
wild: true
places: [wood, {name: barn, n: 3}]
robots: noarchive
params:
  wingSpan: 95
---
## Eyes
-- content/birds/wren.md --
---
title: Wren
slug: tiny-wren
summary: Sings loudly.
weight: 10
---
## Song
-- content/birds/swan.md --
---
title: Swan
url: /water/swan/
weight: 30
---
"""


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(tmp_path_factory.mktemp("rich"), RICH, project="Field Guide")


def test_title_is_heading_and_html_title(rich: Built) -> None:
    owl = rich.page("/birds/owl/")
    (heading,) = rich.article("/birds/owl/").xpath(".//h1")
    assert heading.text_content() == "The owl & its eyes"
    assert heading.xpath(".//code")[0].text_content() == "eyes"
    assert owl.findtext(".//title") == "The owl & its eyes - Field Guide"


def test_link_title_is_what_the_sidebar_says(rich: Built) -> None:
    assert rich.sidebar() == ["Birds", "  Wren", "  Owl", "  Swan"]


def test_description_goes_into_the_head_and_into_lists(rich: Built) -> None:
    assert rich.meta("/birds/owl/")["description"] == 'Hunts by "night".'
    assert rich.meta("/birds/owl/")["og:description"] == 'Hunts by "night".'
    assert "Those that fly, and \u201cothers\u201d." in rich.text("/")
    assert rich.text("/birds/") == (
        "All about birds Wren Sings loudly. The owl & its eyes Hunts by \u201cnight\u201d. Swan"
    )
    assert "description" not in rich.meta("/birds/tiny-wren/")


def test_lead_stands_under_the_title_with_its_links_checked(rich: Built) -> None:
    heading = rich.article("/birds/owl/").xpath(".//h1")[0]
    lead = heading.getnext()
    while lead.tag == "span":
        lead = lead.getnext()
    assert lead.tag == "p"
    assert lead.get("class") == "lead"
    assert lead.text_content() == "A quiet hunter; see the wren."
    assert rich.links("/birds/owl/")["wren"] == "../tiny-wren/"


def test_dates_are_in_the_head_and_at_the_foot(rich: Built) -> None:
    meta = rich.meta("/birds/owl/")
    assert meta["article:published_time"] == "2021-03-04T10:00:00+02:00"
    assert meta["article:modified_time"].startswith("2022-05-06T00:00:00")
    assert rich.footer("/birds/owl/") == "Last updated on May 06, 2022"
    assert rich.footer("/birds/tiny-wren/") == ""


def test_images_are_absolute(rich: Built) -> None:
    images = rich.page("/birds/owl/").xpath('//meta[@property="og:image"]/@content')
    assert images == ["https://guide.example/card.png", "https://img.example/owl.jpg"]
    meta = rich.meta("/birds/owl/")
    assert meta["twitter:card"] == "summary_large_image"
    assert meta["twitter:image"] == "https://guide.example/card.png"
    assert "og:image" not in rich.meta("/birds/tiny-wren/")


def test_toc_false_hides_the_contents_of_the_page(rich: Built) -> None:
    assert rich.page_toc("/birds/owl/") == []
    assert rich.page_toc("/birds/tiny-wren/") == ["Song"]


def test_slug_and_url_are_the_address(rich: Built) -> None:
    assert rich.addresses() == {"", "birds/", "birds/owl/", "birds/tiny-wren/", "water/swan/"}


def test_aliases_become_redirects(rich: Built) -> None:
    for target, address in (
        ("eule/index.html", "../birds/owl/"),
        ("birds/chouette/index.html", "../owl/"),
        ("old/owl.html", "../birds/owl/"),
    ):
        text = rich.file(target)
        assert f'content="0; url={address}"' in text
        assert '<link rel="canonical" href="https://guide.example/birds/owl/">' in text
        assert "<title>The owl &amp; its eyes</title>" in text.replace("`", "")
    assert rich.file("_redirects").splitlines() == [
        "/eule/ /birds/owl/ 301",
        "/birds/chouette/ /birds/owl/ 301",
        "/old/owl.html /birds/owl/ 301",
    ]


def test_keywords_are_in_the_head_and_in_the_general_index(rich: Built) -> None:
    assert rich.meta("/birds/owl/")["keywords"] == "night, feathers"
    index = rich.page("/genindex/")
    entries = {a.text_content(): a.get("href") for a in index.xpath("//table//a")}
    assert entries == {
        "feathers": "../birds/owl/#the-owl--its-eyes",
        "night": "../birds/owl/#the-owl--its-eyes",
    }
    assert rich.page("/birds/owl/").xpath('//*[@id="the-owl--its-eyes"]')


def test_robots_are_told(rich: Built) -> None:
    assert rich.meta("/birds/owl/")["robots"] == "noarchive"


def test_fields_are_kept_typed_as_written(rich: Built) -> None:
    metadata = rich.app.env.metadata["birds/owl"]
    assert metadata["rating"] == 4.5
    assert metadata["wild"] is True
    assert metadata["places"] == ["wood", {"name": "barn", "n": 3}]
    assert metadata["wingspan"] == 95
    assert metadata["weight"] == 20
    assert metadata["toc"] is False
    assert metadata["keywords"] == ("night", "feathers")
    assert metadata["aliases"] == ("/eule/", "chouette", "/old/owl.html")
    assert metadata["date"] == datetime.fromisoformat("2021-03-04T10:00:00+02:00")
    assert metadata["lastmod"] == datetime(2022, 5, 6, tzinfo=UTC)


def test_fields_reach_the_templates_of_the_theme(build: Callable[..., Built]) -> None:
    out = build(
        """
        -- templates/page.html --
        {%- extends "!page.html" -%}
        {%- block content -%}<b>{{ hugo_page.params.colour }}</b>{{ super() }}{%- endblock -%}
        -- content/_index.md --
        ---
        title: Home
        colour: green
        ---
        """,
        templates_path=["templates"],
        html_theme="basic",
    )
    assert out.page("/").findtext(".//b") == "green"


HIDDEN = """
-- hugo.toml --
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Home
---
-- content/shown.md --
---
title: Shown
---
-- content/draft.md --
---
title: Draft
draft: true
---
-- content/future.md --
---
title: Future
publishDate: 2999-01-01
---
-- content/expired.md --
---
title: Expired
expiryDate: 2001-01-01
---
-- content/headless/index.md --
---
title: Headless
headless: true
---
-- content/never.md --
---
title: Never
build:
  render: never
---
-- content/attic/_index.md --
---
title: Attic
draft: true
---
-- content/attic/box.md --
---
title: Box
---
"""


def test_what_hugo_leaves_out_is_left_out(build: Callable[..., Built]) -> None:
    out = build(HIDDEN)
    assert out.addresses() == {"", "shown/", "attic/box/"}
    assert out.sidebar() == ["Shown", "Box"]
    assert not (out.outdir / "attic/index.html").exists()


@pytest.mark.parametrize(
    ("option", "addresses"),
    [
        ("hugo_build_drafts", {"draft/", "attic/"}),
        ("hugo_build_future", {"future/"}),
        ("hugo_build_expired", {"expired/"}),
    ],
)
def test_options_bring_hidden_pages_back(
    build: Callable[..., Built], option: str, addresses: set[str]
) -> None:
    out = build(HIDDEN, **{option: True})
    assert out.addresses() == {"", "shown/", "attic/box/"} | addresses


def test_pages_are_ordered_by_weight_then_newest_then_title(build: Callable[..., Built]) -> None:
    out = build("""
        -- hugo.toml --
        disableKinds = ["taxonomy", "term"]
        -- content/news/_index.md --
        ---
        title: News
        ---
        -- content/news/a.md --
        ---
        title: Old
        date: 2020-01-01
        ---
        -- content/news/b.md --
        ---
        title: New
        date: 2021-01-01
        ---
        -- content/news/c.md --
        ---
        title: Undated
        ---
        -- content/news/d.md --
        ---
        title: Another undated
        ---
        -- content/news/e.md --
        ---
        title: Heavy
        weight: 9
        ---
        """)
    titles = ["Heavy", "New", "Old", "Another undated", "Undated"]
    assert out.sidebar() == ["News", *(f"  {title}" for title in titles)]
    assert (
        out.text("/news/")
        == "News Heavy New – Jan 01, 2021 Old – Jan 01, 2020 Another undated Undated"
    )
    assert out.footer("/news/b/") == "Last updated on Jan 01, 2021"
