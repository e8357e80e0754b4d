"""What pages without text of their own show: what lies below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

SITE = """
-- hugo.toml --
[markup.highlight]
lineNos = true
lineNoStart = 3
-- content/_index.md --
---
title: Home
---
Text.
-- content/blog/_index.md --
---
title: Blog
---
-- content/blog/older.md --
---
title: Older
date: 2024-01-02
summary: "About *older* <things>"
---
-- content/blog/newer.md --
---
title: Newer
date: 2024-03-01
tags: [Two Words]
---
How it begins.
-- content/docs/_index.md --
---
title: Docs
---
-- content/docs/one.md --
---
title: One
description: "Uses `make`"
weight: 2
---
```python
numbered
```

```
not numbered
```

```python {lineNos=false}
not this one
```
-- content/docs/deep/_index.md --
---
title: Deep
weight: 1
simple_list: true
---
With text, the list is left to the author.
-- content/plain/_index.md --
---
title: Plain
simple_list: true
---
-- content/plain/page.md --
---
title: Page
description: Not in a simple list.
---
-- content/bare/_index.md --
---
title: Bare
no_list: true
---
-- content/bare/page.md --
---
title: Hidden
---
"""


def test_pages_without_text_list_what_lies_below(build: Callable[..., Built]) -> None:
    out = build(SITE)
    assert out.text("/blog/") == (
        "Blog Newer \u2013 Mar 01, 2024 How it begins. Older \u2013 Jan 02, 2024 About older"
    )
    assert out.text("/docs/") == "Docs Deep One Uses make"
    assert out.text("/docs/deep/") == "Deep With text, the list is left to the author."
    assert out.text("/plain/") == "Plain Page"
    assert out.text("/bare/") == "Bare"
    assert out.text("/tags/") == "Tags Two Words"
    assert out.text("/tags/two-words/").startswith("Two Words Newer \u2013 Mar 01, 2024")
    # Only listings that name a language are numbered, from where the site says.
    numbers = [int(span.text_content()) for span in out.article("/docs/one/").find_class("linenos")]
    assert numbers == [3]


def test_lists_can_be_cards_or_left_out(build: Callable[..., Built]) -> None:
    cards = build(SITE, hugo_section_list="cards").article("/docs/")
    assert [card.text_content().split() for card in cards.find_class("sd-card")] == [
        ["Deep"],
        ["One", "Uses", "make"],
    ]
    assert build(SITE, hugo_section_list="none").text("/docs/") == "Docs"


MARKED = """
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- layouts/_shortcodes/file.html --
<a href="https://example.net/">{{ .Inner }} &amp; more</a>{{- "" -}}
-- content/blog/_index.md --
---
title: Blog
---
-- content/blog/marked.md --
---
title: Marked
date: 2024-01-02
---
Press <kbd>Esc</kbd><!-- twice -->, see {{< file >}}notes{{< /file >}}: 3.4[^1] is ~~old~~ *and*\\
gone ![a picture](/p.png) H<sub>2</sub>O.

[^1]: Not of the summary.
-- static/p.png --
"""
BEGINNING = "Press Esc, see notes & more: 3.4 is old and gone H2O."


def test_a_summary_is_what_readers_see_of_the_first_words(build: Callable[..., Built]) -> None:
    out = build(MARKED, html_baseurl="https://example.org/")
    assert out.text("/blog/") == f"Blog Marked \u2013 Jan 02, 2024 {BEGINNING}"
    assert out.meta("/blog/marked/")["og:description"] == BEGINNING


DESCRIBED = """
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- content/docs/_index.md --
---
title: Docs
---
-- content/docs/one.md --
---
title: One
description: >-
  <img src="/a.svg" alt="A"> [![A](/a.svg)](https://example.net/a)
  Of <b>two</b> & `x`, *em*: [two](/docs/two/), [out](https://example.net/).
---
-- content/docs/two.md --
---
title: Two
description: A < B
---
"""


def test_descriptions_are_markdown(build: Callable[..., Built]) -> None:
    out = build(DESCRIBED)
    words = "Of two & x, em: two, out."
    assert out.text("/docs/") == f"Docs One {words} Two A < B"
    assert out.links("/docs/")["two"] == "two/"
    assert out.links("/docs/")["out"] == "https://example.net/"
    shown = out.article("/docs/").find_class("hugo-description")[0]
    assert [element.tag for element in shown] == ["strong", "code", "em", "a", "a"]
    assert shown.text == "Of "
    assert out.meta("/docs/one/")["description"] == words
    assert out.meta("/docs/one/")["og:description"] == words
    assert out.meta("/docs/two/")["description"] == "A < B"


def test_in_a_card_a_description_has_no_links(build: Callable[..., Built]) -> None:
    cards = build(DESCRIBED, hugo_section_list="cards").article("/docs/").find_class("sd-card-text")
    assert cards[0].text_content().strip() == "Of two & x, em: two, out."
    assert list(cards[0].iter("a")) == []


def test_links_of_descriptions_follow_their_files(build: Callable[..., Built]) -> None:
    site = DESCRIBED.replace("/docs/two/", "/two.txt")
    assert build(site, warnings_ok=True).places() == [("link", "content/docs/one.md:1")]
    again = build("-- static/two.txt --\n2\n")
    assert again.links("/docs/")["two"] == "../two.txt"
    assert again.file("docs/index.html") == build(outdir="clean").file("docs/index.html")
