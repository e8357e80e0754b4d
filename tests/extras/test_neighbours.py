"""Other extensions beside this one: translation catalogues, autodoc, diagrams, formulas, 404 pages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

import sphinx_hugo
from build.conftest import write_tree
from installed import needs

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

EXT = Path(sphinx_hugo.__file__).parents[1]

SITE = """
-- hugo.toml --
baseURL = "https://birds.example/"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [["$$", "$$"]]
inline = [["$", "$"]]
-- content/_index.md --
---
title: Home
---
-- content/guide/_index.md --
---
title: Guide
description: All birds.
---
-- content/guide/owl.md --
---
title: The owl
linkTitle: Owl
slug: night-bird
date: 2021-01-01
description: A night hunter.
lead: A quiet hunter.
---
First words.

{{< details summary="More" >}}
Inside the box.
{{< /details >}}

## Eyes
- An item, *like* [home]({{< relref "/" >}})
"""


def test_catalogues_name_the_true_file_and_line(build: Callable[..., Built]) -> None:
    out = build(SITE, builder="gettext", gettext_compact=False, gettext_uuid=False)
    found = {}
    for catalogue in ("guide/index.pot", "guide/night-bird.pot"):
        text = (out.outdir / catalogue).read_text(encoding="utf-8")
        for path, line, message in re.findall(r'#: (.+):(\d+)\nmsgid "(.+)"', text):
            found[message] = (path.rpartition("site/")[2], int(line))
    owl = "content/guide/owl.md"
    assert found == {
        "Guide": ("content/guide/_index.md", 2),
        "All birds.": ("content/guide/_index.md", 3),
        "Owl": ("content/guide/_index.md", 1),  # in the navigation
        "The owl": (owl, 2),
        "A night hunter.": (owl, 6),
        "A quiet hunter.": (owl, 7),
        "First words.": (owl, 9),
        "More": (owl, 11),
        "Inside the box.": (owl, 12),
        "Eyes": (owl, 15),
        'An item, *like* [home]({{< relref \\"/\\" >}})': (owl, 16),
    }


CATALOGUE = """
-- locale/de/LC_MESSAGES/guide/night-bird.po --
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8"

msgid "First words."
msgstr "Erste Worte."

msgid "The owl"
msgstr "Die Eule"

msgid "A night hunter."
msgstr "Jagt bei Nacht."

msgid "A quiet hunter."
msgstr "Leise."

msgid "More"
msgstr "Mehr"

msgid "Inside the box."
msgstr "Im Kasten."

msgid "An item, *like* [home]({{< relref \\"/\\" >}})"
msgstr "Ein Punkt, [zu *Hause*]({{< relref \\"/\\" >}})"
-- locale/de/LC_MESSAGES/guide/index.po --
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8"

msgid "Owl"
msgstr "Eule"
"""
TRANSLATED = {"language": "de", "locale_dirs": ["locale"], "gettext_compact": False}


def test_catalogues_translate_a_site_of_one_language(build: Callable[..., Built]) -> None:
    out = build(SITE + CATALOGUE, **TRANSLATED)
    owl = "/guide/night-bird/"
    assert out.text(owl) == (
        "Die Eule Leise. Erste Worte. Mehr Im Kasten. Eyes Ein Punkt, zu Hause"
    )
    assert out.links(owl)["zu Hause"] == "../../"
    assert out.meta(owl)["description"] == "Jagt bei Nacht."
    assert out.meta(owl)["og:description"] == "Jagt bei Nacht."
    assert out.sidebar()[-1].strip() == "Eule"
    assert out.text("/guide/") == "Guide Die Eule Jagt bei Nacht."


def test_another_translation_reaches_the_list_of_the_section(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(SITE + CATALOGUE, **TRANSLATED)
    monkeypatch.setattr("gettext._translations", {})  # Python keeps catalogues for the process
    out = build(CATALOGUE.replace("Jagt bei Nacht.", "Ein Nachtvogel."), **TRANSLATED)
    assert out.read == ["guide/index", "guide/night-bird"]
    assert "Ein Nachtvogel." in out.text("/guide/")


def test_autodoc_inside_a_page(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    files = """
        -- ../acme_birds.py --
        '''Birds.'''
        class Owl:
            '''A bird of the night.'''
            def hoot(self, times: int) -> str:
                '''Say hoot.'''
        -- hugo.toml --
        -- content/_index.md --
        ---
        title: API
        ---
        ```{autoclass} acme_birds.Owl
        :members:

        Seen *often*. .. include:: /etc/passwd

        .. include:: /etc/passwd
        ```

        See {py:meth}`acme_birds.Owl.hoot`.
        """
    out = build(files, extensions=["sphinx.ext.autodoc"], nitpick_ignore=[("py:class", "str")])
    assert "A bird of the night." in out.text("/")
    assert out.links("/")["acme_birds.Owl.hoot()"] == "#acme_birds.Owl.hoot"
    assert "hoot(times: int) → str" in out.text("/")
    assert "Seen often." in out.text("/")  # Markdown, as all of the page
    assert "root:" not in out.text("/")


PICTURES = (
    SITE
    + """
-- content/diagram.md --
---
title: Diagram
---
```mermaid
graph LR
  A --> B
```
-- content/formula.md --
---
title: Formula
---
So $a^2$.
"""
)


def test_formulas_load_their_script_only_where_they_are(build: Callable[..., Built]) -> None:
    out = build(PICTURES)
    assert "mathjax" in out.file("formula/index.html").lower()
    for address in ("index.html", "diagram/index.html", "guide/night-bird/index.html"):
        assert "mathjax" not in out.file(address).lower()


def test_diagrams_load_their_script_only_where_they_are(build: Callable[..., Built]) -> None:
    needs("sphinxcontrib.mermaid", "sphinxcontrib-mermaid")
    out = build(PICTURES, extensions=["sphinxcontrib.mermaid"])
    assert out.article("/diagram/").find_class("mermaid")
    scripts = re.compile(r"<script[^>]*>[^<]*mermaid|src=\"[^\"]*mermaid")
    assert scripts.search(out.file("diagram/index.html"))
    for address in ("index.html", "formula/index.html", "guide/night-bird/index.html"):
        assert not scripts.search(out.file(address))


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_page_for_wrong_addresses(build: Callable[..., Built], builder: str) -> None:
    needs("notfound.extension", "sphinx-notfound-page")
    out = build(
        SITE, builder=builder, extensions=["notfound.extension"], notfound_urls_prefix="/docs/"
    )
    text = out.file("404/index.html" if builder == "dirhtml" else "404.html")
    page = "/docs/guide/night-bird/" if builder == "dirhtml" else "/docs/guide/night-bird.html"
    assert f'href="{page}"' in text
    assert 'href="/docs/_static/styles/furo.css' in text


def test_e_books_are_well_formed_and_hide_nothing(build: Callable[..., Built]) -> None:
    out = build(
        SITE
        + """
-- content/tabs.md --
---
title: Tabs
---
{{< tabs >}}
{{< tab "First & foremost" >}}One *word*.{{< /tab >}}
{{< tab "Second" >}}Two.{{< /tab >}}
{{< /tabs >}}

Line one\\
Line two ![](x.png)
-- content/x.png --
picture
""",
        builder="epub",
        version="1",
        copyright="us",
    )
    pages = sorted(out.outdir.rglob("*.xhtml"))
    assert len(pages) >= 5
    for page in pages:
        etree.fromstring(page.read_bytes())
    text = " ".join("".join(etree.parse(out.outdir / "tabs.xhtml").getroot().itertext()).split())
    assert "First & foremost One word. Second Two. Line one Line two" in text
    assert not etree.parse(out.outdir / "tabs.xhtml").findall(".//{*}input")


PAINT = """
-- hugo.toml --
title = "Paints"
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Home
---
One {{< paint >}}
-- data/paint.yaml --
color: red
-- layouts/_shortcodes/paint.html --
<b>{{ .Site.Data.paint.color }} paint</b>
"""


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (
            "-- content/_index.md --\n---\ntitle: Home\n---\nTwo {{< paint >}}\n",
            "Home Two red paint",
        ),
        ("-- data/paint.yaml --\ncolor: blue\n", "Home One blue paint"),
        ("-- layouts/_shortcodes/paint.html --\n<i>no paint</i>\n", "Home One no paint"),
        ('-- hugo.toml --\ntitle = "P"\n[markup.goldmark.extensions]\ntypographer = false\n', ""),
    ],
    ids=["content", "data", "template", "configuration"],
)
def test_a_server_that_builds_on_changes_shows_each_of_them(
    build: Callable[..., Built], change: str, text: str
) -> None:
    """What ``sphinx-autobuild`` needs: each kind of file lies in the folder it watches, and counts."""
    assert build(PAINT).text("/") == "Home One red paint"
    out = build(change)
    assert "index" in out.read
    assert out.text("/") == (text or "Home One red paint")
    assert build().read == []


NOTEBOOKS = """
def setup(app):
    from myst_parser.sphinx_ext.main import setup_sphinx
    setup_sphinx(app, load_parser=False)
    app.add_source_suffix(".md", "myst-nb", override=True)
    app.add_source_suffix(".ipynb", "myst-nb", override=True)
"""


@pytest.mark.parametrize("order", [["myst_nb", "sphinx_hugo"], ["sphinx_hugo", "myst_nb"]])
def test_an_extension_that_claims_markdown_files(tmp_path: Path, order: list[str]) -> None:
    """As ``myst_nb`` does, which brings MyST's settings too; that is why it is made up here."""
    write_tree(
        tmp_path, f"-- conf.py --\nextensions = {order}\n-- myst_nb.py --\n{NOTEBOOKS}{SITE}"
    )
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "dirhtml", ".", "out"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(EXT), str(tmp_path)])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    text = (tmp_path / "out/guide/night-bird/index.html").read_text(encoding="utf-8")
    assert "Inside the box." in text
    assert "details summary" not in text
