"""A site with everything at once: what we write, held against what Hugo writes, file by file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html

from build.conftest import build_site, write_tree
from differential.hugo import run_hugo

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

pytestmark = pytest.mark.hugo

SITE = """
-- hugo.yaml --
baseURL: https://docs.example.net/manual/
title: Manual
defaultContentLanguage: en
languages:
  en: {weight: 1, label: English}
  fr: {weight: 2, label: Français, contentDir: content-fr}
taxonomies: {topic: topics}
permalinks:
  page: {news: "/news/:year/:slug/"}
  section: {reference: "/ref/"}
module:
  mounts:
    - {source: content, target: content, sites: {matrix: {languages: [en]}}, files: ["! drafts/**"]}
    - {source: more, target: content/guide, sites: {matrix: {languages: [en]}}}
    - {source: content-fr, target: content, sites: {matrix: {languages: [fr]}}}
    - {source: static, target: static}
markup: {goldmark: {renderer: {unsafe: true}}}
security: {allowContent: ["! ^text/org$"]}
-- content/_index.md --
---
title: Manual
---
Start with [the guide](/manual/guide/) or {{< relref "topics/pumps" >}}.
-- content/install.md --
---
title: Install
weight: 2
topics: [Pumps, Valves]
aliases: [/setup/, old-install]
---
See [the reference](reference/options.md#colour) and [home](../).
-- content/Upper Case/Mixed Name.md --
---
title: Mixed
weight: 3
---
-- content/by-hand.html --
---
title: By hand
weight: 4
---
<div>

    <p>No *Markdown* <a href="{{< relref "install.md" >}}">to install</a></p>

<h2 id="cut">Cut & paste</h2>
</div>
-- content/reference/_index.md --
---
title: Reference
---
-- content/reference/options.md --
---
title: Options
slug: all-options
---
## Colour

Red.
-- content/reference/deep/index.md --
---
title: Deep
url: /elsewhere/deep.html
---
![a picture](drop.svg)
-- content/reference/deep/drop.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- content/news/first.md --
---
title: First news
date: 2024-03-02
topics: Pumps
---
News.
-- content/news/second.md --
---
title: Second news
date: 2025-01-02
slug: two
---
-- content/hidden.md --
---
title: Hidden
draft: true
---
-- content/drafts/never.md --
---
title: Never
---
-- more/_index.md --
---
title: Guide
---
-- more/first-steps.md --
---
title: First steps
aliases: ["../beginning"]
---
-- content-fr/_index.md --
---
title: Manuel
---
-- content-fr/install.md --
---
title: Installer
aliases: [ancien]
---
Retour à l'[accueil](../).
-- static/robots-extra.txt --
hello
"""

LAYOUTS = """
-- layouts/all.html --
<!DOCTYPE html><title>{{ .Title }}</title><main><h1>{{ .Title }}</h1>{{ .Content }}</main>
"""

OWN = re.compile(
    r"_(static|sources|images|downloads|sphinx_design_static)/|genindex/|search/|objects\.inv"
    r"|searchindex\.js|\.buildinfo|_redirects"
)
"""What Sphinx writes for itself."""


def published(folder: Path) -> set[str]:
    """Return every file below a folder, less those that only one of the two writes."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in names if not OWN.match(name) and not name.endswith(".xml")}


def headings(folder: Path) -> dict[str, str]:
    """Return the first heading of every page that is no redirect."""
    found = {}
    for name in published(folder):
        text = (folder / name).read_text(encoding="utf-8") if name.endswith(".html") else ""
        if text and 'http-equiv="refresh"' not in text.lower().replace("'", '"'):
            heading = lxml_html.fromstring(text).xpath("//h1")[0]
            for mark in heading.xpath('.//a[contains(@class, "headerlink")]'):
                mark.drop_tree()
            found[name] = heading.text_content().strip()
    return found


def by_hand(folder: Path) -> HtmlElement:
    """Return what the page that was written in HTML has between its own tags."""
    page = lxml_html.fromstring((folder / "by-hand/index.html").read_text(encoding="utf-8"))
    return page.xpath('//h2[@id="cut"]')[0].getparent()


def test_a_site_with_everything_is_written_file_by_file_as_hugo_does(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_tree(site, SITE + LAYOUTS)
    public = run_hugo(site)
    english = build_site(tmp_path, root=site, language="en")
    french = build_site(tmp_path, root=site, language="fr", outdir="fr")
    expected = published(public)
    in_french = {name for name in expected if name.startswith("fr/")}
    assert published(english.outdir) == expected - in_french - {"en/index.html"}
    assert {f"fr/{name}" for name in published(french.outdir)} >= in_french
    assert by_hand(english.outdir).text_content() == by_hand(public).text_content()
    assert by_hand(english.outdir).xpath("//p/a/@href")[:1] == ["../install/"]
    english_headings = {name: text for name, text in headings(public).items() if name[:3] != "fr/"}
    assert headings(english.outdir) == english_headings
    assert {f"fr/{name}": text for name, text in headings(french.outdir).items()} == {
        name: text for name, text in headings(public).items() if name[:3] == "fr/"
    }
