"""The builder ``hugo-eject``, for a project whose conf.py has something to say about its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.conftest import build_site
from sphinx_hugo.eject.builder import EjectBuilder

if TYPE_CHECKING:
    from pathlib import Path

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
