"""Differences that random sequences have found, or that were thought of on the way, each as one case.

A case is a site, and what changes before the second build; None takes a file away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from equivalence.builds import Step
from equivalence.sequences import run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Files = dict[str, str]

BASE: Files = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Site"\n',
    "content/_index.md": "---\ntitle: Home\n---\n",
    "content/docs/_index.md": "---\ntitle: Docs\n---\n",
    "content/docs/ant.md": "---\ntitle: Ant\n---\nText.\n",
    "content/docs/bee.md": "---\ntitle: Bee\n---\nText.\n",
}


def calling(template: str, call: str = "{{< it >}}") -> Files:
    """Return a template of the site, and a page that calls it."""
    return {
        "layouts/_shortcodes/it.html": template,
        "content/docs/ant.md": f"---\ntitle: Ant\n---\n{call}\n",
    }


DRAFT = {"content/docs/bee.md": "---\ntitle: Bee\ndraft: true\n---\nText.\n"}
RETITLED = {"content/docs/bee.md": "---\ntitle: Wasp\n---\nText.\n"}
REWRITTEN = {"content/docs/bee.md": "---\ntitle: Bee\n---\nOther words here.\n"}

COUNTS = (
    '{{ site.Store.Add "n" 1 }}{{ site.Store.Get "n" }} {{ hugo.Store.Add "n" 1 }}'
    '{{ hugo.Store.Get "n" }} {{ math.Counter }} {{ with .Page.GetPage "/docs/bee" }}'
    '{{ .Store.Add "n" 1 }}{{ .Store.Get "n" }} {{ .Scratch.Add "n" 1 }}{{ .Scratch.Get "n" }}{{ end }}'
)
CASES: dict[str, tuple[Files, Mapping[str, str | None]]] = {
    # What templates see of other pages and of files.
    "a template counts pages": (calling("{{ len site.RegularPages }}"), DRAFT),
    "a template names the next page": (
        calling("{{ with .Page.NextInSection }}{{ .Title }}{{ end }}"),
        RETITLED,
    ),
    "a template gets a page that comes later": (
        calling('{{ with .Page.GetPage "/docs/cat" }}{{ .Title }}{{ end }}'),
        {"content/docs/cat.md": "---\ntitle: Cat\n---\n"},
    ),
    "a template shows a page's parameters": (
        calling('{{ with .Page.GetPage "/docs/bee" }}{{ .Params.colour }}{{ end }}'),
        {"content/docs/bee.md": "---\ntitle: Bee\ncolour: red\n---\nText.\n"},
    ),
    "two pages show the text of a third": (
        {
            **calling('{{ with .Page.GetPage "/docs/bee" }}{{ .Plain }}{{ end }}'),
            "content/docs/cat.md": "---\ntitle: Cat\n---\n{{< it >}}\n",
        },
        REWRITTEN,
    ),
    "a template counts the words of a page": (
        calling('{{ with .Page.GetPage "/docs/bee" }}{{ .WordCount }}{{ end }}'),
        REWRITTEN,
    ),
    "a template lists a menu": (
        calling("{{ range site.Menus.main }}{{ .Name }}{{ end }}"),
        {"content/docs/bee.md": "---\ntitle: Bee\nmenus: main\n---\nText.\n"},
    ),
    "two pages share a cached partial that lists pages": (
        {
            **calling('{{ partialCached "p.html" . }}'),
            "layouts/_partials/p.html": "{{ range site.RegularPages }}{{ .Title }}{{ end }}",
            "content/docs/cat.md": "---\ntitle: Cat\n---\n{{< it >}}\n",
        },
        RETITLED,
    ),
    "a cached partial shows the page it is called on": (
        {
            **calling('{{ partialCached "p.html" . }}'),
            "layouts/_partials/p.html": "{{ .Page.Title }}",
            "content/docs/cat.md": "---\ntitle: Cat\n---\n{{< it >}}\n",
        },
        {"content/docs/cat.md": "---\ntitle: Cat\n---\n{{< it >}} again\n"},
    ),
    "templates count the pages that call them": (
        {
            **calling(COUNTS),
            "content/docs/cat.md": "---\ntitle: Cat\n---\n{{< it >}} {{< it >}}\n",
        },
        {"content/docs/cat.md": "---\ntitle: Cat\n---\n{{< it >}} {{< it >}} again\n"},
    ),
    "a page comes that is meant by a role, and has the address of another": (
        {
            "content/docs/ant.md": "---\ntitle: Ant\n---\n{hugo:page}`/docs/dog`\n",
            "content/docs/cat.md": "---\ntitle: Cat\nslug: bee\n---\n",
        },
        {
            "content/docs/cat.md": None,
            "content/docs/dog.md": "---\ntitle: Cat\nslug: bee\n---\n",
        },
    ),
    "a data file that comes later": (
        calling("{{ site.Data.facts.one }}"),
        {"data/facts.yaml": "one: 1\n"},
    ),
    "two pages show a data file": (
        {
            **calling("{{ site.Data.facts.one }}"),
            "data/facts.yaml": "one: 1\n",
            "content/docs/cat.md": "---\ntitle: Cat\n---\n{{< it >}}\n",
        },
        {"data/facts.yaml": "one: 2\n"},
    ),
    "a word that is translated": (
        {**calling('{{ i18n "hello" }}'), "i18n/en.yaml": "hello: Hello\n"},
        {"i18n/en.yaml": "hello: Hi\n"},
    ),
    "an asset that comes later": (
        calling('{{ with resources.Get "note.txt" }}{{ .Content }}{{ end }}'),
        {"assets/note.txt": "note"},
    ),
    "a file more in a folder that a template lists": (
        {**calling('{{ range readDir "parts" }}{{ .Name }} {{ end }}'), "parts/a.txt": "a"},
        {"parts/b.txt": "b"},
    ),
    "a Jinja template lists the pages": (
        {
            "shortcodes/it.md": "{% for p in site.pages %}{{ p.title }} {% endfor %}",
            "content/docs/ant.md": "---\ntitle: Ant\n---\n{{< it >}}\n",
        },
        DRAFT,
    ),
    "a Jinja template lists the pages below": (
        {
            "shortcodes/it.md": "{% for p in page.children %}- {{ p.title }}\n{% endfor %}",
            "content/docs/_index.md": "---\ntitle: Docs\n---\n{{< it >}}\n",
        },
        RETITLED,
    ),
    # What pages see of files.
    "a picture that comes later": (
        {"content/docs/ant.md": "---\ntitle: Ant\n---\n![A](/pic.png)\n"},
        {"static/pic.png": "picture"},
    ),
    "an address as text that comes later": (
        {"content/docs/ant.md": "---\ntitle: Ant\n---\n`{{< relref \"cat\" >}}`\n"},
        {"content/docs/cat.md": "---\ntitle: Cat\n---\n"},
    ),
    # What is written around a page's text.
    "a translation that comes later": (
        {
            "hugo.toml": BASE["hugo.toml"] + "[languages.en]\n[languages.fr]\n",
            "content/docs/bee.fr.md": "---\ntitle: Abeille\n---\n",
        },
        {"content/docs/ant.fr.md": "---\ntitle: Fourmi\n---\n"},
    ),
    # Sphinx gave the id to the place where the list of pages goes, and a build stopped there.
    "an index entry before the list of pages": (
        {"content/docs/_index.md": "---\ntitle: Docs\n---\n```{index} word\n```\n"},
        RETITLED,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_second_build_equals_a_clean_one(tmp_path: Path, name: str) -> None:
    files, change = CASES[name]
    first = {**BASE, **files}
    second = {path: text for path, text in {**first, **change}.items() if text is not None}
    assert run([Step(first), Step(second)], tmp_path) is None


def test_files_that_change_places_with_their_times(tmp_path: Path) -> None:
    """Sphinx looks for files that are newer than its last reading; these are not."""
    swapped = {
        **BASE,
        "content/docs/ant.md": BASE["content/docs/bee.md"].replace("Text", "Bees"),
        "content/docs/bee.md": BASE["content/docs/ant.md"].replace("Text", "Ants"),
    }
    first = {
        **swapped,
        "content/docs/ant.md": swapped["content/docs/bee.md"],
        "content/docs/bee.md": swapped["content/docs/ant.md"],
    }
    assert run([Step(first), Step(swapped)], tmp_path) is None


@pytest.mark.parametrize("name", ["content/docs/ant.md", "parts/part.md", "static/a.txt"])
def test_a_file_that_comes_back_with_an_old_time(tmp_path: Path, name: str) -> None:
    first = {
        **BASE,
        "content/docs/bee.md": '---\ntitle: Bee\n---\n{{% readfile "/parts/part.md" %}}\n',
        "content/docs/ant.md": "---\ntitle: Ant\n---\nOne.\n",
        "parts/part.md": "One.\n",
        "static/a.txt": "One.\n",
    }
    second = {**first, name: first[name].replace("One", "Two")}
    steps = [Step(first), Step(second, aged=frozenset({name}))]
    assert run(steps, tmp_path) is None


@pytest.mark.parametrize("change", [RETITLED, REWRITTEN, DRAFT], ids=["title", "text", "draft"])
def test_two_builders_that_share_their_doctrees(tmp_path: Path, change: Files) -> None:
    """What one builder has read is still to be written by the other."""
    second = {**BASE, **change}
    steps = [
        Step(BASE, builder="html"),
        Step(BASE, builder="dirhtml"),
        Step(second, builder="html"),
        Step(second, builder="dirhtml"),
    ]
    assert run(steps, tmp_path) is None
