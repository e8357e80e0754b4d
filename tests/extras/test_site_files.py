"""Files made of all pages: sitemap, robots.txt, feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from build.conftest import build_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

SITE = """
-- hugo.toml --
title = "Tools & <Parts>"
baseURL = "https://parts.example/sub/"
enableRobotsTXT = true
[services.rss]
  limit = 3
[sitemap]
  changefreq = "monthly"
-- content/_index.md --
---
title: Home
---
-- content/docs/_index.md --
---
title: Docs & Co
date: 2020-01-02
---
-- content/docs/a.md --
---
title: "A <b> & \\x07 bell"
date: 2020-01-01T08:00:00+01:00
lastmod: 2021-02-01
description: "First <i>&amp;</i>"
tags: [steel]
---
-- content/docs/b.md --
---
title: B
date: 2020-01-02
weight: 1
sitemap:
  priority: 0.5
  changefreq: weekly
---
Words of the *page*.
-- content/docs/c.md --
---
title: C
sitemap:
  disable: true
---
-- content/docs/d.md --
---
title: D
robots: "NOINDEX, nofollow"
---
-- content/docs/e.md --
---
title: E
build:
  list: never
sitemap:
  priority: high
---
-- content/docs/sub/_index.md --
---
title: Sub
---
-- content/docs/sub/z.md --
---
title: Z
date: 2022-01-01
outputs: [html]
---
"""
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "atom": "http://www.w3.org/2005/Atom",
}
FEEDS = {"index.xml", "docs/index.xml", "docs/sub/index.xml", "tags/steel/index.xml"}
ROOT = "https://parts.example/sub/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(tmp_path_factory.mktemp("files"), SITE)


def xml(built: Built, name: str) -> etree._Element:
    return etree.fromstring((built.outdir / name).read_bytes())


def entries(built: Built) -> dict[str, dict[str, str]]:
    """Return the sitemap: address below the site to what it says of the page."""
    return {
        url.findtext("s:loc", "", NAMES).removeprefix(ROOT): {
            etree.QName(child).localname: child.text or child.get("href", "") for child in url[1:]
        }
        for url in xml(built, "sitemap.xml").iterfind("s:url", NAMES)
    }


def items(built: Built, name: str) -> list[dict[str, str]]:
    """Return the items of a feed."""
    found = xml(built, name).iterfind("channel/item")
    return [{child.tag: child.text or "" for child in item} for item in found]


def test_sitemap_lists_what_search_engines_may_show(site: Built) -> None:
    assert entries(site) == {
        "": {"lastmod": "2022-01-01T00:00:00+00:00", "changefreq": "monthly"},
        "categories/": {"changefreq": "monthly"},
        "docs/": {"lastmod": "2020-01-02T00:00:00+00:00", "changefreq": "monthly"},
        "docs/a/": {"lastmod": "2021-02-01T00:00:00+00:00", "changefreq": "monthly"},
        "docs/b/": {
            "lastmod": "2020-01-02T00:00:00+00:00",
            "changefreq": "weekly",
            "priority": "0.5",
        },
        "docs/sub/": {"lastmod": "2022-01-01T00:00:00+00:00", "changefreq": "monthly"},
        "docs/sub/z/": {"lastmod": "2022-01-01T00:00:00+00:00", "changefreq": "monthly"},
        "tags/": {"lastmod": "2021-02-01T00:00:00+00:00", "changefreq": "monthly"},
        "tags/steel/": {"lastmod": "2021-02-01T00:00:00+00:00", "changefreq": "monthly"},
    }


def test_robots_are_shown_the_sitemap(site: Built) -> None:
    assert site.file("robots.txt") == f"User-agent: *\nSitemap: {ROOT}sitemap.xml\n"


def test_feeds_stand_where_hugo_has_them(site: Built) -> None:
    found = {path.relative_to(site.outdir).as_posix() for path in site.outdir.rglob("index.xml")}
    assert found == {
        "index.xml",
        "docs/index.xml",
        "docs/sub/index.xml",
        "tags/index.xml",
        "tags/steel/index.xml",
        "categories/index.xml",
    }


def test_feed_of_a_section(site: Built) -> None:
    feed = xml(site, "docs/index.xml")
    assert feed.findtext("channel/title") == "Docs & Co on Tools & <Parts>"
    assert feed.findtext("channel/link") == f"{ROOT}docs/"
    assert feed.findtext("channel/description") == "Recent content in Docs & Co on Tools & <Parts>"
    assert feed.findtext("channel/lastBuildDate") == "Mon, 01 Feb 2021 00:00:00 +0000"
    assert feed.find("channel/atom:link", NAMES).get("href") == f"{ROOT}docs/index.xml"
    assert items(site, "docs/index.xml") == [
        {
            "title": "B",
            "link": f"{ROOT}docs/b/",
            "pubDate": "Thu, 02 Jan 2020 00:00:00 +0000",
            "guid": f"{ROOT}docs/b/",
            "description": "Words of the page.",
        },
        {
            "title": "A <b> & \N{REPLACEMENT CHARACTER} bell",
            "link": f"{ROOT}docs/a/",
            "pubDate": "Wed, 01 Jan 2020 08:00:00 +0100",
            "guid": f"{ROOT}docs/a/",
            "description": "First <i>&amp;</i>",
        },
        {"title": "C", "link": f"{ROOT}docs/c/", "guid": f"{ROOT}docs/c/"},
    ]


def test_feed_of_the_home_page_has_all_pages_to_the_limit(site: Built) -> None:
    assert [item["title"] for item in items(site, "index.xml")] == [
        "B",
        "Z",
        "A <b> & \N{REPLACEMENT CHARACTER} bell",
    ]
    assert xml(site, "index.xml").findtext("channel/title") == "Tools & <Parts>"


def test_feed_of_a_taxonomy_lists_its_terms(site: Built) -> None:
    assert [item["link"] for item in items(site, "tags/index.xml")] == [f"{ROOT}tags/steel/"]


def test_pages_name_their_feed(site: Built) -> None:
    links = site.page("/docs/").xpath('//link[@type="application/rss+xml"]/@href')
    assert links == [f"{ROOT}docs/index.xml"]
    assert "application/rss+xml" not in site.file("docs/a/index.html")


def test_links_lead_to_feeds(build: Callable[..., Built]) -> None:
    linking = """
-- layouts/_shortcodes/feed.html --
{{ with .Page.CurrentSection.OutputFormats.Get "rss" }}<a id="feed" href="{{ .RelPermalink }}">{{ end }}
-- content/docs/linking.md --
---
title: Linking
---
[Ours](/docs/index.xml), [the site's](../../index.xml), [none](../a/index.xml).

{{< feed >}}
"""
    out = build(SITE + linking, warnings_ok=True)
    page = out.page("/docs/linking/")
    assert page.xpath('//a[contains(@href, ".xml")]/@href') == [
        "../index.xml", "../../index.xml", "../a/index.xml", "../index.xml"
    ]  # fmt: skip
    assert out.message("link").startswith("link '../a/index.xml': nothing is served")


@pytest.mark.parametrize(
    ("config", "gone"),
    [
        ({"disableKinds": ["rss"]}, FEEDS),
        ({"disableKinds": ["sitemap"]}, {"sitemap.xml"}),
        ({"disableKinds": ["robotsTXT"]}, {"robots.txt"}),
        ({"outputs": {"section": ["html"]}}, {"docs/index.xml", "docs/sub/index.xml"}),
        ({"baseURL": ""}, {"sitemap.xml", "index.xml"}),
    ],
)
def test_what_is_switched_off_is_not_written_and_taken_away(
    build: Callable[..., Built], config: dict[str, object], gone: set[str]
) -> None:
    names = FEEDS | {"sitemap.xml", "robots.txt"}
    first = build(SITE)
    assert names <= set(first.files())
    left = names & set(build(SITE, hugo_config=config).files())
    assert not left & gone
    if "baseURL" not in config:
        assert left == names - gone


def test_files_of_the_site_come_first(build: Callable[..., Built]) -> None:
    out = build(
        SITE
        + """
-- static/robots.txt --
User-agent: me
-- static/docs/index.xml --
<mine/>
"""
    )
    assert out.file("robots.txt") == "User-agent: me\n"
    assert out.file("docs/index.xml") == "<mine/>\n"


def test_names_are_those_of_the_configuration(build: Callable[..., Built]) -> None:
    names = {
        "sitemap": {"filename": "map.xml"},
        "outputFormats": {"rss": {"baseName": "feed"}},
    }
    files = build(SITE, hugo_config=names).files()
    assert {"map.xml", "docs/feed.xml", "feed.xml"} <= set(files)


def test_no_name_leads_out_of_the_output(build: Callable[..., Built]) -> None:
    names = {
        "sitemap": {"filename": "../../map.xml"},
        "outputFormats": {"rss": {"baseName": "../../../feed"}},
    }
    out = build(SITE, hugo_config=names)
    assert not list(out.outdir.parent.glob("**/*map.xml"))
    assert all(path.is_relative_to(out.outdir) for path in out.root.parent.rglob("*feed.xml"))


def test_translations_are_in_the_sitemap(build: Callable[..., Built]) -> None:
    out = build("""
        -- hugo.toml --
        baseURL = "https://two.example/"
        disableKinds = ["taxonomy", "term"]
        [languages.en]
        weight = 1
        [languages.fr]
        weight = 2
        -- content/_index.md --
        -- content/a.md --
        ---
        title: A
        ---
        -- content/a.fr.md --
        ---
        title: Un
        ---
        """)
    urls = xml(out, "sitemap.xml").xpath("//x:link/@href", namespaces=NAMES)
    assert urls[:2] == ["https://two.example/a/", "https://two.example/fr/a/"]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_files_are_the_same_on_every_build(
    tmp_path_factory: pytest.TempPathFactory, builder: str
) -> None:
    made = [
        build_site(tmp_path_factory.mktemp("again"), SITE, builder=builder, jobs=jobs)
        for jobs in (1, 2)
    ]
    first, second = (
        {n: b for n, b in out.files().items() if n.endswith((".xml", ".txt"))} for out in made
    )
    assert first == second
    loc = f"{ROOT}docs/a/" if builder == "dirhtml" else f"{ROOT}docs/a.html"
    assert loc in made[0].file("sitemap.xml")


def test_other_builders_write_none_of_them(build: Callable[..., Built]) -> None:
    files = build(SITE, builder="text").files()
    assert not {"sitemap.xml", "robots.txt", "index.xml"} & set(files)
