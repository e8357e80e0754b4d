"""Jinja templates of a project: what they are given, what they print, what they may not do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes

from build.conftest import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from build.conftest import Built

SITE = """
-- hugo.toml --
baseURL = "https://example.org/"
title = "The site"
disableKinds = ["taxonomy", "term"]
[params]
version = "1.2"
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
audience: people
---
"""


def answers(folder: Path, templates: dict[str, str], body: str, **options: Any) -> Built:
    """Build a page with this body, which begins on line 5, and these templates."""
    files = "".join(f"-- shortcodes/{name} --\n{text}\n" for name, text in templates.items())
    pages = SITE + body + "\n"
    return build_site(folder, pages + files, builder="dummy", **options)


def page_nodes(built: Built) -> list[nodes.Node]:
    section = next(iter(built.app.env.get_doctree("docs/a").findall(nodes.section)))
    return [
        node
        for node in section.children[1:]
        if isinstance(node, nodes.Body) and node.astext().strip()
    ]


def text(built: Built) -> str:
    return " ".join(" ".join(node.astext().split()) for node in page_nodes(built))


@pytest.mark.parametrize(
    ("template", "call", "expected"),
    [
        ("{{ params[0] }}-{{ params[1] }}-{{ params[2] }}", '{{< x "a" 5 >}}', "a-5-"),
        ("{{ params.Title }}|{{ params.nope|default('d') }}", '{{< x title="T" >}}', "T|d"),
        ("{% for p in params %}{{ p }},{% endfor %}{{ params|length }}", "{{< x a b >}}", "a,b,2"),
        ("{% for k, v in params.named|dictsort %}{{ k }}={{ v }} {% endfor %}",
         '{{< x b="2" a="1" >}}', "a=1 b=2"),
        ("**{{ inner }}**", "{{< x >}}in *ner*{{< /x >}}", "in ner"),
        ("{{ page.title }} {{ page.path }} {{ page.params.audience }} {{ page.parent.title }}",
         "{{< x >}}", "Page A /docs/a people Docs"),
        ("{{ site.title }} {{ site.params.version }} {{ site.home.title }} "
         "{% for p in site.pages %}{{ p.link_title }}{% endfor %}", "{{< x >}}",
         "The site 1.2 Home Page A"),
        ("{{ site.page('docs').children[0].title }}", "{{< x >}}", "Page A"),
        ("{{ ordinal }}", "{{< x >}} {{< x >}}", "0 1"),
        ("{{ parent.name if parent else 'none' }}", "{{< x >}}", "none"),
        ("{% import 'm.md' as m %}{{ m.up('a') }}{% include 'p.md' %}", "{{< x >}}", "Apart"),
        ("{{ name }}", "{{< X >}}", "X"),
    ],
)  # fmt: skip
def test_values(tmp_path: Path, template: str, call: str, expected: str) -> None:
    helpers = {"m.md": "{% macro up(t) %}{{ t|upper }}{% endmacro %}", "p.md": "part"}
    assert text(answers(tmp_path, {"x.md": template, **helpers}, call)) == expected


def test_markdown_and_nested_calls_work_in_what_is_printed(tmp_path: Path) -> None:
    templates = {
        "box.md": "> **{{ params.title }}**\n>\n> {{ inner }}",
        "part/leaf.md.jinja": "*{{ parent.params.title }}* of {{ parent.name }}",
    }
    body = '{{< box title="T" >}}a {{< part/leaf >}} b{{< /box >}}'
    (found,) = page_nodes(answers(tmp_path, templates, body))
    assert isinstance(found, nodes.block_quote)
    assert [node.astext() for node in found.findall(nodes.emphasis)] == ["T"]
    assert found[1].astext() == "a T of box b"


def test_percent_call_belongs_to_the_page(tmp_path: Path) -> None:
    templates = {"head.md": "## {{ params[0] }}\n\n{{ inner }}", "leaf.md": "leaf"}
    body = "{{% head Title %}}text {{< leaf >}} {{< param audience >}}{{% /head %}}"
    built = answers(tmp_path, templates, body)
    sections = list(built.app.env.get_doctree("docs/a").findall(nodes.section))
    assert [section["ids"] for section in sections[1:]] == [["title"]]
    assert sections[1].astext() == "Title\n\ntext leaf people"


def test_in_code_only_characters_fit(tmp_path: Path) -> None:
    assert text(answers(tmp_path, {"v.md": "**1.2**"}, "`v{{< v >}}`")) == "v**1.2**"


def test_changed_template_is_read_again(tmp_path: Path) -> None:
    assert text(answers(tmp_path, {"v.md": "old"}, "{{< v >}}")) == "old"
    built = answers(tmp_path, {"v.md": "new"}, "{{< v >}}")
    assert (text(built), "docs/a" in built.read) == ("new", True)


def test_closing_tag_is_as_hugo_has_it(tmp_path: Path) -> None:
    """A template that never reads ``inner`` takes none, so a call of it opens nothing."""
    assert text(answers(tmp_path, {"v.md": "v"}, "{{< v >}} a {{< v >}} b")) == "v a v b"


def test_folder_of_another_name_and_none(tmp_path: Path) -> None:
    files = SITE + "{{< v >}}\n-- macros/v.md --\nfound\n"
    built = build_site(tmp_path, files, builder="dummy", hugo_shortcode_templates="macros")
    assert text(built) == "found"
    off = build_site(
        tmp_path, builder="dummy", hugo_shortcode_templates="", fresh=True, warnings_ok=True
    )
    assert off.places() == [("shortcode_unknown", "content/docs/a.md:5")]


def test_pages_are_no_templates(tmp_path: Path) -> None:
    files = (
        SITE.replace("title = ", 'contentDir = "."\ntitle = ') + "-- shortcodes/v.md --\nA page.\n"
    )
    built = build_site(tmp_path, files, builder="dummy", warnings_ok=True)
    assert "shortcodes/v" in built.app.env.found_docs


FAILING = {
    "syntax": ("a\n{% if %}", 2, "Expected an expression"),
    "unknown filter": ("\n\n{{ 1|nope }}", 3, "No filter named 'nope'"),
    "unknown name": ("{{ parms.title }}", 1, "'parms' is undefined"),
    "unknown name in a condition": ("\n{% if parms %}a{% endif %}", 2, "'parms' is undefined"),
    "division": ("a\n{{ 1 / 0 }}", 2, "division by zero"),
    "wrong type": ("{{ page.title + 1 }}", 1, "TypeError"),
    "loop": (
        "{% for a in range(9999) %}\n{% for b in range(9999) %}{% endfor %}{% endfor %}",
        2,
        "takes more than 200000 steps",
    ),
    "huge range": ("a\n{% for a in range(999999999) %}{% endfor %}", 2, "999999999 is too large"),
    "recursion": ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", 1, "nested too deep"),
    "includes itself": ("{% include 'x.md' %}", 1, "nested too deep"),
    "file outside": ("{% include '../../../../etc/passwd' %}", 1, "there is no template"),
    "file outside by its whole path": ("{% include '/etc/passwd' %}", 1, "there is no template"),
    "class": ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
    "globals": ("{{ inner.join.__self__ }}", 1, "unsafe"),
    "subclasses": ("\n{{ ().__class__.__base__.__subclasses__() }}", 2, "unsafe"),
    "record behind a page": ("{{ page._page.filename }}", 1, "unsafe"),
    "site behind the site": ("{{ site._site.config }}", 1, "unsafe"),
    "format": ("{{ '{0.__class__}'.format(page) }}", 1, "unsafe"),
    "attr": ("{{ ''|attr('__class__') ~ '' }}", 1, "unsafe"),
    "environment": ("{{ self.__init__.__globals__ }}", 1, "unsafe"),
    "change of the site": ("{{ site.params.update({'a': 1}) }}", 1, "unsafe"),
    "large text": ("{{ 'a' * 99999999 }}", 1, "too large"),
    "large number": ("{{ 9 ** 9 ** 9 }}", 1, "too large"),
    "wide text": ("{{ 'a'.ljust(999999999) }}", 1, "too large"),
    "wide filter": ("{{ 'a'|center(999999999) }}", 1, "too large"),
    "wide format": ("{{ '%999999999d' % 1 }}", 1, "too large"),
    "wide format filter": ("{{ '%999999999d'|format(1) }}", 1, "too large"),
    "wide format method": ("{{ '{:>999999999}'.format(1) }}", 1, "too large"),
    "doubled": (
        "{% set ns = namespace(a='aaaaaaaaaa') %}{% for i in range(99) %}"
        "{% set ns.a = ns.a + ns.a %}{% endfor %}",
        1,
        "more than 1000000 characters",
    ),
    "much output": (
        "{% set a = 'a' * 999999 %}{{ a }}{{ a }}", 1, "prints more than 1000000 characters"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("template", "line", "message"), FAILING.values(), ids=FAILING)
def test_failing_template(tmp_path: Path, template: str, line: int, message: str) -> None:
    """One warning with its place; the call becomes its inner text, and the build goes on."""
    body = "before\n\n{{< x >}}\nin *ner* {{< ok >}}\n{{< /x >}}\n\n{{< x >}}again{{< /x >}} after"
    templates = {"x.md": "{% if false %}{{ inner }}{% endif %}" + template, "ok.md": "fine"}
    built = answers(tmp_path, templates, body, warnings_ok=True)
    assert text(built) == "before in ner fine again after"
    assert built.places() == [("template", f"shortcodes/x.md:{line}")]
    assert message in built.message("template")
    assert "shortcode 'x', called in" in built.message("template")
    assert "content/docs/a.md:7" in built.message("template")


def test_results_do_not_depend_on_chance(tmp_path: Path) -> None:
    built = answers(tmp_path, {"x.md": "{{ [1, 2]|random }}"}, "{{< x >}}", warnings_ok=True)
    assert "No filter named 'random'" in built.message("template")
