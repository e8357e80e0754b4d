"""A site's own Go templates, and raw HTML, through whole builds."""

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
[params]
product = "Anvil"
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
---
## Part two
-- content/docs/a.md --
---
title: Page A
audience: people
---
"""

TEMPLATES = """
-- layouts/_shortcodes/my-name.html --
{{- site.Params.product -}}
-- layouts/_shortcodes/my-pill.html --
<span class="pill">{{ .Get 0 }}</span>
-- layouts/_shortcodes/my-box.html --
<div class="alert alert-danger"><h4>{{ .Get "title" | markdownify }}</h4>
{{ .Inner | .Page.RenderString (dict "display" "block") }}
<a href="{{ relref .Page "b.md" }}">next</a> <img src="/pic.png" alt="A picture"></div>
-- layouts/_shortcodes/my-head.md --
## {{ .Get 0 }} for {{ .Page.Params.audience }}

{{ .Inner }}
-- layouts/_shortcodes/my-list.html --
{{ .Inner }}<ol>{{ range .Scratch.Get "items" }}<li>{{ . }}</li>{{ end }}</ol>
-- layouts/_shortcodes/my-item.html --
{{ .Parent.Scratch.Add "items" (slice (printf "%d %s" .Ordinal (.Get 0))) }}
-- layouts/_shortcodes/my-table.html --
{{ $rows := site.Data.rows }}<table><thead><tr><th>Key</th><th>Value</th></tr></thead>
{{ range $key, $value := $rows }}<tr><td>{{ $key }}</td><td>{{ $value }}</td></tr>{{ end }}</table>
-- layouts/_shortcodes/my-code.html --
{{ highlight (trim .Inner "\\n") "python" }}
-- layouts/_shortcodes/my-words.html --
{{ i18n "hello" }} {{ partial "small.html" (dict "x" 3) }} {{ (site.GetPage "docs/b.md").Title }}
-- layouts/_partials/small.html --
<b>{{ mul .x 2 }}</b>
-- i18n/en.yaml --
hello: Good day
-- data/rows.yaml --
size: large & heavy
colour: grey
-- static/pic.png --
-- layouts/shortcodes/old.html --
old
"""


@pytest.fixture
def page(build: Callable[..., Built]) -> Callable[..., Built]:
    """Build a page with this body, which begins on line 5, and the templates above."""

    def run(body: str, templates: str = TEMPLATES, **options: object) -> Built:
        files = f"{SITE}{body}\n{templates.lstrip()}"
        return build(files, **{"copyright": "us", "version": "1", **options})

    return run


def test_html_stands_in_the_page_with_its_links_resolved(page: Callable[..., Built]) -> None:
    built = page('{{< my-box title="*T*" >}}\nSome **text**\n\n- item\n{{< /my-box >}}')
    (box,) = built.article("/docs/a").find_class("alert-danger")
    assert box.getparent().tag == "section"
    assert [(child.tag, child.text_content()) for child in box] == [
        ("h4", "T"), ("p", "Some text"), ("ul", "\nitem\n"), ("a", "next"), ("img", ""),
    ]  # fmt: skip
    assert box.find("a").get("href") == "../b/"
    assert box.find("img").get("src") == "../../pic.png"


def test_other_builders_get_nodes(page: Callable[..., Built]) -> None:
    body = '{{< my-box title="*T*" >}}\nSome **text**\n{{< /my-box >}}\n\n{{< my-table >}}'
    text = page(body, builder="text").file("docs/a.txt")
    assert "T: Some **text**" in text
    assert "next [image: A picture][image]" in text
    assert "| size    " in text
    assert "large & heavy" in text
    built = page(body, builder="latex")
    (name,) = [path.name for path in built.outdir.glob("*.tex")]
    tex = built.file(name)
    assert r"\begin{sphinxadmonition}{note}{\sphinxstyleemphasis{T}}" in tex
    assert r"\hyperref[\detokenize{docs/b::doc}]" in tex
    assert r"\begin{tabulary}" in tex
    assert (built.outdir / "pic.png").is_file()


def test_running_text_and_places_for_characters(page: Callable[..., Built]) -> None:
    body = "## Use {{< my-name >}}\n\n{{< my-name >}}s are {{< my-pill new >}}: `{{< my-name >}}`."
    built = page(body)
    article = built.article("/docs/a")
    assert article.xpath(".//h2")[0].text_content() == "Use Anvil"
    assert article.xpath("normalize-space(.//p)") == "Anvils are new : Anvil."
    assert [node.tag for node in article.find_class("pill")] == ["span"]
    assert built.page_toc("/docs/a") == ["Use Anvil"]


def test_percent_call_is_markdown_of_the_page(page: Callable[..., Built]) -> None:
    built = page("{{% my-head Notes %}}text {{< my-pill p >}} {{</* x */>}}{{% /my-head %}}")
    assert built.page_toc("/docs/a") == ["Notes for people"]
    assert built.text("/docs/a") == "Page A Notes for people text p {{< x >}}"


def test_no_id_is_made_of_a_nested_call_of_ours(page: Callable[..., Built]) -> None:
    body = (
        "{{< my-text >}}\n## Size `{{< param audience >}}`\n\n{{< param audience >}}\n"
        "{{< /my-text >}}\n\n"
        "{{< my-line >}}{{< param audience >}}{{< /my-line >}}"
    )
    templates = (
        "-- layouts/_shortcodes/my-text.html --\n"
        '<div>{{ .Inner | .Page.RenderString (dict "display" "block") }}</div>\n'
        "-- layouts/_shortcodes/my-line.html --\n<b>{{ .Inner | markdownify }}</b>\n"
    )
    article = page(body, templates).article("/docs/a")
    assert [heading.get("id") for heading in article.iter("h2")] == ["size"]
    assert not article.xpath(".//p[not(normalize-space())]")


def test_nested_calls_of_templates_and_of_ours(page: Callable[..., Built]) -> None:
    body = (
        "{{< my-list >}}{{< my-item one >}}{{< my-item two >}}{{< /my-list >}}\n\n"
        '{{< my-box title="x" >}}\n{{< details summary="Sum" >}}in *it* {{< my-name >}}'
        "{{< /details >}}\n\nthen `{{< my-name >}}`\n{{< /my-box >}}"
    )
    built = page(body)
    article = built.article("/docs/a")
    assert [item.text for item in article.xpath(".//ol/li")] == ["0 one", "1 two"]
    (box,) = article.find_class("alert-danger")
    (details,) = box.iter("details")
    assert " ".join(details.text_content().split()) == "Sum in it Anvil"
    assert box.xpath("string(.//code)") == "Anvil"


def test_functions_that_ask_for_the_site(page: Callable[..., Built]) -> None:
    built = page("{{< my-words >}}\n\n{{< my-code >}}\nx = 1\n{{< /my-code >}}")
    article = built.article("/docs/a")
    assert "Good day 6 Page B" in " ".join(article.text_content().split())
    assert article.xpath("string(.//pre)") == "x = 1\n"
    assert [span.text for span in article.find_class("mi")] == ["1"]


def test_template_of_a_pack_is_not_asked(page: Callable[..., Built]) -> None:
    """What we bring comes first; the project's Jinja templates and conf.py before that."""
    body = "{{< details summary=s >}}a{{< /details >}} {{< old >}} {{< older >}}"
    files = (
        "-- layouts/shortcodes/details.html --\nGO{{ .Inner }}\n-- layouts/shortcodes/old.html --\nGO\n"
        "-- shortcodes/old.md --\nJINJA\n-- layouts/shortcodes/older.html --\nGO\n"
    )
    conf = {"hugo_shortcodes": {"older": {"text": "CONF"}}}
    assert page(body, files, **conf).text("/docs/a") == "Page A s a JINJA CONF"


def test_template_says_whether_a_call_is_closed(page: Callable[..., Built]) -> None:
    files = (
        "-- layouts/_shortcodes/opens.html --\n[{{ .Inner }}]\n"
        "-- layouts/_shortcodes/not.html --\n!\n"
    )
    built = page("{{< not >}} a {{< opens >}}b{{< /opens >}} {{< not >}}", files)
    assert built.text("/docs/a") == "Page A ! a [b] !"


def test_changed_template_partial_and_data_are_read_again(
    page: Callable[..., Built], build: Callable[..., Built]
) -> None:
    body = "{{< my-words >}}\n\n{{< my-table >}}"
    page(body)
    built = page(body, TEMPLATES.replace("mul .x 2", "mul .x 5"))
    assert "15" in built.text("/docs/a")
    built = page(body, TEMPLATES.replace("mul .x 2", "mul .x 5").replace("grey", "green"))
    assert "green" in built.text("/docs/a")
    assert "docs/a" in page(body, TEMPLATES.replace("mul .x 2", "mul .x 5")).read
    assert build(copyright="us", version="1").read == []


PUBLISHING = """
-- layouts/_shortcodes/my-logo.html --
{{ with resources.Get "images/logo.svg" }}<img src="{{ .RelPermalink }}" alt="logo">{{ end }}
-- layouts/_shortcodes/my-figure.html --
{{ $logo := resources.Get "images/logo.svg" | resources.Copy "copy.svg" -}}
![copy]({{ $logo.RelPermalink }})
-- layouts/_shortcodes/my-style.html --
{{ $style := resources.FromString "a.css" "p {}" | fingerprint "md5" -}}
<link href="{{ $style.RelPermalink }}">
-- layouts/_shortcodes/my-unused.html --
{{ with resources.Get "images/other.svg" }}{{ .Name }}{{ end }}
-- assets/images/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- assets/images/other.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
"""


def test_files_whose_address_a_template_takes_are_published(page: Callable[..., Built]) -> None:
    """As in Hugo, an asset is served once somebody asks where it is; from build to build."""
    body = "{{< my-logo >}}\n\n{{% my-figure %}}\n\n{{< my-style >}} {{< my-unused >}}"
    for _ in range(2):
        built = page(body, PUBLISHING)
        article = built.article("/docs/a")
        images = [image.get("src") for image in article.iter("img")]
        assert images == ["../../images/logo.svg", "../../_images/copy.svg"]
        (style,) = article.iter("link")
        address = style.get("href").removeprefix("../../")
        assert (built.outdir / address).read_text() == "p {}"
        assert (built.outdir / "images/logo.svg").is_file()
        assert not (built.outdir / "images/other.svg").exists()


def test_pages_of_a_bundle_are_its_resources(page: Callable[..., Built]) -> None:
    files = (
        "-- layouts/_shortcodes/my-gates.html --\n"
        '{{ with site.GetPage "/docs/gates" }}<dl>{{ range .Resources.ByType "page" }}'
        "<dt>{{ .Title }}</dt><dd>{{ .Content }}</dd>{{ end }}</dl>{{ end }}\n"
        "-- content/docs/gates/index.md --\n---\ntitle: Gates\n---\n"
        "-- content/docs/gates/one.md --\n---\ntitle: One\n---\nAbout *one*.\n"
    )
    built = page("{{< my-gates >}}", files)
    assert built.text("/docs/a") == "Page A OneAbout one."


def test_theme_on_disk_is_asked_too(page: Callable[..., Built]) -> None:
    files = "-- themes/dress/layouts/shortcodes/Hat.html --\n<i>hat</i>\n"
    conf = {"hugo_config": {"theme": "dress"}}
    assert page("{{< hat >}}", files, **conf).text("/docs/a") == "Page A hat"


FAILING = {
    "loop": ("\n{{ range seq 2000 }}{{ range seq 2000 }}{{ end }}{{ end }}", 2, "too long"),
    "recursion": ('{{ define "a" }}{{ template "a" }}{{ end }}{{ template "a" }}', 1, "deep"),
    "partial that calls itself": ('{{ partial "again.html" . }}', 1, "deep"),
    "division": ("\n\n{{ div 1 0 }}", 3, "div"),
    "unknown function": ("\n{{ nope 1 }}", 2, "nope"),
    "wrong type": ('{{ add "x" 1 }}', 1, "math.Add"),
    "syntax": ("\n{{ if }}", 2, "if"),
    "errorf": ('\n{{ errorf "say %s" "it" }}', None, "say it"),
    "missing page": ('{{ relref . "nowhere.md" }}', 1, "nowhere.md"),
}


@pytest.mark.parametrize(("template", "line", "message"), FAILING.values(), ids=FAILING)
def test_failing_template(
    page: Callable[..., Built], template: str, line: int | None, message: str
) -> None:
    """One warning with its place; the call becomes its inner text, and the build goes on."""
    files = (
        f"-- layouts/_shortcodes/bad.html --\n{{{{/* .Inner */}}}}{{{{ $i := .Inner }}}}{template}\n"
        '-- layouts/_partials/again.html --\n{{ partial "again.html" . }}\n'
        "-- layouts/_shortcodes/good.html --\nfine\n"
    )
    body = "before {{< bad >}}in *ner* {{< good >}}{{< /bad >}}\n\n{{< bad >}}again{{< /bad >}}"
    built = page(body, files, warnings_ok=True)
    assert built.text("/docs/a") == "Page A before in ner fine again"
    ((kind, place),) = built.places()
    wanted = "again.html" if "again" in template else "bad.html"
    assert kind == "template"
    assert place.partition(":")[0].endswith(wanted)
    assert line is None or place.endswith(f":{line}")
    assert message in built.message("template")
    assert "content/docs/a.md:5" in built.message("template")


def test_nothing_outside_of_the_site_is_read(page: Callable[..., Built]) -> None:
    files = (
        "-- layouts/_shortcodes/peek.html --\n"
        '[{{ readFile "../../../../../../etc/passwd" }}{{ readFile "/etc/passwd" }}'
        '{{ with resources.Get "../../../../etc/passwd" }}{{ .Content }}{{ end }}'
        '{{ getenv "PATH" }}{{ fileExists "../../../../../../etc/passwd" }}]\n'
    )
    built = page("{{< peek >}}", files, warnings_ok=True)
    assert built.text("/docs/a") == "Page A [false]"
    assert {kind for kind, _place in built.places()} == {"template"}


def test_unbalanced_html_harms_nothing_else(page: Callable[..., Built]) -> None:
    files = "-- layouts/_shortcodes/odd.html --\n</div><table><tr><td>cell<b>\n"
    for builder, name in (("text", "docs/a.txt"), ("man", None), ("texinfo", None), ("epub", None)):
        built = page("one\n\n{{< odd >}}\n\ntwo", files, builder=builder)
        if name:
            text = built.file(name)
            assert [text.index(word) for word in ("one", "cell", "two")] == sorted(
                text.index(word) for word in ("one", "cell", "two")
            )


RAW = """
<div class="notice tip">

Some **Markdown** in <kbd>HTML</kbd>.

</div>

<details><summary>More</summary>

- item

</details>

Water is H<sub>2</sub>O,<br>see <a href="b.md" title="B">the <em>page</em></a>.

| a | b |
| --- | --- |
| 1<br>2 | <img src="/pic.png" alt="pic"> |

<table><tr><td>

x

<table><tr><td>y</td></tr></table>

</td></tr></table>
"""


@pytest.mark.parametrize("builder", ["text", "latex", "man", "texinfo", "epub", "gettext"])
def test_raw_html_of_pages_in_every_builder(page: Callable[..., Built], builder: str) -> None:
    built = page(RAW, builder=builder)
    if builder == "text":
        text = " ".join(built.file("docs/a.txt").split())
        assert 'Tip: Some **Markdown** in "HTML".' in text
        assert "[ More ]- * item" in text
        assert "Water is H_2O, see the *page*." in text


def test_missing_target_in_raw_html_is_reported_by_every_builder(
    page: Callable[..., Built],
) -> None:
    body = '<div>\n<a href="nowhere/">x</a>\n</div>\n\n<p>\n\n*y*\n\n</p>'
    for builder in ("dirhtml", "text"):
        built = page(body, builder=builder, warnings_ok=True)
        ((kind, place),) = built.places()
        assert kind == "link"
        # Where it stands, not where the last HTML of the page stands.
        assert place in {"content/docs/a.md:5", "content/docs/a.md:6"}


HOOKS = """
-- layouts/_markup/render-codeblock-crate.html --
<aside id="{{ .Attributes.id }}"><b>{{ .Ordinal }}</b> {{ .Inner | .Page.RenderString }}</aside>
-- layouts/_markup/render-codeblock-chart.html --
<canvas></canvas><script>draw({{ .Inner }})</script>
-- layouts/_markup/render-codeblock-torn.html --
{{ .Lid }}
-- layouts/_markup/render-codeblock-bash.html --
<p>not coloured</p>
"""


def test_render_hooks_show_code_in_a_language_of_the_site(page: Callable[..., Built]) -> None:
    fences = [("bash", "ls"), ("crate {#c1}", "[*b*](b.md)"), ("chart", "1, 2"), ("torn", "kept")]
    body = "\n".join(f"```{info}\n{code}\n```\n" for info, code in fences)
    built = page(body, HOOKS, warnings_ok=True)
    article = built.article("/docs/a")
    (aside,) = article.iter("aside")
    assert (aside.get("id"), aside.text_content()) == ("c1", "1 b")
    assert aside.find(".//a").get("href") == "../b/"
    # The rest is shown as code: what has colours, what shows nothing by itself, and what fails.
    assert [pre.text_content() for pre in article.iter("pre")] == ["ls\n", "1, 2\n", "kept\n"]
    (warning,) = built.warnings
    assert "render-codeblock-torn.html:1: WARNING: can't evaluate field Lid" in warning
    assert "the code is shown" in warning


def test_a_template_that_takes_inner_text_comes_before_a_name_that_has_no_use_for_it(
    page: Callable[..., Built],
) -> None:
    template = "-- layouts/shortcodes/img.html --\n<figure>{{ .Inner | markdownify }}</figure>\n"
    built = page('{{< img src="x.png" >}}A *caption*{{< /img >}}', template)
    (figure,) = built.article("/docs/a").iter("figure")
    assert figure.text_content() == "A caption"
