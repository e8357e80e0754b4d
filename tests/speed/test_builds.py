"""Whole builds: the same bytes with the savings and without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Output = Callable[..., tuple[dict[str, bytes], list[str]]]

NASTY = """
-- hugo.toml --
title = "Nasty & small"
baseURL = "https://example.org/sub/"
disableKinds = ["taxonomy", "term", "rss"]
[[menus.side]]
identifier = "cap"
name = "Caption & <more>"
weight = 1
[[menus.side]]
name = "Docs"
parent = "cap"
pageRef = "/docs"
weight = 1
[[menus.side]]
name = "Outside \\"there\\" & beyond"
parent = "cap"
url = "https://example.org/out?a=1&b=2"
weight = 2
[[menus.side]]
name = "Again"
parent = "cap"
pageRef = "/docs/deep/leaf"
weight = 3
[[menus.side]]
identifier = "rest"
name = "Rest"
weight = 2
[[menus.side]]
name = "Odd"
parent = "rest"
pageRef = "/odd"
-- content/_index.md --
---
title: Home
---
Hello
-- content/docs/_index.md --
---
title: Documents
---
-- content/docs/code.md --
---
title: Use `code` & "quotes" <b>
weight: 2
---
## A `heading` & more

    indented

```python
>>> print("hello")
```

```yaml {linenos=true hl_lines=[1]}
a: 1
b: [2]
```

```nosuchlanguage
x
```
-- content/docs/deep/_index.md --
---
title: It's deep
weight: 1
---
-- content/docs/deep/leaf.md --
---
title: Leaf
tags: [a]
---
Running runners run running runs. [Up](../), [code](/docs/code/#a-heading--more).
-- content/docs/deep/other.md --
---
title: Other, with a long & winding title
url: /some where/é & @home/
---
-- content/odd/_index.md --
---
title: Odd @ ends
---
-- content/odd/plain.md --
---
title: Plain
slug: search
---
```{toctree}
:caption: Numbered & named
:numbered:
:maxdepth: 3

/docs/code
genindex
Elsewhere <https://example.org/else>
```
-- content/odd/hidden.md --
---
title: Hidden
build: {list: never}
---
-- content/odd/orphan.md --
---
title: ""
---
## First heading

Text
-- content/blog/one.md --
---
title: One
date: 2024-02-03
---
Words
"""
QUIET = {"suppress_warnings": ["toc", "hugo", "docutils", "myst", "misc", "ref"]}


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize(
    "settings",
    [
        {"hugo_navigation": "sections"},
        {"hugo_navigation": "menu:side"},
        {"hugo_navigation": "sections", "hugo_navigation_limit": 2},
        {"html_theme": "alabaster", "html_theme_options": {"sidebar_collapse": False}},
        {"html_theme": "classic", "html_sidebars": {"**": ["globaltoc.html"]}},
    ],
    ids=["sections", "menu", "focused", "alabaster", "classic"],
)
def test_savings_change_no_byte(
    output: Output, settings: dict[str, Any], builder: str, jobs: int
) -> None:
    conf = {**QUIET, "builder": builder, "jobs": jobs, **settings}
    with_savings, _ = output(NASTY, **conf)
    without, _ = output(NASTY, **conf, hugo_speed=False)
    assert len(without) > 20
    assert differences(with_savings, without) == []


def sidebar(output: dict[str, bytes], name: str) -> list[str]:
    html = output[name].decode()
    tree = html[html.index('class="sidebar-tree"') : html.index("</aside>")]
    return re.findall(r'<a class="(?:current )?reference (?:in|ex)ternal"[^>]*>(.*?)</a>', tree)


LARGE = """
-- hugo.toml --
title = "Large"
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Home
---
-- content/a/_index.md --
---
title: A
---
-- content/a/a1/_index.md --
---
title: A1
---
-- content/a/a1/a1x.md --
---
title: A1x
---
-- content/a/a2.md --
---
title: A2
---
-- content/b/_index.md --
---
title: B
---
-- content/b/b1.md --
---
title: B1
---
"""
ALL = ["A", "A1", "A1x", "A2", "B", "B1"]


def test_a_large_site_shows_the_surroundings_of_each_page(output: Output) -> None:
    found, warnings = output(LARGE, builder="dirhtml", hugo_navigation_limit=5)
    assert warnings == []
    assert sidebar(found, "a/a2/index.html") == ["A", "A1", "A2", "B"]
    assert sidebar(found, "a/a1/index.html") == ["A", "A1", "A1x", "A2", "B"]
    assert sidebar(found, "b/index.html") == ["A", "B", "B1"]
    assert sidebar(found, "genindex/index.html") == ["A", "B"]


def test_a_focused_sidebar_keeps_captions_and_works_without_scripts(output: Output) -> None:
    conf = {**QUIET, "hugo_navigation": "menu:side", "hugo_navigation_limit": 2}
    found, _ = output(NASTY, **conf)
    by_furo, _ = output(NASTY, **conf, hugo_speed=False)
    name = "docs/code.html"
    tree = found[name].decode().partition('class="sidebar-tree"')[2].partition("</aside>")[0]
    assert tree in by_furo[name].decode()
    captions = re.findall(r'<span class="caption-text">(.*?)</span>', tree)
    assert captions == ["Caption &amp; &lt;more&gt;", "Rest"]
    # What can be opened is a box of the browser's own, with a label; it is open above the page.
    boxes = re.findall(r'<input [^>]*id="([^"]*)"[^>]* type="checkbox"', tree)
    assert boxes
    assert len(boxes) == tree.count("has-children") == tree.count('checked=""')
    assert all(f'<label for="{box}">' in tree for box in boxes)
    assert not re.search(r"<a (?![^>]*href=)|<script|onclick", tree)


def test_the_home_page_of_a_large_site_shows_all(output: Output) -> None:
    found, _ = output(LARGE, builder="dirhtml", hugo_navigation_limit=5)
    assert sidebar(found, "index.html") == ALL


@pytest.mark.parametrize("limit", [6, 0])
def test_a_site_within_the_limit_shows_all_on_every_page(output: Output, limit: int) -> None:
    found, _ = output(LARGE, builder="dirhtml", hugo_navigation_limit=limit)
    assert sidebar(found, "b/b1/index.html") == ALL


def test_a_second_build_in_one_process_has_its_own_navigation(output: Output) -> None:
    output(LARGE, name="one")
    found, _ = output(LARGE.replace("title: B1", "title: Renamed"), name="two")
    assert "Renamed" in sidebar(found, "a/index.html")


# -- where the navigation cannot be composed -------------------------------------------------------

WRAPPER = """
def setup(app):
    app.connect("html-page-context", wrap, priority={priority})


def wrap(app, pagename, templatename, context, doctree):
    original = context["toctree"]
    context["toctree"] = lambda **kwargs: original(**kwargs).replace("A1x", "Wrapped")
"""


@pytest.mark.parametrize("priority", [100, 500, 700])
def test_another_extension_s_toctree_is_respected(
    output: Output, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, priority: int
) -> None:
    name = f"wrapping_{priority}"
    (tmp_path / f"{name}.py").write_text(WRAPPER.format(priority=priority), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    conf = {"builder": "dirhtml", "extensions": ["sphinx_hugo", name]}
    quick, warnings = output(LARGE, **conf)
    slow, _ = output(LARGE, **conf, hugo_speed=False)
    assert differences(quick, slow) == []
    assert len([line for line in warnings if "hugo.navigation" in line]) <= 1


def test_what_cannot_be_composed_is_said_once_and_made_in_full(
    output: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, _ = output(LARGE, hugo_speed=False)
    monkeypatch.setattr("sphinx_hugo.speed.fragments._ITEM", re.compile("never"))
    quick, warnings = output(LARGE)
    assert differences(quick, slow) == []
    assert len(warnings) == 1
    assert "hugo.navigation" in warnings[0]
    assert "<li> with a class was expected" in warnings[0]


def test_a_focused_tree_does_not_need_the_savings(output: Output) -> None:
    quick, _ = output(LARGE, hugo_navigation_limit=2)
    slow, _ = output(LARGE, hugo_navigation_limit=2, hugo_speed=False)
    assert differences(quick, slow) == []
    assert sidebar(slow, "b/b1.html") == ["A", "B", "B1"]


@pytest.mark.parametrize(
    "markup",
    [("<li ", '<li data-new="1" '), ("<ul>", "<ol>"), ("</a>", "</a><i></i>"), ("<li", "<div><li")],
    ids=["attribute", "list", "sign", "broken"],
)
def test_a_furo_with_other_markup_is_left_to_itself(
    output: Output, monkeypatch: pytest.MonkeyPatch, markup: tuple[str, str]
) -> None:
    import furo
    import furo.navigation

    def changed(html: str) -> str:
        return made(html).replace(*markup)

    made = furo.navigation.get_navigation_tree.__wrapped__
    monkeypatch.setattr(furo, "get_navigation_tree", changed)
    monkeypatch.setattr(furo.navigation, "get_navigation_tree", changed)
    quick, warnings = output(LARGE)
    slow, _ = output(LARGE, hugo_speed=False)
    assert markup[1] in slow["b/b1.html"].decode()
    assert differences(quick, slow) == []
    assert ["hugo.navigation" in line for line in warnings] == [True]


UNKNOWN = """
{%- extends "!layout.html" %}
{%- block sidebar1 %}
<nav class="one">{{ toctree(maxdepth=2, titles_only=true, collapse=false) }}</nav>
<nav class="two">{{ toctree(maxdepth=-1, collapse=true, includehidden=true) }}</nav>
<nav class="three">{{ toctree(collapse=pagename == "b/b1", titles_only=false) }}</nav>
{%- endblock %}
"""


def test_a_template_that_nobody_knows_gets_what_it_asks_for(output: Output, tmp_path: Any) -> None:
    templates = tmp_path / "templates-of-a-theme"
    templates.mkdir()
    (templates / "layout.html").write_text(UNKNOWN, encoding="utf-8")
    conf = {"html_theme": "basic", "templates_path": [str(templates)]}
    quick, warnings = output(LARGE, **conf)
    slow, _ = output(LARGE, **conf, hugo_speed=False)
    assert 'class="three"' in slow["b/b1.html"].decode()
    assert differences(quick, slow) == []
    assert warnings == []
