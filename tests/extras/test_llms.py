"""What programs that read documentation are given: a list of pages, and each page as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.utils import new_document

from build.conftest import build_site
from sphinx_hugo.output.markdown_copy import to_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

SITE = """
-- hugo.toml --
title = "Birds"
baseURL = "https://birds.example/"
disableKinds = ["taxonomy", "term"]
[params]
  description = "All about\\n birds"
[markup.goldmark.renderer]
  unsafe = true
-- content/_index.md --
---
title: Home
---
-- content/about.md --
---
title: "About [us]"
---
-- content/birds/_index.md --
---
title: Birds
description: Those that fly.
---
-- content/birds/secret.md --
---
title: Secret
robots: noindex
---
-- content/birds/owl.md --
---
title: The *owl*
lead: A quiet hunter.
---
It is **not** a [wren]({{< relref "wren.md" >}} "Sings") with `a``b`, 2 * 3 < 7 and snake_case.

{{< details summary="More" >}}
Hidden *words*.
{{< /details >}}

## Sizes

| What | How \\| much |
| --- | ---: |
| wing | 95 `cm` |

1. one
   - inner

     more
2. two

```python {linenos=true}
print("```")
```

> [!TIP]
> Look up.

> Quoted
> text.

Term
: What it means.

A note.[^1]

[^1]: At the foot.

<div class="x">Some <b>HTML</b> &amp; more<script>alert(1)</script></div>

***

1\\. no list
-- content/birds/wren.md --
---
title: Wren
---
![A wren](wren.png)
-- content/birds/wren.png --
picture
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(tmp_path_factory.mktemp("llms"), SITE, hugo_llms=True)


def test_pages_are_listed_by_section(site: Built) -> None:
    assert site.file("llms.txt") == (
        "# Birds\n"
        "\n"
        "> All about birds\n"
        "\n"
        "- [About \\[us\\]](https://birds.example/about/index.md)\n"
        "\n"
        "## Birds\n"
        "\n"
        "- [Birds](https://birds.example/birds/index.md): Those that fly.\n"
        "- [The *owl*](https://birds.example/birds/owl/index.md)\n"
        "- [Wren](https://birds.example/birds/wren/index.md)\n"
    )


def test_page_as_markdown(site: Built) -> None:
    assert (
        site.file("birds/owl/index.md")
        == """\
# The \\*owl\\*

A quiet hunter.

It is **not** a [wren](../wren/) with ```a``b```, 2 \\* 3 \\< 7 and snake_case.

**More**

Hidden *words*.

## Sizes

| What | How \\| much |
| --- | --- |
| wing | 95 `cm` |

1. one

   - inner

     more

2. two

````python
print("```")
````

> [!TIP]
> Look up.

> Quoted text.

- **Term**

  What it means.

A note.[^1]

Some HTML & more

---

1\\. no list

---

[^1]: At the foot.
"""
    )


def test_pictures_keep_their_text(site: Built) -> None:
    text = site.file("birds/wren/index.md")
    assert text.startswith("# Wren\n\n![A wren](")


def test_pages_name_their_copy(site: Built) -> None:
    links = site.page("/birds/owl/").xpath('//link[@type="text/markdown"]/@href')
    assert links == ["index.md"]


def test_off_by_default_and_taken_away(build: Callable[..., Built]) -> None:
    on = build(SITE, hugo_llms=True)
    assert {"llms.txt", "birds/owl/index.md"} <= set(on.files())
    off = build(SITE)
    assert not [name for name in off.files() if name == "llms.txt" or name.endswith(".md")]
    assert "text/markdown" not in off.file("birds/owl/index.html")


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_copies_are_the_same_in_parallel(
    tmp_path_factory: pytest.TempPathFactory, builder: str
) -> None:
    made = [
        build_site(tmp_path_factory.mktemp("j"), SITE, builder=builder, jobs=jobs, hugo_llms=True)
        for jobs in (1, 2)
    ]
    first, second = (
        {name: data for name, data in out.files().items() if name.endswith((".md", ".txt"))}
        for out in made
    )
    assert first == second
    name = "birds/owl/index.md" if builder == "dirhtml" else "birds/owl.md"
    assert name in first


def test_deleted_pages_take_their_copy_along(build: Callable[..., Built]) -> None:
    first = build(SITE, hugo_llms=True)
    (first.root / "content/birds/wren.md").unlink()
    again = build(hugo_llms=True, warnings_ok=True)
    assert "birds/wren/index.md" not in again.files()
    assert "wren" not in again.file("llms.txt")


def table(text: str) -> nodes.table:
    row = nodes.row("", nodes.entry("", nodes.paragraph("", text)))
    return nodes.table("", nodes.tgroup("", nodes.tbody("", row)))


def hard_break() -> list[nodes.Node]:
    return [nodes.raw("", "<br />\n", format="html"), nodes.raw("", "\\\\\n", format="latex")]


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (nodes.math_block("", "a_b"), "$$\na_b\n$$"),
        (nodes.paragraph("", "", nodes.math("", "x^2")), "$x^2$"),
        (nodes.paragraph("", "- no list"), "\\- no list"),
        (nodes.paragraph("", "", nodes.strong("", " a ")), "**a**"),
        (nodes.rubric("", "Small"), "# Small"),
        (nodes.literal_block("", "", language="default"), "```\n\n```"),
        (
            nodes.admonition("", nodes.title("", "Mind"), nodes.paragraph("", "a")),
            "> [!NOTE]\n> **Mind**\n>\n> a",
        ),
        (nodes.danger("", nodes.paragraph("", "b")), "> [!NOTE]\n> b"),
        (nodes.line_block("", nodes.line("", "a"), nodes.line("", "b")), "a  \nb"),
        (nodes.raw("", "<b>x</b>", format="latex"), ""),
        (nodes.paragraph("", "", nodes.Text("a"), *hard_break(), nodes.Text("b")), "a b"),
        (nodes.comment("", "no"), ""),
        (table("a|b"), "|  |\n| --- |\n| a\\|b |"),
        (nodes.paragraph("", "", nodes.reference("", "x", refuri="a (b)")), "[x](<a (b)>)"),
    ],
)  # fmt: skip
def test_each_node_has_its_form(node: nodes.Node, text: str) -> None:
    document = new_document("x")
    document += node
    assert to_markdown(document).strip() == text
