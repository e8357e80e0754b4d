"""The builders of Sphinx: each shows the words of a page, and none of the marks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

PAGE = """
-- hugo.toml --
title = "Field Guide"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
---
title: Home
---
-- content/birds/_index.md --
---
title: Birds
---
-- content/birds/owl.md --
---
title: Owl
lead: A quiet hunter.
description: Not in the text.
keywords: [night]
---
Words with *stress*, ~~struck~~, a [link]({{< relref "wren.md#song" >}}) and <b>raw</b> HTML.

<!-- never shown -->

## Table

| Head | Other |
| --- | --- |
| cell | {{< relref "wren.md" >}} |

{{< details "Folded" >}}
Inside *here*.
{{< /details >}}

- [x] done

> [!NOTE]
> Alerted.

```python
print("code")
```

{{< figure src="/bird.svg" alt="A drawn bird" caption="Its *caption*" >}}

{{< youtube w7Ft2ymGmfc >}}

***

Term
: Meaning

Noted.[^1]

[^1]: The note.
-- content/birds/wren.md --
---
title: Wren
---
## Song

Sings.
-- static/bird.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9v9z"/></svg>
"""
FILES = {
    "html": "birds/owl.html",
    "dirhtml": "birds/owl/index.html",
    "singlehtml": "index.html",
    "epub": "birds/owl.xhtml",
    "latex": "fieldguide.tex",
    "text": "birds/owl.txt",
    "man": "fieldguide.1",
    "texinfo": "fieldguide.texi",
    "xml": "birds/owl.xml",
    "pseudoxml": "birds/owl.pseudoxml",
}
WORDS = (
    *("A quiet hunter", "stress", "struck", "raw", "Table", "cell", "Folded", "Inside", "done"),
    *("Alerted", "code", "caption", "Meaning", "Noted", "The note"),
)
MARKS = ("{{<", "=hslot", "relref", "[!NOTE]", "[x]", "lead:")


@pytest.mark.parametrize("builder", FILES)
def test_every_builder_shows_the_words(build: Callable[..., Built], builder: str) -> None:
    out = build(
        PAGE, builder=builder, project="Field Guide", author="Us", copyright="Us", version="1"
    )
    text = out.file(FILES[builder])
    assert [word for word in WORDS if word not in text] == []
    assert [mark for mark in MARKS if mark in text] == []
    # With "unsafe", Hugo writes comments into its HTML, too.
    assert ("never shown" in text) is (builder in {"html", "dirhtml", "singlehtml"})


def test_gettext_has_the_messages(build: Callable[..., Built]) -> None:
    out = build(PAGE, builder="gettext")
    text = "".join(path.read_text(encoding="utf-8") for path in out.outdir.rglob("*.pot"))
    assert 'msgid "A quiet hunter."' in text
    assert 'msgid "Sings."' in text


def test_what_templates_get_can_be_written_as_json(build: Callable[..., Built]) -> None:
    fields = "title: A\ndate: 2026-01-02\nparams: {b: [{c: 2026-01-03}]}"
    page = f"-- content/a.md --\n---\n{fields}\n---\nText\n"
    out = build(page, builder="json", html_theme="basic")
    found = json.loads(out.file("a.fjson"))
    assert "<p>Text</p>" in found["body"]
    assert str(found["meta"]["date"]).startswith("2026-01-02")
    (out.outdir / "searchindex.json").write_text('{"docnames": 1}')
    before = (out.outdir / "a.fjson").read_bytes()
    # Sphinx itself has something to say about a second build.
    again = build(builder="json", html_theme="basic", warnings_ok=True)
    assert (out.outdir / "a.fjson").read_bytes() == before
    assert "a" in json.loads(again.file("searchindex.json"))["docnames"]


def test_the_outside_links_are_checked(build: Callable[..., Built]) -> None:
    out = build(PAGE, builder="linkcheck", linkcheck_ignore=[r"https://.*"])
    assert "youtube" in out.file("output.json")


def test_a_link_inside_is_one_in_latex_and_epub(build: Callable[..., Built]) -> None:
    assert r"\hyperref[\detokenize{birds/wren:song}]{link}" in build(
        PAGE, builder="latex", project="Field Guide"
    ).file("fieldguide.tex").replace("\\sphinxcrossref", "").replace(
        "{\\DUrole{std}{\\DUrole{std-ref}{link}}}", "{link}"
    ).replace("{{link}}", "{link}")
    assert 'href="wren.xhtml#song"' in build(
        PAGE, builder="epub", copyright="Us", version="1"
    ).file("birds/owl.xhtml")


def test_in_a_book_a_broken_link_leads_to_the_site(build: Callable[..., Built]) -> None:
    out = build(
        """
        -- hugo.toml --
        baseURL = "https://site.example/"
        -- content/docs/_index.md --
        ---
        title: Docs
        ---
        [gone](gone/)
        """,
        builder="epub",
        copyright="Us",
        version="1",
        warnings_ok=True,
    )
    assert 'href="https://site.example/docs/gone/"' in out.file("docs/index.xhtml")
    assert out.message("link").startswith("link 'gone/'")


def test_an_ebook_lists_its_pages(build: Callable[..., Built]) -> None:
    listed = build(PAGE, builder="epub", copyright="Us", version="1").file("nav.xhtml")
    assert 'href="birds/owl.xhtml"' in listed
    assert 'href="birds/wren.xhtml"' in listed


def test_an_ebook_has_no_icons(build: Callable[..., Built]) -> None:
    out = build(
        """
        -- content/_index.md --
        ---
        title: Home
        ---
        {{< details summary="More" >}}Text{{< /details >}}
        """,
        builder="epub",
        copyright="Us",
        version="1",
    )
    page = out.file("index.xhtml")
    assert "More" in page
    assert "<svg" not in page


PICTURES = """
-- content/_index.md --
---
title: Home
---
In a line ![drawn](/a.svg) and [![linked](/a.svg)](https://elsewhere.example/).

{{< figure src="/a.svg" alt="figured" caption="Caption" >}}

![twin](/b.svg)

![plain](/c.png)
-- static/a.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- static/b.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- static/b.pdf --
%PDF-1.4
-- static/c.png --
\x89PNG\r\n\x1a\n
"""


def test_latex_gets_a_twin_of_a_picture_or_its_words(build: Callable[..., Built]) -> None:
    out = build(PICTURES, builder="latex", project="P")
    text = out.file("p.tex")
    assert ".svg" not in text
    assert not list(out.outdir.glob("*.svg"))
    for words in (
        "In a line drawn and",
        "{linked}",
        "figured",
        "Caption",
        "{{b}.pdf}",
        "{{c}.png}",
    ):
        assert words in text
    assert (out.outdir / "b.pdf").is_file()


def test_browsers_get_the_picture_itself(build: Callable[..., Built]) -> None:
    out = build(PICTURES)
    sources = [image.get("src") for image in out.article("/").iter("img")]
    assert sources == [*["_images/a.svg"] * 3, "_images/b.svg", "_images/c.png"]
