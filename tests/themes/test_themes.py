"""Any HTML theme shows the site: its navigation in order, its titles, its pages without contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build.conftest import build_site, words
from installed import needs

if TYPE_CHECKING:
    from build.conftest import Built

SITE = """
-- hugo.toml --
title = "Field Guide"
baseURL = "https://guide.example/"
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Field Guide
---
Welcome.
-- content/birds/_index.md --
---
title: Birds
weight: 2
---
-- content/birds/owl.md --
---
title: The owl & co
linkTitle: Owl
weight: 20
description: A hunter.
lastmod: 2022-05-06
---
## Eyes
Two.

## Wings
Two.
-- content/birds/wren.md --
---
title: Wren
weight: 10
toc: false
---
## Song
Loud.

## Nest
Round.
-- content/fish/_index.md --
---
title: Fish
weight: 1
---
-- content/fish/cod.md --
---
title: Cod
---
"""
ORDER = ["fish/", "fish/cod/", "birds/", "birds/wren/", "birds/owl/"]
CONTENTS = {
    "alabaster": '//div[@class="sphinxsidebar"]//a[starts-with(@href, "#")]',
    "furo": '//div[@class="toc-tree"]//a',
    "pydata_sphinx_theme": '//*[contains(@class, "bd-sidebar-secondary")]//nav//a',
    "sphinx_book_theme": '//*[contains(@class, "bd-sidebar-secondary")]//nav//a',
    "sphinx_rtd_theme": '//nav//a[contains(@href, "#") and not(contains(@class, "current"))]',
    "shibuya": '//aside[contains(@class, "sy-rside")]//a[starts-with(@href, "#")]',
}
"""Where each theme shows the headings of the page; that of Read the Docs could in the navigation."""


@pytest.fixture(scope="module", params=CONTENTS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site as a theme shows it; the build has no warnings."""
    theme: str = request.param
    needs(theme, theme.replace("_", "-"))
    options = {"globaltoc_maxdepth": -1} if theme == "alabaster" else {}
    extensions = [theme] if theme in {"sphinx_rtd_theme"} else []
    return build_site(
        tmp_path_factory.mktemp(theme),
        SITE,
        html_theme=theme,
        extensions=extensions,
        html_sidebars={"**": ["globaltoc.html", "localtoc.html"]} if options else {},
    )


def test_navigation_is_there_and_in_order(site: Built) -> None:
    links = [a.get("href") for a in site.page("/").iter("a")]
    found = list(dict.fromkeys(link for link in links if link in ORDER))
    # The PyData theme shows only the top on the home page.
    top = [address for address in ORDER if address.count("/") == 1]
    assert found in (ORDER, top)
    assert _way(site) == ORDER


def _way(site: Built) -> list[str]:
    """Return the way through the site by each page's link to the next one."""
    here, found = "", []
    while len(found) <= len(ORDER):
        following = site.page(f"/{here}").xpath('//link[@rel="next"]/@href')
        if not following:
            break
        here = _join(here, following[0])
        found.append(here)
    return found


def _join(base: str, link: str) -> str:
    parts = base.split("/")[:-1]
    while link.startswith("../"):
        parts, link = parts[:-1], link[3:]
    return "/".join([*parts, link])


def test_titles(site: Built) -> None:
    page = site.page("/birds/owl/")
    title = page.findtext(".//title") or ""
    assert " ".join(title.split()).startswith("The owl & co")
    headings = page.xpath('//h1[.//a[contains(@class, "headerlink")]]')
    assert [heading.text_content().startswith("The owl & co") for heading in headings] == [True]
    assert "Owl" in [words(a) for a in site.page("/birds/").iter("a")]


def test_metadata_is_in_the_head(site: Built) -> None:
    meta = site.meta("/birds/owl/")
    assert meta["description"] == "A hunter."
    assert meta["og:title"] == "The owl & co"
    assert site.page("/birds/owl/").xpath('//link[@rel="canonical"]/@href') == [
        "https://guide.example/birds/owl/"
    ]


def test_contents_of_a_page_can_be_hidden(site: Built) -> None:
    place = CONTENTS[site.app.config.html_theme]
    shown = [words(a) for a in site.page("/birds/owl/").xpath(place)]
    # Our navigation names pages only, so the Read the Docs theme shows no headings at all.
    theme: str = site.app.config.html_theme
    assert shown[-2:] == ([] if theme == "sphinx_rtd_theme" else ["Eyes", "Wings"])
    hidden = [words(a) for a in site.page("/birds/wren/").xpath(place)]
    assert not {"Song", "Nest"} & set(hidden)
