"""The head of a page: previews, structured data, links to its other forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from build.conftest import build_site
from installed import needs

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

SITE = """
-- hugo.toml --
title = "Bird & Guide"
baseURL = "https://birds.example/guide/"
disableKinds = ["taxonomy", "term"]
[params]
  description = "All about birds"
-- static/card.png --
picture
-- content/_index.md --
---
title: Home
---
-- content/birds/_index.md --
---
title: Birds
description: Those that fly.
---
-- content/birds/owls/_index.md --
---
title: Owls
draft: true
---
-- content/birds/owls/barn.md --
---
title: "</script><script>alert(1)</script> `Barn` & \\"owl\\""
description: 'Quiet <b>hunter</b>'
date: 2021-03-04T10:00:00+02:00
lastmod: 2022-05-06
images: [/card.png, "javascript:alert(1)", "https://img.example/owl.jpg"]
keywords: [night, "</script>"]
---
"""
TEMPLATE = """
-- templates/page.html --
{%- extends "!page.html" -%}
{%- block content -%}
{% for step in hugo_trail %}<b data-to="{{ pathto(step.docname) }}">{{ step.title }}</b>{% endfor %}
{{ super() }}{%- endblock -%}
"""
BARN = "/birds/owls/barn/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(tmp_path_factory.mktemp("head"), SITE)


def things(built: Built, address: str) -> dict[str, dict[str, Any]]:
    """Return what the structured data of a page speaks of, by type."""
    (text,) = built.page(address).xpath('//script[@type="application/ld+json"]/text()')
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def test_previews_say_what_the_page_is(site: Built) -> None:
    meta = site.meta(BARN)
    assert meta["og:title"] == '</script><script>alert(1)</script> Barn & "owl"'
    assert meta["og:type"] == "article"
    assert meta["og:url"] == "https://birds.example/guide/birds/owls/barn/"
    assert meta["og:site_name"] == "Bird & Guide"
    assert meta["og:description"] == "Quiet hunter"
    assert meta["og:locale"] == "en"
    assert meta["twitter:card"] == "summary_large_image"
    assert site.meta("/birds/")["og:type"] == "website"


def test_first_words_describe_a_page_that_says_nothing_of_itself(pictured: Built) -> None:
    assert pictured.meta("/plain/")["og:description"] == "Owls & more."
    assert "description" not in pictured.meta("/plain/")


def test_pictures_of_previews_are_absolute_and_no_scripts(site: Built) -> None:
    images = site.page(BARN).xpath('//meta[@property="og:image"]/@content')
    assert images == ["https://birds.example/guide/card.png", "https://img.example/owl.jpg"]
    assert "twitter:card" not in site.meta("/birds/")


@pytest.mark.parametrize(
    ("page", "picture"),
    [("none", "card.png"), ("named", "other.png"), ("feature", "feature/the-feature.png"),
     ("cover", "cover/A Cover.PNG")],
)  # fmt: skip
def test_picture_of_a_preview_is_found_where_hugo_looks(
    pictured: Built, page: str, picture: str
) -> None:
    meta = pictured.meta(f"/{page}/")
    address = f"https://birds.example/{picture.replace(' ', '%20')}"
    assert (meta["og:image"], meta["twitter:image"]) == (address, address)
    assert meta["twitter:card"] == "summary_large_image"


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(tmp_path_factory.mktemp("pictures"), PICTURES)


PICTURES = """
-- hugo.toml --
baseURL = "https://birds.example/"
disableKinds = ["taxonomy", "term"]
[params]
  images = ["card.png", "second.png"]
-- static/card.png --
picture
-- static/other.png --
picture
-- content/plain.md --
---
title: Plain
---
*Owls* & more.
-- content/none.md --
---
title: None
images: []
---
-- content/named.md --
---
title: Named
images: other.png
---
-- content/feature/index.md --
---
title: Feature
---
-- content/feature/cover.png --
picture
-- content/feature/the-feature.png --
picture
-- content/feature/feature.txt --
words
-- content/cover/index.md --
---
title: Cover
---
-- content/cover/A Cover.PNG --
picture
-- content/cover/img/feature.png --
picture
"""


def test_no_element_stands_twice_in_the_head(site: Built) -> None:
    names = site.page(BARN).xpath("//meta/@property")
    assert len(names) == len(set(names)) + 1  # two pictures


def test_structured_data_tells_organization_site_way_and_article(site: Built) -> None:
    found = things(site, BARN)
    root = "https://birds.example/guide/"
    assert found["Organization"]["name"] == "Bird & Guide"
    assert found["WebSite"]["url"] == root
    assert found["WebSite"]["description"] == "All about birds"
    steps = found["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Home", root),
        (2, "Birds", f"{root}birds/"),
        (3, '</script><script>alert(1)</script> Barn & "owl"', f"{root}birds/owls/barn/"),
    ]  # the draft between them has no page
    article = found["Article"]
    assert article["datePublished"] == "2021-03-04T10:00:00+02:00"
    assert article["dateModified"].startswith("2022-05-06")
    assert article["keywords"] == ["night", "</script>"]
    assert article["publisher"] == {"@id": f"{root}#organization"}


def test_home_and_sections_are_no_articles(site: Built) -> None:
    assert set(things(site, "/")) == {"Organization", "WebSite"}
    assert set(things(site, "/birds/")) == {"Organization", "WebSite", "BreadcrumbList"}


def test_structured_data_cannot_end_its_element(site: Built) -> None:
    assert "alert(1)" not in "".join(site.page(BARN).xpath("//script[not(@type)]/text()"))


def test_organization_can_be_described(build: Callable[..., Built]) -> None:
    out = build(SITE, hugo_organization={"name": "The Flock", "sameAs": ["https://x.example/"]})
    found = things(out, "/")["Organization"]
    assert found["name"] == "The Flock"
    assert found["sameAs"] == ["https://x.example/"]
    assert found["url"] == "https://birds.example/guide/"


@pytest.mark.parametrize(
    "conf", [{"hugo_structured_data": False}, {"hugo_config": {"baseURL": ""}}]
)
def test_structured_data_can_be_left_out(build: Callable[..., Built], conf: dict[str, Any]) -> None:
    assert "ld+json" not in build(SITE, **conf).file("birds/index.html")


def test_the_opengraph_library_is_fed_not_doubled(build: Callable[..., Built]) -> None:
    needs("sphinxext.opengraph", "sphinxext-opengraph")
    out = build(
        SITE,
        extensions=["sphinxext.opengraph"],
        ogp_social_cards={"enable": False},
    )
    properties = out.page(BARN).xpath("//meta/@property")
    assert len(properties) == len(set(properties))
    meta = out.meta(BARN)
    assert meta["og:description"] == "Quiet hunter"
    assert meta["og:url"] == "https://birds.example/guide/birds/owls/barn/"
    assert meta["og:image"] == "https://birds.example/guide/card.png"
    assert meta["og:type"] == "article"


def test_canonical_address_of_the_host_counts(build: Callable[..., Built]) -> None:
    out = build(SITE, html_baseurl="https://docs.example/en/latest/")
    meta = out.meta(BARN)
    assert meta["og:url"] == "https://docs.example/en/latest/birds/owls/barn/"
    assert meta["twitter:image"] == "https://docs.example/en/latest/card.png"


def test_the_way_to_a_page_reaches_templates(build: Callable[..., Built]) -> None:
    out = build(TEMPLATE + SITE, templates_path=["templates"])
    steps = out.page(BARN).xpath("//b[@data-to]")
    assert [(step.text, step.get("data-to")) for step in steps] == [
        ("Home", "../../../"),
        ("Birds", "../../"),
    ]
