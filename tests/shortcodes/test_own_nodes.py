"""Our own nodes in every builder, and every fixture through every writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shortcodes.cases import all_cases, render_folder
from shortcodes.site import render

if TYPE_CHECKING:
    from pathlib import Path

BODY = """\
{{< youtube id=abc title="A \\"talk\\"" start=30 >}}

{{< video src="/videos/tour.mp4" title="A tour" loop=true width=640 >}}
"""


def build(where: Path, builder: str, page: str) -> str:
    found = render({"one": BODY}, where, builder=builder)
    assert found.warnings == {"one": []}
    return (where / "out" / page).read_text(encoding="utf-8")


def test_html_has_a_player_that_waits(tmp_path: Path) -> None:
    html = build(tmp_path, "html", "cases/one.html")
    assert (
        '<div class="hugo-frame hugo-video"><iframe'
        ' src="https://www.youtube.com/embed/abc?start=30" title="A &quot;talk&quot;"'
        ' loading="lazy" allow="encrypted-media; fullscreen; picture-in-picture; web-share"'
        ' referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe></div>'
    ) in html
    assert "youtube.com/watch" not in html


def test_html_plays_the_file_where_it_is_served(tmp_path: Path) -> None:
    html = build(tmp_path, "dirhtml", "cases/one/index.html")
    assert (
        '<video class="hugo-video" src="../../videos/tour.mp4" title="A tour"'
        ' preload="metadata" width="640" controls loop>'
    ) in html
    assert "autoplay" not in html
    assert html.count("<video") == html.count("</video>") == 1


@pytest.mark.parametrize(
    ("builder", "page", "expected"),
    [
        ("latex", "fixtures.tex", r"\sphinxhref{https://www.youtube.com/watch?v=abc\&t=30s}{A"),
        ("text", "cases/one.txt", 'A "talk" <https://www.youtube.com/watch?v=abc&t=30s>'),
        ("man", "fixtures.1", "A \\(dqtalk\\(dq"),
        ("texinfo", "fixtures.texi", "@footnote{https://www.youtube.com/watch?v=abc&t=30s}"),
        ("epub", "cases/one.xhtml", 'href="https://www.youtube.com/watch?v=abc&amp;t=30s"'),
    ],
)
def test_other_builders_have_the_links(
    builder: str, page: str, expected: str, tmp_path: Path
) -> None:
    text = build(tmp_path, builder, page)
    assert expected in text
    assert "A tour" in text
    assert "<iframe" not in text
    assert "<video" not in text


def test_the_style_sheet_is_there(tmp_path: Path) -> None:
    html = build(tmp_path, "html", "cases/one.html")
    assert "_static/sphinx_hugo.css" in html
    assert (tmp_path / "out" / "_static" / "sphinx_hugo.css").is_file()


@pytest.mark.parametrize("builder", ["html", "epub", "latex", "text", "man", "texinfo"])
def test_every_fixture_can_be_written(builder: str, tmp_path: Path) -> None:
    """Writing says nothing that reading for the dummy builder has not said."""
    folders = sorted({case.folder for case in all_cases()})
    for folder in folders if builder == "latex" else ("hugo", "layout"):
        expected = render_folder(folder, tmp_path / "expected" / folder).warnings
        found = render_folder(folder, tmp_path / "found" / folder, builder).warnings
        assert found == expected
    assert all_cases()
