"""Building again: only what changed is read, and the result is that of a clean build."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from equivalence.builds import forget_checksums

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build.conftest import Built

SITE = """
-- hugo.toml --
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term"]
[[menus.docs]]
  identifier = "first"
  name = "First"
  weight = 1
[[menus.docs]]
  identifier = "second"
  name = "Second"
  weight = 2
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
description: About A.
menus: {docs: {parent: first, weight: 1}}
aliases: [/old-a/]
---
## Heading A

To [b]({{< relref "b.md#heading-b" >}}).
-- content/docs/b.md --
---
title: Page B
menus: {docs: {parent: first, weight: 2}}
keywords: [bees]
---
## Heading B

{{< details "More" >}}
Text.
{{< /details >}}
-- content/docs/c.md --
---
title: Page C
menus: {docs: {parent: second}}
---
Text of C.
-- content/docs/deep/_index.md --
---
title: Deep
menus: {docs: {parent: second, identifier: deep}}
---
-- content/docs/deep/d.md --
---
title: Page D
menus: {docs: {parent: deep}}
---
Text of D, with ![a picture](pic.png).
-- content/docs/deep/pic.png --
picture
-- static/robots.txt --
all
"""

PAGES = ["docs/a", "docs/b", "docs/c", "docs/deep/d", "docs/deep/index", "docs/index", "index"]


def page(name: str, front: str, body: str = "Text.\n") -> str:
    """Return one file of a site."""
    return f"-- content/docs/{name} --\n---\n{front}\n---\n{body}"


CHANGES: dict[str, tuple[str, list[str], list[str]]] = {
    # name: (files that are written, documents that are read, the sidebar)
    "a body": (
        page("c.md", "title: Page C\nmenus: {docs: {parent: second}}", "Other text.\n"),
        ["docs/c"],
        [],
    ),
    "a weight": (
        page("c.md", "title: Page C\nweight: -1\nmenus: {docs: {parent: second}}", "Text of C.\n"),
        ["docs/c"],
        ["# First", "Page A", "Page B", "# Second", "Page C", "Deep", "  Page D", "Docs"],
    ),
    "a title": (
        page("c.md", "title: Page CC\nmenus: {docs: {parent: second}}", "Text of C.\n"),
        ["docs/c"],
        ["# First", "Page A", "Page B", "# Second", "Deep", "  Page D", "Page CC", "Docs"],
    ),
    "a menu parent": (
        page("c.md", "title: Page C\nmenus: {docs: {parent: deep}}", "Text of C.\n"),
        ["docs/c"],
        ["# First", "Page A", "Page B", "# Second", "Deep", "  Page C", "  Page D", "Docs"],
    ),
    "a link title": (
        page("c.md", "title: Page C\nlinkTitle: See\nmenus: {docs: {parent: second}}"),
        ["docs/c"],
        ["# First", "Page A", "Page B", "# Second", "Deep", "  Page D", "See", "Docs"],
    ),
    "a description": (
        page("c.md", "title: Page C\ndescription: New.\nmenus: {docs: {parent: second}}"),
        ["docs/c"],
        [],
    ),
    "a page more": (
        page("e.md", "title: Page E\nmenus: {docs: {parent: first, weight: 3}}"),
        ["docs/e"],
        ["# First", "Page A", "Page B", "Page E", "# Second", "Deep", "  Page D", "Page C", "Docs"],
    ),
    "a draft": (
        page("c.md", "title: Page C\ndraft: true\nmenus: {docs: {parent: second}}"),
        [],
        ["# First", "Page A", "Page B", "# Second", "Deep", "  Page D", "Docs"],
    ),
    "a slug": (
        page("b.md", "title: Page B\nslug: bee\nmenus: {docs: {parent: first, weight: 2}}",
             "## Heading B\n"),
        ["docs/bee"],
        [],
    ),
    "a heading": (
        page("b.md", "title: Page B\nmenus: {docs: {parent: first, weight: 2}}",
             "## Heading B\n\n## Heading BB\n"),
        ["docs/b"],
        [],
    ),
    "a section more": (
        "-- content/docs/new/_index.md --\n---\ntitle: New\n---\n"
        "-- content/docs/new/n.md --\n---\ntitle: Page N\n---\n",
        ["docs/new/index", "docs/new/n"],
        [],
    ),
}  # fmt: skip


@pytest.fixture
def first(build: Callable[..., Built]) -> Built:
    out = build(SITE)
    assert sorted(out.read) == PAGES
    return out


def stamps(folder: Path) -> dict[str, int]:
    """Return when each file was written, but for those that Sphinx writes in every build."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".buildinfo" and path.parent.name != "_static"
    }


def test_an_unchanged_site_is_neither_read_nor_written(
    build: Callable[..., Built], first: Built
) -> None:
    before = stamps(first.outdir)
    again = build()
    assert again.read == []
    assert again.written == []
    assert stamps(first.outdir) == before


@pytest.mark.parametrize("name", ["search/index.html", "objects.inv"])
def test_what_somebody_changed_in_the_output_is_made_again(
    build: Callable[..., Built], first: Built, name: str
) -> None:
    path = first.outdir / name
    before = path.read_bytes()
    path.write_bytes(before[:-20] + before[-1:])
    again = build()
    assert again.read == []
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("body", "is_left"),
    [("Other text of C.\n", True), ("## A heading\n", False)],
    ids=["text", "a heading"],
)
def test_the_inventory_is_left_where_its_objects_are_the_same(
    build: Callable[..., Built], first: Built, body: str, *, is_left: bool
) -> None:
    inventory = first.outdir / "objects.inv"
    before = inventory.stat().st_mtime_ns
    again = build(page("c.md", "title: Page C\nmenus: {docs: {parent: second}}", body))
    assert again.read == ["docs/c"]
    assert (inventory.stat().st_mtime_ns == before) is is_left
    clean = build(outdir="clean")
    assert inventory.read_bytes() == (clean.outdir / "objects.inv").read_bytes()


def test_an_inventory_that_somebody_changed_is_made_with_a_page(
    build: Callable[..., Built], first: Built
) -> None:
    inventory = first.outdir / "objects.inv"
    before = inventory.read_bytes()
    inventory.write_bytes(before[:-20])
    again = build(page("c.md", "title: Page C\nmenus: {docs: {parent: second}}", "Other text.\n"))
    assert again.read == ["docs/c"]
    assert inventory.read_bytes() == before


def test_the_inventory_follows_the_version_of_the_project(
    build: Callable[..., Built], first: Built
) -> None:
    build(page("c.md", "title: Page C\nmenus: {docs: {parent: second}}", "Other.\n"), version="2.0")
    assert b"# Version: 2.0\n" in (first.outdir / "objects.inv").read_bytes()


@pytest.mark.parametrize("address", ["/docs/c/", "/search/"])
def test_a_style_sheet_that_changes_is_asked_for_by_another_name(
    build: Callable[..., Built], first: Built, address: str
) -> None:
    """Browsers keep a file by its name, which holds a checksum."""
    options = {"html_static_path": ["static"], "html_css_files": ["own.css"]}
    names = []
    for colour in ("red", "blue"):
        forget_checksums()
        built = build(f"-- static/own.css --\np {{color: {colour}}}\n", **options)
        (link,) = built.page(address).xpath('//link[contains(@href, "own.css")]/@href')
        names.append(link)
    assert names[0] != names[1]


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_reads_what_changed_and_shows_everywhere(
    build: Callable[..., Built], first: Built, name: str
) -> None:
    files, read, sidebar = CHANGES[name]
    again = build(files)
    assert sorted(again.read) == read
    clean = build(outdir="clean")
    assert sorted(clean.read) != read
    assert_same(again, clean)
    for address in ("/", "/docs/a/", "/docs/deep/d/"):
        assert not sidebar or again.sidebar(address) == sidebar


RENAMED = page("c.md", "title: Page CC\nmenus: {docs: {parent: second}}", "Text of C.\n")
BESIDE_C = {"docs/c", "docs/deep/d", "docs/index", "docs/deep/index", "index"}
"""What shows the title of C besides sidebars: itself, the pages before and after it, its section.

And, as Sphinx has it, the pages whose toctrees name one of these.
"""
ASIDE = {"genindex", "search"}


@pytest.mark.parametrize("limit", [0, 3], ids=["whole", "focused"])
def test_another_title_is_put_into_the_sidebars_of_pages_that_are_not_written(
    build: Callable[..., Built], limit: int
) -> None:
    build(SITE, hugo_navigation_limit=limit)
    again = build(RENAMED, hugo_navigation_limit=limit)
    assert set(again.written) == BESIDE_C | ASIDE
    assert_same(again, build(outdir="clean", hugo_navigation_limit=limit))
    assert "Page CC" in again.sidebar("/docs/a/")


def test_a_page_that_somebody_changed_in_the_output_is_written_with_its_sidebar(
    build: Callable[..., Built], first: Built
) -> None:
    path = first.outdir / "docs/a/index.html"
    path.write_text(path.read_text(encoding="utf-8") + "<!-- minified -->", encoding="utf-8")
    again = build(RENAMED)
    assert set(again.written) == BESIDE_C | ASIDE | {"docs/a"}
    assert_same(again, build(outdir="clean"))


def test_a_page_in_which_the_old_sidebar_is_not_found_is_written(
    build: Callable[..., Built], first: Built
) -> None:
    path = first.outdir / "docs/a/index.html"
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text(path.read_text(encoding="utf-8").replace("Page B", "Page Q"), encoding="utf-8")
    os.utime(path, ns=times)  # so that it passes for the file that was left
    again = build(RENAMED)
    assert set(again.written) == BESIDE_C | ASIDE | {"docs/a"}
    assert_same(again, build(outdir="clean"))


@pytest.mark.parametrize(
    "options",
    [{"templates_path": ["own"]}, {"hugo_llms": True}, {"extensions": ["build.showing_titles"]}],
    ids=["templates", "Markdown", "extension"],
)
def test_pages_that_may_show_titles_elsewhere_are_all_written(
    build: Callable[..., Built], options: dict[str, Any]
) -> None:
    own = "-- own/page.html --\n{% extends '!page.html' %}\n"
    build(SITE + own, **options)
    again = build(RENAMED, **options)
    assert set(again.written) == {*PAGES, *ASIDE}


@pytest.mark.parametrize(
    "body",
    ["{hugo:page}`/docs/c.md`\n", "{any}`docs/c`\n", "```{toctree}\n/docs/c\n```\n"],
    ids=["role", "any", "toctree"],
)
def test_a_page_that_shows_a_title_in_its_text_follows_it(
    build: Callable[..., Built], body: str
) -> None:
    options: dict[str, Any] = {"nitpicky": False, "warnings_ok": True}
    build(SITE + page("a.md", "title: Page A", body), **options)
    again = build(RENAMED, **options)
    assert again.read == ["docs/c"]
    assert "Page CC" in again.text("/docs/a/")
    assert_same(again, build(outdir="clean", **options))


def test_a_page_less(build: Callable[..., Built], first: Built) -> None:
    (first.root / "content/docs/c.md").unlink()
    again = build()
    assert again.read == []
    assert again.sidebar("/docs/a/") == [
        *("# First", "Page A", "Page B", "# Second", "Deep", "  Page D", "Docs")
    ]
    assert_same(again, build(outdir="clean"))


@pytest.mark.parametrize(
    ("files", "written"),
    [
        (CHANGES["a draft"][0], {"docs/deep/d"}),
        (CHANGES["a page more"][0], {"docs/b", "docs/e"}),
        (CHANGES["a slug"][0], {"docs/a", "docs/bee"}),
    ],
    ids=["a page less", "a page more", "another address"],
)
@pytest.mark.parametrize("limit", [0, 3], ids=["whole", "focused"])
def test_pages_that_show_nothing_of_a_page_are_not_written_when_it_comes_or_goes(
    build: Callable[..., Built], files: str, written: set[str], limit: int
) -> None:
    """Those beside it are, which lead to it, those that list it, and those with links to it.

    And those whose toctrees name one of these.
    """
    build(SITE, hugo_navigation_limit=limit)
    again = build(files, hugo_navigation_limit=limit)
    assert set(again.written) == {*written, "docs/deep/index", "docs/index", "index"} | ASIDE
    assert_same(again, build(outdir="clean", hugo_navigation_limit=limit))


LEADING = {
    "an address": ("[e](/docs/e/)", page("e.md", "title: Page E")),
    "an alias": ("[e](/e/)", page("e.md", "title: Page E\naliases: [/e/]")),
    "a page": ('{{< relref "e" >}}', page("e.md", "title: Page E")),
    "a role": ("{hugo:page}`/docs/e`", page("e.md", "title: Page E")),
    "any": ("{any}`e.md`", page("e.md", "title: Page E")),
    "a role of Sphinx": ("{doc}`/docs/e`", page("e.md", "title: Page E")),
    "a heading": (
        "{ref}`docs/b#heading-b`",
        page("b.md", "title: Page B", "## Heading B and more {#heading-b}\n"),
    ),
    "a file": ("[e](/e.txt)", "-- static/e.txt --\nfile\n"),
    "HTML": ('<a href="/docs/e/">e</a>', page("e.md", "title: Page E")),
    "HTML block": ('<div>\n<img src="/e.png">\n</div>', "-- static/e.png --\nfile\n"),
    "a file of a bundle": (
        "[e](/docs/e/e.txt)",
        page("e/index.md", "title: Page E") + "-- content/docs/e/e.txt --\nfile\n",
    ),
}


@pytest.mark.parametrize("name", LEADING)
def test_a_page_is_written_when_its_links_lead_elsewhere(
    build: Callable[..., Built], name: str
) -> None:
    body, files = LEADING[name]
    unsafe = "-- config/_default/hugo.toml --\nmarkup.goldmark.renderer.unsafe = true\n"
    options: dict[str, Any] = {"warnings_ok": True}
    root = build(SITE + unsafe + page("a.md", "title: Page A", body + "\n"), **options).root
    again = build(files, **options)
    assert "docs/a" in again.written
    assert_same(again, build(outdir="clean", **options))
    for file in ("content/docs/e.md", "content/docs/e/e.txt", "static/e.txt", "static/e.png"):
        (root / file).unlink(missing_ok=True)
    again = build(page("b.md", "title: Page B", "## Heading B\n"), **options)
    assert "docs/a" in again.written
    assert_same(again, build(outdir="clean", **options))


def test_a_page_with_another_name(build: Callable[..., Built], first: Built) -> None:
    folder = first.root / "content/docs"
    (folder / "c.md").rename(folder / "z.md")
    again = build()
    assert again.read == ["docs/z"]
    assert_same(again, build(outdir="clean"))


def test_a_link_to_a_page_that_went_away_is_reported_again(
    build: Callable[..., Built], first: Built
) -> None:
    (first.root / "content/docs/b.md").unlink()
    again = build(warnings_ok=True)
    assert again.read == []
    assert again.places() == [("ref", "content/docs/a.md:9")]


def test_a_caption_of_the_configuration(build: Callable[..., Built], first: Built) -> None:
    files = SITE.partition("-- content/_index.md --")[0].replace('"Second"', '"Other"')
    again = build(files)
    assert again.read == []
    assert "# Other" in again.sidebar("/docs/a/")
    assert_same(again, build(outdir="clean"))


def test_a_setting_of_markdown_reads_everything(build: Callable[..., Built], first: Built) -> None:
    files = SITE.partition("-- content/_index.md --")[0]
    files += "[markup.goldmark.extensions.typographer]\ndisable = true\n"
    again = build(files)
    assert sorted(again.read) == PAGES


CONFIG = SITE.partition("-- content/_index.md --")[0]


@pytest.mark.parametrize(
    "setting",
    ["[params]\nmotto = 'new'\n", "[server]\n[[server.headers]]\nfor = '/**'\n", "# a remark\n"],
    ids=["parameter", "server", "remark"],
)
def test_a_setting_that_nothing_uses_reads_and_writes_nothing(
    build: Callable[..., Built], first: Built, setting: str
) -> None:
    again = build(CONFIG + setting)
    assert again.read == []
    assert again.written == []


ASKING = {
    "shortcode": '{{< param "motto" >}}\n',
    "template": "{{< motto >}}\n",
    "template of Jinja": "{{< saying >}}\n",
}


@pytest.mark.parametrize("asking", ASKING)
def test_a_parameter_of_the_site_reads_the_pages_that_ask_for_one(
    build: Callable[..., Built], asking: str
) -> None:
    templates = (
        "-- layouts/_shortcodes/motto.html --\n{{ site.Params.motto }}\n"
        "-- shortcodes/saying.md --\n{{ site.params.motto }}\n"
    )
    body = ASKING[asking]
    pages = page("c.md", "title: C", body) + page("e.md", "title: E", body)
    build(SITE + templates + pages + CONFIG + "[params]\nmotto = 'slow'\n")
    again = build(CONFIG + "[params]\nmotto = 'steady'\n")
    assert sorted(again.read) == ["docs/c", "docs/e"]
    assert "steady" in again.text("/docs/c/")
    assert "steady" in again.text("/docs/e/")


def test_a_file_that_is_no_page(build: Callable[..., Built], first: Built) -> None:
    again = build("-- content/docs/deep/pic.png --\nother\n-- static/robots.txt --\nnone\n")
    assert again.file("robots.txt") == "none\n"
    assert again.file("docs/deep/pic.png") == "other\n"
    assert_same(again, build(outdir="clean"))


def test_what_a_shortcode_includes_is_watched(build: Callable[..., Built], first: Built) -> None:
    again = build(page("c.md", "title: C", '{{% readfile "part.txt" %}}\n') + page_part("one"))
    assert again.text("/docs/c/") == "C one"
    again = build(page_part("two"))
    assert again.read == ["docs/c"]
    assert again.text("/docs/c/") == "C two"


def test_a_list_of_pages_is_made_again(build: Callable[..., Built], first: Built) -> None:
    out = build(page("_index.md", "title: Docs", "{{< children >}}\n"))
    assert "Page C" in out.text("/docs/")
    out = build(page("c.md", "title: Page CC\nmenus: {docs: {parent: second}}"))
    assert sorted(out.read) == ["docs/c", "docs/index"]
    assert "Page CC" in out.text("/docs/")
    front = "title: Page A\ndescription: About A.\nmenus: {docs: {parent: first, weight: 1}}"
    out = build(page("a.md", f"{front}\naliases: [/old-a/]", "Other.\n"))
    assert out.read == ["docs/a"]


def test_a_cascade_reads_the_pages_below(build: Callable[..., Built], first: Built) -> None:
    front = "title: Deep\ncascade: {description: Cascaded., toc: false}"
    front += "\nmenus: {docs: {parent: second, identifier: deep}}"
    again = build(page("deep/_index.md", front))
    assert sorted(again.read) == ["docs/deep/d", "docs/deep/index"]
    assert again.meta("/docs/deep/d/")["description"] == "Cascaded."
    assert_same(again, build(outdir="clean"))


def test_a_heading_that_goes_is_missed_by_its_links(
    build: Callable[..., Built], first: Built
) -> None:
    again = build(
        page("b.md", "title: Page B\nmenus: {docs: {parent: first, weight: 2}}"),
        warnings_ok=True,
    )
    assert again.read == ["docs/b"]
    assert again.places() == [("fragment", "content/docs/a.md:9")]
    assert {"docs/a", "docs/b"} <= set(again.written)
    assert "docs/c" not in again.written


def test_an_address_that_is_text_follows_its_page(
    build: Callable[..., Built], first: Built
) -> None:
    build(page("c.md", "title: C", '```\n{{< relref "b.md" >}}\n```\n'))
    again = build(page("b.md", "title: Page B\nslug: bee", "## Heading B\n"))
    assert "/docs/bee/" in again.text("/docs/c/")


def page_part(text: str) -> str:
    """Return a file that is no page, in the name of which no content is looked for."""
    return f"-- part.txt --\n{text}\n"


def test_old_redirects_go(build: Callable[..., Built], first: Built) -> None:
    assert (first.outdir / "old-a/index.html").is_file()
    again = build(page("a.md", "title: Page A\nmenus: {docs: {parent: first, weight: 1}}"))
    assert not (first.outdir / "_redirects").exists()
    assert not (first.outdir / "old-a/index.html").exists()
    assert again.read == ["docs/a"]


def test_copies_of_sources_go_when_none_are_wanted(
    build: Callable[..., Built], first: Built
) -> None:
    assert (first.outdir / "_sources").is_dir()
    again = build(html_copy_source=False)
    assert not (again.outdir / "_sources").exists()


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_processes_in_parallel_write_the_same(
    build: Callable[..., Built], tmp_path: Path, builder: str
) -> None:
    extra = "".join(
        page(
            f"more/p{number}.md",
            f"title: More {number}\nweight: {number}\nkeywords: [k{number % 3}]",
            f'## One {number}\n\n{{{{< relref "/docs/a" >}}}} [x](/docs/b/#heading-b) '
            f'{{{{< details "D" >}}}}*in*{{{{< /details >}}}}\n\nNote.[^1]\n\n[^1]: It.\n',
        )
        for number in range(12)
    )
    serial = build(SITE + extra, builder=builder, outdir="serial")
    parallel = build(builder=builder, outdir="parallel", jobs=2)
    assert len(serial.read) == len(PAGES) + 12
    assert_same(parallel, serial)
    assert parallel.file("searchindex.js") == serial.file("searchindex.js")
    assert (parallel.outdir / "objects.inv").read_bytes() == (
        serial.outdir / "objects.inv"
    ).read_bytes()


def test_the_folder_of_the_site_stays_as_it_is(build: Callable[..., Built], first: Built) -> None:
    def listing() -> dict[str, int]:
        return {
            str(path): path.stat().st_mtime_ns for path in first.root.rglob("*") if path.is_file()
        }

    before = listing()
    shutil.rmtree(first.outdir)
    build(fresh=True)
    assert listing() == before


def test_another_time_stamp_alone_shows_the_same(build: Callable[..., Built], first: Built) -> None:
    path = first.root / "content/docs/c.md"
    before = {n: t for n, t in first.files().items() if n != "searchindex.js"}
    os.utime(path, (2e9, 2e9))
    again = build()
    assert again.read == ["docs/c"]
    assert_same(again, first)
    assert {n: t for n, t in again.files().items() if n != "searchindex.js"} == before


def assert_same(one: Built, other: Built) -> None:
    """Compare two outputs, file by file."""
    first, second = one.files(), other.files()
    assert set(first) == set(second)
    index = "searchindex.js"
    assert searchable(first.pop(index, b"")) == searchable(second.pop(index, b""))
    assert [name for name in first if first[name] != second[name]] == []


def searchable(script: bytes) -> Any:
    """Return a search index, without the entries of the general index.

    Sphinx itself loses those of documents that are not written again.
    """
    if not script:
        return None
    index = json.loads(script.decode().removeprefix("Search.setIndex(").removesuffix(")"))
    del index["indexentries"]
    # Nor does it forget words of which nothing is left.
    return {
        key: {word: pages for word, pages in table.items() if pages != []}
        if isinstance(table, dict)
        else table
        for key, table in index.items()
    }
