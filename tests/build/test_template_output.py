"""How what a site's own templates print comes into the page, wherever the call stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

SITE = """
-- hugo.toml --
baseURL = "https://example.org/"
title = "The site"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
---
title: Home
---
-- content/docs/_index.md --
---
title: Docs
---
-- content/docs/a.md --
---
title: Page A
---
"""


@pytest.fixture
def page(build: Callable[..., Built]) -> Callable[..., Built]:
    """Build a page with this body, which begins on line 4, and these templates."""

    def run(body: str, templates: str = "", **options: object) -> Built:
        return build(f"{SITE}{body}\n{templates.lstrip()}", **options)

    return run


PRINTING = """
-- layouts/_shortcodes/only.html --
{{ if eq (.Get 0) "linux" }}{{ .Inner }}{{ end }}
-- layouts/_shortcodes/rows.html --
{{ range seq 2 }}row {{ . }}
{{ end -}}
-- layouts/_shortcodes/tags.html --
<b>bold</b> &amp; &lt;host&gt;<!-- not seen --> 1 <2> 3<br>next
-- layouts/_shortcodes/inner.html --
{{- .Inner -}}
"""
CONDITION = "if (a < b && c > d) {\n    x = 1;\n}"
CODE = {
    "fence": (
        "```yaml\nspec:\n{{< only linux >}}\n  hosts:\n  - name: x\n{{< /only >}}\n```",
        "spec:\n\n  hosts:\n  - name: x",
    ),
    "comparison": (
        f"```c\n{{{{< inner >}}}}{CONDITION}{{{{< /inner >}}}}\n```",
        CONDITION,
    ),
    "tags": ("```\n{{< tags >}}\n```", "bold & <host> 1 <2> 3\nnext"),
    "indented": ("```\na:\n  {{< rows >}}\n```", "a:\n  row 1\n  row 2"),
    "indented code": ("    a\n    {{< rows >}}\n", "a\nrow 1\n    row 2"),
    "raw": (
        f"<pre>\n{{{{< inner >}}}}{CONDITION}{{{{< /inner >}}}}\n{{{{< rows >}}}}</pre>",
        f"\n{CONDITION}\nrow 1\nrow 2",
    ),
    "highlight": (
        f"{{{{< highlight c >}}}}{{{{< inner >}}}}{CONDITION}{{{{< /inner >}}}}{{{{< /highlight >}}}}",
        CONDITION,
    ),
}


@pytest.mark.parametrize(("body", "shown"), CODE.values(), ids=CODE)
def test_code_keeps_its_line_ends_and_indentation(
    page: Callable[..., Built], body: str, shown: str
) -> None:
    (pre,) = page(body, PRINTING).article("/docs/a").iter("pre")
    assert pre.text_content().rstrip("\n") == shown


def test_code_in_a_line_keeps_what_is_no_tag(page: Callable[..., Built]) -> None:
    body = "`x {{< inner >}}a < b and c > d{{< /inner >}}` `{{< tags >}}`"
    article = page(body, PRINTING).article("/docs/a")
    shown = [code.text_content() for code in article.iter("code")]
    assert shown == ["x a < b and c > d", "bold & <host> 1 <2> 3 next"]


TWICE = """
-- layouts/_shortcodes/option.html --
<div class="option">{{ .Inner }}</div>
-- layouts/_shortcodes/listing.html --
{{ highlight (trim .Inner "\\n") (.Get 0) }}
-- layouts/_shortcodes/pick.html --
<div class="pick">{{ .Inner | markdownify }}</div>
"""
LINES = "import os\n\n# no heading\n\n\n    x = '1'\n\n- y"


@pytest.mark.parametrize(
    "inner",
    [
        f"{{{{% option %}}}}\n```python\n{LINES}\n```\n{{{{% /option %}}}}",
        f"{{{{< listing python >}}}}\n{LINES}\n{{{{< /listing >}}}}",
        f"{{{{< listing other >}}}}\n{LINES}\n{{{{< /listing >}}}}",
    ],
)
def test_listing_that_is_read_as_markdown_once_more_stays_whole(
    page: Callable[..., Built], inner: str
) -> None:
    article = page(f"{{{{< pick >}}}}\n{inner}\n{{{{< /pick >}}}}", TWICE).article("/docs/a")
    (pre,) = article.iter("pre")
    assert pre.text_content().rstrip("\n") == LINES
