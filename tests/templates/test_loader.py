"""Where templates are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_hugo.hugo.templates import TemplateError, Templates, compile_template, find_layouts

if TYPE_CHECKING:
    from pathlib import Path

    from templates.world import World


def templates(*names: str, language: str = "en") -> Templates:
    """Make a set in which each template's text is its own path."""
    return Templates(sources={name: name for name in names}, language=language)


FOUND: list[tuple[str, tuple[str, ...], str, str]] = [
    ("new folder", ("_shortcodes/a.html",), "a", "_shortcodes/a.html"),
    ("old folder", ("shortcodes/a.html",), "a", "shortcodes/a.html"),
    ("new before old", ("shortcodes/a.html", "_shortcodes/a.html"), "a", "_shortcodes/a.html"),
    ("nested", ("_shortcodes/x/y/a.html",), "x/y/a", "_shortcodes/x/y/a.html"),
    ("case", ("_shortcodes/Note.html",), "nOTE", "_shortcodes/Note.html"),
    ("language", ("_shortcodes/a.html", "_shortcodes/a.en.html"), "a", "_shortcodes/a.en.html"),
    ("format", ("_shortcodes/a.html.html",), "a", "_shortcodes/a.html.html"),
    ("other language", ("_shortcodes/a.de.html",), "a", ""),
    ("other format", ("_shortcodes/a.json",), "a", ""),
    ("longer name", ("_shortcodes/ab.html",), "a", ""),
    ("partial is none", ("_partials/a.html",), "a", ""),
    ("markdown only for percent calls", ("_shortcodes/a.md",), "a", ""),
]


@pytest.mark.parametrize(("label", "files", "name", "path"), FOUND, ids=[c[0] for c in FOUND])
def test_shortcode_lookup(label: str, files: tuple[str, ...], name: str, path: str) -> None:
    found = templates(*files).shortcode(name)
    assert (found.name if found else "") == path


def test_percent_calls_prefer_markdown() -> None:
    both = templates("_shortcodes/a.html", "_shortcodes/a.md")
    found = both.shortcode("a", markdown=True)
    assert found is not None
    assert (found.name, found.is_text) == ("_shortcodes/a.md", True)


@pytest.mark.parametrize("name", ["p", "p.html", "P.html", "/p.html", "q/r.html", "q/r"])
def test_partials_with_and_without_extension(name: str) -> None:
    assert templates("_partials/p.html", "partials/q/r.html").partial(name) is not None


def test_names_are_listed_without_extension() -> None:
    found = templates("_shortcodes/A.html", "shortcodes/x/b.en.html", "_partials/c.html")
    assert found.shortcode_names() == ("a", "x/b")


def test_project_comes_before_theme_and_links_out_are_not_followed(tmp_path: Path) -> None:
    for folder in ("site", "theme"):
        (tmp_path / folder / "_shortcodes").mkdir(parents=True)
        (tmp_path / folder / "_shortcodes/a.html").write_text(folder)
    (tmp_path / "secret.html").write_text("secret")
    (tmp_path / "site/_shortcodes/s.html").symlink_to(tmp_path / "secret.html")
    found = Templates(find_layouts([tmp_path / "site", tmp_path / "theme"]))
    template = found.shortcode("a")
    assert template is not None
    assert template.filename == str(tmp_path / "site/_shortcodes/a.html")
    assert found.shortcode("s") is None


def test_a_template_is_compiled_once() -> None:
    found = templates("_shortcodes/a.html")
    assert found.shortcode("a") is found.shortcode("A")


def test_a_broken_template_is_reported_each_time() -> None:
    broken = Templates(sources={"_shortcodes/a.html": "x\n{{ end }}"})
    for _ in range(2):
        with pytest.raises(TemplateError, match=r"a\.html:2: unexpected \{\{end\}\}"):
            broken.shortcode("a")


@pytest.mark.parametrize(
    ("source", "takes"),
    [
        ("{{ .Inner }}", True),
        ("{{ if false }}{{ $.InnerDeindent | upper }}{{ end }}", True),
        ('{{ define "x" }}{{ with .Inner }}{{ end }}{{ end }}', True),
        ("{{ (f .).Inner }}".replace("f", "print"), True),
        ('.Inner {{ ".Inner" }} {{/* .Inner */}}', False),
    ],
)
def test_takes_inner(source: str, takes: bool) -> None:
    assert compile_template(source).takes_inner is takes


def test_errors_name_file_and_line(world: World) -> None:
    with pytest.raises(TemplateError) as caught:
        world.render('\n{{ partial "fails.html" . }}')
    assert caught.value.filename.endswith("_partials/fails.html")
    assert caught.value.line == 2


def test_unreadable_partial_is_named(world: World) -> None:
    with pytest.raises(TemplateError) as caught:
        world.render('{{ partial "broken.html" . }}')
    assert caught.value.filename.endswith("_partials/broken.html")


def test_missing_partial_says_where_hugo_looks(world: World) -> None:
    with pytest.raises(TemplateError, match="layouts/_partials"):
        world.render('a\n{{ partial "nope.html" . }}')


@pytest.mark.parametrize(
    ("source", "version"),
    [
        ('{{ $_hugo_config := `{"version": 1}` }}', 1),
        ('text {{/* c */}}{{- $_hugo_config := "{\\"Version\\": \\"1\\"}" -}}', 1),
        (
            '{{ define "x" }}{{ . }}{{ end }}{{ with $_hugo_config := `{"version": 1}` }}{{ end }}',
            1,
        ),
        ('{{ $_hugo_config := `{"version": 2}` }}', 2),
        ('{{ $x := 1 }}{{ $_hugo_config := `{"version": 1}` }}', 0),
        ('{{ if true }}{{ $_hugo_config := `{"version": 1}` }}{{ end }}', 0),
        ('{{ $_hugo_config := `{"version": 1}` | print }}', 0),
        ('{{ $_hugo_config := dict "version" 1 }}', 0),
        ("{{ $_hugo_config := `version: 1` }}", 0),
        ("{{ $_hugo_config := `[1]` }}", 0),
        ('{{ $_hugo_config := `{"version": []}` }}', 0),
        ("plain", 0),
    ],
)
def test_version_that_a_template_asks_for(source: str, version: int) -> None:
    assert compile_template(source).config_version == version
