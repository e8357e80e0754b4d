"""References between pages: found as Hugo finds them, in every place, with their fragments checked."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from build.conftest import write_tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

SITE = """
-- hugo.toml --
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Home
---
-- content/docs/_index.md --
---
title: Docs
---
-- content/docs/ip.md --
---
title: Rights
slug: rights
aliases: [/old-rights/]
---
## Machine *learning* models

## Same

## Same

## Named {#own-id}

Text with a note.[^1]

[^1]: Note.
-- content/docs/bundle/index.md --
---
title: Bundle
---
-- content/docs/bundle/plan.pdf --
plan
-- content/docs/one/same.md --
---
title: Same one
---
-- content/docs/two/same.md --
---
title: Same two
---
-- content/docs/sketch.md --
---
title: Sketch
draft: true
---
-- static/files/terms.txt --
terms
-- content/docs/here.md --
---
title: Here
---
"""


def site_with(body: str, *, name: str = "content/docs/here.md", front: str = "title: Here") -> str:
    """Return the site with a text for the page that refers."""
    page = f"-- {name} --\n---\n{front}\n---\n{textwrap.dedent(body)}"
    return textwrap.dedent(SITE) + page


LINKS = {
    "relref by path": ('{{< relref "docs/ip.md" >}}', "../rights/"),
    "relref from the root": ('{{< relref "/docs/ip" >}}', "../rights/"),
    "relref from here": ('{{< relref "ip.md" >}}', "../rights/"),
    "relref by name": ('{{< relref "plan-b" >}}', "../plan-b/"),
    "relref with fragment": (
        '{{< relref "docs/ip.md#machine-learning-models" >}}',
        "../rights/#machine-learning-models",
    ),
    "relref to a repeated heading": ('{{< relref "ip.md#same-1" >}}', "../rights/#same-1"),
    "relref to an own id": ('{{< relref "ip.md#own-id" >}}', "../rights/#own-id"),
    "relref to this page": ('{{< relref "#far-below" >}}', "#far-below"),
    "relref to home": ('{{< relref "/" >}}', "../../"),
    "relref to a section": ('{{< relref "docs/_index.md" >}}', "../"),
    "relref to a bundle": ('{{< relref "docs/bundle" >}}', "../bundle/"),
    "relref with angle and percent": ('{{% relref "docs/ip.md" %}}', "../rights/"),
    "ref": ('{{< ref "docs/ip.md" >}}', "../rights/"),
    "address": ("/docs/rights/", "../rights/"),
    "address without slash": ("/docs/rights", "../rights/"),
    "address with fragment": ("/docs/rights/#own-id", "../rights/#own-id"),
    "whole address of this site": ("https://example.org/docs/rights/", "../rights/"),
    "former address": ("/old-rights/", "../rights/"),
    "relative address": ("../rights/", "../rights/"),
    "file": ("ip.md", "../rights/"),
    "file with fragment": ("ip.md#same", "../rights/#same"),
    "file from the content folder": ("/docs/ip.md", "../rights/"),
    "address with query": ("/docs/rights/?tab=b&x#own-id", "../rights/?tab=b&x#own-id"),
    "query": ("?tab=b#far-below", "../here/?tab=b#far-below"),
    "fragment": ("#far-below", "#far-below"),
    "resource": ("/docs/bundle/plan.pdf", "../bundle/plan.pdf"),
    "static file": ("/files/terms.txt", "../../files/terms.txt"),
    "static file with query": ("/files/terms.txt?v=1#a", "../../files/terms.txt?v=1#a"),
    "elsewhere": ("https://elsewhere.example/docs/", "https://elsewhere.example/docs/"),
    "mail": ("mailto:us@example.org", "mailto:us%40example.org"),
}


def test_links_of_every_form_lead_to_their_page(build: Callable[..., Built]) -> None:
    body = "".join(f"- [{name}]({link[0]})\n" for name, link in LINKS.items())
    out = build(
        site_with(body + "\n## Far below\n")
        + "-- content/docs/plan-b.md --\n---\ntitle: Plan B\n---\n"
    )
    assert out.links("/docs/here/") == {name: link[1] for name, link in LINKS.items()}


def test_links_work_in_every_place(build: Callable[..., Built]) -> None:
    out = build(
        site_with("""\
        Text [in text]({{< relref "ip.md" >}}) and *[in emphasis]({{< relref "ip.md" >}})*.

        ## Heading [in a heading]({{< relref "ip.md" >}})

        | Column | [in a table head](ip.md) |
        | --- | --- |
        | a | [in a table cell]({{< relref "ip.md" >}}) |

        1. List
           - [in a list]({{< relref "ip.md" >}})

        > [in a quote](/docs/rights/)

        [by definition][rights] and [collapsed][] and <a href="/docs/rights/">in HTML</a>.

        {{< details "Title" >}}
        [in a shortcode]({{< relref "ip.md" >}})
        {{< /details >}}

        Term
        : [in a definition](ip.md)

        A note.[^n]

        [^n]: [in a footnote](ip.md)

        [![in an image](/logo.png)]({{< relref "ip.md" >}})

        [rights]: {{< relref "ip.md" >}} "A title"
        [collapsed]: ip.md
        """)
        + "-- static/logo.png --\npicture\n"
        + "-- hugo.toml --\n[markup.goldmark.renderer]\nunsafe = true\n",
    )
    links = out.links("/docs/here/")
    places = [name for name in links if name.startswith(("in ", "by ", "collapsed"))]
    assert len(places) == 13
    assert {links[name] for name in places} == {"../rights/"}
    (image,) = out.article("/docs/here/").xpath(".//a[img or .//img]")
    assert image.get("href") == "../rights/"
    (titled,) = out.article("/docs/here/").xpath('.//a[@title="A title"]')
    assert titled.text_content() == "by definition"


MISSES = {
    "nothing": ('[a]({{< relref "docs/rigths.md" >}})', "ref", "not found"),
    "nothing, ref": ('[a]({{< ref "docs/none.md" >}})', "ref", "not found"),
    "two candidates": ('[a]({{< relref "same" >}})', "ref", "/docs/one/same and /docs/two/same"),
    "a draft": (
        '[a]({{< relref "docs/sketch.md" >}})',
        "ref",
        "/docs/sketch exists but is a draft",
    ),
    "a fragment": ('[a]({{< relref "ip.md#own-idd" >}})', "fragment", "did you mean '#own-id'?"),
    "a fragment here": ("[a](#zzz)", "fragment", "no heading or target has this id"),
    "a plain address": ("[a](/docs/rihgts/)", "link", "near is /docs/ip"),
    "a plain file": ("[a](ipp.md)", "link", "near is /docs/ip"),
    "a plain draft": ("[a](sketch.md)", "link", "is a draft"),
    "a plain fragment": ("[a](/docs/rights/#ownid)", "fragment", "did you mean '#own-id'?"),
    "HTML": ('<a href="/docs/rihgts/">a</a>', "link", "near is /docs/ip"),
    "an image": ("![a](/lost.png)", "resource", "lost.png"),
}


@pytest.mark.parametrize("name", MISSES)
def test_a_miss_says_where_and_what_may_be_meant(build: Callable[..., Built], name: str) -> None:
    text, kind, part = MISSES[name]
    out = build(
        site_with(f"One.\n\nTwo\n{text} words.\n")
        + "-- hugo.toml --\n[markup.goldmark.renderer]\nunsafe = true\n",
        warnings_ok=True,
    )
    assert out.places() == [(kind, "content/docs/here.md:7")]
    assert part in out.message(kind)
    assert "Two" in out.text("/docs/here/")
    assert out.text("/docs/here/").endswith("a words.")


def test_the_nearest_page_is_offered(build: Callable[..., Built]) -> None:
    out = build(site_with('[a]({{< relref "docs/bundel.md" >}})'), warnings_ok=True)
    assert "/docs/bundle" in out.message("ref")


PLACED = {
    "in a list": ("One\n\n- a\n- b\n  - c [x](lost.md)\n", 8),
    "in a table": ("| a |\n| --- |\n| b |\n| [x](lost.md) |\n", 7),
    "in a table head": ("One\n\n| [x](lost.md) |\n| --- |\n| b |\n", 6),
    "in a heading": ("One\n\n## A [x](lost.md)\n", 6),
    "in a later line of a paragraph": ("One\ntwo\nthree [x](lost.md)\nfour\n", 6),
    "in a later line of a list item": ("- One\n  two\n  three [x](lost.md)\n", 6),
    "in a quote": ("> One\n>\n> two [x](lost.md)\n", 6),
    "in a definition": ("Term\n: One\n\n  two [x](lost.md)\n", 7),
    "in a footnote": ("A[^1]\n\n[^1]: one\n\n    two [x](lost.md)\n", 8),
    "by a definition": ("One [x]\n\ntwo [x]\n\n[x]: lost.md\n", 4),
    "after a shortcode of many lines": (
        'One {{< param\n  "description"\n>}} two\n\nthree [x](lost.md)\n',
        8,
    ),
    "after a block shortcode": (
        '{{< details "T" >}}\none\n\ntwo\n{{< /details >}}\n\nthree [x](lost.md)\n',
        10,
    ),
    "in a shortcode": ('{{< details "T" >}}\none\n\ntwo [x](lost.md)\n{{< /details >}}\n', 7),
    "in a percent shortcode": (
        '{{% details "T" %}}\none\n\ntwo [x](lost.md)\n{{% /details %}}\n',
        7,
    ),
    "in a shortcode in a shortcode": (
        '{{< details "T" >}}\none\n\n{{< details "U" >}}\ntwo\n[x](lost.md)\n'
        "{{< /details >}}\n{{< /details >}}\n",
        9,
    ),
    "in a shortcode in a list": (
        '- one\n\n  {{< details "T" >}}\n  two\n\n  [x](lost.md)\n  {{< /details >}}\n',
        9,
    ),
    "after a comment of many lines": ("<!-- one\n\ntwo -->\n\nthree [x](lost.md)\n", 8),
    "after a code span of two lines": ("One `two\nthree` four\n[x](lost.md)\n", 6),
    "after a comment of two lines": ("One <!-- two\nthree --> four\n[x](lost.md)\n", 6),
    "after a long link": ("One [two\nthree](ip.md)\n[x](lost.md)\n", 6),
    "after a hard break": ("One  \ntwo\\\n[x](lost.md)\n", 6),
    "after the summary": ("One\n\n<!--more-->\n\ntwo\n[x](lost.md)\n", 9),
    "after a fence": ("```\none\n```\n\n[x](lost.md)\n", 8),
}


@pytest.mark.parametrize("name", PLACED)
@pytest.mark.parametrize("form", ["plain", "relref"])
def test_a_miss_names_its_line(build: Callable[..., Built], name: str, form: str) -> None:
    text, line = PLACED[name]
    if form == "relref":
        text = text.replace("(lost.md)", '({{< relref "lost.md" >}})')
        text = text.replace(": lost.md", ': {{< relref "lost.md" >}}')
    out = build(
        site_with(text, front="title: Here\n# description\ndescription: D").replace(
            "# description\n", ""
        ),
        warnings_ok=True,
    )
    expected = [("link" if form == "plain" else "ref", f"content/docs/here.md:{line + 1}")]
    assert out.places()[:1] == expected
    assert set(out.places()) == set(expected) or name == "by a definition"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "front", ["---\ntitle: X\n---\n", "+++\ntitle = 'X'\n\n+++\n", '{\n "title": "X"\n}\n']
)
def test_lines_are_counted_with_any_line_ends_and_front_matter(
    build: Callable[..., Built], tmp_path: object, front: str, ending: str
) -> None:
    text = (
        front
        + "one\n\n{{< details T >}}\ntwo\n\nthree [x](lost.md)\n{{< /details >}}\n\n[y](lost.md)\n"
    )
    root = tmp_path / "site"  # type: ignore[operator]
    write_tree(root, SITE)
    (root / "content/docs/x.md").write_bytes(text.replace("\n", ending).encode())
    out = build(warnings_ok=True)
    lines = text.split("\n")
    expected = [
        ("link", f"content/docs/x.md:{number}")
        for number, line in enumerate(lines, 1)
        if "lost.md" in line
    ]
    assert out.places() == expected
    assert out.page("/docs/x/").findtext(".//h1") == "X"


def test_terms_of_a_glossary_are_targets(build: Callable[..., Built]) -> None:
    out = build(
        "-- content/words/_index.md --\n---\ntitle: Words\ncascade: {build: {render: never}}\n"
        "build: {render: always}\n---\n{{% glossary %}}\n\n## See\n"
        "-- content/words/b.md --\n---\ntitle: Big hammer\n---\nNo [anvil](/words/#anvil).\n"
        "-- content/words/a.md --\n---\ntitle: Anvil\n---\nHolds.\n\nIs *hit*.\n{{% glossary %}}\n"
        "-- content/here.md --\n---\ntitle: Here\n---\n"
        "[A](/words/#anvil) [B](words/#big-hammer) [C](/words/#tongs)\n",
        warnings_ok=True,
    )
    assert out.places() == [("fragment", "content/here.md:4")]
    assert out.text("/words/") == "Words AnvilHolds. Is hit. Big hammerNo anvil. See"
    assert [term.get("id") for term in out.article("/words/").iter("dt")] == ["anvil", "big-hammer"]
    assert out.links("/here/") == {
        "A": "../words/#anvil", "B": "../words/#big-hammer", "C": "../words/#tongs",
    }  # fmt: skip
    (out.root / "content/words/a.md").write_text("---\ntitle: Anvils\n---\nHold.\n")
    again = build(warnings_ok=True)
    assert again.text("/words/") == "Words AnvilsHold. Big hammerNo anvil. See"
    assert [place for _, place in again.places()].count("content/here.md:4") == 2


def test_ids_in_raw_html_are_targets(build: Callable[..., Built]) -> None:
    out = build(
        site_with("""\
        Here is <a name="named"></a> and <span id='spanned'>x</span>.

        <div class="box"
             id="block">

        text

        </div>

        [a](#named) [b](#spanned) [c](#block) [d]({{< relref "#block" >}})
        """)
        + "-- hugo.toml --\n[markup.goldmark.renderer]\nunsafe = true\n",
    )
    assert out.links("/docs/here/") == {
        "a": "#named", "b": "#spanned", "c": "#block", "d": "#block",
    }  # fmt: skip


def test_a_miss_in_html_names_its_line(build: Callable[..., Built]) -> None:
    out = build(
        site_with('<div>\n<p>one</p>\n<a href="/docs/lost/">a</a> <img src="lost.png">\n</div>\n')
        + "-- hugo.toml --\n[markup.goldmark.renderer]\nunsafe = true\n",
        warnings_ok=True,
    )
    line = "content/docs/here.md:6"
    assert out.places() == [("link", line), ("link", line)]


def test_every_address_of_a_tag_is_a_link_and_none_in_code_or_comments(
    build: Callable[..., Built],
) -> None:
    out = build(
        site_with("""\
        <video src="/files/terms.txt" poster='/docs/bundle/plan.pdf'></video>
        <a href=/docs/rights/ title="see href=/lost/">bare</a>
        <a title="a > b" href="/docs/rights/?x=1&amp;y#own-id">arrow</a>
        <!-- <a href="/lost/">x</a> -->

        <script src="/files/terms.txt">let a = "<a href='/lost/'>"</script>

        <a href="/docs/rights/#lost">one</a> <a href="#lost">two</a> <a href="#top">three</a>
        """)
        + "-- hugo.toml --\n[markup.goldmark.renderer]\nunsafe = true\n",
        warnings_ok=True,
    )
    line = "content/docs/here.md:11"
    assert out.places() == [("fragment", line), ("fragment", line)]
    links = out.links("/docs/here/")
    assert links["bare"] == "../rights/"
    assert links["arrow"] == "../rights/?x=1&y#own-id"
    article = out.article("/docs/here/")
    assert article.xpath(".//video/@src|.//video/@poster|.//script/@src") == [
        "../../files/terms.txt",
        "../bundle/plan.pdf",
        "../../files/terms.txt",
    ]
    assert "let a = \"<a href='/lost/'>\"" in article.xpath(".//script")[0].text


def test_there_is_no_link_in_a_link(build: Callable[..., Built]) -> None:
    out = build(
        "-- content/b.md --\nB\n-- content/a.md --\nText\n\n"
        '{{< link "/b/" >}}one [two](/a/){{< /link >}}\n\n[three <https://x.example/>](/b/)\n\n'
        "[four <https://x.example/>](https://y.example/)\n"
    )
    assert out.links("/a/") == {
        "one two": "../b/",
        "three https://x.example/": "../b/",
        "four https://x.example/": "https://y.example/",
    }
