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


CONTENTS = """
-- layouts/_shortcodes/contents.html --
{{ .Page.TableOfContents }}<i>{{ range .Page.Fragments.Identifiers }}{{ . }},{{ end }}</i>
-- layouts/_shortcodes/raw.html --
<pre>{{ .Inner }}</pre>
-- layouts/_shortcodes/part.html --
<div>{{ .Inner | markdownify }}</div>
-- layouts/_shortcodes/plain.html --
{{ .Inner }}
-- layouts/_shortcodes/mark.html --
<b>{{ .Inner }}</b>
"""


def test_table_of_contents_has_the_headings_of_the_markdown_only(
    page: Callable[..., Built],
) -> None:
    html = [
        f"{{{{< {name} >}}}}\n## In {name}\n\nwords\n{{{{< /{name} >}}}}"
        for name in ("raw", "part")
    ]
    code = "{{< highlight sh >}}\n# In code\n{{< /highlight >}}"
    percent = "{{% plain %}}\n## Of the page\n{{% /plain %}}"
    more = [code, code.replace("< ", "% ").replace(" >", " %"), percent]
    body = "\n\n".join(
        ["{{< contents >}}", *html, *more, "## End {{< mark >}}now{{< /mark >}} {#end}"]
    )
    article = page(body, CONTENTS).article("/docs/a")
    (contents,) = article.iter("nav")
    links = [(link.text_content(), link.get("href")) for link in contents.iter("a")]
    assert links == [("Of the page", "#of-the-page"), ("End now", "#end")]
    (names,) = article.iter("i")
    assert names.text == "end,of-the-page,"


OLD_WAYS = """
-- layouts/_shortcodes/old.html --
{{ $_hugo_config := `{ "version": 1 }` }}<div>{{ .Inner }}*end*</div>
-- layouts/_shortcodes/late.html --
{{ $x := 1 }}{{ $_hugo_config := `{ "version": 1 }` }}<i>{{ .Inner }}</i>*end*
"""


def test_template_that_asks_for_the_old_ways_gets_its_inner_text_rendered(
    page: Callable[..., Built],
) -> None:
    """Hugo did so before version 0.55: the output is HTML then, and stays as it is."""
    lists = "{{% old %}}\n- *a*\n- b\n\n{{</* x */>}}\n{{% /old %}}"
    item = "1. item\n\n   {{% old %}}*one*{{% /old %}}\n2. two"
    body = f"{lists}\n\n{item}\n\n{{{{< old >}}}}*raw*{{{{< /old >}}}}"
    article = page(body, OLD_WAYS).article("/docs/a")
    shown = [
        (box.text_content().split(), [child.tag for child in box.iterdescendants()])
        for box in article.xpath(".//section//div[not(@class)]")
    ]
    assert shown == [
        (["a", "b", "{{<", "x", ">}}", "*end*"], ["ul", "li", "em", "li", "p"]),
        (["one*end*"], ["em"]),
        (["*raw**end*"], []),
    ]
    assert len(article.xpath(".//ol/li")) == 2


def test_first_pipeline_of_a_template_says_how_old_its_ways_are(
    page: Callable[..., Built],
) -> None:
    article = page("{{% late %}}*a*{{% /late %}}", OLD_WAYS).article("/docs/a")
    assert [node.text_content() for node in article.iter("em")] == ["a", "end"]


BLOCKS = """
-- layouts/_shortcodes/my-box.html --
<div class="box"><p>{{ .Inner | markdownify }}</p></div><script>run()</script>
-- layouts/_shortcodes/rows.html --
<ul><li>one</li><li>a &amp; b</li></ul>
"""


def test_blocks_in_a_title_and_in_a_link_are_their_words(page: Callable[..., Built]) -> None:
    body = (
        "## First {{< my-box >}}in *it*{{< /my-box >}}\n\n## Rows {{< rows >}}\n\n"
        "See [the {{< my-box >}}`b`{{< /my-box >}}](/docs/)."
    )
    built = page(body, BLOCKS)
    article = built.article("/docs/a")
    titles = [(title.text_content(), len(title)) for title in article.iter("h2")]
    assert titles == [("First in it", 1), ("Rows one a & b", 0)]
    assert built.page_toc("/docs/a") == ["First in it", "Rows one a & b"]
    assert built.links("/docs/a")["the b"] == "../"
    assert [node.text for node in article.xpath(".//p/a//code")] == ["b"]
    text = page(body, BLOCKS, builder="text").file("docs/a.txt")
    assert "First in *it*" in text


LINKING = """
-- layouts/_shortcodes/my-link.html --
<p>one</p>
<p>two</p>
<p><a
  href="nowhere/">x</a></p>
-- layouts/_shortcodes/my-part.html --
<div>{{ .Inner | markdownify }}</div>
-- layouts/_markup/render-codeblock-crate.html --
<p>one</p>

<a href="nowhere/">x</a>
"""


@pytest.mark.parametrize("builder", ["dirhtml", "text"])
@pytest.mark.parametrize(
    ("body", "line", "name"),
    [
        ("\n\n{{< my-link >}}", 6, "my-link"),
        ("\n\ntext {{< my-link >}}", 6, "my-link"),
        ("{{< my-part >}}\n\n{{< my-link >}}\n{{< /my-part >}}", 4, "my-part"),
        ("\n```crate\nx\n```", 5, "render-codeblock-crate"),
    ],
)
def test_missing_target_in_what_a_template_prints_names_the_call(
    page: Callable[..., Built], builder: str, body: str, line: int, name: str
) -> None:
    built = page(body, LINKING, builder=builder, warnings_ok=True)
    assert built.places() == [("link", f"content/docs/a.md:{line}")]
    assert f"(in what the template of '{name}' prints here)" in built.message("link")


WITHIN_OURS = """
-- layouts/_shortcodes/my-link.html --
<a href="https://example.net/{{ .Get 0 }}">{{ .Inner }}</a>
-- layouts/_shortcodes/my-word.html --
{{ .Get 0 }}
-- layouts/_shortcodes/my-part.html --
<div>*{{ .Get 0 }}*</div>
"""


def test_markdown_in_a_call_within_one_of_ours_is_rendered(page: Callable[..., Built]) -> None:
    """Themes have the content of theirs rendered when the calls in it have run."""
    inner = (
        "Use {{< my-link a >}}`x` *y* {{< kbd >}}z{{< /kbd >}}{{< /my-link >}}.\n\n"
        '{{< my-word "*w*" >}}\n\n{{< my-part raw >}}\n\n'
        "*see {{< my-link b >}}[l](nowhere.md){{< /my-link >}}*"
    )
    body = f"{{{{< details summary=s >}}}}\n{inner}\n{{{{< /details >}}}}"
    built = page(body, WITHIN_OURS, warnings_ok=True)
    (details,) = built.article("/docs/a").iter("details")
    links = {link.get("href"): [child.tag for child in link] for link in details.iter("a")}
    assert links["https://example.net/a"] == ["code", "em", "kbd"]
    assert details.xpath("normalize-space(.//p[em='w'])") == "w"
    assert details.xpath(".//div[not(@class)]")[0].text == "*raw*"
    ((kind, place),) = built.places()
    assert (kind, place) == ("link", "content/docs/a.md:11")


SECTIONS = """
-- layouts/_shortcodes/my-place.html --
root
-- layouts/docs/_shortcodes/my-place.html --
docs{{ .Inner }}
-- layouts/docs/_shortcodes/my-own.html --
own
-- layouts/docs/deep/_shortcodes/my-place.html --
deep
-- layouts/guides/_shortcodes/my-place.html --
guides
-- layouts/_default/_shortcodes/my-default.html --
default
-- content/docs/deep/b.md --
---
title: Page B
---
{{< my-place >}} {{< my-own >}} {{< my-default >}}
-- content/docs/c.md --
---
title: Page C
type: guides
---
{{< my-place >}}
-- content/news/d.md --
---
title: Page D
---
{{< my-place >}}
-- content/news/e.md --
---
title: Page E
---
{{< my-own >}}
"""


def test_section_has_shortcodes_of_its_own(page: Callable[..., Built]) -> None:
    body = "{{< my-place >}}!{{< /my-place >}} {{< my-own >}}"
    built = page(body, SECTIONS, warnings_ok=True)
    shown = {name: built.text(name) for name in ("/docs/a", "/docs/deep/b", "/docs/c", "/news/d")}
    assert shown == {
        "/docs/a": "Page A docs! own",
        "/docs/deep/b": "Page B deep own default",
        "/docs/c": "Page C guides",
        "/news/d": "Page D root",
    }
    # Hugo would not build a page that has none.
    assert built.places() == [("template", "content/news/e.md:4")]
    assert "layouts/_shortcodes/my-own.html" in built.message("template")


STRINGS = """
-- layouts/_shortcodes/my-words.html --
{{ T "pages" (dict "Count" 2) }}, {{ T "pages" 1 }}, {{ T "values" (dict "on" true "l" (slice 1 2)) }}
-- layouts/_shortcodes/my-torn.html --
[{{ T "torn" 3 }}]
-- i18n/en.yaml --
pages: "{{ .Count }} page{{ if ne .Count 1 }}s{{ end }}"
values: '{{ .on }} {{ .l }} {{ index .l 0 | printf "%03d" }} {{ .nothing }}'
torn: "{{ .name | upper }}"
"""


def test_strings_are_templates(page: Callable[..., Built]) -> None:
    built = page("{{< my-words >}}\n\n{{< my-torn >}}", STRINGS, warnings_ok=True)
    assert built.text("/docs/a") == "Page A 2 pages, 1 page, true [1 2] 001 <no value> []"
    # A string has the functions of Go, not those of Hugo.
    assert "the string 'torn' of i18n/" in built.message("template")
    assert "content/docs/a.md:6" in built.message("template")


RENDERING = """
-- layouts/_shortcodes/my-note.html --
({{ .Page.Params.note | .Page.RenderString }})
-- layouts/_shortcodes/my-down.html --
({{ printf "%s {{%% my-word %q %%}}" .Page.Params.note (.Get 0) | markdownify }})
-- layouts/_shortcodes/my-word.html --
<i>*{{ .Get 0 }}*</i>
-- layouts/_shortcodes/my-inner.html --
<div>{{ .Inner | .Page.RenderString }}</div>
-- layouts/_shortcodes/my-loop.html --
[{{ .Page.RenderString "{{< my-loop >}}{{< my-loop >}}" }}]
-- content/docs/b.md --
---
title: Page B
note: 'see {{< my-word w >}} [it]({{< relref "a" >}}) {{< kbd >}}K{{< /kbd >}} {{< nobody >}}'
---
{{< my-note >}} {{< my-down d >}}
"""


def test_calls_in_text_that_a_template_renders_are_run(page: Callable[..., Built]) -> None:
    body = '{{< my-inner >}}a {{</* my-word "x" */>}} *b*{{< /my-inner >}}\n\n{{< my-loop >}}'
    built = page(body, RENDERING, warnings_ok=True)
    article = built.article("/docs/b")
    note = "see *w* it K {{< nobody >}}"
    assert built.text("/docs/b") == f"Page B ({note}) ({note} d)"
    assert built.links("/docs/b")["it"] == "../a/"
    assert [node.text_content() for node in article.iter("i", "kbd")] == [
        "*w*",
        "K",
        "*w*",
        "K",
        "d",
    ]
    # Hugo would run a call that the author has written to be shown.
    assert built.text("/docs/a") == 'Page A a {{< my-word "x" >}} b[]'
    assert built.places() == [
        ("shortcode", "content/docs/a.md:6"),
        ("shortcode_unknown", "content/docs/b.md:5"),
    ]
    assert "leads to itself" in built.message("shortcode")


def test_calls_that_no_template_answers_stand_in_the_line_that_they_are_in(
    page: Callable[..., Built],
) -> None:
    templates = """
-- layouts/_shortcodes/frame.html --
<div class="frame">{{ .Inner | markdownify }}</div>
"""
    call = "{{< param title >}}"
    body = (
        f"{{{{< frame >}}}}\n## On {call} now\n\n- of {call}\n- `{call} & co`\n\n| a |\n|---|\n"
        f"| is {call} |\n\n{{{{< note >}}}}Careful.{{{{< /note >}}}}\n{{{{< /frame >}}}}"
    )
    (frame,) = page(body, templates).article("/docs/a").find_class("frame")
    shown = [(one.tag, "".join(one.itertext()).strip()) for one in frame.iter("h2", "li", "td")]
    assert shown == [
        ("h2", "On Page A now"), ("li", "of Page A"), ("li", "Page A & co"), ("td", "is Page A"),
    ]  # fmt: skip
    assert not frame.xpath(".//h2//p | .//li//p | .//td//p | .//code//p")
    assert len(frame.find_class("admonition")) == 1


@pytest.mark.parametrize("builder", ["dirhtml", "text", "latex", "epub"])
@pytest.mark.parametrize(
    "call",
    [
        '{{< kbd "Ctrl" >}}',
        "{{< badge >}}new{{< /badge >}}",
        '{{< button href="b.md" >}}to B{{< /button >}}',
        '{{< link "b.md" "to B" >}}',
        '{{< icon "star" >}}',
        "{{< note >}}Careful.{{< /note >}}",
        '{{< figure src="x.png" link="b.md" >}}',
        "{{< unheard >}}kept{{< /unheard >}}",
    ],
)
def test_whatever_stands_in_a_line_of_html_is_written(
    page: Callable[..., Built], call: str, builder: str
) -> None:
    files = """
-- layouts/_shortcodes/frame.html --
<div>{{ .Inner | markdownify }}</div>
-- content/docs/b.md --
---
title: Page B
---
-- content/docs/x.png --
"""
    body = f"<p>See {call} here.</p>\n\n{{{{< frame >}}}}Look at {call} there.{{{{< /frame >}}}}"
    built = page(body, files, builder=builder, copyright="us", version="1", warnings_ok=True)
    assert not [text for text in built.warnings if "Error" in text or "ERROR" in text]
    path = next(built.outdir.glob(WRITTEN[builder]))
    text = path.read_text(encoding="utf-8")
    assert all(word in text for word in ("See", "here", "Look at", "there"))


WRITTEN = {
    "dirhtml": "docs/a/index.html",
    "text": "docs/a.txt",
    "latex": "*.tex",
    "epub": "docs/a.xhtml",
}
