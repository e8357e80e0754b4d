"""What a site's own templates print, where it stands in a page: what we show, and what Hugo does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html

from build.conftest import build_site
from differential.hugo import run_hugo

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

pytestmark = pytest.mark.hugo

SITE = """
-- hugo.toml --
baseURL = "https://example.org/"
title = "Site"
disableKinds = ["taxonomy", "term", "rss", "sitemap"]
[markup.goldmark.renderer]
unsafe = true
-- layouts/all.html --
<title>{{ .Title }}</title><article><h1>{{ .Title }}</h1>{{ .Content }}</article>
-- layouts/_shortcodes/inner.html --
{{ .Inner }}
-- layouts/_shortcodes/rows.html --
{{ range seq 2 }}row {{ . }}
{{ end -}}
-- layouts/_shortcodes/tags.html --
<b>bold</b> &amp; &lt;host&gt;<!-- not seen --> 1 <2> 3
-- layouts/_shortcodes/my-part.html --
<div>{{ .Inner | markdownify }}</div>
-- layouts/_shortcodes/my-link.html --
<a href="https://example.net/{{ .Get 0 }}">{{ .Inner }}</a>
-- layouts/_shortcodes/old.html --
{{ $_hugo_config := `{"version": 1}` }}<div>{{ .Inner }}</div> *end*
-- layouts/_shortcodes/contents.html --
<ul>{{ range .Page.Fragments.Identifiers }}<li>{{ . }}</li>{{ end }}</ul>
-- layouts/_shortcodes/my-note.html --
({{ .Page.Params.note | .Page.RenderString }})
-- layouts/_shortcodes/my-place.html --
root
-- layouts/docs/_shortcodes/my-place.html --
docs
-- layouts/guides/deep/_shortcodes/my-place.html --
deep guide
"""
CONDITION = "if (a < b && c > d) {\n    x = 1;\n}"
PAGES = {
    "code": f"```c\n{{{{< inner >}}}}{CONDITION}\n{{{{< /inner >}}}}\n{{{{< tags >}}}}\n```\n\n"
    "- a\n\n  ```yaml\n  b:\n    {{< rows >}}\n  c: {{< inner >}}\n    d: e\n  {{< /inner >}}\n  ```\n\n"
    f"<pre>\n{{{{< inner >}}}}{CONDITION}{{{{< /inner >}}}}\n{{{{< rows >}}}}</pre>\n",
    "twice": "{{< my-part >}}\n{{% inner %}}\n```python\nimport os\n\n# a\n\n    b = 'c'\n```\n"
    "{{% /inner %}}\n{{< /my-part >}}\n",
    "titles": "## One {{< my-part >}}in *it*{{< /my-part >}}\n\nSee [the "
    "{{< my-part >}}`b`{{< /my-part >}}](/docs/a/).\n",
    "old": "{{% old %}}\n- *a*\n- b\n{{% /old %}}\n\n{{% old %}}*one*{{% /old %}}\n\n"
    "{{< old >}}*raw*{{< /old >}}\n\n{{% old %}}{{< inner >}}*x*{{< /inner >}}{{% /old %}}\n",
    "contents": "{{< contents >}}\n\n{{< my-part >}}\n## Inside\n{{< /my-part >}}\n\n"
    "{{% inner %}}\n## Of the page\n{{% /inner %}}\n\n{{< highlight sh >}}\n# code\n{{< /highlight >}}\n",
    "within": "{{< details summary=s >}}\nUse {{< my-link a >}}`x` *y*{{< /my-link >}}.\n"
    "{{< /details >}}\n",
    "note": "{{< my-note >}}\n",
    "docs/a": "{{< my-place >}}\n",
    "docs/deep/b": "{{< my-place >}}\n",
    "news/c": "{{< my-place >}}\n",
}
FRONT = {
    "note": "note: 'see {{< my-link n >}}*w*{{< /my-link >}} [a]({{< relref \"docs/a\" >}}) *i*'\n",
    "docs/deep/b": "type: guides\n",
}


def test_pages_show_what_hugo_shows(tmp_path: Path) -> None:
    files = SITE + "".join(
        f"-- content/{name}.md --\n---\ntitle: Page\n{FRONT.get(name, '')}---\n{body}"
        for name, body in PAGES.items()
    )
    built = build_site(tmp_path, files)
    hugo = run_hugo(built.root)
    for name in PAGES:
        text = (hugo / name / "index.html").read_text("utf-8")
        theirs = lxml_html.fromstring(text).find(".//article")
        assert _shown(built.article(f"/{name}")) == _shown(theirs), name


def _shown(article: HtmlElement) -> tuple[str, list[str]]:
    """Return the characters of an article, and its code as it is."""
    # Sphinx drops line ends at the edges of code.
    code = [pre.text_content().strip("\n") for pre in article.iter("pre")]
    return "".join(article.text_content().split()), code
