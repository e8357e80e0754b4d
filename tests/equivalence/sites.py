"""Small random sites, in which much of what one page shows is said in another file.

Everything is drawn from one ``random.Random``, so that a seed names a site. Names come from small pools:
pages meet each other's names, link to each other, and lose each other when one goes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

SECTIONS = ("docs", "docs/deep", "guide")
NAMES = ("ant", "bee", "cat", "dog")
WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath")
TAGS = ("red", "Blue sky")


@dataclass
class Content:
    """A content file before it is text."""

    front: dict[str, Any] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    broken: bool = False
    """Whether its front matter cannot be read."""

    def text(self) -> str:
        """Return the file; JSON is YAML, too."""
        lines = [f"{key}: {json.dumps(value)}" for key, value in self.front.items()]
        if self.broken:
            lines.append("oops: [1,")
        return "\n".join(["---", *lines, "---", *(f"{part}\n" for part in self.body)]) + "\n"


@dataclass
class Draft:
    """A site that is being changed: files by path, and what ``conf.py`` would say."""

    content: dict[str, Content]
    files: dict[str, str]
    config: dict[str, Any]
    conf: dict[str, Any]

    def tree(self) -> dict[str, str]:
        """Return the files of the site as text."""
        return {
            **self.files,
            **{f"content/{path}": page.text() for path, page in self.content.items()},
            "hugo.json": json.dumps(self.config, indent=1),
        }

    def pages(self) -> list[str]:
        """Return the paths of regular pages."""
        return sorted(path for path in self.content if not path.endswith("_index.md"))


def words(rng: Random, number: int) -> str:
    """Return some words."""
    return " ".join(rng.choice(WORDS) for _ in range(number))


def title(rng: Random) -> str:
    """Return a title; now and then one that needs care."""
    return rng.choice(
        [words(rng, 1), words(rng, 2), f"The *{words(rng, 1)}*", f"A & {words(rng, 1)}"]
    )


def front(rng: Random, *, section: bool = False) -> dict[str, Any]:
    """Return front matter."""
    found: dict[str, Any] = {}
    if rng.random() < 0.9:
        found["title"] = title(rng).title()
    for key, chance, make in (
        ("description", 0.3, lambda: words(rng, 3)),
        ("linkTitle", 0.15, lambda: words(rng, 1)),
        ("weight", 0.4, lambda: rng.randint(1, 4)),
        ("menus", 0.4, lambda: menu(rng)),
        ("aliases", 0.2, lambda: [alias(rng)]),
        ("keywords", 0.15, lambda: [rng.choice(WORDS)]),
        ("tags", 0.25, lambda: [rng.choice(TAGS)]),
        ("date", 0.25, lambda: f"2024-0{rng.randint(1, 9)}-11"),
        ("lastmod", 0.1, lambda: f"2025-0{rng.randint(1, 9)}-12"),
        ("type", 0.1, lambda: "blog"),
        ("lead", 0.1, lambda: words(rng, 2)),
        ("toc", 0.05, lambda: False),
        ("colour", 0.2, lambda: rng.choice(TAGS)),
    ):
        if rng.random() < chance:
            found[key] = make()
    if section and rng.random() < 0.2:
        found["cascade"] = {"description": words(rng, 2)}
    if not section and rng.random() < 0.1:
        found["slug"] = rng.choice([*NAMES, "egg"])
    return found


def menu(rng: Random) -> dict[str, Any]:
    """Return a menu entry below one of the two captions, or beside them."""
    entry: dict[str, Any] = {"weight": rng.randint(1, 3)}
    parent = rng.choice(["first", "second", ""])
    return {"docs": entry | ({"parent": parent} if parent else {})}


def alias(rng: Random) -> str:
    """Return an old address, which may be that of a page by now."""
    return rng.choice(["/old/", "/docs/ant/", "older", "/old/file.html"])


def target(rng: Random) -> str:
    """Return the path of a page that may be there."""
    path = f"{rng.choice(SECTIONS)}/{rng.choice(NAMES)}"
    return path + rng.choice(["", "", "#one", "#two"])


def piece(rng: Random) -> str:
    """Return a block of Markdown."""
    return rng.choice(PIECES)(rng)


PIECES = (
    lambda rng: words(rng, 5).capitalize() + ".",
    lambda rng: words(rng, 12).capitalize() + ".",
    lambda rng: f"## {rng.choice(['One', 'Two', words(rng, 1)])}",
    lambda rng: f"### {words(rng, 2)} {{#two}}",
    lambda rng: f'[to {words(rng, 1)}]({{{{< relref "/{target(rng)}" >}}}})',
    lambda rng: f'At {{{{< ref "{rng.choice(NAMES)}" >}}}} it is.',
    lambda rng: f"A [link](/{target(rng)}) and [one]({rng.choice(NAMES)}.md#one).",
    lambda rng: f"A [{words(rng, 1)}](../{rng.choice(NAMES)}/).",
    lambda rng: f"[](/{rng.choice(SECTIONS)}/{rng.choice(NAMES)}.md)",
    lambda rng: f"{{hugo:page}}`/{target(rng)}`",
    lambda rng: f"![{words(rng, 1)}]({rng.choice(['pic.png', '/img/logo.png', 'gone.png'])})",
    lambda rng: f'{{{{< figure src="{rng.choice(["pic.png", "/img/logo.png"])}" caption="It" >}}}}',
    lambda rng: f'{{{{< details "{words(rng, 1)}" >}}}}\nIn *it*.\n{{{{< /details >}}}}',
    lambda rng: "{{< children >}}",
    lambda rng: '{{% readfile "/parts/shared.md" %}}',
    lambda rng: f'{{{{< param "{rng.choice(["colour", "motto"])}" >}}}}',
    lambda rng: f"{{{{< {rng.choice(['card', 'count', 'facts', 'next', 'quote', 'words'])} >}}}}",
    lambda rng: f"{{{{% {rng.choice(['card', 'count', 'next'])} %}}}}",
    lambda rng: f"{{{{< jinja {rng.choice(NAMES)} >}}}}",
    lambda rng: "{{< listing >}}",
    lambda rng: "{{< unknown >}}Kept.{{< /unknown >}}",
    lambda rng: "{{< details",
    lambda rng: "Note.[^1]\n\n[^1]: It is.",
    lambda rng: "```python\nprint(1)\n```",
    lambda rng: f"```{{index}} {rng.choice(WORDS)}\n```",
    lambda rng: '<p id="two">Raw</p>',
    lambda rng: "{download}`pic.png`",
)  # fmt: skip

TEMPLATES = {
    "layouts/_shortcodes/card.html": (
        "<b>{{ .Page.Title }}</b>{{ with .Page.Parent }}{{ .Title }}{{ end }}",
        "<i>{{ .Page.Title }}</i>{{ partial \"mark.html\" . }}",
    ),
    "layouts/_partials/mark.html": ("<u>mark</u>", "<u>{{ .Page.Params.colour }}</u>"),
    "layouts/_shortcodes/count.html": (
        "{{ len site.RegularPages }} pages",
        "{{ range site.RegularPages }}{{ .LinkTitle }}; {{ end }}",
    ),
    "layouts/_shortcodes/facts.html": (
        "{{ site.Data.facts.one }}",
        "{{ range $k, $v := site.Data.facts }}{{ $k }}={{ $v }} {{ end }}{{ i18n \"hello\" }}",
    ),
    "layouts/_shortcodes/next.html": (
        '{{ with .Page.NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}',
        '{{ with .Page.GetPage "/docs/bee" }}{{ .Title }} {{ .Date.Year }}{{ end }}',
    ),
    "layouts/_shortcodes/quote.html": (
        '{{ with .Page.GetPage "/docs/ant" }}{{ .Summary }}{{ end }}',
        '{{ with .Page.GetPage "/docs/ant" }}{{ .Content }}{{ end }}',
    ),
    "layouts/_shortcodes/words.html": (
        '{{ readFile "parts/shared.md" }}{{ with resources.Get "note.txt" }}{{ .Content }}{{ end }}',
        '{{ range readDir "parts" }}{{ .Name }} {{ end }}{{ range .Page.Resources }}{{ .Name }}{{ end }}',
    ),
    "shortcodes/jinja.md": (
        "J {{ page.title }} {% for p in site.pages %}{{ p.title }},{% endfor %}",
        "J {{ site.title }} {% set p = site.page('/docs/bee') %}{{ p.title if p }}",
    ),
    "shortcodes/listing.md": (
        "{% for p in page.children %}- {{ p.title }}\n{% endfor %}x",
        "y {{ page.parent.title if page.parent }}",
    ),
}  # fmt: skip
"""Shortcode templates, each in two forms."""

FILES = {
    "static/img/logo.png": ("logo", "another logo"),
    "static/robots.txt": ("all", "none"),
    "static/docs/ant/index.html": ("a file in the place of a page", "another"),
    "parts/shared.md": ("A *shared* part.", "## One\n\nA part, [x](/docs/bee/)."),
    "parts/other.md": ("Other.", "More."),
    "assets/note.txt": ("note", "another note"),
    "data/facts.yaml": ("one: 1\n", "one: 2\ntwo: 3\n"),
    "data/more.yaml": ("three: 3\n", "three: 4\n"),
    "i18n/en.yaml": ("hello: Hello\n", "hello: Hi\n"),
}
"""Files that are no pages, each in two forms."""


def config(rng: Random) -> dict[str, Any]:
    """Return a site's configuration."""
    found: dict[str, Any] = {
        "title": title(rng).title(),
        "baseURL": "https://example.org/",
        "params": {"motto": words(rng, 2)},
        "markup": {"goldmark": {"renderer": {"unsafe": rng.random() < 0.3}}},
        "menus": {
            "docs": [
                {"identifier": "first", "name": "First", "weight": 1},
                {"identifier": "second", "name": words(rng, 1), "weight": 2},
            ]
        },
    }
    if rng.random() < 0.3:
        found["disableKinds"] = ["taxonomy", "term"]
    if rng.random() < 0.3:
        found["languages"] = {"en": {"weight": 1}, "fr": {"weight": 2, "title": "Fr"}}
    return found


def conf(rng: Random) -> dict[str, Any]:
    """Return what ``conf.py`` says."""
    found: dict[str, Any] = {}
    if rng.random() < 0.5:
        found["hugo_navigation"] = rng.choice(["sections", "menu:docs"])
    if rng.random() < 0.15:
        found["hugo_llms"] = True
    if rng.random() < 0.15:
        found["hugo_section_list"] = rng.choice(["list", "cards"])
    return found


def page_path(rng: Random) -> str:
    """Return where a page may lie: a file or a bundle."""
    path = f"{rng.choice(SECTIONS)}/{rng.choice(NAMES)}"
    return path + rng.choice([".md", ".md", "/index.md"])


def page(rng: Random, *, section: bool = False) -> Content:
    """Return a page."""
    return Content(front(rng, section=section), [piece(rng) for _ in range(rng.randint(0, 4))])


def site(rng: Random) -> Draft:
    """Return a site of a few pages."""
    content = {"_index.md": page(rng, section=True)}
    for section in SECTIONS:
        if rng.random() < 0.7:
            content[f"{section}/_index.md"] = page(rng, section=True)
    for _ in range(rng.randint(2, 6)):
        content[page_path(rng)] = page(rng)
    files = {name: texts[0] for name, texts in TEMPLATES.items() if rng.random() < 0.8}
    files |= {name: texts[0] for name, texts in FILES.items() if rng.random() < 0.6}
    draft = Draft(content, files, config(rng), conf(rng))
    for path in draft.pages():
        if path.endswith("/index.md") and rng.random() < 0.7:
            files[f"content/{path.removesuffix('index.md')}pic.png"] = words(rng, 1)
    return draft
