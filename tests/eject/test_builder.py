"""The builder ``hugo-eject``, for a project whose conf.py has something to say about its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build.conftest import build_site
from sphinx_hugo.eject.builder import EjectBuilder
from sphinx_hugo.eject.claim import OccupiedError

if TYPE_CHECKING:
    from pathlib import Path

    from build.conftest import Built

SITE = """
-- hugo.toml --
title = "Own"
disableKinds = ["taxonomy", "term"]
-- content/docs/a.md --
---
title: A
---
{{< shout >}}words{{< /shout >}} and [b](/docs/b/),
or [nothing](/docs/none/).

> one
>
> * two
-- content/docs/b.md --
---
title: B
---
text
"""
LOUD = {"shout": {"markdown": "**{inner}!**"}}


def eject(tmp_path: Path, site: str = SITE) -> Built:
    return build_site(
        tmp_path, site, builder="hugo-eject", warnings_ok=True, extensions=["sphinx_hugo.eject"]
    )


def test_what_somebody_has_in_the_folder_is_not_overwritten(tmp_path: Path) -> None:
    mine = tmp_path / "out-site-hugo-eject/conf.py"
    mine.parent.mkdir()
    mine.write_text("mine")
    with pytest.raises(OccupiedError, match="is not empty, and nothing is overwritten"):
        eject(tmp_path)
    assert [path.name for path in mine.parent.iterdir()] == ["conf.py"]
    assert mine.read_text() == "mine"


def test_the_folder_is_written_again_as_long_as_nobody_has_gone_on_with_it(tmp_path: Path) -> None:
    out = eject(tmp_path)
    (tmp_path / "site/content/docs/b.md").rename(tmp_path / "site/content/docs/c.md")
    (out.outdir / "_build").mkdir()
    (out.outdir / "_build/index.html").write_text("built")
    eject(tmp_path, "")
    assert sorted(path.name for path in (out.outdir / "docs").iterdir()) == [
        "a.md",
        "c.md",
        "index.md",
    ]
    page = out.outdir / "docs/a.md"
    page.write_text("# Mine\n")
    with pytest.raises(OccupiedError, match=r"docs/a\.md' was changed since it was written"):
        eject(tmp_path, "")
    assert page.read_text() == "# Mine\n"


def test_what_conf_py_says_is_in_the_pages(tmp_path: Path) -> None:
    out = build_site(
        tmp_path,
        SITE,
        builder="hugo-eject",
        warnings_ok=True,
        extensions=["sphinx_hugo.eject"],
        hugo_shortcodes=LOUD,
    )
    page = out.file("docs/a.md")
    assert "# A\n\n**words!** and [b](b.md), or [nothing](/docs/none/)" in page
    assert "> one\n>\n> * two\n" in page
    assert '"myst_parser"' in out.file("conf.py")
    # Each page is gone through twice; what is wrong with it is said once, and a line counts once.
    assert out.places() == [("link", "content/docs/a.md:5")]
    builder = out.app.builder
    assert isinstance(builder, EjectBuilder)
    kept = ["> one", ">", "> * two", "text"]
    assert builder.ejected.kept == len(kept)


def test_line_breaks_of_the_site_are_written_out(tmp_path: Path) -> None:
    setting = "[markup.goldmark.renderer]\nhardWraps = true"
    site = SITE.replace('title = "Own"', f'title = "Own"\n{setting}')
    page = eject(tmp_path, site.replace("text\n", "roses\nred\n\n- blue\n")).file("docs/b.md")
    assert "roses\\\nred\n\n- blue\n" in page
