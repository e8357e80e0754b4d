"""Our own documentation: without a warning in every builder, and the same pages as Hugo makes."""

from __future__ import annotations

import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from build.conftest import words
from differential.hugo import run_hugo
from sphinx_hugo.shortcodes import PACKS
from sphinx_hugo.shortcodes.base import InnerUse

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
OURS = ("docs", "ext", "conf.py", "README.md", "pyproject.toml", ".readthedocs.yaml")
SECONDS = 300
HEAVIEST = 300_000
"""Bytes of a page before its pictures."""

pytestmark = pytest.mark.xdist_group("own site")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what a checkout holds, to build in."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in OURS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    (folder / "tests").mkdir()
    (folder / "tests/page.md").write_text("# Not a page\n", encoding="utf-8")
    return folder


def sphinx(folder: Path, *args: object, **env: str) -> list[str]:
    """Run Sphinx in a folder and return what it warned of."""
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *map(str, args)],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


def files_below(folder: Path) -> Iterator[str]:
    """Yield the files that are pages."""
    for path in folder.rglob("index.html"):
        yield path.parent.relative_to(folder).as_posix()


def weight(page: Path) -> int:
    """Return the bytes of a page together with its style sheets and scripts."""
    tree = html.fromstring(page.read_text(encoding="utf-8"))
    names = tree.xpath('//link[@rel="stylesheet"]/@href | //script/@src')
    ours = [name.partition("?")[0] for name in names if "://" not in name]
    return sum(path.stat().st_size for path in (page, *(page.parent / name for name in ours)))


def test_read_the_docs_builds_without_a_warning(checkout: Path) -> None:
    """Read the Docs calls Sphinx in the folder of ``conf.py``; the output lies inside of it."""
    out = checkout / "_readthedocs/html"
    command = (
        *("-T", "-W", "--keep-going", "-b", "dirhtml", "-d", "_build/doctrees"),
        *("-D", "language=en", ".", out),
    )
    url = "https://docs.example/en/latest/"
    environment = {
        "READTHEDOCS_CANONICAL_URL": url,
        "READTHEDOCS_GIT_CLONE_URL": "https://github.com/acme/docs.git",
        "READTHEDOCS_GIT_IDENTIFIER": "stable",
    }
    assert sphinx(checkout, *command, **environment) == []
    pages = set(files_below(out))
    assert {"docs/about/mission", "docs/guide", "."} <= pages
    assert not [page for page in pages if page.startswith(("tests", "ext", "_build"))]
    mission = html.fromstring((out / "docs/about/mission/index.html").read_text(encoding="utf-8"))
    assert mission.xpath('//link[@rel="canonical"]/@href') == [f"{url}docs/about/mission/"]
    edit = "https://github.com/acme/docs/edit/stable/docs/about/mission.md"
    assert mission.xpath('//*[@class="edit-this-page"]/a/@href') == [edit]
    # Screen readers list the parts of a page by name, and nothing lies outside of them.
    for part in mission.xpath("//aside | //nav"):
        assert part.get("aria-label")
    assert len(mission.xpath('//nav/input[@class="sidebar-toggle"]')) == 2
    assert mission.xpath('//input[@class="sidebar-toggle"][not(parent::nav)]') == []
    # Nor does a search show the way to a page as if it were its text.
    assert mission.xpath('//nav[@class="breadcrumbs"]') != []
    assert mission.xpath('//*[@role="main"]//nav') == []

    relative = pages - {"404"}  # which names its files from the root of the server on
    weights = {page: weight(out / page / "index.html") for page in relative}
    assert {page: size for page, size in weights.items() if size > HEAVIEST} == {}
    cards = html.fromstring((out / "docs/about/index.html").read_text(encoding="utf-8"))
    drawn = '//link[contains(@href, "sphinx-design")]'
    assert (len(mission.xpath(drawn)), len(cards.xpath(drawn))) == (0, 1)

    before = {path: path.stat().st_mtime_ns for path in out.rglob("docs/**/index.html")}
    assert sphinx(checkout, *command, **environment) == []
    assert {path: path.stat().st_mtime_ns for path in out.rglob("docs/**/index.html")} == before


@pytest.mark.parametrize(
    "builder", ["html", "dirhtml", "singlehtml", "epub", "latex", "text", "gettext"]
)
def test_every_builder_is_without_a_warning(checkout: Path, builder: str) -> None:
    out = checkout / "_build" / builder
    options = ("-q", "-W", "-n", "--keep-going", "-j", "2", "-b", builder)
    # As with any Sphinx project, one folder of doctrees serves all builders, but for gettext.
    doctrees = "_build/doctrees-gettext" if builder == "gettext" else "_build/doctrees"
    assert sphinx(checkout, *options, "-d", doctrees, ".", out) == []
    if builder == "latex":
        text = (out / "bigcode.tex").read_text(encoding="utf-8")
        pictures = re.findall(r"includegraphics(?:\[.*?\])?\{\{(.+?)\}(\.\w+)\}", text)
        assert ("data-flow", ".pdf") in pictures
        assert {suffix for _name, suffix in pictures} <= {".pdf", ".png", ".jpg"}
    elif builder == "text":
        leaks = ["{{<", "{{%", "=hslot"]
        pages = list(out.glob("docs/about/*.txt"))
        assert len(pages) == 10
        for page in pages:
            text = page.read_text(encoding="utf-8")
            assert [mark for mark in leaks if mark in text] == []


def test_the_links_that_leave_the_site_are_all_that_is_checked(checkout: Path) -> None:
    options = ("-q", "-W", "-n", "--keep-going", "-b", "linkcheck", "-D", "linkcheck_ignore=http.*")
    options += ("-d", "_build/doctrees")
    assert sphinx(checkout, *options, ".", checkout / "_build/linkcheck") == []


def test_the_inventory_of_python_holds_what_the_pages_refer_to() -> None:
    packed = (ROOT / "docs/inventories/python.inv").read_bytes().partition(b"using zlib.\n")[2]
    objects = [line.split()[0] for line in zlib.decompress(packed).decode().splitlines()]
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    assert objects == ["zlib"]
    assert all(f"}}`{name}`" in text for name in objects)


MISSION = """\
---
title: "The Mission"
description: ""
lead: ""
date: 2020-10-13T15:21:01+02:00
lastmod: 2020-10-13T15:21:01+02:00
draft: false
images: []
menu:
  docs:
    parent: "about"
weight: 100
toc: true
---
Words with a link to [how we manage it]({{< relref "docs/about/ip.md" >}}), and one to [elsewhere](https://elsewhere.example/).

## Why

<!--
For editors: [a page that is not there](/docs/about/join).
-->
"""
IP = """\
---
title: "How we manage IP"
menu:
  docs:
    parent: "about"
weight: 240
---
Text.
"""


def test_the_page_from_which_all_began(tmp_path: Path) -> None:
    """A page with the front matter, the comment and the ``relref`` of the owner's example."""
    about = tmp_path / "docs/about"
    about.mkdir(parents=True)
    (about / "mission.md").write_text(MISSION, encoding="utf-8")
    (about / "ip.md").write_text(IP, encoding="utf-8")
    (tmp_path / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT / 'ext')!r})\n"
        'extensions = ["sphinx_hugo"]\nhtml_theme = "furo"\n'
        'hugo_config = {"contentDir": "."}\n',
        encoding="utf-8",
    )
    assert sphinx(tmp_path, "-q", "-W", "-n", "-b", "dirhtml", ".", "_build") == []
    page = html.fromstring((tmp_path / "_build/docs/about/mission/index.html").read_text())
    (article,) = page.xpath('//article[@role="main"]')
    assert page.findtext(".//title").startswith("The Mission")
    links = {words(a): a.get("href") for a in article.iter("a")}
    assert links["how we manage it"] == "../ip/"
    assert links["elsewhere"] == "https://elsewhere.example/"
    assert "For editors" not in words(article)
    assert "Last updated on Oct 13, 2020" in words(page)


def stub_site(folder: Path) -> dict[str, Any]:
    """Write a Hugo site around our docs, with templates that print next to nothing."""
    conf = runpy.run_path(str(ROOT / "conf.py"))
    config: dict[str, Any] = conf["hugo_config"]
    shutil.copytree(ROOT / "docs", folder / "docs")
    layouts = folder / "layouts"
    (layouts / "shortcodes").mkdir(parents=True)
    for name in ("single", "list", "home"):
        (layouts / f"{name}.html").write_text("{{ .Title }}{{ .Content }}", encoding="utf-8")
    return config


@pytest.mark.hugo
def test_hugo_makes_the_same_pages(checkout: Path, tmp_path: Path) -> None:
    """The same tree builds with Hugo, under the same addresses."""
    config = stub_site(tmp_path)
    own = {"reference"}
    hugo_has = {name for cls in PACKS["hugo"] for name in cls.names}
    for classes in PACKS.values():
        for cls in classes:
            inner = "" if cls.inner_use is InnerUse.NONE else "{{ .Inner }}"
            for name in cls.names:
                if name not in hugo_has:
                    path = tmp_path / f"layouts/shortcodes/{name}.html"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(inner, encoding="utf-8")
    for name in own:
        (tmp_path / f"layouts/shortcodes/{name}.html").write_text("", encoding="utf-8")
    (tmp_path / "hugo.json").write_text(json.dumps(config), encoding="utf-8")
    hugo_pages = set(files_below(run_hugo(tmp_path)))

    out = checkout / "_build/compared"
    sphinx(checkout, "-q", "-b", "dirhtml", "-d", "_build/doctrees", ".", out)
    ours = set(files_below(out)) - {"404", "genindex", "search"}
    assert ours == hugo_pages
