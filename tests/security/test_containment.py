"""Nothing is read from outside the site's folders, nothing is written outside the output folder."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

from build.conftest import Built, build_site
from security.attempts import BODIES, CONFIG, FRONT_MATTER, JINJA, LINKS, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "c0ffee-must-not-leak"
OUTSIDE = {
    "secret.txt": SECRET,
    "secret.md": f"---\ntitle: {SECRET}\n---\n{SECRET}\n",
    "secret.png": SECRET,
    "secret.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><text>{SECRET}</text></svg>",
    "secret.py": f"print('{SECRET}')\n",
    "secret.csv": f"{SECRET},b\n",
    "secret.html": f"<p>{SECRET}</p>\n",
    "secret.ipynb": f'{{"cells": [{{"cell_type": "markdown", "source": ["{SECRET}"]}}]}}',
    "hugo.toml": f'title = "{SECRET}"\n',
}
HOME = "---\ntitle: Home\n---\n"
PLAIN = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term"]\n'


def make_outside(folder: Path) -> Path:
    outside = folder / "outside"
    outside.mkdir()
    for name, text in OUTSIDE.items():
        (outside / name).write_text(text, encoding="utf-8")
    return outside


def listing(folder: Path, *, but: tuple[str, ...]) -> dict[str, tuple[int, bytes]]:
    """Return what lies below a folder but in some of its folders."""
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(but)
    }


def assert_held_in(folder: Path, site: Path, run: Callable[[], Built]) -> Built:
    """Build, and look at the disk: nothing new but in the output, and no secret in there."""
    before = listing(folder, but=("out-", "doctrees-"))
    out = run()
    assert listing(folder, but=("out-", "doctrees-")) == before
    for place in (out.outdir, folder / f"doctrees-{out.outdir.name}"):
        for path in place.rglob("*"):
            assert not path.is_symlink()
            assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path
    assert b"root:x:0:0" not in b"".join(out.files().values())
    return out


def docname(number: int) -> str:
    return f"docs/p{number:03}"


@pytest.fixture(scope="module", params=["dirhtml", "html"])
def tried(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build one site with a page for each attempt."""
    folder = tmp_path_factory.mktemp("tried")
    outside = make_outside(folder)
    docs = folder / "site/content/docs"
    docs.mkdir(parents=True)
    (folder / "site/hugo.toml").write_text(PLAIN, encoding="utf-8")
    (folder / "site/content/_index.md").write_text(HOME, encoding="utf-8")
    (docs / "good.py").write_text("good = 1\n", encoding="utf-8")
    (docs / "part.txt").write_text(
        "```{include} ../../../outside/secret.md\n```\n", encoding="utf-8"
    )
    for name in ("txt", "md", "png"):
        (docs / f"link.{name}").symlink_to(outside / f"secret.{name}")
    (docs / "linked").symlink_to(outside)
    (folder / "site/static").mkdir()
    (folder / "site/static/link.txt").symlink_to(outside / "secret.txt")
    pages = [(front, "Text.") for front, _kind in FRONT_MATTER.values()]
    pages += [("", body) for body, _kind in BODIES.values()]
    for number, (front, body) in enumerate(pages):
        # Pages lie one folder deeper than where the attempts count from.
        deeper = body.replace("../../outside", "../../../outside").replace("ABS", str(outside))
        text = f"---\ntitle: Attempt {number}\n{front}\n---\nBefore.\n\n{deeper}\n\nAfter.\n"
        (docs / f"p{number:03}.md").write_text(text, encoding="utf-8")
    return assert_held_in(
        folder,
        folder / "site",
        lambda: build_site(folder, builder=request.param, warnings_ok=True),
    )


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        pytest.param(number, kind, id=name)
        for number, (name, (_text, kind)) in enumerate([*FRONT_MATTER.items(), *BODIES.items()])
    ],
)
def test_an_attempt_is_refused_where_it_stands(tried: Built, number: int, kind: str) -> None:
    place = re.compile(rf"content/{docname(number)}\.md:\d+")
    kinds = {found for found, where in tried.places() if place.fullmatch(where)}
    if kind:
        assert kind in kinds
    page = tried.app.env.get_domain("hugo").state.documents.site.page_by_filename(
        tried.root / f"content/{docname(number)}.md"
    )
    assert page is not None
    name = tried.app.env.get_domain("hugo").state.documents.docname(page.path)
    path = Path(tried.app.builder.get_output_path(name))
    assert path.is_relative_to(tried.outdir)
    html = path.read_text(encoding="utf-8")
    assert f"Attempt {number}" in html
    assert ("Before." in html and "After." in html) or "Text." in html


def test_there_are_enough_attempts() -> None:
    tables = (FRONT_MATTER, BODIES, CONFIG, TEMPLATES, JINJA, LINKS)
    assert sum(map(len, tables)) >= 150


@pytest.mark.parametrize("name", CONFIG)
def test_a_configuration_is_held_in(tmp_path: Path, name: str) -> None:
    outside = make_outside(tmp_path)
    site = tmp_path / "site"
    config, part = CONFIG[name]
    (site / "content/docs").mkdir(parents=True)
    (site / "content/_index.md").write_text(HOME, encoding="utf-8")
    (site / "content/docs/page.md").write_text("---\ntitle: Page\n---\nText.\n", encoding="utf-8")
    (site / "static").mkdir()
    (site / "themes").mkdir()
    (site / "themes/linked").symlink_to(outside)
    (site / "hugo.toml").write_text(PLAIN + config.replace("ABS", str(outside)), encoding="utf-8")
    component, _, is_link = name.partition(" is a link")
    if component in {"content", "static", "assets"} and not is_link:
        if (site / component).is_dir():
            (site / component).rename(site / f"own-{component}")
        (site / component).symlink_to(outside)
    out = assert_held_in(tmp_path, site, lambda: build_site(tmp_path, warnings_ok=True))
    assert any(part in line for line in out.warnings), out.warnings
    assert re.search(r"\[hugo\.(config|address)\]", "\n".join(out.warnings))


@pytest.mark.parametrize("place", ["hugo.toml", "config/_default/params.toml"])
def test_a_configuration_file_that_is_a_link_is_an_error(tmp_path: Path, place: str) -> None:
    outside = make_outside(tmp_path)
    path = tmp_path / "site" / place
    path.parent.mkdir(parents=True)
    path.symlink_to(outside / "hugo.toml")
    with pytest.raises(ConfigError, match="symbolic link to a place outside the site") as caught:
        build_site(tmp_path)
    assert SECRET not in str(caught.value)


def test_a_file_name_that_is_long_is_a_page_all_the_same(tmp_path: Path) -> None:
    name = "n" * 250
    text = "---\ntitle: Long\n---\nText.\n"
    (tmp_path / "site/content").mkdir(parents=True)
    (tmp_path / f"site/content/{name}.md").write_text(text, encoding="utf-8")
    out = build_site(tmp_path, "-- hugo.toml --\n", warnings_ok=True)
    assert "is long" not in out.message("address")
    assert "too long for a file name" in out.message("address")
    (found,) = (name for name in out.app.env.all_docs if name.startswith("nnn"))
    assert "Text." in out.file(f"{found}/index.html")


def test_a_file_name_that_no_encoding_has_is_no_end(tmp_path: Path) -> None:
    (tmp_path / "site/content").mkdir(parents=True)
    for number, raw in enumerate([b"caf\xe9.md", b"a\\..\\b.md", b"%2e%2e.md", b"li\nne.md"]):
        name = os.path.join(os.fsencode(tmp_path), b"site/content", raw)  # noqa: PTH118
        text = f"---\ntitle: Odd {number}\n---\nText {number}.\n"
        Path(os.fsdecode(name)).write_text(text, encoding="utf-8")
    out = build_site(tmp_path, "-- hugo.toml --\n", warnings_ok=True)
    html = b"".join(data for name, data in out.files().items() if name.endswith(".html"))
    assert all(f"Text {number}.".encode() in html for number in range(4))
    assert all(Path(out.outdir, name).resolve().is_relative_to(out.outdir) for name in out.files())


def test_a_mount_named_in_the_configuration_is_read(tmp_path: Path) -> None:
    make_outside(tmp_path)
    config = (
        '[[module.mounts]]\nsource = "content"\ntarget = "content"\n'
        '[[module.mounts]]\nsource = "../outside"\ntarget = "content/far"\nfiles = ["*.md"]\n'
    )
    page = "```{include} ../../outside/secret.txt\n```\n"
    out = build_site(
        tmp_path,
        f"-- hugo.toml --\n{config}-- content/p.md --\n---\ntitle: P\n---\n{page}",
    )
    assert SECRET in out.text("/far/secret/")
    assert SECRET in out.text("/p/")


CLASHES = """
-- hugo.toml --
-- content/a.md --
---
title: A
url: /a.html
---
-- content/b.md --
---
title: B
aliases: [/a.html/b/, /c/index.html/x.html, /search.html, /genindex/, /_redirects, /_static, /f/x/]
---
-- content/c.md --
---
title: C
---
-- static/f --
a file
-- static/c --
another file
-- static/a.html --
not the page
"""


@pytest.mark.parametrize("builder", ["dirhtml", "html"])
def test_what_would_be_a_file_and_a_folder_warns(tmp_path: Path, builder: str) -> None:
    out = build_site(tmp_path, CLASHES, builder=builder, warnings_ok=True)
    assert "Search" in out.file("search.html" if builder == "html" else "search/index.html")
    assert "url=" not in out.file(
        "genindex/index.html" if builder == "dirhtml" else "genindex.html"
    )
    assert "not the page" not in out.file("a.html")
    assert {kind for kind, _place in out.places()} <= {"address", "resource"}
    assert build_site(tmp_path, builder=builder, warnings_ok=True).files() == out.files()


def test_pages_with_one_address_make_no_ring_of_the_navigation(tmp_path: Path) -> None:
    out = build_site(
        tmp_path,
        '-- hugo.toml --\ndisableKinds = ["taxonomy", "term"]\n'
        "-- content/_index.md --\n---\ntitle: Home\n---\n"
        "-- content/docs/_index.md --\n---\ntitle: Docs\n---\n"
        "-- content/docs/a.md --\n---\ntitle: A\nurl: /docs/\n---\n"
        "-- content/docs/b.md --\n---\ntitle: B\nurl: /docs/../\n---\n",
        warnings_ok=True,
    )
    assert [kind for kind, _place in out.places()] == ["address", "address"]
    assert out.sidebar() == ["Docs"]
