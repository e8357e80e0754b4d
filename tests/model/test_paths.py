"""Logical paths, URL segments, addresses of redirects, globs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_hugo.hugo import globs
from sphinx_hugo.hugo.addresses.aliases import AliasError, alias_target
from sphinx_hugo.hugo.addresses.paths import clean, escape, normalize, parse_path, sanitize

NAMES = st.text(st.sampled_from("aZ09 .-_éΣßİ日%&#~'(\t/"), max_size=30)


@pytest.mark.parametrize(
    ("relative", "path", "language"),
    [
        ("_index.md", "/", ""),
        ("docs/index.md", "/docs", ""),
        ("My Dir/Hello World.MD", "/my-dir/hello-world", ""),
        ("s/dots.in.name.md", "/s/dots.in.name", ""),
        ("s/a.FR.md", "/s/a", "fr"),
        ("s/a.de.md", "/s/a.de", ""),
        ("s/_index.fr.md", "/s", "fr"),
        ("s/ΑΣ.md", "/s/ας".replace("ς", "σ"), ""),
    ],
)
def test_logical_path_of_a_file(relative: str, path: str, language: str) -> None:
    info = parse_path(relative, {"en", "fr"})
    assert (info.path, info.language) == (path, language)


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("a&b", "ab"),
        ("a-(b)", "a-b"),
        ("é & x.y", "é-x.y"),
        ("a   b", "a-b"),
        (" a ", "a"),
        ("100%", "100"),
        ("a%20b", "a%20b"),
        ("x😀", "x"),
        ("c#", "c#"),
    ],
)
def test_what_a_url_keeps(text: str, segment: str) -> None:
    assert sanitize(text) == segment


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("/über/", "/%C3%BCber/"),
        ("/c#/", "/c%23/"),
        ("/a%20b/", "/a%20b/"),
        ("/q?x=1/", "/q?x=1/"),
        ("/a b(c)/", "/a%20b%28c%29/"),
        ("/b(c)!/", "/b(c)!/"),
        ("/50%/", "/50%25/"),
    ],
)
def test_how_a_path_is_escaped(path: str, url: str) -> None:
    assert escape(path) == url


@given(NAMES)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert sanitize(sanitize(text)) == sanitize(text)
    assert clean(clean(text)) == clean(text)
    assert len(normalize(text)) == len(text)


@given(NAMES)
def test_any_file_name_has_a_logical_path(name: str) -> None:
    info = parse_path(name, {"en"})
    assert info.path.startswith("/")
    assert info.relative == name


@given(st.text(st.sampled_from("ab./\\?% "), max_size=12), st.sampled_from(["/", "/a/", "/a/b/"]))
def test_a_redirect_never_leaves_the_output_folder(alias: str, link: str) -> None:
    try:
        target = alias_target(alias, link)
    except AliasError:
        return
    assert not target.startswith("/")
    assert ".." not in target.split("/")
    assert target.endswith((".html", ".htm"))


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/s/*", "/s/a", True),
        ("/s/*", "/s/a/b", False),
        ("/s/**", "/s/a/b", True),
        ("/s/**", "/s", False),
        ("{/s,/s/**}", "/s", True),
        ("/S/A", "/s/a", True),
        ("**.png", "img/x.png", True),
        ("*.png", "img/x.png", False),
        ("[ab]?.md", "ax.md", True),
        ("[!ab]?.md", "ax.md", False),
        ("a\\*", "a*", True),
        ("a\\*", "ab", False),
        ("a.b", "axb", False),
        ("*a*b*c", "xaybzc", True),
        ("*a*b*c", "xay/bzc", False),
        ("**a*b**c*", "x/ay/azb/c", True),
        ("**a*b**c*", "x/ay/zb/c", False),
        ("{*.md,*.{html,txt}}", "x.txt", True),
        ("{*.md,*.{html,txt}}", "x.text", False),
        ("[a-c--z]", "-", True),
        ("[[a]||&&~~]", "|", False),
        ("*a" * 30 + "b", "a" * 200, False),
        ("**a" * 30 + "b", "a" * 200, False),
        ("{a,aa}" * 60 + "b", "a" * 80, False),
    ],
)
def test_globs(pattern: str, path: str, *, fits: bool) -> None:
    assert globs.matches(pattern, path) is fits


def test_a_class_that_is_not_closed_is_an_error_wherever_it_stands() -> None:
    with pytest.raises(globs.GlobError, match="without"):
        globs.matches("a[b", "ab")


@given(st.text(st.sampled_from("ab*?[]{},\\!/-|&~"), max_size=12))
def test_any_glob_compiles_or_is_an_error(pattern: str) -> None:
    try:
        globs.matches(pattern, "a/b")
    except globs.GlobError as error:
        assert repr(pattern) in str(error)
