"""Other projects refer to our pages, and our pages to theirs; inventories are local files."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

import sphinx_hugo
from build.conftest import build_site, write_tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

OURS = """
-- hugo.toml --
baseURL = "https://ours.example/sub/"
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Our home
---
## Welcome
-- content/docs/_index.md --
---
title: Documentation
---
-- content/docs/about/ip.md --
---
title: How we manage IP
slug: rights
---
## Machine *learning* models

## Twice

## Twice

## Named {#own-id}
-- content/docs/bundle/index.md --
---
title: A bundle
---
"""

EXT = Path(sphinx_hugo.__file__).parents[1]

CONF = """
import sys
sys.path.insert(0, r"{ext}")
extensions = ["sphinx.ext.intersphinx", "myst_parser", "sphinx_hugo"]
hugo_root = ""
intersphinx_mapping = {{"ours": ("https://ours.example/", r"{inventory}")}}
"""

REFERENCES = {
    # a reference in Markdown: the address it leads to, and its text
    "{doc}`ours:docs/about/rights`": ("docs/about/rights/", "How we manage IP"),
    "{doc}`ours:docs/index`": ("docs/", "Documentation"),
    "{doc}`ours:index`": ("", "Our home"),
    "{doc}`ours:docs/bundle`": ("docs/bundle/", "A bundle"),
    "{doc}`a text <ours:docs/about/rights>`": ("docs/about/rights/", "a text"),
    "{ref}`ours:docs/about/rights`": ("docs/about/rights/", "How we manage IP"),
    "{ref}`ours:docs/about/rights#machine-learning-models`": (
        "docs/about/rights/#machine-learning-models",
        "Machine learning models",
    ),
    "{ref}`ours:docs/about/rights#twice-1`": ("docs/about/rights/#twice-1", "Twice"),
    "{ref}`ours:docs/about/rights#own-id`": ("docs/about/rights/#own-id", "Named"),
    "{ref}`ours:index#welcome`": ("#welcome", "Welcome"),
    "{hugo:page}`ours:docs/about/ip.md`": ("docs/about/rights/", "How we manage IP"),
    "{hugo:page}`ours:docs/about/ip`": ("docs/about/rights/", "How we manage IP"),
    "{hugo:page}`ours:/docs/about/ip/`": ("docs/about/rights/", "How we manage IP"),
    "{hugo:page}`docs/about/ip.md`": ("docs/about/rights/", "How we manage IP"),
    "{hugo:page}`ours:docs/about/ip.md#own-id`": ("docs/about/rights/#own-id", "Named"),
    "{hugo:page}`ours:docs/about/ip#own-id`": ("docs/about/rights/#own-id", "Named"),
    "{hugo:page}`its models <ours:docs/about/ip.md#machine-learning-models>`": (
        "docs/about/rights/#machine-learning-models",
        "its models",
    ),
    "{hugo:page}`ours:docs/_index.md`": ("docs/", "Documentation"),
    "{hugo:page}`ours:docs`": ("docs/", "Documentation"),
    "{hugo:page}`ours:docs/`": ("docs/", "Documentation"),
    "{hugo:page}`ours:_index.md`": ("", "Our home"),
    "{hugo:page}`ours:/`": ("", "Our home"),
    "{hugo:page}`ours:docs/bundle/index.md`": ("docs/bundle/", "A bundle"),
    "{hugo:page}`ours:docs/bundle`": ("docs/bundle/", "A bundle"),
    "{external+ours:hugo:page}`docs/about/ip.md`": ("docs/about/rights/", "How we manage IP"),
}


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(tmp_path_factory.mktemp("ours"), OURS, project="Ours")


def build_other(folder: Path, ours: Built, text: str) -> subprocess.CompletedProcess[str]:
    """Build a plain Sphinx project, with all warnings as errors."""
    folder.mkdir()
    conf = CONF.format(ext=EXT, inventory=ours.outdir / "objects.inv")
    write_tree(folder, f"-- conf.py --\n{conf}-- index.md --\n# Theirs\n\n{text}")
    return subprocess.run(
        [
            *(sys.executable, "-m", "sphinx"),
            *("-q", "-n", "-W", "--keep-going"),
            folder,
            folder / "out",
        ],
        capture_output=True,
        text=True,
        check=False,
    )


def test_another_project_refers_to_every_page_and_heading(ours: Built, tmp_path: Path) -> None:
    text = "".join(f"- {reference}\n" for reference in REFERENCES)
    roles = ":doc:`ours:docs/about/rights` :hugo:page:`ours:docs/about/ip.md#twice`"
    text += f"\n```{{eval-rst}}\n{roles}\n```\n"
    done = build_other(tmp_path / "theirs", ours, text)
    assert (done.returncode, done.stderr) == (0, "")
    page = html.fromstring((tmp_path / "theirs/out/index.html").read_text(encoding="utf-8"))
    found = [
        (a.get("href"), a.text_content()) for a in page.xpath('//a[contains(@class, "external")]')
    ]
    expected = [*REFERENCES.values(), ("docs/about/rights/", "How we manage IP")]
    expected.append(("docs/about/rights/#twice", "Twice"))
    assert [item for item in found if "ours.example" in item[0]] == [
        (f"https://ours.example/{address}", words) for address, words in expected
    ]


def test_another_project_is_told_of_what_is_not_there(ours: Built, tmp_path: Path) -> None:
    done = build_other(
        tmp_path / "theirs",
        ours,
        "{hugo:page}`ours:docs/lost.md`\n\n{hugo:page}`ours:docs/about/ip.md#lost`\n",
    )
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    for line, number, target in zip(
        lines, (3, 5), ("docs/lost.md", "docs/about/ip.md#lost"), strict=True
    ):
        assert f"theirs/index.md:{number}: WARNING: {{hugo:page}}`ours:{target}`" in line
        assert line.endswith("[hugo.ref]")


def test_a_project_that_only_refers_is_plain(ours: Built, tmp_path: Path) -> None:
    done = build_other(tmp_path / "theirs", ours, "{{< unknown >}} and [a link](index.md)\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "{{&lt; unknown &gt;}}" in (tmp_path / "theirs/out/index.html").read_text()


def test_the_inventory_lists_pages_and_headings_by_hugo_path(ours: Built) -> None:
    header, _, packed = (ours.outdir / "objects.inv").read_bytes().partition(b"using zlib.\n")
    assert b"# Project: Ours" in header
    lines = [line for line in zlib.decompress(packed).decode().splitlines() if " hugo:" in line]
    assert sorted(line.partition(" hugo:")[0] for line in lines) == [
        "_index.md",
        "_index.md#welcome",
        "docs/_index.md",
        "docs/about/ip.md",
        "docs/about/ip.md#machine-learning-models",
        "docs/about/ip.md#own-id",
        "docs/about/ip.md#twice",
        "docs/about/ip.md#twice-1",
        "docs/bundle/index.md",
    ]
    assert "docs/about/ip.md hugo:page -1 docs/about/rights/ How we manage IP" in lines


THEIRS = (
    b"# Sphinx inventory version 2\n# Project: Theirs\n# Version: 1\n"
    b"# The remainder of this file is compressed using zlib.\n"
) + zlib.compress(
    b"pathlib.Path py:class 1 library/pathlib.html#$ -\n"
    b"tutorial std:label -1 tutorial/index.html#start The tutorial\n"
    b"glossary std:doc -1 glossary.html The glossary\n"
)


def test_our_pages_refer_to_another_project(build: Callable[..., Built], tmp_path: Path) -> None:
    (tmp_path / "theirs.inv").write_bytes(THEIRS)
    out = build(
        "-- content/a.md --\n---\ntitle: A\n---\n"
        "{py:class}`pathlib.Path`, {ref}`theirs:tutorial`, {doc}`theirs:glossary`,\n"
        "{external+theirs:py:class}`~pathlib.Path` and [a path](inv:theirs#pathlib.Path).\n",
        extensions=["sphinx.ext.intersphinx"],
        intersphinx_mapping={"theirs": ("https://theirs.example/", str(tmp_path / "theirs.inv"))},
    )
    base = "https://theirs.example/"
    assert out.links("/a/") == {
        "pathlib.Path": f"{base}library/pathlib.html#pathlib.Path",
        "The tutorial": f"{base}tutorial/index.html#start",
        "The glossary": f"{base}glossary.html",
        "Path": f"{base}library/pathlib.html#pathlib.Path",
        "a path": f"{base}library/pathlib.html#pathlib.Path",
    }


def test_an_object_that_no_inventory_has_keeps_its_words(build: Callable[..., Built]) -> None:
    out = build(
        "-- content/a.md --\n---\ntitle: A\n---\nOne [path *words*](inv:theirs#pathlib.Path) two.\n",
        warnings_ok=True,
    )
    assert out.text("/a/") == "A One path words two."
    assert len(out.warnings) == 1
    assert out.warnings[0].startswith("content/a.md:4: ")


def test_the_role_finds_our_own_pages(build: Callable[..., Built]) -> None:
    out = build(
        OURS + "-- content/a.md --\n---\ntitle: A\n---\n"
        "{hugo:page}`docs/about/ip.md#own-id` {hugo:page}`docs/about/ip` {any}`docs/about/ip.md`\n"
        "{hugo:page}`words <docs/bundle>`\n"
    )
    assert out.links("/a/") == {
        "Named": "../docs/about/rights/#own-id",
        "How we manage IP": "../docs/about/rights/",
        "words": "../docs/bundle/",
    }


def test_a_role_that_finds_nothing_warns_at_its_line(build: Callable[..., Built]) -> None:
    out = build(
        "-- content/a.md --\n---\ntitle: A\n---\nOne\n\n{hugo:page}`docs/lost.md`\n",
        warnings_ok=True,
    )
    assert out.places() == [("ref", "content/a.md:6")]


TOOLS = """
-- conf.py --
import sys
sys.path.insert(0, r"{ext}")
extensions = ["sphinx.ext.intersphinx", "sphinx_hugo"]
hugo_root = ""
html_theme = "alabaster"
intersphinx_mapping = {{
    "handbook": ("https://handbook.example/", r"{handbook}"),
    "field": ("https://field.example/guide/", r"{field}"),
}}
-- index.rst --
Tools
=====

.. _hammers:

Hammers
-------

See :doc:`handbook:docs/models`, :ref:`handbook:docs/models#licence`, and by Hugo path
:hugo:page:`field:birds/owl.md`, :hugo:page:`its eyes <field:birds/owl.md#eyes>`.

.. py:function:: strike(nail)
"""

HANDBOOK = """
-- content/_index.md --
---
title: Handbook
---
-- content/docs/_index.md --
---
title: Documentation
---
-- content/docs/models.md --
---
title: Models
---
## Licence
{rest}
"""

FIELD = """
-- hugo.toml --
baseURL = "https://field.example/guide/"
-- content/_index.md --
---
title: Field guide
---
-- content/birds/owl.md --
---
title: The owl
url: /night/owl/
---
## Eyes
"""


def test_three_projects_refer_to_one_another(tmp_path: Path) -> None:
    """A Sphinx project, pages like ours, and somebody's Hugo site: nitpicky, warnings are errors."""
    field = build_site(_folder(tmp_path / "field"), FIELD, project="Field guide")
    handbook = build_site(
        _folder(tmp_path / "first"),
        HANDBOOK.format(rest=""),
        project="Handbook",
        hugo_config={"baseURL": "https://handbook.example/"},
    )
    tools = _folder(tmp_path / "tools")
    inventories = {
        "handbook": handbook.outdir / "objects.inv",
        "field": field.outdir / "objects.inv",
    }
    write_tree(tools, TOOLS.format(ext=EXT, **inventories))
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-n",
        "-W",
        "--keep-going",
        tools,
        tools / "out",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    page = html.fromstring((tools / "out/index.html").read_text(encoding="utf-8"))
    assert [a.get("href") for a in page.xpath('//a[contains(@class, "external")]')][:4] == [
        "https://handbook.example/docs/models/",
        "https://handbook.example/docs/models/#licence",
        "https://field.example/guide/night/owl/",
        "https://field.example/guide/night/owl/#eyes",
    ]

    rest = "{ref}`tools:hammers`, {py:func}`strike` and {hugo:page}`field:birds/owl`."
    back = build_site(
        _folder(tmp_path / "second"),
        HANDBOOK.format(rest=rest),
        extensions=["sphinx.ext.intersphinx"],
        intersphinx_mapping={
            "tools": ("https://tools.example/", str(tools / "out/objects.inv")),
            "field": ("https://field.example/guide/", str(field.outdir / "objects.inv")),
        },
    )
    assert back.links("/docs/models/") == {
        "Hammers": "https://tools.example/index.html#hammers",
        "strike()": "https://tools.example/index.html#strike",
        "The owl": "https://field.example/guide/night/owl/",
    }


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
