"""Where a site has a template of a name that a pack knows: which of the two answers a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

    from build.conftest import Built

SITE = """
-- hugo.toml --
baseURL = "https://example.org/"
title = "The site"
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Home
---
-- content/docs/_index.md --
---
title: Docs
---
-- content/docs/b.md --
---
title: Page B
description: All about bees.
---
-- content/docs/parts/p.md --
Kept {{ $0 }}.
"""


@pytest.fixture
def page(build: Callable[..., Built]) -> Callable[..., Built]:
    """Build a page with this body, which begins on line 4, and these templates and files."""

    def run(body: str, files: str, **options: object) -> Built:
        text = f"{SITE.rstrip()}\n{files.strip()}\n-- content/docs/a.md --\n---\ntitle: A\n---\n{body}\n"
        return build(text, **{"copyright": "us", "version": "1", **options})

    return run


TEMPLATE_SAYS_MORE = {
    "a sentence": (
        "{{< prerequisites >}}",
        "-- layouts/_shortcodes/prerequisites.html --\n<p>Have an account and a spade at hand.</p>",
        "Have an account and a spade at hand.",
    ),
    "a parameter the class does not know": (
        '{{< quote caption="Ann Bee" >}}Said *this*.{{< /quote >}}',
        "-- layouts/_shortcodes/quote.html --\n"
        '<figure>{{ .Inner | markdownify }}<figcaption>{{ .Get "caption" }}</figcaption></figure>',
        "Said this. Ann Bee",
    ),
    "data of the site": (
        "{{< faq >}}",
        "-- data/faq.yaml --\n- {q: Why?, a: Because.}\n-- layouts/_shortcodes/faq.html --\n"
        "<dl>{{ range site.Data.faq }}<dt>{{ .q }}</dt><dd>{{ .a }}</dd>{{ end }}</dl>",
        "Why? Because.",
    ),
    "another order of parameters": (
        '{{< link "the other page" "/docs/b" >}}',
        "-- layouts/_shortcodes/link.html --\n"
        '<a href="{{ relref .Page (.Get 1) }}">{{ .Get 0 }}</a>',
        "the other page",
    ),
    "a part of a file": (
        '{{< code_sample "prog.py" two >}}',
        "-- content/docs/prog.py --\none = 1\ntwo = 2\nthree = 3\nfour = 4\nfive = 5\n"
        "-- layouts/_shortcodes/code_sample.html --\n"
        '{{ $word := .Get 1 }}{{ range split (readFile "content/docs/prog.py") "\\n" }}'
        "{{ if hasPrefix . $word }}<pre>{{ . }}</pre>{{ end }}{{ end }}",
        "two = 2",
    ),
    "labels that the whole gives its parts": (
        '{{< tabs Apples "Ripe pears" >}}{{< tab >}}red{{< /tab >}}{{< tab >}}green{{< /tab >}}'
        "{{< /tabs >}}",
        "-- layouts/_shortcodes/tabs.html --\n<div>{{ .Inner }}</div>\n"
        "-- layouts/_shortcodes/tab.html --\n<h4>{{ .Parent.Get .Ordinal }}</h4><p>{{ .Inner }}</p>",
        "Apples red Ripe pears green",
    ),
    "no label where the class counts its parts": (
        "{{< tabs >}}{{< tab >}}red{{< /tab >}}{{< tab >}}green{{< /tab >}}{{< /tabs >}}",
        "-- layouts/_shortcodes/tabs.html --\n<div>{{ .Inner }}</div>\n"
        "-- layouts/_shortcodes/tab.html --\n<p>{{ .Inner }}</p>",
        "red green",
    ),
    "a file that only the template finds": (
        '{{< tabs >}}{{< tab name="One" include="p" />}}{{< /tabs >}}',
        "-- layouts/_shortcodes/tabs.html --\n"
        '{{ with .Inner }}{{ end }}<b>{{ .Scratch.Get "name" }}</b> <p>{{ .Scratch.Get "text" }}</p>\n'
        "-- layouts/_shortcodes/tab.html --\n{{ with .Inner }}{{ end }}"
        '{{ .Parent.Scratch.Set "name" (.Get "name") }}{{ .Parent.Scratch.Set "text" '
        '((site.GetPage (printf "docs/parts/%s" (.Get "include"))).RawContent) }}',
        "One Kept {{ $0 }}.",
    ),
    "a link": (
        '{{< card title="Bees" titleUrl="/docs/b" >}}',
        "-- layouts/_shortcodes/card.html --\n"
        '<h5><a href="{{ relref .Page (.Get "titleUrl") }}">{{ .Get "title" }}</a></h5>',
        "Bees",
    ),
    "a picture": (
        '{{< image filename="/x.png" alt="An x" >}}Seen{{< /image >}}',
        "-- static/x.png --\n-- layouts/_shortcodes/image.html --\n"
        '<div><img src="{{ .Get "filename" }}" alt="{{ .Get "alt" }}">{{ .Inner }}</div>',
        "Seen",
    ),
}


def _letters(article: HtmlElement) -> str:
    """Return the text without white space."""
    return "".join(article.text_content().split())


@pytest.mark.parametrize("case", TEMPLATE_SAYS_MORE)
def test_the_template_answers_where_the_class_would_lose_something(
    page: Callable[..., Built], case: str
) -> None:
    body, files, wanted = TEMPLATE_SAYS_MORE[case]
    article = page(body, files).article("/docs/a")
    assert _letters(article) == "A" + wanted.replace(" ", "")


def test_links_and_pictures_of_the_template_are_there(page: Callable[..., Built]) -> None:
    cases = [TEMPLATE_SAYS_MORE[name] for name in ("a link", "a picture")]
    files = "\n".join(files for _body, files, _wanted in cases)
    article = page("\n\n".join(body for body, _files, _wanted in cases), files).article("/docs/a")
    assert article.xpath(".//h5/a/@href") == ["../b/"]
    assert article.xpath(".//img/@alt") == ["An x"]


CLASS_SAYS_AS_MUCH = {
    "the same": (
        '{{< note title="Heed" >}}A **word**.{{< /note >}}',
        "-- layouts/_shortcodes/note.html --\n"
        '<div class="x"><b>{{ .Get "title" }}</b>{{ .Inner | markdownify }}</div>',
    ),
    "another label": (
        "{{< warning >}}A word.{{< /warning >}}",
        "-- layouts/_shortcodes/warning.html --\n<div><b>Heads up!</b> {{ .Inner }}</div>",
    ),
    "a link in the text": (
        "{{< note >}}See [b](b.md).{{< /note >}}",
        "-- layouts/_shortcodes/note.html --\n<div>{{ .Inner | markdownify }}</div>",
    ),
    "a template that fails": (
        "{{< note >}}A word.{{< /note >}}",
        '-- layouts/_shortcodes/note.html --\n{{ partial "none" . }}'
        "<p>More words than five.</p>{{ .Inner }}",
    ),
    "a nested call that a template answers": (
        "{{< note >}}A word. {{< my-motto >}}{{< /note >}}",
        "-- layouts/_shortcodes/note.html --\n<div>{{ .Inner }}</div>\n"
        "-- layouts/_shortcodes/my-motto.html --\n<i>Every bee counts, each day.</i>",
    ),
}


@pytest.mark.parametrize("case", CLASS_SAYS_AS_MUCH)
def test_the_class_answers_where_it_says_as_much(page: Callable[..., Built], case: str) -> None:
    body, files = CLASS_SAYS_AS_MUCH[case]
    built = page(body, files)
    assert len(built.article("/docs/a").find_class("admonition")) == 1


def test_labels_that_parts_leave_with_the_whole_are_no_loss(page: Callable[..., Built]) -> None:
    files = """
-- layouts/_shortcodes/tabs.html --
{{ .Inner }}{{ range .Scratch.Get "tabs" }}<h6>{{ .name }}</h6>{{ .text }}{{ end }}
-- layouts/_shortcodes/tab.html --
{{ .Parent.Scratch.Add "tabs" (slice (dict "name" (.Get "name") "text" .Inner)) }}
"""
    body = '{{< tabs >}}{{< tab name="Red" >}}Apples{{< /tab >}}{{< /tabs >}}'
    article = page(body, files).article("/docs/a")
    assert len(article.find_class("sd-tab-set")) == 1
    assert article.find_class("sd-tab-label")[0].text_content().strip() == "Red"


def test_a_trial_leaves_nothing_behind(page: Callable[..., Built]) -> None:
    files = """
-- layouts/_shortcodes/note.html --
{{ .Page.Store.Add "n" 1 }}
<div>{{ .Page.Store.Get "n" }} This is a sentence of the site's own. {{ .Inner }}</div>
-- layouts/_shortcodes/my-count.html --
{{ .Page.Store.Get "n" }}
"""
    body = "{{< note >}}A{{< /note >}}\n\n{{< note >}}B{{< /note >}}\n\nSo many: {{< my-count >}}"
    said = "Thisisasentenceofthesite'sown."
    assert _letters(page(body, files).article("/docs/a")) == f"A1{said}A2{said}BSomany:2"


def test_what_a_template_takes_from_data_is_brought_up_to_date(
    page: Callable[..., Built], build: Callable[..., Built]
) -> None:
    template = (
        "-- layouts/_shortcodes/note.html --\n"
        "<div>{{ .Inner }} {{ range site.Data.bees }}{{ . }} {{ end }}</div>"
    )
    body = "{{< note >}}A word.{{< /note >}}"
    data = "-- data/bees.yaml --\n- Ann\n"
    built = page(body, f"{data}{template}")
    assert len(built.article("/docs/a").find_class("admonition")) == 1
    built = build(f"{data}- Bea\n- Cleo\n- Dora\n", copyright="us", version="1")
    assert built.read == ["docs/a"]
    assert built.text("/docs/a") == "A A word. Ann Bea Cleo Dora"


def test_one_of_hugo_s_names_needs_no_closing_tag_if_the_template_takes_no_text(
    page: Callable[..., Built],
) -> None:
    built = page(
        '{{< details "Small print" >}}',
        "-- layouts/_shortcodes/details.html --\n<p>{{ .Get 0 }}: see the back.</p>",
    )
    assert "Small print: see the back." in built.text("/docs/a")


def test_what_holds_for_one_call_of_a_form_is_not_tried_again_but_kept_up_to_date(
    page: Callable[..., Built], build: Callable[..., Built]
) -> None:
    template = "-- layouts/_shortcodes/note.html --\n<div>{{ .Inner }}</div>"
    calls = "\n\n".join(
        f'{{{{< note title="Number {n}" >}}}}A word.{{{{< /note >}}}}' for n in "12"
    )
    built = page(calls, template)
    assert len(built.article("/docs/a").find_class("admonition")) == 2
    sentence = "<p>A sentence of the site's own, which is long.</p>"
    built = build(f"{template}{sentence}\n", copyright="us", version="1")
    assert built.text("/docs/a").count("which is long") == 2
